"""What lists show of articles, remembered for as long as a file stays as it was read."""

import time
from functools import cache
from typing import TYPE_CHECKING, Any

from tui.articles.origin import Source, Stamp, stamp_of
from tui.articles.summary import Summary
from tui.library.code import code_stamp
from tui.resources import user_folder

if TYPE_CHECKING:
    import sqlite3

MOST = 20_000
"""So many summaries are kept; those kept longest ago give way."""

SUMMARY = """
    SELECT "key", sha256, title, byline, wire, agency, date, language, words, sentences, furniture
    FROM summary WHERE source = ? AND size = ? AND changed = ? AND reader = ?"""
_KEEP = """
    INSERT OR REPLACE INTO summary ("key", sha256, title, byline, wire, agency, date, language, words, sentences,
      furniture, source, size, changed, reader, kept)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_FORGET = """
    DELETE FROM summary WHERE kept < (SELECT kept FROM summary ORDER BY kept DESC LIMIT 1 OFFSET ?)"""

_FIELDS = (
    *("key", "sha256", "title", "byline", "wire", "agency", "date", "language"),
    *("words", "sentences", "furniture"),
)
"""What of a summary is kept, in the order of both."""

_READERS = ("articles", "articles/formats", "text")
"""The packages that an article's summary depends on."""


def question(source: Source) -> tuple[bytes, int, int, str] | None:
    """What `SUMMARY` asks for a source; None for one that nothing can be remembered of."""
    stamp = stamp_of(source)
    if stamp is None or not reader():
        return None
    return source.identity, *stamp, reader()


def answer(source: Source, stamp: Stamp, row: tuple[Any, ...]) -> Summary:
    """The summary that a row of `SUMMARY` is, without a label."""
    return Summary("", source, stamp=stamp, **dict(zip(_FIELDS, row, strict=True)))


def keep(connection: "sqlite3.Connection", summaries: tuple[Summary, ...]) -> None:
    """Write summaries into an open transaction, and drop the oldest beyond `MOST`."""
    now = time.time_ns() // 1000
    for summary in summaries:
        stamp = summary.stamp
        if stamp is None or summary.error or not reader():
            continue
        fields = [_text(getattr(summary, name)) for name in _FIELDS]
        connection.execute(_KEEP, (*fields, summary.source.identity, *stamp, reader(), now))
    connection.execute(_FORGET, (MOST - 1,))


@cache
def reader() -> str:
    """What stands for the code that reads articles and the user's own rules, as `code_stamp`."""
    return code_stamp(_READERS, files=[user_folder("config") / "furniture.toml"])


def _text(value: Any) -> Any:
    """Text as SQLite can keep it: half a surrogate pair becomes a question mark."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
