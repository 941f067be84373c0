"""How many sources make the claim of each sentence, beside the text of an article."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from tui.app.messages import SurveyAdvanced, SurveyReady
from tui.app.screens.framed import Command
from tui.app.screens.reading import ReadingScreen
from tui.app.sitting.session import Session
from tui.app.sitting.survey_review import SurveyReview, review_of
from tui.app.sitting.surveyed import Surveyed
from tui.app.widgets.bar import Part
from tui.app.work.surveying import MOST, Surveying
from tui.presentation.backing import Margin, legend, margin_of
from tui.presentation.parts import part_line

_STATUS = 20
"""Cells of the status line that tell where in the text the cursor is."""


class BackedScreen(ReadingScreen):
    """Surveys the sources when the margin is first wanted, behind the text that stands already."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._surveying = Surveying(self, session)
        self._share: float | None = None
        self._review: SurveyReview | None = None

    @property
    @abstractmethod
    def number(self) -> int:
        """The article that is shown."""

    def on_screen_resume(self) -> None:
        if self.session.backing:
            self.call_after_refresh(self.count_sources)

    def on_unmount(self) -> None:
        self._surveying.stop()

    def count_sources(self) -> None:
        """Survey the sources, unless that is done or the counts are hidden."""
        if self.session.backing and self.session.surveyed is None and not self._surveying.busy:
            self._share = 0.0
            self._surveying.start()
            self.show_status()

    @property
    def margin(self) -> Margin | None:
        """What stands beside the sentences, None where nothing is wanted there."""
        if not self.session.backing:
            return None
        surveyed = self.session.surveyed
        if surveyed is None:
            return margin_of(None, None, min(MOST, len(self.session.collection)))
        return margin_of(self._judged(surveyed).survey, surveyed.source(self.number), len(surveyed.numbers))

    def _judged(self, surveyed: Surveyed) -> Surveyed:
        """The survey with what reviewers found of its candidates for conflict."""
        review = self._review
        if review is None or review.of is not surveyed or not review.marked.is_current:
            review = self._review = review_of(self.session, surveyed)
        return review.surveyed

    def backing_part(self) -> Sequence[Part]:
        """What the margin means, or how far the survey is, for the status line."""
        surveyed = self.session.surveyed
        if not self.session.backing:
            return []
        if surveyed is not None and surveyed.source(self.number) is None:
            return [Part(f"only the first {len(surveyed.numbers)} articles are counted ", "muted")]
        if surveyed is not None:
            told = self._parts(surveyed)
            return [Part(f"{told} ", "text")] if told else legend(self._judged(surveyed).survey.collation)
        return [] if self._share is None else [Part(f"counting sources … {self._share:.0%} ", "muted")]

    def _parts(self, surveyed: Surveyed) -> str:
        """How many sources say each part of the sentence under the cursor; empty where it has none."""
        source, here = surveyed.source(self.number), self.view.port.here
        if source is None or here is None:
            return ""
        parts = surveyed.survey.parts_of(source, here[1])
        return part_line(surveyed.survey, source, parts, self.size.width - _STATUS) if parts else ""

    def on_survey_advanced(self, event: SurveyAdvanced) -> None:
        self._share = event.share
        self.show_status()

    def on_survey_ready(self, event: SurveyReady) -> None:
        del event
        self._share = None
        if self.session.backing:
            self.show()

    def commands(self) -> Mapping[str, Command]:
        return {
            **super().commands(),
            "corroboration": Command(
                "show or hide how many sources say each sentence", lambda _: self.action_backing()
            ),
            "stop": Command("end the count of sources", self._take_stop, at_once=True),
        }

    def action_backing(self) -> None:
        """Show or hide the margin, for the whole sitting."""
        if not self.session.backing and self.session.neighbour(self.number, 1, around=True) is None:
            self.say("corroboration needs two sources")
            return
        self.session.backing = not self.session.backing
        if self.session.backing:
            self.count_sources()
        else:
            self._surveying.stop()
        self.show()
        self.say(f"corroboration: {'shown' if self.session.backing else 'hidden'}")

    def action_claim(self) -> None:
        """Show the claim of the sentence under the cursor among all claims, open."""
        from tui.app.screens.table import TableScreen  # noqa: PLC0415

        here = self.view.port.here
        if here is not None:
            self.open_sheet(TableScreen(self.session, self.number, here[1]))

    def _take_stop(self, _: str) -> None:
        busy, self._share = self._surveying.stop(), None
        if busy:
            self.session.backing = False
            self.show()
        self.say("stopped" if busy else "nothing is under way")
