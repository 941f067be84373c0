"""The rows of a pair: its beads in order, furniture where it is read, and what is folded away."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from tui.alignment.model import Alignment, Bead, Relation
from tui.presentation.amounts import counted
from tui.text.sides import Side
from tui.text.witness import Kind


class Fold(StrEnum):
    """What a pair shows."""

    NOTHING = "all"
    SHARED = "differences only"
    UNIQUE = "shared only"


class Class(StrEnum):
    """The rows that count as a difference."""

    DIFFERENCES = "all differences"
    REWORDED = "reworded"
    LEFT_ONLY = "only left"
    RIGHT_ONLY = "only right"
    MOVED = "moved"
    CONFLICT = "candidates for conflict"


_RELATION = {
    Class.REWORDED: Relation.REWORDED,
    Class.LEFT_ONLY: Relation.LEFT_ONLY,
    Class.RIGHT_ONLY: Relation.RIGHT_ONLY,
}


class Row(NamedTuple):
    """Sentences that stand level: a bead's, a line of furniture, or (`hidden` over 0) rows folded away.

    `key` is the row's place before folding; it stays the same when rows fold and open. A ghost shows the
    surroundings of a moved row's right side, which have rows of their own.
    """

    key: int
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    bead: int | None = None
    hidden: int = 0
    name: str = ""
    ghost: bool = False

    def on(self, side: Side) -> tuple[int, ...]:
        """The row's sentence numbers on that side."""
        return self.left if side is Side.LEFT else self.right


def with_ghost(rows: Sequence[Row], alignment: Alignment, key: int) -> tuple[Row, ...]:
    """The rows with what stands around the right side of the row of that key shown beneath it."""
    place = next((n for n, row in enumerate(rows) if row.key == key), None)
    if place is None or not rows[place].right:
        return tuple(rows)
    sentences = rows[place].right
    last = len(alignment.comparison.sides.right.sentences) - 1
    around = range(max(0, sentences[0] - 1), min(last, sentences[-1] + 1) + 1)
    ghost = Row(key, right=tuple(around), ghost=True)
    return (*rows[: place + 1], ghost, *rows[place + 1 :])


def with_across(rows: Sequence[Row], left: int, right: int) -> tuple[Row, ...]:
    """The rows with a sentence of the right side shown beneath that of the left, where they are rows apart."""
    place = next((n for n, row in enumerate(rows) if left in row.left), None)
    if place is None or right in rows[place].right:
        return tuple(rows)
    return (*rows[: place + 1], Row(rows[place].key, right=(right,), ghost=True), *rows[place + 1 :])


def is_linked(bead: Bead) -> bool:
    """Whether both sides say it."""
    return bool(bead.left and bead.right)


def is_difference(bead: Bead, wanted: Class) -> bool:
    """Whether the bead is a difference of the wanted class; what is identical and in its place never is."""
    if wanted is Class.DIFFERENCES:
        return bead.moved or bead.relation is not Relation.IDENTICAL
    if wanted is Class.MOVED:
        return bead.moved
    if wanted is Class.CONFLICT:
        return bead.clashes
    return bead.relation is _RELATION[wanted]


def rows_of(
    alignment: Alignment,
    *,
    furniture: bool = True,
    fold: Fold = Fold.NOTHING,
    wanted: Class = Class.DIFFERENCES,
    opened: frozenset[int] = frozenset(),
) -> tuple[Row, ...]:
    """The rows to show, from first to last.

    Args:
        alignment: The pair at its cut.
        furniture: Whether the site's own lines are shown; where rows are folded they never are.
        fold: Which rows are folded away.
        wanted: The class of difference that folding keeps.
        opened: Keys of folds that are open all the same.
    """
    furniture = furniture and fold is Fold.NOTHING
    rows = [row for row in _all_rows(alignment) if furniture or row.bead is not None]
    if fold is Fold.NOTHING:
        return tuple(rows)
    return tuple(_folded(rows, alignment.beads, fold, wanted, opened))


def _all_rows(alignment: Alignment) -> list[Row]:
    """Every bead, and every sentence of furniture after the row that its predecessor stands in."""
    rows = [Row(0, bead.left, bead.right, number) for number, bead in enumerate(alignment.beads)]
    after: defaultdict[int, list[Row]] = defaultdict(list)
    for side in Side:
        where = {s: n for n, row in enumerate(rows) for s in row.on(side)}
        place = -1
        for number, sentence in enumerate(alignment.comparison.sides[side].sentences):
            if sentence.kind is Kind.FURNITURE:
                after[place].append(Row(0, left=(number,)) if side is Side.LEFT else Row(0, right=(number,)))
            else:
                place = where[number]
    ordered = list(after[-1])
    for number, row in enumerate(rows):
        ordered += [row, *after[number]]
    return [row._replace(key=key) for key, row in enumerate(ordered)]


def _folded(
    rows: Sequence[Row], beads: Sequence[Bead], fold: Fold, wanted: Class, opened: frozenset[int]
) -> Iterator[Row]:
    hidden: list[Row] = []
    for row in [*rows, None]:
        if row is not None and not _kept(row, beads, fold, wanted):
            hidden.append(row)
            continue
        if hidden and hidden[0].key in opened:
            yield from hidden
        elif hidden:
            yield Row(hidden[0].key, hidden=len(hidden), name=_name(hidden, beads))
        hidden = []
        if row is not None:
            yield row


def _kept(row: Row, beads: Sequence[Bead], fold: Fold, wanted: Class) -> bool:
    assert row.bead is not None
    bead = beads[row.bead]
    if fold is Fold.UNIQUE:
        return is_linked(bead)
    return is_difference(bead, wanted)


def _name(hidden: Sequence[Row], beads: Sequence[Bead]) -> str:
    """What a fold holds, in words."""
    linked = {is_linked(beads[row.bead]) for row in hidden if row.bead is not None}
    kind = "other" if len(linked) > 1 else "shared" if True in linked else "one-sided"
    return counted(len(hidden), f"{kind} row")
