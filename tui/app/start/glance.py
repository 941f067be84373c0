"""What earlier sittings left behind, asked in passing before the first picture."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tui.articles import Source, Summary
from tui.library import Library, LibraryError

T = TypeVar("T")

PATIENCE = 0.05
"""Seconds that another program's write to the library is waited for; the first picture cannot wait longer."""


class Glance:
    """A library that is only asked; one that is not there, or refuses, knows nothing.

    Args:
        path: The library's file; None where nothing is to be remembered.
        reader: Whose choices and places are asked for.
    """

    def __init__(self, path: Path | None, reader: str) -> None:
        there = path is not None and os.path.exists(path)  # noqa: PTH110 (pathlib raises)
        self._library = Library.open(path, patience=PATIENCE, reader=reader) if there else None

    def _ask(self, ask: Callable[[Library], T]) -> T | None:
        if self._library is None:
            return None
        try:
            return ask(self._library)
        except LibraryError:
            self._library = None
            return None

    def recall(self, name: str) -> str | None:
        """A choice of an earlier sitting."""
        return self._ask(lambda library: library.recall(name))

    def summary(self, source: Source) -> Summary | None:
        """What a list shows of the source, where its file is still the one that was read."""
        return self._ask(lambda library: library.summary(source))

    def seen(self, summary: Summary) -> float:
        """The share of the article that was ever read, 0.0 to 1.0."""
        return self._ask(lambda library: library.seen(summary)) or 0.0

    def close(self) -> None:
        """Let the file go."""
        if self._library is not None:
            self._ask(Library.close)
