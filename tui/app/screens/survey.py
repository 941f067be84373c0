"""What all sources say together, as a sheet that waits for it."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from tui.app.messages import SurveyAdvanced, SurveyReady
from tui.app.screens.framed import Command
from tui.app.screens.marked_sheet import MarkedSheetScreen
from tui.app.sitting.marked import Marked
from tui.app.sitting.session import Session
from tui.app.sitting.survey_review import SurveyReview, review_of
from tui.app.sitting.surveyed import Surveyed
from tui.app.widgets.bar import Part
from tui.app.work.surveying import Surveying
from tui.presentation.claims import left_out_lines
from tui.presentation.lenses.listed import Listed
from tui.presentation.review.signs import UNSIGNED, CellSigns
from tui.presentation.sheet import Entry, lay_out_sheet


class SurveyScreen(MarkedSheetScreen):
    """Shows what `entries_of` makes of a survey of every source."""

    def __init__(
        self, session: Session, name: str, entries_of: Callable[[Surveyed], Sequence[Entry]], subject: int
    ) -> None:
        super().__init__(session, name, subject)
        self._entries_of = entries_of
        self._surveying = Surveying(self, session, self.prepare)
        self._share: float | None = 0.0
        self._review: SurveyReview | None = None
        self.surveyed: Surveyed | None = None

    def on_mount(self) -> None:
        self._surveying.start()

    def on_unmount(self) -> None:
        self._surveying.stop()

    def prepare(self, surveyed: Surveyed) -> None:
        """Make the entries and find where their lines break, in a thread: both are remembered."""
        lay_out_sheet(self._entries_of(surveyed), self.size.width)

    def entries(self) -> Sequence[Entry]:
        return self.with_notes(self._entries_of(self.surveyed)) if self.surveyed is not None else ()

    @property
    def marked(self) -> Marked | None:
        return None if self._review is None else self._review.marked

    @property
    def signs(self) -> CellSigns:
        """What reviewers did, as signs beside the cells of claims and sources."""
        return UNSIGNED if self._review is None else self._review.signs

    def judged(self, surveyed: Surveyed) -> Surveyed:
        """The survey with what reviewers found of its candidates, as far as that is known by now."""
        return self._review.surveyed if self._review is not None and self._review.of is surveyed else surveyed

    def show(self) -> None:
        review = self._review
        if self.surveyed is not None and not (review and review.of is self.surveyed and review.marked.is_current):
            self._review = review_of(self.session, self.surveyed)
        super().show()

    def about(self) -> Sequence[str]:
        """What was done to the sentences of the entry, which of its links do not count, and what the sheet is."""
        entry, surveyed = self.view.entry, self.surveyed
        if entry is None or surveyed is None:
            return super().about()
        return [*left_out_lines(Listed(*surveyed[:3]), self.sentences(entry)), *super().about()]

    def heed(self) -> None:
        """Show what was done since; where it was done to links, survey the sources anew under them."""
        self.show()
        if self.session.surveyed is None and not self._surveying.busy:
            self._share = 0.0
            self._surveying.start()

    needs_two: ClassVar[bool] = False
    """Whether one source alone has nothing to show."""

    @property
    def opening(self) -> bool:
        """Whether the survey is still under way, so that there is no entry for a key to act on."""
        return self._share is not None

    def nothing(self) -> str:
        if self.surveyed is None:
            return "stopped: no source was surveyed; q goes back"
        if self.needs_two and len(self.surveyed.numbers) < 2:
            return "needs two sources that can be read"
        if self.about_one and self.surveyed.source(self.subject) is None:
            return f"{self.session.collection.label(self.subject)} is not among the sources surveyed"
        return "nothing of the kind"

    about_one: ClassVar[bool] = False
    """Whether the sheet is about one article of the list."""

    def on_survey_advanced(self, event: SurveyAdvanced) -> None:
        self._share = event.share
        self.show_status()

    def on_survey_ready(self, event: SurveyReady) -> None:
        self._share, self.surveyed = None, event.surveyed
        self.show()
        if event.surveyed.left_out:
            self.say(f"the first {len(event.surveyed.numbers)} articles; {event.surveyed.left_out:,} more left out")

    def commands(self) -> Mapping[str, Command]:
        return {**super().commands(), "stop": Command("end the survey", self._take_stop, at_once=True)}

    def _take_stop(self, _: str) -> None:
        self._share = None
        self.say_stopped(self._surveying.stop())

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        if self._share is not None:
            return [Part(f" surveying every source … {self._share:.0%}   q stops", "muted")], []
        return super().status()


class AloneScreen(SurveyScreen):
    """What one article has that the others have not."""

    needs_two = True
    about_one = True
