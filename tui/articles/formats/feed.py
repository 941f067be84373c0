"""RSS and Atom feeds, read by feedparser."""

import calendar
import io
import re
from datetime import UTC, datetime
from typing import Any

import feedparser

from tui.articles.formats.dates import iso
from tui.articles.formats.document import Given, Member, Refused, Stated, one_line
from tui.articles.formats.markup import paragraphs_of

_FIGURES = re.compile(r"(?<!\d)\d{1,4}(?!\d)")

MOST = 10_000
"""Entries of a feed that are read."""


def members(given: Given) -> tuple[Member, ...]:
    """The entries in the feed's order, each once.

    Raises:
        Refused: The bytes are no feed, or one without entries.
    """
    headers = {"content-location": given.address} if given.address else {}
    feed = feedparser.parse(io.BytesIO(given.content), response_headers=headers)
    if not feed.get("version"):
        raise Refused("neither a feed nor a page")
    found: dict[str, Member] = {}
    for number, entry in enumerate(feed.entries[:MOST], start=1):
        member = _member(entry, feed.feed, number)
        found.setdefault(member.name, member)
    if not found:
        raise Refused("a feed without entries")
    return tuple(found.values())


def _member(entry: Any, feed: Any, number: int) -> Member:
    bodies = [content.get("value", "") for content in entry.get("content", ())]
    link = entry.get("link", "")
    markup = max((*bodies, entry.get("summary", "")), key=len)
    language = next((content.get("language") for content in entry.get("content", ()) if content.get("language")), "")
    title = " ".join(text for _, text in paragraphs_of(entry.get("title", "")))
    stated = Stated(
        title=title,
        byline=one_line(", ".join(name for author in entry.get("authors", ()) if (name := author.get("name")))),
        date=_date(entry),
        language=language or feed.get("language") or "",
        address=link if link.startswith(("http://", "https://")) else "",
    )
    return Member(one_line(entry.get("id", "") or link) or str(number), stated, markup)


def _is_read_right(written: str, parsed: Any) -> bool:
    """Whether the year and the day, give or take a zone's hours, stand before the hour in what was written.

    feedparser takes from today what it cannot find.
    """
    figures = set(map(int, _FIGURES.findall(written.partition(":")[0])))
    return parsed.tm_year in figures and any(abs(figure - parsed.tm_mday) <= 1 for figure in figures)


def _date(entry: Any) -> str:
    """When the entry was published, else changed, with its own zone where feedparser does not have to guess."""
    for name in ("published", "updated", "created"):
        written, parsed = entry.get(name), entry.get(f"{name}_parsed")
        if written and (found := iso(written)):
            return found
        if parsed and _is_read_right(written, parsed):
            moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC)
            return moment.isoformat(timespec="minutes").replace("+00:00", "Z")
    return ""
