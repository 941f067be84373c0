"""What comparing two texts came to, kept from one sitting to the next."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tui.library.code import code_stamp
from tui.library.library import Library
from tui.library.model import LibraryError

if TYPE_CHECKING:
    from tui.library.store import Store

MOST = 32_000_000
"""Bytes of answers that are kept together; those kept longest ago give way."""

_PACKAGES = ("text", "facts", "facts/clashes", "facts/dates", "facts/quantities", "alignment")
_LIBRARIES = ("numpy", "rapidfuzz", "Stemmer")
"""What the links and the candidates between two texts depend on."""

_RECALL = """
    SELECT answer FROM comparison
    WHERE one = ? AND other = ? AND asked = ? AND code = ? AND typeof(answer) = 'blob'"""
_KEEP = "INSERT OR REPLACE INTO comparison (one, other, asked, code, answer) VALUES (?, ?, ?, ?, ?)"
_GIVE_WAY = """
    DELETE FROM comparison WHERE id IN (SELECT id FROM (
      SELECT id, sum(length(answer)) OVER (ORDER BY id DESC) AS bytes FROM comparison) WHERE bytes > ?)"""

Asked: TypeAlias = tuple[bytes, bytes, str]
"""The digests of the left and the right witness, and what was asked of them."""

Answer = TypeVar("Answer")


class Comparisons:
    """Answers about pairs of texts, for as long as the program that gave them stays the same.

    Nothing is raised: a library that refuses once is asked no more, and keeps nothing more.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._refused = False

    def recall(self, asked: Asked) -> bytes | None:
        """What was answered, as it was kept; None where it was not, or by another program."""
        values = (*asked, engine())
        rows = self._try(lambda store: store.ask(_RECALL, values)) if engine() else None
        return rows[0][0] if rows else None

    def keep(self, asked: Asked, answer: bytes) -> None:
        """Keep an answer in place of an earlier one; the oldest of all give way."""

        def write(store: "Store") -> None:
            with store.write() as connection:
                connection.execute(_KEEP, (*asked, engine(), answer))
                connection.execute(_GIVE_WAY, (MOST,))

        if engine() and not self._library.read_only:
            self._try(write)

    def _try(self, ask: "Callable[[Store], Answer]") -> Answer | None:
        if self._refused:
            return None
        try:
            return ask(self._library.store())
        except LibraryError:
            self._refused = True
            return None


@cache
def engine() -> str:
    """What stands for the code that compares, as `code_stamp`."""
    from importlib.util import find_spec  # noqa: PLC0415 (a start does without it)

    specs = map(find_spec, _LIBRARIES)
    return code_stamp(_PACKAGES, [Path(spec.origin) for spec in specs if spec is not None and spec.origin is not None])
