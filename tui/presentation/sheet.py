"""Entries one below the other, each leading to a sentence: lenses, candidates for conflict, claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.presentation.page import Cell, Column, Emphasis, Line, Page, Run, Stop
from tui.presentation.spot import Spot
from tui.presentation.wrapping import cells_of, flow
from tui.text.sides import Side
from tui.text.typography import fold

GUTTER = 3
_NARROWEST = 20
"""Cells that an entry's text keeps, whatever stands beside it."""


class Entry(NamedTuple):
    """Runs of text, with marks to the right of their first line; one without a spot is a heading.

    `indent` is in cells; `apart` puts an empty line above.
    """

    runs: tuple[Run, ...]
    spot: Spot | None = None
    marks: tuple[Run, ...] = ()
    indent: int = 0
    apart: bool = False

    @property
    def text(self) -> str:
        """What the entry says, to be searched."""
        return "".join(run.text for run in (*self.runs, *self.marks))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of entries; `spots` holds where each of its stops leads."""

    page: Page
    spots: tuple[Spot | None, ...]


def heading(text: str, *, apart: bool = True) -> Entry:
    """An entry that names those below it; the cursor passes it by."""
    return Entry((Run(text, Emphasis.HEADING, Side.LEFT),), apart=apart)


def plain(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> Run:
    """A run that stands in no source; `text` must be safe to show."""
    return Run(text, emphasis, Side.LEFT)


def lay_out_sheet(entries: Sequence[Entry], width: int) -> Sheet:
    """The entries at a width in cells; each with a spot is a stop, numbered as it stands among the entries."""
    beside = max((sum(cells_of(run.text) for run in entry.marks) for entry in entries), default=0)
    room = max(_NARROWEST, width - GUTTER - 1)
    text_width = max(_NARROWEST, room - (beside + 1 if beside else 0))
    lines: list[Line] = []
    stops: list[Stop] = []
    spots: list[Spot | None] = []
    for number, entry in enumerate(entries):
        if entry.apart and lines:
            lines.append(Line(number, (Cell(),)))
        first = len(lines)
        lines += [Line(number, (cell,)) for cell in _cells(entry, text_width)]
        if entry.spot is not None:
            stops.append(Stop(number, None, None, first, len(lines) - 1))
            spots.append(entry.spot)
    return Sheet(Page(width, (Column(None, 0, GUTTER, room),), tuple(lines), tuple(stops)), tuple(spots))


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


def _cells(entry: Entry, width: int) -> Iterator[Cell]:
    gutter = (plain(" " * GUTTER),)
    indent = (plain(" " * entry.indent),) if entry.indent else ()
    for number, line in enumerate(flow(entry.runs, width - entry.indent) or ((),)):
        cells = indent + line
        if not number and entry.marks:
            gap = width - sum(cells_of(run.text) for run in cells) + 1
            cells = (*cells, plain(" " * gap), *entry.marks)
        yield Cell(gutter, cells)
