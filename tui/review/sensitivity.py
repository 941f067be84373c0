"""What another cut would change of what was reviewed."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.alignment.comparison import align
from tui.alignment.model import Alignment, Comparison
from tui.review.located import Located, Standing

CUTS = tuple(step / 20 for step in range(1, 20))
"""The cuts that are tried: 0.05 to 0.95."""


class Effect(NamedTuple):
    """A pair read at another cut: how many links and linked beads it has, and what of the reviewed it still shows.

    `kept` counts the verdicts whose two sentences still stand in one bead; `gone` are those that did at the cut in
    use and no longer do, `new` those that did not and now do.
    """

    cut: float
    links: int
    beads: int
    kept: int
    gone: tuple[Standing, ...]
    new: tuple[Standing, ...]


def sensitivity(
    comparison: Comparison, located: Located, reviewer: str, *, cut: float, cuts: Sequence[float] = CUTS
) -> tuple[Effect, ...]:
    """A row for each cut, against the one in use; links made by hand stand at every cut. Aligns once for each row."""
    bonds = located.bonds(reviewer)
    judged = located.judged(reviewer)

    def shown(made: Alignment) -> set[tuple[int, int]]:
        together = {(left, right) for bead in made.beads for left in bead.left for right in bead.right}
        return judged.keys() & together

    used = shown(align(comparison, cut, bonds=bonds))

    def effect(other: float) -> Effect:
        made = align(comparison, other, bonds=bonds)
        now = shown(made)
        gone, new = (tuple(judged[pair] for pair in sorted(pairs)) for pairs in (used - now, now - used))
        return Effect(other, len(made.links), sum(bool(b.left and b.right) for b in made.beads), len(now), gone, new)

    return tuple(effect(other) for other in cuts)
