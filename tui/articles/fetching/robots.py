"""What a site's robots.txt allows (RFC 9309)."""

from functools import lru_cache
from urllib.robotparser import RobotFileParser

from tui.articles.fetching.page import NotFetched
from tui.articles.fetching.requests import AGENT, fetch, split_address
from tui.articles.formats.charset import text_of

LARGEST = 500_000
"""Bytes of a robots.txt that are read."""


def check_robots(address: str, *, private: bool) -> None:
    """Do nothing where the page may be fetched by a program.

    Raises:
        NotFetched: The site's robots.txt forbids it, or cannot be had though there may be one.
    """
    parts = split_address(address)
    rules = _rules(f"{parts.scheme}://{parts.netloc}/robots.txt", private)
    if not rules.can_fetch(AGENT, address):
        raise NotFetched("the site's robots.txt does not allow it")


@lru_cache(maxsize=256)
def _rules(address: str, private: bool) -> RobotFileParser:  # noqa: FBT001 (what the memory goes by)
    """The rules at this address: none where the site says that it has none."""
    rules = RobotFileParser()
    try:
        text = text_of(fetch(address, private=private, largest=LARGEST).content)
    except NotFetched as error:
        if not 400 <= error.status < 500:
            raise NotFetched(f"the site's robots.txt cannot be read: {error}") from None
        text = ""
    rules.parse(text.splitlines())
    return rules
