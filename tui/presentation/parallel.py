"""Claims as the texts of several sources side by side: a row each, a column for every source."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from tui.presentation import glyphs
from tui.presentation.bars import Part
from tui.presentation.page import Cell, Emphasis, Run
from tui.presentation.sheet import GUTTER, Entry, Mark, Sheet, gutter_of, plain, stack
from tui.presentation.spot import Spot
from tui.presentation.wrapping import cells_of, clip, flow
from tui.text.shown import one_line, shown
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.collation.model import Claim, Collation

LEAST_COLUMNS = 3
_COMFORTABLE = 60
"""Cells from which more than three columns read well, each."""
_APART = f" {glyphs.SILENT} "
"""What parts a source's sentences of one claim, which rarely follow each other in its text."""
_BETWEEN = f" {glyphs.DIVIDER} "


def text_columns(sources: int, width: int) -> int:
    """How many texts stand side by side on a screen of that many cells: three, and more where each has room."""
    return min(sources, max(LEAST_COLUMNS, width // _COMFORTABLE))


def parallel_entries(
    collation: "Collation", numbers: Sequence[int], claims: Iterable[int], window: range
) -> tuple[Entry, ...]:
    """A claim each that some source in the window makes, with what every one of them says as its marks.

    Args:
        collation: The sources' claims.
        numbers: The number that each source has in the list.
        claims: Which claims, in which order.
        window: The sources that have a column.
    """
    told = (collation.claims[number] for number in claims)
    return tuple(
        _entry(collation, numbers, claim, window) for claim in told if any(claim.sentences[source] for source in window)
    )


def parallel_heads(
    labels: Sequence[str], titles: Sequence[str], width: int, chosen: int | None, window: range
) -> list[Part]:
    """What stands above the columns: each source's label and as much of its title as there is room for."""
    room = _column_cells(len(window), width)
    parts = [Part(" " * GUTTER)]
    for at in window:
        head = clip(f"{labels[at]}  {shown(titles[at])}", room)
        parts += [Part(_BETWEEN if at > window.start else "", "muted")]
        parts += [Part(head + " " * (room - cells_of(head)), "title" if at == chosen else "muted")]
    return parts


def lay_out_parallel(entries: Sequence[Entry], width: int, chosen: int | None = None) -> Sheet:
    """The entries with their marks as columns, at a width in cells; each is a stop, numbered from 1.

    What stands in the column of the number `chosen` belongs to its stop, as a sentence's words do.
    """

    def cells(entry: Entry, stop: int) -> tuple[Cell, ...]:
        room = _column_cells(len(entry.marks), width)
        columns = [
            flow([Run(mark.text, mark.emphasis, Side.LEFT, stop if at == chosen else None)], room)
            for at, mark in enumerate(entry.marks)
        ]
        lines = zip_longest(*columns, fillvalue=())
        return tuple(Cell(gutter_of(entry, at), tuple(_line(line, room))) for at, line in enumerate(lines))

    return stack(entries, width, [len(cells(entry, 0)) for entry in entries], cells)


def _line(columns: Sequence[tuple[Run, ...]], room: int) -> Iterator[Run]:
    for at, runs in enumerate(columns):
        if at:
            yield plain(_BETWEEN, Emphasis.LABEL)
        yield from runs
        yield plain(" " * (room - sum(cells_of(run.text) for run in runs)))


def _column_cells(columns: int, width: int) -> int:
    room = width - GUTTER - 1 - len(_BETWEEN) * (columns - 1)
    return max(1, room // max(1, columns))


def _entry(collation: "Collation", numbers: Sequence[int], claim: "Claim", window: range) -> Entry:
    source, sentence = claim.representative
    marks = tuple(_told(collation, numbers, claim, source) for source in window)
    return Entry((), Spot((numbers[source],), Side.LEFT, sentence), marks, apart=True)


def _told(collation: "Collation", numbers: Sequence[int], claim: "Claim", source: int) -> Mark:
    sentences = claim.sentences[source]
    if not sentences:
        return Mark(glyphs.SILENT, Emphasis.FURNITURE)
    quoted = (one_line(collation.witnesses[source].quote(sentence)) for sentence in sentences)
    sign = f"{glyphs.CONFLICT} " if source in claim.differing else ""
    return Mark(sign + _APART.join(quoted), Emphasis.PLAIN, Spot((numbers[source],), Side.LEFT, sentences[0]))
