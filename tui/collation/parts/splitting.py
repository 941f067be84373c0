"""What a sentence says, part by part."""

from typing import NamedTuple

from tui.collation.parts.clauses import Clause, clauses_of
from tui.collation.parts.lists import items_of
from tui.collation.parts.words import Row


class Piece(NamedTuple):
    """Words of a sentence, from the first up to, without, the end; `clause` is the one that they stand in.

    An item of a list says something only together with the rest of its clause; a clause says it alone.
    """

    first: int
    end: int
    clause: Clause

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return (self.first, self.end) != self.clause


def pieces_of(row: Row) -> tuple[Piece, ...]:
    """The parts of an English sentence, in order and disjoint; where it says one thing, the whole of it."""
    return tuple(
        Piece(first, end, clause) for clause in clauses_of(row) for first, end in items_of(row, clause) or (clause,)
    )
