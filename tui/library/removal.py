"""Articles put away, brought back, and erased."""

import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.collection import label_of
from tui.library.contents import inflated
from tui.library.holdings import NOTE_GAPS
from tui.library.library import Library

if TYPE_CHECKING:
    import sqlite3

_PUT_AWAY = "UPDATE holding SET removed = ? WHERE collection = ? AND number = ? AND removed IS NULL"
_LAST = "SELECT max(removed) FROM holding WHERE collection = ?"
_BRING_BACK = "UPDATE holding SET removed = NULL WHERE collection = ? AND removed = ? RETURNING number"
_FORGET = "DELETE FROM holding WHERE collection = ? AND removed IS NOT NULL"
_UNHELD = """
    SELECT held.article, forms FROM held JOIN content ON content.article = held.article
      JOIN article ON article.id = held.article
    WHERE NOT EXISTS (SELECT 1 FROM holding WHERE holding.article = held.article) AND (source = x'' OR NOT EXISTS (
      SELECT 1 FROM article AS other JOIN holding ON holding.article = other.id WHERE other.source = article.source))"""
_UNCOUNT = "UPDATE form SET articles = articles - ? WHERE form = ?"


class Removal:
    """What is put away stays in the file until it is erased. Any call may raise `LibraryError`."""

    def __init__(self, library: Library, collection: int) -> None:
        self._library = library
        self._collection = collection

    def remove(self, numbers: Sequence[int]) -> None:
        """Put away the articles whose labels have these numbers, all at once."""
        now = time.time_ns() // 1000
        with self._library.store().write() as connection:
            connection.executemany(_PUT_AWAY, ((now, self._collection, number) for number in numbers))

    def undo(self) -> tuple[str, ...]:
        """Bring back what was put away last; gives the labels, none where nothing is put away."""
        with self._library.store().write() as connection:
            (last,) = connection.execute(_LAST, (self._collection,)).fetchone()
            numbers = connection.execute(_BRING_BACK, (self._collection, last)).fetchall()
        return tuple(label_of(number) for (number,) in sorted(numbers))

    def erase(self) -> int:
        """Overwrite all that is put away, unless another collection has it; gives how many texts are gone for good.

        Notes, verdicts and places stay. O(library).
        """
        store = self._library.store()
        with store.write() as connection:
            connection.execute("PRAGMA secure_delete = ON")
            gone = connection.execute(_FORGET, (self._collection,)).rowcount
            connection.execute(NOTE_GAPS, (gone, self._collection))
            unheld = connection.execute(_UNHELD).fetchall()
            forms: Counter[str] = Counter()
            for version, deflated in unheld:
                forms.update(set(_erase(connection, version, inflated(deflated)).split()))
            connection.executemany(_UNCOUNT, ((count, form) for form, count in forms.items()))
            connection.execute("DELETE FROM form WHERE articles < 1")
            if unheld:
                connection.execute("DELETE FROM comparison")  # the reasons of their links are words of the texts
                connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        return len(unheld)


def _erase(connection: "sqlite3.Connection", version: int, forms: str) -> str:
    """Take a version out of everything but the table of articles; gives its forms."""
    connection.execute("INSERT INTO words (words, rowid, forms) VALUES ('delete', ?, ?)", (version, forms))
    connection.execute("DELETE FROM content WHERE article = ?", (version,))
    connection.execute("DELETE FROM held WHERE article = ?", (version,))
    return forms
