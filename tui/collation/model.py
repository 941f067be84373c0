"""What a collation is made of. Sources, their sentences and claims are named by their numbers, from 0."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from tui.text.spans import Span
from tui.text.witness import Witness

FLOOR = 2
"""A claim counts as omitted when at least so many sources make it."""


class Stance(StrEnum):
    """How a source stands to a claim."""

    SAYS = "says"
    SILENT = "silent"
    DIFFERS = "differs"


class Place(NamedTuple):
    """A sentence of a source."""

    source: int
    sentence: int


Pair: TypeAlias = tuple[Place, Place]
"""Two sentences of two sources, the lesser place first."""


class Constraints(NamedTuple):
    """What a reader says of pairs of sentences: those `pinned` make one claim, those `broken` never do.

    They are the must-links and the cannot-links of constrained clustering. A pair that is both is broken; a sentence
    that is furniture, or that is not there, is in none.
    """

    pinned: frozenset[Pair] = frozenset()
    broken: frozenset[Pair] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.pinned or self.broken)


UNCONSTRAINED = Constraints()
"""Nothing was said by hand."""


class Hand(StrEnum):
    """Why a source stands to a claim as it does, where a reader has said so."""

    PINNED = "pinned"
    BROKEN = "broken"


class Tied(NamedTuple):
    """Two sentences that were linked or parted by hand."""

    hand: Hand
    one: Place
    other: Place


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences of one or more sources that say the same thing.

    `sentences` holds each source's sentence numbers, ascending, none where the source is silent.
    `representative` is the sentence most like all the others, to be quoted for the claim. `similarity`, 0.0 to
    1.0, is the mean over all pairs of differently worded sentences, 1.0 where there is one wording. `origins`
    counts sources that echo each other once. `differing` are the sources whose sentences clash with the others',
    as far as is known.
    """

    sentences: tuple[tuple[int, ...], ...]
    representative: Place
    similarity: float
    origins: int
    differing: tuple[int, ...] = ()

    @property
    def sources(self) -> tuple[int, ...]:
        """The sources that speak of it, ascending."""
        return tuple(source for source, numbers in enumerate(self.sentences) if numbers)

    @property
    def corroboration(self) -> int:
        """How many sources speak of it."""
        return sum(map(bool, self.sentences))

    def stance(self, source: int) -> Stance:
        """How that source stands to it."""
        if source in self.differing:
            return Stance.DIFFERS
        return Stance.SAYS if self.sentences[source] else Stance.SILENT


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence that say something by themselves: the code points of the source's text, and who says it.

    `sentences` holds the numbers of each source's sentences that say it, the sentence itself among them.
    `is_counted` is False where another source must say it or its neighbour in words that no rule knows again.
    """

    span: Span
    sentences: tuple[tuple[int, ...], ...]
    is_counted: bool = True

    @property
    def corroboration(self) -> int | None:
        """How many sources say it, None where that is not known."""
        return sum(map(bool, self.sentences)) if self.is_counted else None


@dataclass(frozen=True, slots=True)
class Collation:
    """Witnesses and their claims: every sentence but furniture in exactly one.

    `claims` come with the most corroborated first, then as early as they are told. `told` holds the number of
    the claim that each sentence of each source makes, None for furniture. `origins` gives each source the number
    of the first source that has its wording or its wire, its own number where it stands alone. `constraints` are what
    the claims were made under.
    """

    witnesses: tuple[Witness, ...]
    claims: tuple[Claim, ...]
    told: tuple[tuple[int | None, ...], ...]
    origins: tuple[int, ...]
    constraints: Constraints = UNCONSTRAINED

    @property
    def ties(self) -> dict[int, tuple[Tied, ...]]:
        """What was said by hand of each claim's sentences, partings first, so far as it holds. O(constraints)."""
        found: dict[int, tuple[Tied, ...]] = {}
        for hand, pairs in ((Hand.BROKEN, self.constraints.broken), (Hand.PINNED, self.constraints.pinned)):
            for one, other in sorted(pairs):
                made = [claim for place in (one, other) if (claim := self.claim_of(place)) is not None]
                if len(made) == 2 and (made[0] == made[1]) is (hand is Hand.PINNED):
                    found |= {claim: (*found.get(claim, ()), Tied(hand, one, other)) for claim in made}
        return found

    @property
    def left_out(self) -> tuple[Pair, ...]:
        """The links made by hand that do not count, since they lead around what was parted. O(constraints)."""
        claims = {pair: set(map(self.claim_of, pair)) for pair in sorted(self.constraints.pinned)}
        return tuple(pair for pair, made in claims.items() if len(made) > 1 and None not in made)

    @property
    def by_hand(self) -> dict[tuple[int, int], Hand]:
        """The claims and sources that stand to each other by hand, each claim first. O(constraints).

        Pinned are those whose sentence is linked by hand to another of the claim, broken those that had one parted
        from a sentence of the claim and none linked.
        """
        found: dict[tuple[int, int], Hand] = {}
        for claim, ties in self.ties.items():
            for hand, *places in ties:
                found |= {
                    (claim, place.source): hand
                    for place in places
                    if (self.claim_of(place) == claim) is (hand is Hand.PINNED)
                }
        return found

    def claim_of(self, place: Place) -> int | None:
        """The claim of a sentence, None for furniture and for a sentence that is not there."""
        told = self.told[place.source]
        return told[place.sentence] if place.sentence < len(told) else None

    def corroborations(self, source: int) -> tuple[int | None, ...]:
        """For each sentence of a source how many sources make its claim, itself counted; None for furniture."""
        return tuple(None if claim is None else self.claims[claim].corroboration for claim in self.told[source])

    def only_here(self, source: int) -> tuple[int, ...]:
        """The claims that no other source makes, as the source tells them."""
        return tuple(claim for claim in self._told_in_order(source) if self.claims[claim].corroboration == 1)

    def omissions(self, source: int, floor: int = FLOOR) -> tuple[int, ...]:
        """The claims that at least `floor` sources make and this one does not, the most corroborated first."""
        return tuple(
            number
            for number, claim in enumerate(self.claims)
            if not claim.sentences[source] and claim.corroboration >= floor
        )

    def in_order_of(self, source: int) -> tuple[int, ...]:
        """All claims, those of this source first, as it tells them."""
        own = self._told_in_order(source)
        return (*own, *(number for number in range(len(self.claims)) if number not in own))

    def _told_in_order(self, source: int) -> dict[int, None]:
        return dict.fromkeys(claim for claim in self.told[source] if claim is not None)
