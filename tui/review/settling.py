"""What several verdicts on one pair come to."""

from collections.abc import Iterable

from tui.alignment.beads import count
from tui.alignment.model import Alignment, Candidate
from tui.review.acts import Judgement, Verdict
from tui.review.located import Located, Where


def settled(verdicts: Iterable[Verdict]) -> Judgement | None:
    """The last decision; without one what all verdicts say, None where they differ or there are none."""
    given = tuple(verdicts)
    decisions = [verdict.judgement for verdict in given if verdict.decision]
    if decisions:
        return decisions[-1]
    said = {verdict.judgement for verdict in given}
    return said.pop() if len(said) == 1 else None


def judged(alignment: Alignment, located: Located, reviewer: str | None = None) -> Alignment:
    """The alignment, its candidates for conflict with what reviewers found of them: all reviewers, or one.

    The left text is the first of those located, the right one the second.
    """

    def of(candidate: Candidate) -> Candidate:
        left, right = candidate.sentences
        said = settled(located.said(Where(0, left), Where(1, right), reviewer))
        return candidate._replace(verdict=said.value if said is not None else None)

    beads = tuple(bead._replace(conflicts=tuple(map(of, bead.conflicts))) for bead in alignment.beads)
    return alignment._replace(beads=beads, counts=count(beads))
