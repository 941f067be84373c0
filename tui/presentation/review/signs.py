"""What reviewers did, as signs beside the sentences of a pair."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.presentation import glyphs
from tui.presentation.backing import Margin
from tui.presentation.page import Cell, Emphasis, Page, Run, Stop
from tui.text.sides import Side, Sides

if TYPE_CHECKING:
    from tui.collation.model import Hand
    from tui.review.acts import Judgement

CELLS = 3
"""Cells of the signs: the link made or broken by hand, the verdict, the note."""

SEVERAL = "+"
"""The sign of a sentence whose pairs have different verdicts."""

VERDICTS: "Mapping[str, str]" = {"agree": "a", "conflict": "!", "reworded": "~", "unrelated": "0"}
"""The sign of each verdict, which is its key."""


class Signs(NamedTuple):
    """What there is to be told of a pair; pairs of sentences by their numbers, left then right."""

    pinned: Iterable[tuple[int, int]]
    broken: Iterable[tuple[int, int]]
    verdicts: "Iterable[tuple[tuple[int, int], Judgement]]"
    noted: Iterable[tuple[Side, int]]


def margins_of(signs: Signs) -> Sides[Margin]:
    """The margins of both sides; a sentence of several pairs has the sign of all of them together."""
    found: Sides[dict[int, list[str]]] = Sides({}, {})
    judged: dict[tuple[Side, int], set[str]] = {}

    def put(side: Side, sentence: int, place: int, sign: str) -> None:
        found[side].setdefault(sentence, [" "] * CELLS)[place] = sign

    for pairs, sign in ((signs.broken, glyphs.BROKEN), (signs.pinned, glyphs.PINNED)):
        for pair in pairs:
            for side in Side:
                put(side, pair[side], 0, sign)
    for pair, judgement in signs.verdicts:
        for side in Side:
            judged.setdefault((side, pair[side]), set()).add(VERDICTS[judgement])
    for place, kinds in judged.items():
        put(*place, 1, SEVERAL if len(kinds) > 1 else kinds.pop())
    for place in signs.noted:
        put(*place, 2, glyphs.NOTE)
    return Sides(*(Margin(CELLS, {number: _runs(side, each) for number, each in found[side].items()}) for side in Side))


class CellSigns(NamedTuple):
    """Signs beside the cells of claims × sources, by claim and source, each in so many cells; 0 where there is none."""

    cells: int
    beside: Mapping[tuple[int, int], str]


UNSIGNED = CellSigns(0, {})
"""No cell has a sign."""


def cell_signs(
    tied: "Mapping[tuple[int, int], Hand]",
    judged: "Mapping[tuple[int, int], Collection[Judgement]]",
    noted: Collection[tuple[int, int]],
) -> CellSigns:
    """The link, the verdict and the note beside each cell, by claim and source; a sign that no cell has has no room."""
    links = {"pinned": glyphs.PINNED, "broken": glyphs.BROKEN}
    kinds: tuple[Mapping[tuple[int, int], str], ...] = (
        {cell: links[hand] for cell, hand in tied.items()},
        {cell: VERDICTS[min(said)] if len(said) == 1 else SEVERAL for cell, said in judged.items()},
        dict.fromkeys(noted, glyphs.NOTE),
    )
    there = [kind for kind in kinds if kind]
    cells = {cell for kind in there for cell in kind}
    return CellSigns(len(there), {cell: "".join(kind.get(cell, " ") for kind in there) for cell in cells})


def signed_anew(page: Page, before: Sides[Margin], after: Sides[Margin]) -> Page:
    """The page with other signs beside its sentences, in the same room. O(lines), where laying it out is far dearer."""
    lines = list(page.lines)
    for stop in page.stops:
        if stop.side is None or stop.sentence is None:
            continue
        runs = after[stop.side].beside.get(stop.sentence, ())
        if runs != before[stop.side].beside.get(stop.sentence, ()):
            line = lines[stop.first]
            lines[stop.first] = line._replace(cells=tuple(_signed(cell, stop, runs) for cell in line.cells))
    return page._replace(lines=tuple(lines))


def _signed(cell: Cell, stop: Stop, runs: tuple[Run, ...]) -> Cell:
    if stop.side is None or not any(run.sentence == stop.sentence and run.side is stop.side for run in cell.runs):
        return cell
    kept, room = list(cell.gutter), CELLS + 1
    while room > 0:
        room -= len(kept.pop().text)
    pad = Run(" " * (CELLS + 1 - sum(len(run.text) for run in runs)), Emphasis.LABEL, stop.side)
    return cell._replace(gutter=(*kept, *runs, pad))


def _runs(side: Side, signs: Iterable[str]) -> tuple[Run, ...]:
    looks = {glyphs.CONFLICT: Emphasis.CONFLICT}
    return tuple(Run(sign, looks.get(sign, Emphasis.TITLE), side) for sign in signs)
