"""What reviewers did, kept act by act."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

import tui
from tui.articles.origin import Source
from tui.library.library import Library, storable
from tui.library.model import Entry, LibraryError
from tui.review.acts import Act, Deed, Mark, Redo, Undo
from tui.review.anchors import Version
from tui.review.history import History, Wanted, everything
from tui.review.rows import COLUMNS, NoActError, Row, act_of, row_of
from tui.text.witness import Witness

if TYPE_CHECKING:
    import sqlite3

_KEEP = f"""
    INSERT INTO act ({", ".join(COLUMNS)})
    VALUES ({", ".join(f":{column}" for column in COLUMNS)})
    ON CONFLICT (id) DO NOTHING"""  # noqa: S608 (the columns' names are the program's own)
_SINCE = "SELECT * FROM act WHERE number > ? ORDER BY number"

_DAY = 86_400_000_000
"""Microseconds by which clocks may differ."""


class Versioned(Entry, Protocol):
    """An article of which the digest of its bytes is known."""

    @property
    def sha256(self) -> str:
        """That of the source's bytes, in hexadecimal digits."""
        ...


def version_of(article: Versioned, witness: Witness) -> Version:
    """The article as reviews know it, by its source's absolute path or address."""
    return Version(named(article.source), article.key, article.sha256, article.title, witness)


def named(source: Source) -> str:
    """The source as the acts on it name it: its absolute path or address."""
    return storable(os.fsdecode(source.identity))


class Reviews:
    """The acts of everyone who reviews with one library, seen by one reviewer.

    Several reviewers, and several sittings of one, may use a library at once. Any call may raise `LibraryError`;
    what was recorded is on disk when the call returns, and what raised was not kept.
    """

    def __init__(self, library: Library, reviewer: str) -> None:
        self.reviewer = reviewer
        self.history = History()
        self._library = library
        self._seen = 0

    def reload(self) -> History:
        """Everything that anyone has done by now. O(new acts)."""
        self._take(self._library.store().ask(_SINCE, (self._seen,)))
        return self.history

    def record(self, mark: Mark) -> Act:
        """Keep a verdict, a bond or a note."""
        with self._library.store().write() as connection:
            self._catch_up(connection)
            act = self._keep(connection, mark)
        self.history.add([act])
        return act

    def undo(self, wanted: Wanted = everything) -> Act | None:
        """Take back the reviewer's last wanted act that stands, and give it; None where there is none."""
        return self._turn(Undo, self.history.undoable, wanted)

    def redo(self, wanted: Wanted = everything) -> Act | None:
        """Bring back the wanted act undone last, and give it; None where there is none."""
        return self._turn(Redo, self.history.redoable, wanted)

    def take_in(self, acts: Iterable[Act]) -> int:
        """Keep acts from elsewhere, all of them or none, and give how many were new. Known ones change nothing.

        Acts of days to come are refused, since whatever their reviewer does next would have to follow them.
        """
        taken, tomorrow = tuple(acts), _now() + _DAY
        early = next((act for act in taken if act.time > tomorrow), None)
        if early is not None:
            raise LibraryError(self._library.where, f"takes in nothing, since an act of {early.reviewer} lies ahead")
        with self._library.store().write() as connection:
            before = connection.total_changes
            connection.executemany(_KEEP, map(_stored, taken))
            new = connection.total_changes - before
        self.reload()
        return new

    def _turn(self, kind: type[Undo | Redo], choose: Callable[[str, Wanted], Act | None], wanted: Wanted) -> Act | None:
        """Undo or redo the act that is chosen once all that was done is known."""
        with self._library.store().write() as connection:
            self._catch_up(connection)
            found = choose(self.reviewer, wanted)
            turn = None if found is None else self._keep(connection, kind(found.id))
        self.history.add([] if turn is None else [turn])
        return found

    def _keep(self, connection: "sqlite3.Connection", deed: Deed) -> Act:
        now = max(_now(), self.history.latest(self.reviewer) + 1)
        row = _stored(Act(uuid4().hex, self.reviewer, now, tui.__version__, deed))
        try:
            act = act_of(row)
        except NoActError as error:
            raise LibraryError(self._library.where, f"cannot keep this: its {error} is too long, or no such") from error
        connection.execute(_KEEP, row)
        return act

    def _catch_up(self, connection: "sqlite3.Connection") -> None:
        """Take in what others have done, inside a transaction, so that nothing can come between."""
        self._take(connection.execute(_SINCE, (self._seen,)).fetchall())

    def _take(self, rows: list[tuple[Any, ...]]) -> None:
        try:
            self.history.add(map(_act, rows))
        except NoActError as error:
            raise LibraryError(self._library.where, f"holds an act whose {error} cannot be read") from error
        self._seen = rows[-1][0] if rows else self._seen


def _now() -> int:
    """Microseconds since 1970."""
    return time.time_ns() // 1000


def is_readable(row: Sequence[Any]) -> bool:
    """Whether a row of the table is an act."""
    try:
        return bool(_act(row))
    except NoActError:
        return False


def _act(row: Sequence[Any]) -> Act:
    """The act that a row of the table is, whose first column is its number."""
    return act_of(dict(zip(COLUMNS, row[1:], strict=True)))


def _stored(act: Act) -> Row:
    """The act's row with text as SQLite can keep it: half a surrogate pair becomes a question mark."""
    return {name: storable(value) if isinstance(value, str) else value for name, value in row_of(act).items()}
