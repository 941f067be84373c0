"""Small pairs made by hand, so that layouts are tested without the engine."""

from tui.alignment.model import Alignment, Bead, Comparison, Counts, Link, Passage, Relation
from tui.text.sentences import segment
from tui.text.sides import Sides
from tui.text.spans import Span
from tui.text.witness import Kind, Witness


def witness(*lines: str, furniture: frozenset[int] = frozenset()) -> Witness:
    """A text of one sentence a line."""
    text = "\n".join(lines)
    blocks, place = [], 0
    for number, line in enumerate(lines):
        kind = Kind.FURNITURE if number in furniture else Kind.BODY
        blocks.append((Span(place, place + len(line)), kind))
        place += len(line) + 1
    return Witness(text, segment(text, blocks))


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def linked(
    sides: Sides[Witness], left: tuple[int, ...], right: tuple[int, ...], *words: tuple[str, str], moved: bool = False
) -> Bead:
    """A reworded bead whose passages are the given words, as each side writes them."""
    passages = tuple(Passage(span_of(sides.left.text, a), span_of(sides.right.text, b)) for a, b in words)
    return Bead(left, right, Relation.REWORDED, moved, 0.6, passages)


def alone(*, left: int | None = None, right: int | None = None) -> Bead:
    if left is not None:
        return Bead((left,), (), Relation.LEFT_ONLY, False, None, ())
    assert right is not None
    return Bead((), (right,), Relation.RIGHT_ONLY, False, None, ())


def alignment(sides: Sides[Witness], *beads: Bead) -> Alignment:
    def count(relation: Relation) -> int:
        return sum(bead.relation is relation for bead in beads)

    links = tuple(Link(b.left[0], b.right[0], b.similarity or 0.0) for b in beads if b.left and b.right)
    counts = Counts(
        count(Relation.IDENTICAL),
        count(Relation.REWORDED),
        count(Relation.LEFT_ONLY),
        count(Relation.RIGHT_ONLY),
        sum(bead.moved for bead in beads),
    )
    return Alignment(Comparison(sides, links), 0.3, links, beads, counts)
