"""All sources surveyed off the event loop."""

from collections.abc import Callable, Sequence
from time import monotonic

from textual.screen import Screen
from textual.worker import get_current_worker

from tui.alignment.model import Cancelled
from tui.app.messages import SurveyAdvanced, SurveyReady
from tui.app.sitting.session import Session
from tui.app.sitting.surveyed import Surveyed
from tui.app.work.background import Background, percents
from tui.articles import Unreadable
from tui.collation.model import Constraints

MOST = 200
"""So many sources are surveyed together, the first of the list."""

QUIET_SECONDS = 0.2
"""How long a survey may take before it says how far it is."""

_FEW = 1000
"""Claims up to which a survey that is known already is prepared at once."""


class Surveying(Background):
    """Surveys for one screen, which gets a message when all is ready or some of it is done.

    `prepare` does what the screen would else do with many claims while it is waited for.
    """

    def __init__(
        self, screen: Screen[None], session: Session, prepare: Callable[[Surveyed], object] = lambda _: None
    ) -> None:
        super().__init__(screen, "survey")
        self._session = session
        self._prepare = prepare

    def start(self) -> None:
        """Survey every article of the list that can be read; what the sitting has found before is told again."""
        known = self._session.surveyed
        if known is not None and len(known.survey.collation.claims) <= _FEW:
            self._screen.post_message(SurveyReady(known))
        else:
            self.run(self._survey)

    def _survey(self) -> None:
        worker, begun = get_current_worker(), monotonic()

        def tell(share: float) -> None:
            if monotonic() - begun > QUIET_SECONDS:
                self._screen.post_message(SurveyAdvanced(share))

        try:
            found = self._session.surveyed or survey_list(self._session, percents(tell))
        except Cancelled:
            return
        self._session.surveyed = found
        self._prepare(found)
        if not worker.is_cancelled:
            self._screen.post_message(SurveyReady(found))


def survey_list(session: Session, progress: Callable[[float], None]) -> Surveyed:
    """Every article of the list that can be read, surveyed; raises `Cancelled` where `progress` does."""
    collection = session.collection
    numbers, articles, witnesses = [], [], []
    for number in range(min(len(collection), MOST)):
        progress(0.0)
        try:
            articles.append(collection.article(number))
        except Unreadable:
            continue
        numbers.append(number)
        witnesses.append(collection.witness(number))
    bonds = session.reviewing.bonds
    made = session.comparer.survey(
        witnesses,
        dates=[article.date for article in articles],
        wires=[article.agency for article in articles],
        constraints=_constraints(session, numbers) if bonds else None,
        progress=progress,
    )
    labels = tuple(collection.label(number) for number in numbers)
    return Surveyed(made, tuple(numbers), labels, max(0, len(collection) - MOST), bonds)


def _constraints(session: Session, numbers: Sequence[int]) -> Constraints:
    """The links that the reviewer made and broke between these articles."""
    from tui.reports.reviewed import constraints_of  # noqa: PLC0415 (only where something was done)

    return constraints_of(session.reviewing.located(numbers), session.reviewer)
