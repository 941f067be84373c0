"""All sources surveyed off the event loop."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual.screen import Screen
from textual.worker import get_current_worker

from tui.alignment.model import Cancelled
from tui.app.messages import SurveyAdvanced, SurveyReady
from tui.app.session import Session
from tui.articles import Unreadable

if TYPE_CHECKING:
    from tui.collation.survey import Survey

MOST = 200
"""So many sources are surveyed together, the first of the list."""


class Surveyed(NamedTuple):
    """A survey, the number that each of its sources has in the list, and what it is called there."""

    survey: "Survey"
    numbers: tuple[int, ...]
    labels: tuple[str, ...]
    left_out: int

    def source(self, number: int | None) -> int | None:
        """The source that is this article of the list, None for no article and where it was not surveyed."""
        return self.numbers.index(number) if number in self.numbers else None


class Surveying:
    """Surveys for one screen, which gets a message when all is ready or some of it is done."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self._screen = screen
        self._session = session

    def start(self) -> None:
        """Survey every article of the list that can be read."""
        self._screen.run_worker(self._survey, thread=True, exclusive=True, group="survey")

    def stop(self) -> None:
        """Give up what is under way."""
        self._screen.workers.cancel_group(self._screen, "survey")

    def _survey(self) -> None:
        worker, told = get_current_worker(), -1

        def progress(share: float) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise Cancelled
            if (percent := int(share * 100)) != told:
                told = percent
                self._screen.post_message(SurveyAdvanced(share))

        try:
            found = survey_list(self._session, progress)
        except Cancelled:
            return
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
    made = session.comparer.survey(
        witnesses,
        dates=[article.date for article in articles],
        wires=[article.agency for article in articles],
        progress=progress,
    )
    labels = tuple(collection.label(number) for number in numbers)
    return Surveyed(made, tuple(numbers), labels, max(0, len(collection) - MOST))
