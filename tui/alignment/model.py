"""What an alignment is made of."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from tui.alignment.scorers import DEFAULT_SCORER
from tui.text.sides import Side, Sides
from tui.text.spans import Span
from tui.text.witness import Witness

Progress: TypeAlias = Callable[[float], None]
"""Called now and then with the share done, 0.0 to 1.0; it ends the work by raising `Cancelled`."""


class Cancelled(Exception):  # noqa: N818 (an outcome, not a fault)
    """The comparison is no longer wanted."""


class Reason(NamedTuple):
    """One piece of evidence for a link: its kind (`words`, `names`, `numbers`, …) and the words to show."""

    kind: str
    text: str


class Link(NamedTuple):
    """Two sentences that may say the same thing, by their places in their witnesses.

    `similarity`, 0.0 to 1.0, is a calibrated probability that a careful reader would link them.
    """

    left: int
    right: int
    similarity: float
    reasons: tuple[Reason, ...] = ()


class Relation(StrEnum):
    """How the two sides of a bead stand to each other."""

    IDENTICAL = "identical"
    REWORDED = "reworded"
    LEFT_ONLY = "left-only"
    RIGHT_ONLY = "right-only"


class Passage(NamedTuple):
    """A run of words that both sides share, its tokens equal or near-equal in form."""

    left: Span
    right: Span

    def on(self, side: Side) -> Span:
        """The run's place in that side's text."""
        return self.left if side is Side.LEFT else self.right


DISMISSED = "unrelated"
"""The verdict that a candidate for conflict is none."""


class Candidate(NamedTuple):
    """A candidate for conflict: words of either side that may not both hold, until a reviewer decides.

    `kind` is that of the facts (`quantity`, `date`, `quotation`), or `claim` where the sentences turn each other round;
    `rule` is a name in small letters with hyphens, `reason` a line for readers with the values. `verdict` is what
    reviewers found, None while they have not, or differ.
    """

    kind: str
    spans: Sides[Span]
    sentences: Sides[int]
    rule: str
    reason: str
    verdict: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is to be reckoned with: until it is judged unrelated."""
        return self.verdict != DISMISSED


class Bead(NamedTuple):
    """Sentences of both sides that stand together; one side is empty where nothing answers.

    `left` and `right` are sentence numbers, ascending. `similarity` is the best of the bead's links, None
    without any. What `passages` leave over diverges. `conflicts` are those of which a part stands in the bead.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    relation: Relation
    moved: bool
    similarity: float | None
    passages: tuple[Passage, ...]
    conflicts: tuple[Candidate, ...] = ()

    @property
    def clashes(self) -> bool:
        """Whether a conflict, or what may still be one, has a part in it."""
        return any(candidate.is_open for candidate in self.conflicts)

    def on(self, side: Side) -> tuple[int, ...]:
        """That side's sentence numbers."""
        return self.left if side is Side.LEFT else self.right


class Counts(NamedTuple):
    """How many beads there are of each relation, and how many of all are moved or have an open candidate."""

    identical: int
    reworded: int
    left_only: int
    right_only: int
    moved: int
    conflict: int = 0


class Comparison(NamedTuple):
    """Two witnesses and every pair of sentences worth considering, strongest first (ties by left, then right).

    `scorer` names what judged their similarity.
    """

    sides: Sides[Witness]
    links: tuple[Link, ...]
    scorer: str = DEFAULT_SCORER


class Alignment(NamedTuple):
    """A comparison read at one cut: its links at or above it, and every sentence but furniture in one bead."""

    comparison: Comparison
    cut: float
    links: tuple[Link, ...]
    beads: tuple[Bead, ...]
    counts: Counts
