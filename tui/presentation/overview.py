"""A whole pair in one column: what each part of it mostly is."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui.alignment.model import Bead, Relation
from tui.presentation import glyphs
from tui.presentation.page import Emphasis, Page
from tui.presentation.rows import Row, is_linked
from tui.text.sides import Side


class Tick(NamedTuple):
    """One cell of the column."""

    glyph: str
    emphasis: Emphasis
    side: Side


_TICKS = {
    Relation.IDENTICAL: Tick(glyphs.SAME, Emphasis.SHARED, Side.LEFT),
    Relation.REWORDED: Tick(glyphs.REWORDED, Emphasis.SHARED, Side.LEFT),
    Relation.LEFT_ONLY: Tick(glyphs.LEFT_ONLY, Emphasis.DIVERGENT, Side.LEFT),
    Relation.RIGHT_ONLY: Tick(glyphs.RIGHT_ONLY, Emphasis.DIVERGENT, Side.RIGHT),
}
_MOVED = Tick(glyphs.MOVED, Emphasis.MOVED, Side.LEFT)
_CONFLICT = Tick(glyphs.CONFLICT, Emphasis.CONFLICT, Side.LEFT)
_EMPTY = Tick(glyphs.FILLER, Emphasis.LABEL, Side.LEFT)


def overview(page: Page, rows: Sequence[Row], beads: Sequence[Bead], height: int) -> tuple[Tick, ...]:
    """A tick for each line of a column of that height, the page's lines shared out evenly among them.

    What both sides say is rare among independent texts, so that one linked row outweighs any number of others, and a
    candidate for conflict any number of those.
    """
    kinds: list[Counter[Tick]] = [Counter() for _ in range(height)]
    for number, line in enumerate(page.lines):
        bead = rows[line.row].bead
        if bead is not None:
            kinds[number * height // len(page.lines)][_tick(beads[bead])] += _weight(beads[bead])
    return tuple(max(kind, key=lambda tick: (kind[tick], tick)) if kind else _EMPTY for kind in kinds)


def _tick(bead: Bead) -> Tick:
    if bead.clashes:
        return _CONFLICT
    return _MOVED if bead.moved else _TICKS[bead.relation]


def _weight(bead: Bead) -> int:
    return 1_000_000_000_000 if bead.clashes else 1_000_000 if is_linked(bead) else 1
