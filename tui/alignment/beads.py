"""Linked sentences as beads in reading order."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tui.alignment.bonds import UNBOUND, Bonds
from tui.alignment.chains import heaviest_chain
from tui.alignment.joins import Group, aligned_sentences, forms, group
from tui.alignment.model import Bead, Candidate, Counts, Link, Passage, Relation
from tui.alignment.passages import shared_passages
from tui.text.sides import Side, Sides
from tui.text.witness import Witness


def make_beads(sides: Sides[Witness], links: Sequence[Link], bonds: Bonds = UNBOUND) -> tuple[Bead, ...]:
    """Every sentence but furniture in exactly one bead, in reading order.

    The heaviest chain of linked beads that rises on both sides is the backbone; a linked bead off it is
    moved. Beads with a left side stand where that is read, the others after the backbone's bead before
    them. Swapping the sides gives the same set of beads. Links come strongest first, and only those above
    0.0 and close to the best of their sentences make beads, but those made by hand always do. About linear in
    sentences and links.
    """
    if _turned(sides, links, bonds):
        beads = [_swapped_bead(bead) for bead in _unordered(sides.swapped, swapped_links(links), bonds.swapped)]
    else:
        beads = _unordered(sides, links, bonds)
    return _in_reading_order(beads)


def count(beads: Sequence[Bead]) -> Counts:
    """How many beads stand in each relation, and how many are moved or have an open candidate for conflict."""
    relations = Counter(bead.relation for bead in beads)
    return Counts(
        identical=relations[Relation.IDENTICAL],
        reworded=relations[Relation.REWORDED],
        left_only=relations[Relation.LEFT_ONLY],
        right_only=relations[Relation.RIGHT_ONLY],
        moved=sum(bead.moved for bead in beads),
        conflict=sum(bead.clashes for bead in beads),
    )


def marked(beads: Sequence[Bead], candidates: Iterable[Candidate]) -> tuple[Bead, ...]:
    """The beads, each with the candidates for conflict of which a part stands in one of its sentences."""
    by_place: dict[tuple[Side, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for side in Side:
            by_place[side, candidate.sentences[side]].append(candidate)

    def of(bead: Bead) -> tuple[Candidate, ...]:
        places = [(side, number) for side in Side for number in bead.on(side)]
        return tuple(dict.fromkeys(candidate for place in places for candidate in by_place.get(place, ())))

    return tuple(bead._replace(conflicts=found) if (found := of(bead)) else bead for bead in beads)


def swapped_links(links: Iterable[Link]) -> list[Link]:
    """The same links the other way round, strongest first."""
    return in_order(Link(link.right, link.left, link.similarity, link.reasons) for link in links)


def in_order(links: Iterable[Link]) -> list[Link]:
    """Links with the strongest first, ties by left, then right."""
    return sorted(links, key=lambda link: (-link.similarity, link.left, link.right))


def stands_second(sides: Sides[Witness]) -> bool | None:
    """Whether the left witness comes second in an order of content; None where both have the same content.

    Every choice is made in this order: two answers equally good could be chosen otherwise after a swap.
    """
    if sides.left.text != sides.right.text:
        return sides.left.text > sides.right.text
    cuts = sides.map(lambda witness: (witness.language, [(cut.span, cut.kind) for cut in witness.sentences]))
    return None if cuts.left == cuts.right else cuts.left > cuts.right


def _turned(sides: Sides[Witness], links: Sequence[Link], bonds: Bonds) -> bool:
    second = stands_second(sides)
    if second is None:
        here = sorted((link.left, link.right, link.similarity) for link in links)
        there = sorted((link.right, link.left, link.similarity) for link in links)
        return (here, sorted(bonds.broken)) > (there, sorted(bonds.swapped.broken))
    return second


def _swapped_bead(bead: Bead) -> Bead:
    across = {Relation.LEFT_ONLY: Relation.RIGHT_ONLY, Relation.RIGHT_ONLY: Relation.LEFT_ONLY}
    return bead._replace(
        left=bead.right,
        right=bead.left,
        relation=across.get(bead.relation, bead.relation),
        passages=tuple(sorted(Passage(p.right, p.left) for p in bead.passages)),
    )


def _unordered(sides: Sides[Witness], links: Sequence[Link], bonds: Bonds) -> list[Bead]:
    groups = group(sides, links, bonds)
    starts = [(grouped.members.left[0], grouped.members.right[0]) for grouped in groups]
    backbone = set(heaviest_chain(starts, [_weight(sides, grouped) for grouped in groups]))
    beads = [_bead(sides, grouped, moved=index not in backbone) for index, grouped in enumerate(groups)]
    taken = Sides(*({number for bead in groups for number in bead.members[side]} for side in Side))
    alone = Sides(*([n for n in aligned_sentences(sides[side]) if n not in taken[side]] for side in Side))
    beads += [Bead((number,), (), Relation.LEFT_ONLY, False, None, ()) for number in alone.left]
    beads += [Bead((), (number,), Relation.RIGHT_ONLY, False, None, ()) for number in alone.right]
    return beads


def _weight(sides: Sides[Witness], grouped: Group) -> int:
    """What a bead adds to the backbone: the tokens it holds, by their similarity; at least 1."""
    tokens = sum(len(sides[side].sentences[number].tokens) for side in Side for number in grouped.members[side])
    return max(1, round(grouped.similarity * 10_000) * tokens)


def _bead(sides: Sides[Witness], grouped: Group, *, moved: bool) -> Bead:
    left, right = tuple(grouped.members.left), tuple(grouped.members.right)
    same = grouped.identical or _forms(sides.left, left) == _forms(sides.right, right)
    relation = Relation.IDENTICAL if same else Relation.REWORDED
    passages = _whole(sides, *left, *right) if grouped.identical else shared_passages(sides, left, right)
    return Bead(left, right, relation, moved, grouped.similarity, passages)


def _whole(sides: Sides[Witness], left: int, right: int) -> tuple[Passage, ...]:
    return (Passage(sides.left.sentences[left].span, sides.right.sentences[right].span),)


def _forms(witness: Witness, numbers: Sequence[int]) -> list[str]:
    return forms(witness.sentences[number] for number in numbers)


def _in_reading_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    stretches: list[list[Bead]] = [[]]
    for bead in sorted((bead for bead in beads if bead.left), key=lambda bead: bead.left):
        if bead.right and not bead.moved:
            stretches.append([])
        stretches[-1].append(bead)
    starts = [stretch[0].right[0] for stretch in stretches[1:]]
    for bead in sorted((bead for bead in beads if not bead.left), key=lambda bead: bead.right):
        stretches[bisect_left(starts, bead.right[0])].append(bead)
    return tuple(bead for stretch in stretches for bead in stretch)
