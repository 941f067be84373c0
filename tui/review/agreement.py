"""How well two reviewers agree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.review.acts import Judgement, Verdict
from tui.review.anchors import place_of


class Both(NamedTuple):
    """What either reviewer says of one pair."""

    mine: Verdict
    theirs: Verdict


@dataclass(frozen=True, slots=True)
class Share:
    """How often two reviewers say the same; `kappa` is None where chance alone would make them agree always.

    `mine` and `theirs` count how often either uses the class, `agreed` how often both do on the same pair; over all
    classes `mine` and `theirs` count the pairs.
    """

    mine: int
    theirs: int
    agreed: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of two reviewers on the pairs that both judged, `n` of them, and what they disagree on."""

    n: int
    overall: Share
    classes: tuple[tuple[Judgement, Share], ...]
    disagreements: tuple[Both, ...]

    @property
    def share(self) -> float | None:
        """The share of pairs, 0.0 to 1.0, on which both say the same; None without a pair."""
        return self.overall.agreed / self.n if self.n else None


def agreement(mine: Iterable[Verdict], theirs: Iterable[Verdict]) -> Agreement:
    """The agreement of two reviewers, on the whole and class against rest. O(n).

    Decisions are passed over; of several verdicts on a pair the last counts. In two versions of a source a pair is the
    same where both its sentences are, to the letter and each once. Kappa is Cohen's (A coefficient of
    agreement for nominal scales, Educational and Psychological Measurement 20, 1960): the share agreed beyond that
    which two who judge as often each way, but by chance, would come to.
    """
    both = _matched(_by_pair(mine), _by_pair(theirs))
    said = [(one.judgement, another.judgement) for one, another in both]
    classes = tuple(
        (judgement, _share([(one is judgement, another is judgement) for one, another in said], wanted=True))
        for judgement in Judgement
        if any(judgement in pair for pair in said)
    )
    agreed = sum(one is another for one, another in said)
    overall = Share(len(said), len(said), agreed, kappa(said))
    return Agreement(
        len(said), overall, classes, tuple(one for one in both if one.mine.judgement is not one.theirs.judgement)
    )


def kappa(said: Sequence[tuple[object, object]]) -> float | None:
    """Cohen's kappa of what two say of the same things; None where nothing but agreement could come of chance."""
    n = len(said)
    mine, theirs = [one for one, _ in said], [other for _, other in said]
    expected = sum(mine.count(name) * theirs.count(name) for name in set(mine))
    observed = sum(one == other for one, other in said) * n
    return (observed - expected) / (n * n - expected) if n * n > expected else None


def _share(said: Sequence[tuple[bool, bool]], *, wanted: bool) -> Share:
    mine, theirs = (sum(pair[side] is wanted for pair in said) for side in (0, 1))
    return Share(mine, theirs, said.count((wanted, wanted)), kappa(said))


def _matched(own: Mapping[object, Verdict], other: Mapping[object, Verdict]) -> list[Both]:
    """The pairs that both judged, those of one version first."""
    both = [Both(own[place], other[place]) for place in own if place in other]
    left = _worded(verdict for place, verdict in own.items() if place not in other)
    right = _worded(verdict for place, verdict in other.items() if place not in own)
    elsewhere = [Both(left[words], right[words]) for words in left if words in right]
    return both + [one for one in elsewhere if _versions(one.mine) != _versions(one.theirs)]


def _worded(verdicts: Iterable[Verdict]) -> dict[object, Verdict]:
    """The verdicts by the sources and words of their sentences, as far as only one of them has these."""
    found: dict[object, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if all(anchor.source for anchor in verdict.anchors):
            found[frozenset((anchor.source, anchor.quotation) for anchor in verdict.anchors)].append(verdict)
    return {words: those[0] for words, those in found.items() if len(those) == 1}


def _versions(verdict: Verdict) -> frozenset[tuple[str, str]]:
    return frozenset((anchor.source, anchor.key) for anchor in verdict.anchors)


def _by_pair(verdicts: Iterable[Verdict]) -> dict[object, Verdict]:
    return {place_of(verdict.anchors): verdict for verdict in verdicts if not verdict.decision}
