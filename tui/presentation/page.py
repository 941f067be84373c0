"""What a laid-out page is made of."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from tui.presentation.cells import cells_of, clip
from tui.text.sides import Side, Sides
from tui.text.spans import Span


class Emphasis(StrEnum):
    """Why a run looks the way it does; each is drawn by one style."""

    PLAIN = "plain"
    TITLE = "title"
    HEADING = "heading"
    DEK = "dek"
    FURNITURE = "furniture"
    SHARED = "shared"
    VARIANT = "variant"
    DIVERGENT = "divergent"
    LEFT_ONLY = "left-only"
    RIGHT_ONLY = "right-only"
    MOVED = "moved"
    CONFLICT = "conflict"
    LABEL = "label"


class Run(NamedTuple):
    """Characters of one look. `span` is the place they have in their side's text, code point by code point.

    What the page draws itself (glyphs, brackets, filler) has no span, and no sentence where it belongs to none.
    """

    text: str
    emphasis: Emphasis
    side: Side
    sentence: int | None = None
    span: Span | None = None


class Cell(NamedTuple):
    """One column's part of a line: the gutter's glyphs, then the text, at most the column's width in cells."""

    gutter: tuple[Run, ...] = ()
    runs: tuple[Run, ...] = ()


class Line(NamedTuple):
    """One line of the screen: a cell for each column of the page, and the row that it belongs to."""

    row: int
    cells: tuple[Cell, ...]


class Column(NamedTuple):
    """Where a column stands: its side (None: both), its first cell, the gutter's width, and the text's."""

    side: Side | None
    left: int
    gutter: int
    width: int


class Stop(NamedTuple):
    """A place for the cursor: a sentence, or a folded run of rows (without side and sentence).

    `first` and `last` are lines of the page, both included; `number` is what readers call the sentence.
    """

    row: int
    side: Side | None
    sentence: int | None
    first: int
    last: int
    number: int | None = None


class Page(NamedTuple):
    """A whole text or pair at one width, from its first line to its last."""

    width: int
    columns: tuple[Column, ...]
    lines: Sequence[Line]
    stops: tuple[Stop, ...]

    def stop_of(self, side: Side, sentence: int) -> int | None:
        """The number of the stop at that sentence, None where it is folded away."""
        for number, stop in enumerate(self.stops):
            if stop.sentence == sentence and stop.side is side:
                return number
        return None


def titles_page(labels: Sides[str], titles: Sides[str], width: int) -> Page:
    """The titles of a pair, a line each without a stop, at a width in cells: what is there before the pair is."""
    lines = []
    for side, look in zip(Side, (Emphasis.LEFT_ONLY, Emphasis.RIGHT_ONLY), strict=True):
        label = f" {labels[side]}  "
        runs = (Run(label, look, side), Run(clip(titles[side], width - cells_of(label)), Emphasis.PLAIN, side))
        lines.append(Line(0, (Cell(runs=runs),)))
    return Page(width, (Column(None, 0, 0, width),), lines, ())
