"""What of a pair of texts there is to judge, in the order in which a verdict tells most."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.alignment.model import Alignment, Bead, Candidate, Relation
from tui.review.acts import Shown
from tui.review.located import Located, Where


class Item(NamedTuple):
    """A pair of sentences to judge, by their numbers.

    `similarity` is that of their link, `relation` that of the bead they stand in together; None without one.
    """

    left: int
    right: int
    similarity: float | None
    relation: Relation | None
    candidates: tuple[Candidate, ...]

    @property
    def wheres(self) -> tuple[Where, Where]:
        """Its sentences where the left text is the first that is open and the right one the second."""
        return Where(0, self.left), Where(1, self.right)


def queue(alignment: Alignment) -> tuple[Item, ...]:
    """Each pair that may conflict, and of each linked bead the most similar; in the order of what a verdict tells.

    Candidates for conflict go first, then the pairs of which it is least certain whether they belong together.
    """
    similarities = {(link.left, link.right): link.similarity for link in alignment.links}
    beads = {(left, right): bead for bead in alignment.beads for left in bead.left for right in bead.right}
    conflicts: dict[tuple[int, int], dict[Candidate, None]] = {}
    for bead in alignment.beads:
        for candidate in bead.conflicts:
            conflicts.setdefault((candidate.sentences.left, candidate.sentences.right), {})[candidate] = None
    leading = _leading(alignment, beads)
    items = (
        Item(
            *pair,
            similarities.get(pair),
            beads[pair].relation if pair in beads else None,
            tuple(conflicts.get(pair, ())),
        )
        for pair in {**conflicts, **leading}
    )
    return tuple(sorted(items, key=rank))


def rank(item: Item) -> tuple[bool, float, int, int]:
    """Where an item stands in a queue, the lowest first: candidates, then what is least certain."""
    return not item.candidates, abs((item.similarity or 0.0) - 0.5), item.left, item.right


def shown(item: Item, scorer: str, cut: float) -> Shown:
    """What the tool says of the pair under these settings, for the verdict on it."""
    rule = item.candidates[0].rule if item.candidates else None
    relation = item.relation.value if item.relation is not None else None
    return Shown(item.similarity, relation, rule, scorer, cut)


def is_open(item: Item, located: Located, reviewer: str) -> bool:
    """Whether the reviewer has no verdict on it yet."""
    return located.verdict(*item.wheres, reviewer) is None


def progress(items: Sequence[Item], located: Located, reviewer: str) -> tuple[int, int]:
    """How many of the items the reviewer has judged, and how many there are."""
    return sum(not is_open(item, located, reviewer) for item in items), len(items)


def next_open(items: Sequence[Item], located: Located, reviewer: str, after: Item | None = None) -> Item | None:
    """The first item after this one that the reviewer has not judged, beginning again after the last; else None."""
    start = items.index(after) + 1 if after in items else 0
    turned = (*items[start:], *items[:start])
    return next((item for item in turned if item != after and is_open(item, located, reviewer)), None)


def _leading(alignment: Alignment, beads: dict[tuple[int, int], Bead]) -> dict[tuple[int, int], None]:
    """The strongest link of each bead; links come strongest first."""
    leading: dict[Bead, tuple[int, int]] = {}
    for link in alignment.links:
        pair = link.left, link.right
        if pair in beads:
            leading.setdefault(beads[pair], pair)
    return dict.fromkeys(leading.values())
