"""What reviewers did to the sources of a survey."""

from typing import TYPE_CHECKING, NamedTuple

from tui.app.sitting.marked import Marked
from tui.app.sitting.surveyed import Surveyed
from tui.presentation.review.signs import UNSIGNED, CellSigns, cell_signs

if TYPE_CHECKING:
    from tui.app.sitting.session import Session
    from tui.collation.model import Collation
    from tui.review.located import Located


class SurveyReview(NamedTuple):
    """A survey `of` the list, the same with what reviewers found of its candidates, and the signs beside its cells."""

    of: Surveyed
    surveyed: Surveyed
    marked: Marked
    signs: CellSigns = UNSIGNED


def review_of(session: "Session", surveyed: Surveyed) -> SurveyReview:
    """What stands on the survey's sources now; the same survey where nothing was found of its candidates.

    O(sentences and acts).
    """
    marked = Marked(session, surveyed.numbers)
    if marked.located is None:
        return SurveyReview(surveyed, surveyed, marked)
    from tui.reports.reviewed import reviewed  # noqa: PLC0415 (only where something was done)

    survey, _ = reviewed(surveyed.survey, marked.located, session.reviewer)
    judged = surveyed if survey.conflicts == surveyed.survey.conflicts else surveyed._replace(survey=survey)
    return SurveyReview(surveyed, judged, marked, _signs(survey.collation, marked.located, session.reviewer))


def _signs(collation: "Collation", located: "Located", reviewer: str) -> CellSigns:
    """The links by hand, the reviewer's verdicts and everyone's notes, by claim and source."""
    from tui.collation.model import Place  # noqa: PLC0415 (only where something was done)
    from tui.review.claims import cells_of_verdicts  # noqa: PLC0415

    claims = ((collation.claim_of(Place(*where)), where.text) for where in located.noted)
    noted = {(claim, source) for claim, source in claims if claim is not None}
    return cell_signs(collation.by_hand, cells_of_verdicts(located, collation.told, reviewer), noted)
