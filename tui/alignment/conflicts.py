"""Candidates for conflict between two witnesses, and the beads that they mark."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui.alignment.beads import count, marked
from tui.alignment.model import Alignment, Candidate
from tui.facts import Fact, facts_of
from tui.facts.clashes.texts import conflicts
from tui.facts.model import CLAIM
from tui.facts.opposition import opposition
from tui.text.sides import Side, Sides
from tui.text.witness import Witness


def find_conflicts(sides: Sides[Witness], dates: Sides[str | None]) -> tuple[Candidate, ...]:
    """The facts of two witnesses that may not both hold, by place on the left, then on the right.

    They are looked for in the whole of both: what clashes most may share no word but what is measured.

    Args:
        sides: The two witnesses.
        dates: The day of writing that each states, None where it states none.
    """
    return conflicts_between(sides, Sides(*(facts_of(sides[side], date=dates[side]) for side in Side)))


def conflicts_between(sides: Sides[Witness], facts: Sides[tuple[Fact, ...]]) -> tuple[Candidate, ...]:
    """The same of two witnesses whose facts are at hand. O(facts of the left · facts of the right)."""
    found = [
        Candidate(
            conflict.left.kind.value,
            Sides(conflict.left.span, conflict.right.span),
            Sides(conflict.left.sentence, conflict.right.sentence),
            conflict.rule,
            conflict.reason,
        )
        for conflict in conflicts(sides.left, facts.left, sides.right, facts.right)
    ]
    return tuple(sorted(found, key=_place))


def with_conflicts(alignment: Alignment, found: Sequence[Candidate]) -> Alignment:
    """The alignment with these candidates on its beads, and those of linked sentences that say the opposite.

    Where the opposite words stand in facts that clash, such as the quotations they are in, these tell it alone.
    """
    opposed = (claim for claim in _opposed(alignment) if not any(_holds(one, claim) for one in found))
    candidates = sorted((*found, *opposed), key=_place)
    if not candidates:
        return alignment
    beads = marked(alignment.beads, candidates)
    return alignment._replace(beads=beads, counts=count(beads))


def _opposed(alignment: Alignment) -> Iterator[Candidate]:
    left, right = alignment.comparison.sides
    linked = {(link.left, link.right) for link in alignment.links}
    for bead in alignment.beads:
        for pair in ((one, other) for one in bead.left for other in bead.right if (one, other) in linked):
            found = _opposition(left.sentences[pair[0]].tokens, right.sentences[pair[1]].tokens)
            if found is not None:
                yield Candidate(CLAIM, Sides(found.left, found.right), Sides(*pair), found.rule, found.reason)


def _holds(candidate: Candidate, claim: Candidate) -> bool:
    """Whether the words of one candidate stand within those of another, on both sides."""
    within = zip(candidate.spans, claim.spans, strict=True)
    return all(outer.start <= inner.start and inner.end <= outer.end for outer, inner in within)


_opposition = lru_cache(maxsize=8192)(opposition)
"""Remembered, since most pairs stay linked when the cut is moved."""


def _place(candidate: Candidate) -> tuple[object, ...]:
    return *candidate.spans, candidate.rule
