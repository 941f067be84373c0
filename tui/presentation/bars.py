"""Lines of a few words: a title, a status, the hints."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.presentation.cells import cells_of, clip


class Part(NamedTuple):
    """Some words of a bar; `look` is that of the bar's inks which draws them."""

    text: str
    look: str = "text"


class Hint(NamedTuple):
    """A key as it is printed, and what it does in a word or two."""

    key: str
    does: str

    @property
    def parts(self) -> tuple[Part, Part]:
        """The hint as it stands in the bottom line."""
        return Part(self.key, "key"), Part(f" {self.does}  ", "muted")


def fitted(left: Sequence[Part], right: Sequence[Part], width: int) -> list[Part]:
    """The parts as one line of that many cells. What does not fit is cut from the left ones; the right ones stay."""
    end, taken = _cut(right, width)
    start, used = _cut(left, width - taken - (taken > 0))
    return [*start, Part(" " * (width - taken - used)), *end]


def telling(
    left: Sequence[Part], said: Part, right: Sequence[Part], width: int
) -> tuple[Sequence[Part], Sequence[Part]]:
    """A status with a message after its left parts.

    Where so many cells do not hold it all, what was searched gives way, which has the look of keys, then what lasts,
    then the rest.
    """
    kept = [part for part in left if part.look != "key"]
    for before, after in ((left, right), (kept, right), (kept, ())):
        told = [*before, Part("  "), said]
        if _holds(told, after, width):
            return told, after
    return [Part(" "), said], ()


def _holds(left: Sequence[Part], right: Sequence[Part], width: int) -> bool:
    """Whether a line of that many cells has room for these, and a cell before those to the right."""
    taken = sum(cells_of(part.text) for part in right)
    return sum(cells_of(part.text) for part in left) + (taken > 0) + taken <= width


def _cut(parts: Iterable[Part], width: int) -> tuple[list[Part], int]:
    """The parts that fit, and the cells they take."""
    kept, room = [], width
    for text, look in parts:
        if cells_of(text) > room:
            indent = len(text) - len(text.lstrip())
            text = " " * indent + clip(text, room - indent)  # noqa: PLW2901
        room -= cells_of(text)
        if text:
            kept.append(Part(text, look))
    return kept, width - room


def hint_parts(names: Iterable[str], hints: Mapping[str, Hint], width: int) -> list[Part]:
    """The hints of that name which fit in order, and the way to the help, which always stands there."""
    rest = hints["app.help"].parts if "app.help" in hints else ()
    room = width - sum(cells_of(part.text) for part in rest) - 1
    parts = [Part(" ")]
    for name in names:
        hint = hints[name].parts if name in hints else ()
        wanted = sum(cells_of(part.text) for part in hint)
        if hint and wanted <= room:
            parts += hint
            room -= wanted
    return [*parts, *rest]
