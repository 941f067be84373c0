"""Everything that is remembered, behind one object."""

import os
import re
import time
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tui.articles.origin import Source, Stamp, source_of
from tui.articles.summary import Summary
from tui.library import summaries
from tui.library.model import Entry, LibraryError, Mark, Place
from tui.resources import user_folder
from tui.settings import Settings, reviewer

if TYPE_CHECKING:
    import sqlite3

    from tui.library.store import Store

PATIENCE = 5.0
"""Seconds that a call waits for another program's write to end, unless another time is asked for."""

_NAME = re.compile(r"[A-Za-z]")
_KEEP_ARTICLE = """
    INSERT INTO article (source, key, title) VALUES (?, ?, ?)
    ON CONFLICT (source, key) DO UPDATE SET title = excluded.title"""
_KEEP_PLACE = """
    INSERT INTO place (article, reader, quotation, sentence, "offset", share, seen, kept)
    VALUES (?1, ?7, ?2, ?3, ?4, ?5, ?5, max(?6, (SELECT coalesce(max(kept), 0) + 1 FROM place)))
    ON CONFLICT (article, reader) DO UPDATE SET quotation = excluded.quotation, sentence = excluded.sentence,
      "offset" = excluded."offset", share = excluded.share, seen = max(seen, excluded.seen), kept = excluded.kept"""
_PLACE = """
    SELECT quotation, sentence, "offset", share, seen FROM article JOIN place ON place.article = article.id
    WHERE ((source = ?1 AND source != x'') OR (key = ?2 AND key != '')) AND reader IN (?3, '')
    ORDER BY reader DESC, source = ?1 AND key = ?2 DESC, source = ?1 DESC, kept DESC LIMIT 1"""
_KEEP_MARK = """
    INSERT OR REPLACE INTO mark (name, reader, article, quotation, sentence, "offset", share)
    VALUES (?, ?, ?, ?, ?, ?, ?)"""
_MARKS = """
    SELECT name, quotation, sentence, "offset", share, key, source, title
    FROM mark JOIN article ON mark.article = article.id WHERE reader IN (?, '')"""
REMEMBER = "INSERT OR REPLACE INTO remembered (name, reader, value) VALUES (?, ?, ?)"
_RECALL = "SELECT value FROM remembered WHERE name = ? AND reader IN (?, '') ORDER BY reader DESC LIMIT 1"


def default_path() -> Path:
    """Where the library lies unless the user says otherwise."""
    return user_folder("data") / "library.sqlite3"


def library_path(settings: Settings) -> Path | None:
    """Where the library lies that these settings ask for; None where nothing is to be kept."""
    if not settings.save:
        return None
    return default_path() if settings.library is None else Path(settings.library)


def existing(settings: Settings) -> "Library | None":
    """The library that these settings ask for, None where there is no such file; not opened yet."""
    path = library_path(settings)
    there = path is not None and os.path.lexists(path)
    return Library.open(path, read_only=settings.read_only, reader=reviewer(settings)) if there else None


class Library:
    """One reader's places, marks and small values in one file. Safe from several threads and processes at once.

    The file is opened, and made, when something is first asked or kept, and any call may raise `LibraryError`;
    a call after one that failed tries again. What a call was given to keep is on disk when it returns.
    """

    def __init__(
        self, path: Path | None, patience: float = PATIENCE, *, read_only: bool = False, reader: str = ""
    ) -> None:
        self._patience = patience
        self.reader = storable(reader)
        self.read_only = read_only
        self._path = None if path is None else Path(os.path.abspath(path))  # noqa: PTH100 (resolve would follow links)
        self._lock = Lock()
        self._opened: Store | None = None
        self._closed = False

    @classmethod
    def open(cls, path: Path | None, *, patience: float = PATIENCE, read_only: bool = False, reader: str = "") -> Self:
        """The library in this file, or one in memory that leaves no trace; touches no file yet.

        Args:
            path: The file; None keeps everything in memory.
            patience: Seconds that a call waits for another program's write to end.
            read_only: Whether every call that would keep something is refused.
            reader: Whose places, marks and values they are.
        """
        return cls(path, patience, read_only=read_only, reader=reader)

    @property
    def where(self) -> str:
        """What messages call it: the file's path, or `memory`."""
        return "memory" if self._path is None else Source(self._path).name

    @property
    def path(self) -> Path | None:
        """The file, None where everything is kept in memory."""
        return self._path

    @property
    def lasts(self) -> bool:
        """Whether what is kept outlasts the program."""
        return self._path is not None

    def is_reviewed(self) -> bool:
        """Whether anyone has recorded an act of review."""
        return bool(self.store().ask("SELECT 1 FROM act LIMIT 1"))

    def place(self, article: Entry) -> Place | None:
        """Where the article was left, None if it never was.

        A place in this very text of this source goes first, then the last kept in any text of the source,
        then the last kept in the same text from anywhere.
        """
        rows = self._ask(_PLACE, (*identity(article)[:2], self.reader))
        return Place(*rows[0][:4]) if rows else None

    def keep_place(self, article: Entry, place: Place) -> None:
        """Remember where the reader stands in the article."""
        kept = time.time_ns() // 1000
        with self.store().write() as connection:
            connection.execute(_KEEP_PLACE, (_article(connection, article), *_fields(place), kept, self.reader))

    def seen(self, article: Entry) -> float | None:
        """The largest share of the article ever read, 0.0 to 1.0; None if it never was opened. As `place`."""
        rows = self._ask(_PLACE, (*identity(article)[:2], self.reader))
        return float(rows[0][4]) if rows else None

    def mark(self, name: str) -> Mark | None:
        """The mark with this name, None without one."""
        rows = self._ask(f"{_MARKS} AND name = ? ORDER BY reader DESC", (self.reader, storable(name)))
        return _mark(*rows[0]) if rows else None

    def keep_mark(self, name: str, article: Entry, place: Place) -> None:
        """Remember a place by name, in whatever article; one that had the name before gives way.

        Raises:
            ValueError: The name is no single letter, `a` to `z` or `A` to `Z`.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(name)
        with self.store().write() as connection:
            connection.execute(_KEEP_MARK, (name, self.reader, _article(connection, article), *_fields(place)))

    def marks(self) -> tuple[Mark, ...]:
        """All marks by name, small letters first."""
        rows = self._ask(f"{_MARKS} ORDER BY name < 'a', name, reader", (self.reader,))
        return tuple({row[0]: _mark(*row) for row in rows}.values())

    def recall(self, name: str) -> str | None:
        """The value last remembered under this name, None without one."""
        rows = self._ask(_RECALL, (storable(name), self.reader))
        return str(rows[0][0]) if rows else None

    def remember(self, name: str, value: str) -> None:
        """Remember a value under a name."""
        with self.store().write() as connection:
            connection.execute(REMEMBER, (storable(name), self.reader, storable(value)))

    def summary(self, source: Source) -> Summary | None:
        """What a list shows of the source, without a label; None where its file has changed or was never read."""
        if source.version is not None:
            return None  # a version is listed as it is held
        asked = summaries.question(source)
        rows = self._ask(summaries.SUMMARY, asked) if asked is not None else []
        return summaries.answer(source, Stamp(*asked[1:3]), rows[0]) if asked is not None and rows else None

    def keep_summaries(self, read: tuple[Summary, ...]) -> None:
        """Remember what a list shows of these articles, all of them or none."""
        with self.store().write() as connection:
            summaries.keep(connection, read)

    def store(self) -> "Store":
        """The open file, for what else is kept in it; SQLite is imported only now, since a start needs none of it.

        Raises:
            LibraryError: It cannot be opened, or the library is closed.
        """
        with self._lock:
            if self._closed:
                raise LibraryError(self.where, "is closed")
            if self._opened is None:
                try:
                    from tui.library.store import Store  # noqa: PLC0415
                except ImportError as error:
                    raise LibraryError(self.where, "cannot be opened (this Python lacks SQLite)") from error
                self._opened = Store(self._path, self.where, patience=self._patience, read_only=self.read_only)
            return self._opened

    def close(self) -> None:
        """Let the file go; what is asked or kept later is refused."""
        with self._lock:
            self._closed = True
            store, self._opened = self._opened, None
        if store is not None:
            store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, question: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        if self._path is None and self._opened is None and not self._closed:
            return []  # nothing has been kept yet
        return self.store().ask(question, values)


def _article(connection: "sqlite3.Connection", article: Entry) -> int:
    """The number that this text of this source has in the library, which is given it on first use."""
    named = identity(article)
    connection.execute(_KEEP_ARTICLE, named)
    (found,) = connection.execute("SELECT id FROM article WHERE source = ? AND key = ?", named[:2]).fetchone()
    return int(found)


def identity(article: Entry) -> tuple[bytes, str, str]:
    """What the source is known by, the key and the title, as they are stored."""
    return article.source.identity, article.key, storable(article.title)


def _fields(place: Place) -> tuple[str, int, int, float]:
    return storable(place.quotation), place.sentence, place.offset, place.share


def storable(text: str) -> str:
    """The text as SQLite can keep it: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _mark(name: str, *row: Any) -> Mark:
    *place, key, source, title = row
    return Mark(name, Place(*place), key, source_of(source), title)
