"""What a reviewer does. Acts are only ever added; what stands follows from all of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from tui.review.anchors import Anchor, Anchors


class Judgement(StrEnum):
    """How a reviewer finds that two sentences stand to each other."""

    AGREE = "agree"
    CONFLICT = "conflict"
    REWORDED = "reworded"
    UNRELATED = "unrelated"


class Tie(StrEnum):
    """What a reviewer says of the link between two sentences; FREE leaves it to the tool again."""

    PINNED = "pinned"
    BROKEN = "broken"
    FREE = "free"


class Shown(NamedTuple):
    """What the tool said of a pair when it was judged; None where it said nothing.

    `similarity` is 0.0 to 1.0, `relation` that of the bead, `candidate` the rule of a candidate for conflict,
    `scorer` and `cut` the settings at which the pair stood there.
    """

    similarity: float | None = None
    relation: str | None = None
    candidate: str | None = None
    scorer: str | None = None
    cut: float | None = None


UNSEEN = Shown()
"""Nothing was said of the pair."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement on a pair of sentences; `blind` where the sources' names were covered.

    A `decision` settles what reviewers disagree on, and is no vote of its own.
    """

    anchors: tuple[Anchor, Anchor]
    judgement: Judgement
    shown: Shown = UNSEEN
    blind: bool = False
    decision: bool = False


@dataclass(frozen=True, slots=True)
class Bond:
    """A link made or broken by hand."""

    anchors: tuple[Anchor, Anchor]
    tie: Tie
    shown: Shown = UNSEEN


@dataclass(frozen=True, slots=True)
class Note:
    """Words on a sentence or on a pair; empty words take the note away."""

    anchors: Anchors
    text: str


@dataclass(frozen=True, slots=True)
class Undo:
    """An earlier act of the same reviewer, by its id, is without effect."""

    act: str


@dataclass(frozen=True, slots=True)
class Redo:
    """An act that was undone, by its id, has its effect again."""

    act: str


Mark: TypeAlias = Verdict | Bond | Note
"""What is put on sentences."""

Role: TypeAlias = tuple[type[Mark], bool]


def role(mark: Mark) -> Role:
    """What a reviewer has one of on a sentence or pair: a verdict, a decision, a bond, a note."""
    return type(mark), isinstance(mark, Verdict) and mark.decision


Deed: TypeAlias = Mark | Undo | Redo


@dataclass(frozen=True, slots=True)
class Act:
    """One deed of one reviewer: `time` in microseconds since 1970, and the version of the tool it was done with.

    No two acts have the same `id`. The acts of one reviewer rise in time.
    """

    id: str
    reviewer: str
    time: int
    tool: str
    deed: Deed
