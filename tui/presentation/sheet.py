"""Entries one below the other, each leading to a sentence: lenses, candidates for conflict, claims."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tui.presentation import glyphs
from tui.presentation.late import Late
from tui.presentation.page import Cell, Column, Emphasis, Line, Page, Run, Stop
from tui.presentation.spot import Spot
from tui.presentation.wrapping import breaks, cells_of, flow
from tui.text.sides import Side
from tui.text.typography import fold

GUTTER = 3
_FURTHER = 2
"""Cells that what stands below an entry is further in."""
_NARROWEST = 20
"""Cells that an entry's text keeps, whatever stands beside it."""


class Mark(NamedTuple):
    """A sign or word beside an entry, such as how one source stands to a claim, and where it leads by itself."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    spot: Spot | None = None


class Entry(NamedTuple):
    """Runs of text, with marks to the right of their first line; one without a spot is a heading.

    `indent` is in cells; `apart` puts an empty line above; each of `below` begins a line of its own, further in.
    `mark_cells` is what the marks take together, where that is known before they are made. `about` are the sentences
    that it tells of, each in its article, where they are others than the spot's; `noted` whether one has a note.
    """

    runs: tuple[Run, ...]
    spot: Spot | None = None
    marks: Sequence[Mark] = ()
    indent: int = 0
    apart: bool = False
    below: tuple[tuple[Run, ...], ...] = ()
    mark_cells: int | None = None
    about: tuple[Spot, ...] = ()
    noted: bool = False

    @property
    def beside(self) -> int:
        """Cells that all marks take together."""
        return sum(cells_of(mark.text) for mark in self.marks) if self.mark_cells is None else self.mark_cells

    @property
    def text(self) -> str:
        """What the entry says, to be searched."""
        runs = [*self.runs, *(run for runs in self.below for run in (plain("\n"), *runs))]
        return " ".join(["".join(run.text for run in runs), *(mark.text for mark in self.marks)]).strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of entries; `entries` are those that its stops stand for, each by its number as a sentence."""

    page: Page
    entries: tuple[Entry, ...]


def heading(text: str, *, apart: bool = True) -> Entry:
    """An entry that names those below it; the cursor passes it by."""
    return Entry((Run(text, Emphasis.HEADING, Side.LEFT),), apart=apart)


def plain(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> Run:
    """A run that stands in no source; `text` must be safe to show."""
    return Run(text, emphasis, Side.LEFT)


def gutter_of(entry: Entry, line: int) -> tuple[Run, ...]:
    """What stands before an entry's line of that number: before the first whether it is noted."""
    return (plain(f" {glyphs.NOTE if entry.noted and not line else ' '} "),)


def lay_out_sheet(entries: Sequence[Entry], width: int, chosen: int | None = None) -> Sheet:
    """The entries at a width in cells; each with a spot is a stop, numbered from 1.

    The mark of the number `chosen` belongs to its stop, as a sentence's words do.
    """
    beside = max((entry.beside for entry in entries), default=0)
    room = _room(width)
    widths = _Widths(max(_NARROWEST, room - (beside + 1 if beside else 0)), room)
    heights = [_height(entry, widths) for entry in entries]
    return stack(entries, width, heights, lambda entry, stop: tuple(_cells(entry, stop, widths, chosen)))


def stack(
    entries: Sequence[Entry], width: int, heights: Sequence[int], cells: Callable[[Entry, int], Sequence[Cell]]
) -> Sheet:
    """The entries one below the other, at a width in cells.

    Args:
        entries: What stands there.
        width: Cells of the whole page.
        heights: How many lines each entry takes.
        cells: An entry's lines, for the number of its stop; made when the first of them is looked at.
    """
    places: list[tuple[int, int]] = []
    stops: list[Stop] = []
    stop_of: list[int] = []
    for number, (entry, height) in enumerate(zip(entries, heights, strict=True)):
        if entry.apart and places:
            places.append((number, -1))
        stop_of.append(len(stops))
        if entry.spot is not None:
            first = len(places)
            stops.append(Stop(number, Side.LEFT, len(stops), first, first + height - 1, len(stops) + 1))
        places += [(number, line) for line in range(height)]
    made = Late(len(entries), lambda number: cells(entries[number], stop_of[number]))

    def line(at: int) -> Line:
        number, place = places[at]
        return Line(number, (Cell() if place < 0 else made[number][place],))

    page = Page(width, (Column(None, 0, GUTTER, _room(width)),), Late(len(places), line), tuple(stops))
    return Sheet(page, tuple(entry for entry in entries if entry.spot is not None))


def _room(width: int) -> int:
    return max(_NARROWEST, width - GUTTER - 1)


def holding(entries: Sequence[Entry], words: str) -> tuple[Entry, ...]:
    """The entries that hold these words, case and quotes aside, each below the heading that it had."""
    wanted = fold(words)
    kept: list[Entry] = []
    above: Entry | None = None
    for entry in entries:
        if entry.spot is None:
            above = entry
        elif wanted in fold(entry.text):
            kept += [entry] if above is None else [above, entry]
            above = None
    return tuple(kept)


class _Widths(NamedTuple):
    """Cells for text beside the marks, and below them."""

    beside: int
    below: int


def _height(entry: Entry, widths: _Widths) -> int:
    own = len(_breaks("".join(run.text for run in entry.runs), max(1, widths.beside - entry.indent)))
    further = max(1, widths.below - entry.indent - _FURTHER)
    return max(1, own) + sum(len(_breaks("".join(run.text for run in runs), further)) for runs in entry.below)


@lru_cache(maxsize=1 << 14)
def _breaks(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Where the lines of a text break; a sheet is laid out again whenever another mark is chosen."""
    return tuple(breaks(text, width))


def _cells(entry: Entry, stop: int, widths: _Widths, chosen: int | None) -> Iterator[Cell]:
    width, room = widths
    indent = (plain(" " * entry.indent),) if entry.indent else ()
    for number, line in enumerate(flow(entry.runs, width - entry.indent) or ((),)):
        cells = indent + line
        if not number and entry.marks:
            gap = width - sum(cells_of(run.text) for run in cells) + 1
            marks = [
                Run(mark.text, mark.emphasis, Side.LEFT, stop if place == chosen else None)
                for place, mark in enumerate(entry.marks)
            ]
            cells = (*cells, plain(" " * gap), *marks)
        yield Cell(gutter_of(entry, number), cells)
    further = plain(" " * (entry.indent + _FURTHER))
    for runs in entry.below:
        for line in flow(runs, room - entry.indent - _FURTHER):
            yield Cell(gutter_of(entry, 1), (further, *line))
