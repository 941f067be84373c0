"""What reviewers did to the sources of a survey."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.sitting.surveyed import Surveyed
from tui.articles import Unreadable
from tui.presentation.spot import Spot
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.app.sitting.session import Session
    from tui.review.located import Standing


class SurveyReview(NamedTuple):
    """A survey with what reviewers found of its candidates, everyone's notes, and after how many acts that was."""

    surveyed: Surveyed
    notes: "Mapping[Spot, Sequence[Standing]]"
    acts: int


def review_of(session: "Session", surveyed: Surveyed) -> SurveyReview:
    """What stands on the survey's sources now; the same survey where nothing was found of its candidates.

    Without an act, or where a source can no longer be read, nothing stands on it. O(sentences and acts).
    """
    reviewing = session.reviewing
    acts = len(reviewing.history)
    if not acts:
        return SurveyReview(surveyed, {}, acts)
    from tui.reports.reviewed import reviewed  # noqa: PLC0415 (only where something was done)

    try:
        located = reviewing.located(surveyed.numbers)
    except Unreadable:
        return SurveyReview(surveyed, {}, acts)
    survey, _ = reviewed(surveyed.survey, located)
    judged = surveyed if survey.conflicts == surveyed.survey.conflicts else surveyed._replace(survey=survey)
    spots = {where: Spot((surveyed.numbers[where.text],), Side.LEFT, where.sentence) for where in located.noted}
    return SurveyReview(judged, {spot: located.notes(where) for where, spot in spots.items()}, acts)
