"""Links that a reader made or broke by hand, over whatever the tool finds."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, compress
from typing import NamedTuple

from tui.alignment.model import Link, Reason
from tui.text.sides import Side

BY_HAND = Reason("you", "linked by hand")
"""The first reason of a link that a reader made."""


class Bonds(NamedTuple):
    """Pairs of sentences, left then right: those `made` stand in one bead, those `broken` never do.

    A sentence that is furniture, or that is not there, is in no bond; a pair that is both is broken.
    """

    made: frozenset[tuple[int, int]] = frozenset()
    broken: frozenset[tuple[int, int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.made or self.broken)

    @property
    def swapped(self) -> "Bonds":
        """The same bonds of the same texts the other way round."""
        return Bonds(*(frozenset((right, left) for left, right in pairs) for pairs in (self.made, self.broken)))

    def part(self, side: Side, numbers: Iterable[int], others: Collection[int]) -> bool:
        """Whether one of these sentences of a side may not stand beside one of those across."""
        pairs = ((number, other) for number in numbers for other in others)
        return bool(self.broken) and any((pair if side is Side.LEFT else pair[::-1]) in self.broken for pair in pairs)

    def among(self, left: Collection[int], right: Collection[int]) -> "Bonds":
        """Those between these sentences."""
        broken = frozenset((one, other) for one, other in self.broken if one in left and other in right)
        made = frozenset((one, other) for one, other in self.made - self.broken if one in left and other in right)
        return Bonds(made, broken)

    def together(self, links: Iterable[Link]) -> list[list[Link]]:
        """The links made, strongest first, those that share a sentence in one list. O(made²).

        A link that would bring into one bead what was parted is left out.
        """
        joined: list[list[Link]] = []
        for link in links:
            if (link.left, link.right) not in self.made:
                continue
            met = [any(link.left == one.left or link.right == one.right for one in others) for others in joined]
            whole = [link, *chain.from_iterable(compress(joined, met))]
            if not self.part(Side.LEFT, {one.left for one in whole}, {one.right for one in whole}):
                joined = [others for others, touches in zip(joined, met, strict=True) if not touches]
                joined.append(sorted(whole, key=lambda one: (-one.similarity, one.left, one.right)))
        return joined

    def over(self, kept: Iterable[Link], considered: Iterable[Link]) -> Iterator[Link]:
        """The kept links without those broken, and those made, each as similar as it was considered to be, or 0.0."""
        yield from (link for link in kept if (link.left, link.right) not in self.made | self.broken)
        known = {(link.left, link.right): link for link in considered} if self.made else {}
        for pair in self.made:
            link = known.get(pair) or Link(*pair, 0.0)
            yield link._replace(reasons=(BY_HAND, *link.reasons))


UNBOUND = Bonds()
"""Nothing made or broken by hand."""


def is_by_hand(link: Link) -> bool:
    """Whether a reader made the link."""
    return link.reasons[:1] == (BY_HAND,)
