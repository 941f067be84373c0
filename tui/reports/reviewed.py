"""What reviewers found of a survey."""

from collections.abc import Mapping
from dataclasses import replace

from tui.collation.candidates import marked
from tui.collation.model import Constraints, Place
from tui.collation.survey import Survey
from tui.collation.told import Candidate, Cited
from tui.review.acts import Judgement, Tie
from tui.review.claims import Remark, remarks
from tui.review.located import Located, Where
from tui.review.settling import settled


def constraints_of(located: Located, reviewer: str) -> Constraints:
    """The links that the reviewer made and broke between the texts, for a survey of them in the same order."""
    ties = {(Place(*one), Place(*other)): tie for (one, other), tie in located.ties(reviewer).items()}
    pinned, broken = (frozenset(pair for pair in ties if ties[pair] is tie) for tie in (Tie.PINNED, Tie.BROKEN))
    return Constraints(pinned, broken)


def reviewed(survey: Survey, located: Located, reviewer: str | None = None) -> tuple[Survey, tuple[Remark, ...]]:
    """The survey, its candidates for conflict with what was found of them, and what is said of each claim.

    The survey's sources are the texts that are located, in the same order. Of a candidate that the `reviewer` has
    judged it says what that was, whatever others found; one judged unrelated marks no claim.
    O(candidates · pairs that were judged).
    """
    found = {}
    for pair in located.pairs:
        own = None if reviewer is None else settled(located.said(*pair, reviewer))
        said = own or settled(located.said(*pair))
        if said is not None:
            found[frozenset(pair)] = said
    conflicts = tuple(replace(candidate, verdict=_verdict(candidate, found)) for candidate in survey.conflicts)
    held = [candidate for candidate in conflicts if candidate.verdict != Judgement.UNRELATED]
    collation = survey.collation if len(held) == len(conflicts) else marked(survey.collation, held)
    return replace(survey, collation=collation, conflicts=conflicts), remarks(
        located, collation.told, len(collation.claims)
    )


def _verdict(candidate: Candidate, found: Mapping[frozenset[Where], Judgement]) -> str | None:
    """The one verdict on all of its pairs that were judged, a sentence of the one side with one of the other."""
    left = {_where(cited) for cited in (candidate.left, *candidate.left_too)}
    right = {_where(cited) for cited in (candidate.right, *candidate.right_too)}
    said = {verdict for pair, verdict in found.items() if pair <= left | right and pair & left and pair & right}
    return said.pop().value if len(said) == 1 else None


def _where(cited: Cited) -> Where:
    return Where(cited.source, cited.sentence)
