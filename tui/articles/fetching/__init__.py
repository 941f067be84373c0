"""Pages fetched from the web: only over HTTP(S), only from public addresses unless asked, within time and size.

Uses the standard library alone: what it takes to connect to the very address that was checked, redirect by redirect,
is a subclass of its connection, and no client library of the size of a page's text would take that off our hands.
"""

from collections import OrderedDict
from concurrent.futures import Future
from threading import Lock

from tui.articles.fetching.page import Page
from tui.articles.fetching.requests import fetch
from tui.articles.fetching.robots import check_robots

__all__ = ["Page", "fetched", "forget"]

KEPT = 100_000_000
"""Bytes of pages that are remembered, the last one whatever its size."""

_lock = Lock()
_pages: "OrderedDict[tuple[str, bool, bool], Future[Page]]" = OrderedDict()


def fetched(address: str, *, private: bool = False, by_robots: bool = False) -> Page:
    """What an address gives, remembered with its failure; threads that want the same page fetch it once.

    Args:
        address: An http or https address.
        private: Whether it may lie in a private network or on this machine, and redirect there.
        by_robots: Whether the site's robots.txt is asked first, as for a page that nobody named.

    Raises:
        Refused: It gives none; the reason names no address.
    """
    asked = (address, private, by_robots)
    with _lock:
        known = _pages.get(asked)
        found = _pages.setdefault(asked, Future())
        _pages.move_to_end(asked)
    if known is None:
        try:
            if by_robots:
                check_robots(address, private=private)
            found.set_result(fetch(address, private=private))
        except BaseException as error:
            found.set_exception(error)
            raise
        finally:
            _forget_oldest()
    return found.result()


def forget(address: str) -> None:
    """Let the next one who asks for the address fetch it anew."""
    with _lock:
        for asked in [asked for asked in _pages if asked[0] == address]:
            del _pages[asked]


def _forget_oldest() -> None:
    with _lock:
        sizes = {
            asked: len(one.result().content) for asked, one in _pages.items() if one.done() and not one.exception()
        }
        total = sum(sizes.values())
        for asked, size in list(sizes.items())[:-1]:
            if total <= KEPT:
                break
            del _pages[asked]
            total -= size
