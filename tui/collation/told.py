"""Facts of several sources set beside each other: what one may not say if another is right, and who quotes whom."""

from dataclasses import dataclass
from typing import NamedTuple

from tui.facts.model import CLAIM, Kind
from tui.text.spans import Span

_KINDS = (*Kind, CLAIM)


class Cited(NamedTuple):
    """Words of a source: those of one of its facts or, without a fact, those that turn a claim round."""

    source: int
    sentence: int
    span: Span
    """Code points of the source's text."""
    fact: int | None = None
    """Its number among the source's facts."""

    @property
    def order(self) -> tuple[int, int, Span, int]:
        """What places are sorted by: source, sentence, span, then words that are no fact before those that are."""
        return self.source, self.sentence, self.span, -1 if self.fact is None else self.fact


@dataclass(frozen=True, slots=True)
class Candidate:
    """What two sources say, or one in two places, that may not both hold: a candidate until a reviewer decides.

    `left_too` and `right_too` are further places that say the same as `left` and as `right`, by source and place.
    """

    kind: str
    """A fact's kind, or `CLAIM`."""
    left: Cited
    right: Cited
    rule: str
    """The rule's name in lower case with hyphens: disjoint-bounds."""
    reason: str
    """Why, in one line for a reader."""
    left_too: tuple[Cited, ...] = ()
    right_too: tuple[Cited, ...] = ()
    verdict: str | None = None
    """What reviewers found; None as long as that is open."""

    @property
    def places(self) -> tuple[Cited, ...]:
        """All that it is made of."""
        return self.left, *self.left_too, self.right, *self.right_too

    @property
    def rank(self) -> int:
        """Its place among the kinds: what is surest comes first, numbers before dates and quotations."""
        return _KINDS.index(self.kind)

    @property
    def is_within(self) -> bool:
        """Whether one source alone says both."""
        return len({cited.source for cited in self.places}) == 1

    @property
    def sides(self) -> tuple[frozenset[int], frozenset[int]]:
        """The sources that say the one, and those that say the other."""
        left, right = (self.left, *self.left_too), (self.right, *self.right_too)
        return frozenset(one.source for one in left), frozenset(one.source for one in right)


@dataclass(frozen=True, slots=True)
class Rendering:
    """Two quotations of two sources that may be of the same words."""

    left: Cited
    right: Cited
    relation: str
    """`identical`, `part` or `changed`."""
    similarity: float
    """0.0 to 1.0: the share of their words that both have in one order."""
