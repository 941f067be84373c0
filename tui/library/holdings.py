"""Articles that a library holds: taken in, read again, put away and brought back."""

import time
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain, repeat
from typing import TYPE_CHECKING, NamedTuple

from tui.articles.collection import label_of
from tui.articles.model import Article
from tui.articles.origin import Source, Unreadable
from tui.library.contents import ARTICLE, Stored, article_of, deflated, inflated
from tui.library.library import Library, storable

if TYPE_CHECKING:
    import sqlite3

_KEEP_ARTICLE = """
    INSERT INTO article (source, "key", title) VALUES (?, ?, ?)
    ON CONFLICT (source, "key") DO UPDATE SET title = excluded.title RETURNING id"""
_KEEP_HELD = """
    INSERT OR IGNORE INTO held (article, added, sha256, format, encoding, address, byline, wire, agency, date, language,
      words, sentences, furniture) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_KEEP_CONTENT = "INSERT INTO content (article, original, text, parts, forms) VALUES (?, ?, ?, ?, ?)"
_KEEP_WORDS = "INSERT INTO words (rowid, forms) VALUES (?, ?)"
_INDEXED_TOGETHER = 1000
_COUNT_FORMS = """
    INSERT INTO form (form, articles) VALUES (?, ?)
    ON CONFLICT (form) DO UPDATE SET articles = articles + excluded.articles"""
_HOLDING = """
    SELECT holding.id, number, article, removed FROM article CROSS JOIN holding ON holding.article = article.id
    WHERE collection = ?1 AND source = ?2 AND (source != x'' OR article = ?3)"""
_HOLD = "INSERT INTO holding (collection, number, article) VALUES (?, ?, ?)"
_NEXT = "SELECT coalesce(max(number) + 1, 0) FROM holding WHERE collection = ?"
NOTE_GAPS = "UPDATE collection SET gaps = gaps + ? WHERE id = ?"
"""Counts numbers of labels that no article has."""

_RENEW = "UPDATE holding SET article = ?, removed = NULL WHERE id = ?"
_VERSIONS = """
    SELECT "key", sha256, added, address FROM article JOIN held ON held.article = article.id
    WHERE source = ? AND (source != x'' OR "key" = ?) ORDER BY added, id"""


class State(StrEnum):
    """What adding an article came to."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


class Past(NamedTuple):
    """When an article was added, in microseconds since 1970, and the number that its label had, if it can have it."""

    added: int
    number: int = 0


class Added(NamedTuple):
    """The label that an article has in its collection, and whether that, or the text, is news."""

    label: str
    state: State


class Version(NamedTuple):
    """One text that a source had: its number from 1, when it was added in microseconds since 1970, and where it was."""

    number: int
    key: str
    sha256: str
    added: int
    address: str | None


class Holdings:
    """The articles of a library, each version of a source for itself. Any call may raise `LibraryError`."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def add(self, articles: Iterable[Stored], collection: int, past: Iterable[Past] | None = None) -> tuple[Added, ...]:
        """Take articles in, all of them or none; a source whose text has changed keeps its earlier versions too.

        Args:
            articles: What is stored of each.
            collection: The number of the collection, as `Collections` gives it.
            past: Where each was held before; without it they are added now.
        """
        now = repeat(Past(time.time_ns() // 1000))
        new: dict[int, str] = {}
        with self._library.store().write() as connection:
            (number,) = connection.execute(_NEXT, (collection,)).fetchone()
            added, gaps = [], 0
            for one, before in zip(articles, now if past is None else past, strict=False):
                version = _keep(connection, one, before.added, new)
                added.append(_hold(connection, one, version, collection, max(number, before.number)))
                gaps += max(0, added[-1][0] - number)
                number = max(number, added[-1][0] + 1)
            _index(connection, new)
            connection.execute(NOTE_GAPS, (gaps, collection))
        return tuple(Added(label_of(at), state) for at, state in added)

    def article(self, source: Source) -> Article:
        """The version of the source that its `version` names.

        Raises:
            Unreadable: The library does not hold it, or cannot be asked.
        """
        rows = self._library.store().ask(ARTICLE, (source.identity, source.version))
        if not rows:
            raise Unreadable(source, "is no longer in the library")
        return article_of(source, rows[0])

    def original(self, source: Source) -> bytes:
        """The bytes that this version was read from; none where the library does not hold it."""
        import zlib  # noqa: PLC0415 (asked for by exports alone)

        question = """SELECT original FROM article JOIN content ON content.article = article.id
                      WHERE source = ? AND "key" = ?"""
        rows = self._library.store().ask(question, (source.identity, source.version))
        return zlib.decompress(rows[0][0]) if rows else b""

    def versions(self, source: Source) -> tuple[Version, ...]:
        """The texts that a source had whenever it was added, the earliest first."""
        rows = self._library.store().ask(_VERSIONS, (source.identity, source.version or ""))
        return tuple(Version(number, *row) for number, row in enumerate(rows, start=1))


def index_words(connection: "sqlite3.Connection") -> None:
    """List the words of every text anew, and count them. O(library)."""
    connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    connection.execute("DELETE FROM form")
    kept = connection.execute("SELECT article, forms FROM content")
    while some := kept.fetchmany(_INDEXED_TOGETHER):
        _index(connection, {version: inflated(stored) for version, stored in some})


def _index(connection: "sqlite3.Connection", forms: dict[int, str]) -> None:
    """List the words of these versions, one after the other: the index is written out before any other row is."""
    connection.executemany(_KEEP_WORDS, forms.items())
    counts = Counter(chain.from_iterable(set(each.split()) for each in forms.values()))
    connection.executemany(_COUNT_FORMS, counts.items())


def _keep(connection: "sqlite3.Connection", one: Stored, then: int, new: dict[int, str]) -> int:
    """The number of the version, whose text is kept unless it is; `new` gets its forms if it is new."""
    told = one.summary
    identity = told.source.identity
    (version,) = connection.execute(_KEEP_ARTICLE, (identity, told.key, storable(told.title))).fetchone()
    about = (told.byline, told.wire, told.agency, told.date)
    origin = (then, told.sha256, one.format, one.encoding, one.address)
    counts = (told.language, told.words, told.sentences, told.furniture)
    fields = (version, *origin, *(text and storable(text) for text in about), *counts)
    if connection.execute(_KEEP_HELD, fields).rowcount:
        connection.execute(_KEEP_CONTENT, (version, one.original, one.text, one.parts, deflated(one.forms)))
        new[version] = one.forms
    return int(version)


def _hold(
    connection: "sqlite3.Connection", one: Stored, version: int, collection: int, number: int
) -> tuple[int, State]:
    """Put a version in the collection: the label's number, and what that changed. A new one takes `number`."""
    asked = (collection, one.summary.source.identity, version)
    holding = connection.execute(_HOLDING, asked).fetchone()
    if holding is None:
        connection.execute(_HOLD, (collection, number, version))
        return number, State.NEW
    place, found, before, removed = holding
    if before == version and removed is None:
        return found, State.KNOWN
    connection.execute(_RENEW, (version, place))
    return found, State.NEW if removed is not None else State.CHANGED
