"""What a sentence says, part by part."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.collation.parts.clauses import Clause, clauses_of
from tui.collation.parts.lists import items_of
from tui.collation.parts.words import Row
from tui.text.languages import language
from tui.text.tokens import Tokens


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


def pieces_of(tokens: Tokens) -> tuple[Piece, ...]:
    """The parts of a sentence, in order and disjoint; none where it says one thing, or is not English."""
    if language(tokens.language).code != "en":
        return ()
    row = Row(tokens)
    found = tuple(_pieces(row))
    return found if len(found) > 1 else ()


def _pieces(row: Row) -> Iterator[Piece]:
    for clause in clauses_of(row):
        items = items_of(row, clause)
        for first, end in items or (clause,):
            yield Piece(first, end, clause)
