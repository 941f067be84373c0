"""The collections of a library: which there are, and which one is open."""

import time
from typing import NamedTuple

from tui.library.held import Held
from tui.library.library import REMEMBER, Library, storable

FIRST = "articles"
"""What the collection is called that is made when nobody names one."""

_RECENT = """
    ORDER BY name IS (SELECT value FROM remembered WHERE name = 'collection' AND reader = ?) DESC,
      opened DESC, id DESC"""
"""The one that the reader opened last first, then those that anybody did."""
_FILLED = """
    SELECT name FROM collection
    WHERE EXISTS (SELECT 1 FROM holding WHERE collection = collection.id AND removed IS NULL)"""
_LAST = f"{_FILLED} {_RECENT} LIMIT 1"
_COUNTED = """
    SELECT name, (SELECT count(*) FROM holding WHERE collection = collection.id AND removed IS NULL), opened
    FROM collection"""
_ALL = f"{_COUNTED} {_RECENT}"
_OPEN = """
    INSERT INTO collection (name, opened) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET opened = max(opened + 1, excluded.opened) RETURNING id"""


class Listed(NamedTuple):
    """A collection: its name, how many articles it has, and when it was opened last, in microseconds since 1970."""

    name: str
    articles: int
    opened: int


class Collections:
    """An event's articles are a collection. Any call may raise `LibraryError`."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def current(self) -> str | None:
        """The name of the one that the reader, or else anybody, opened last and that has articles; None without one."""
        rows = self._library.store().ask(_LAST, (self._library.reader,))
        return str(rows[0][0]) if rows else None

    def all(self) -> tuple[Listed, ...]:
        """Every collection, the one opened last first."""
        return tuple(Listed(*row) for row in self._library.store().ask(_ALL, (self._library.reader,)))

    def open(self, name: str) -> int:
        """Make a collection the current one, a new one where none is called so; gives its number."""
        with self._library.store().write() as connection:
            (number,) = connection.execute(_OPEN, (storable(name), time.time_ns() // 1000)).fetchone()
            connection.execute(REMEMBER, ("collection", self._library.reader, storable(name)))
        return int(number)

    def number(self, name: str) -> int | None:
        """The number of the collection of that name; None without one."""
        rows = self._library.store().ask("SELECT id FROM collection WHERE name = ?", (storable(name),))
        return int(rows[0][0]) if rows else None

    def held(self, name: str | None = None) -> Held | None:
        """The articles of that collection, or of the one opened last; None where there are none."""
        name = self.current() if name is None else name
        number = None if name is None else self.number(name)
        held = None if name is None or number is None else Held(self._library, number, name)
        return held or None
