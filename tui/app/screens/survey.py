"""What all sources say together, as a sheet that waits for it."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from tui.app.messages import SurveyAdvanced, SurveyReady
from tui.app.screens.framed import Command
from tui.app.screens.sheet import SheetScreen
from tui.app.session import Session
from tui.app.surveying import Surveyed, Surveying
from tui.app.typeahead import TypeAheadApp
from tui.app.widgets.bar import Part
from tui.presentation.sheet import Entry, lay_out_sheet


class SurveyScreen(SheetScreen):
    """Shows what `entries_of` makes of a survey of every source."""

    def __init__(
        self, session: Session, name: str, entries_of: Callable[[Surveyed], Sequence[Entry]], subject: int
    ) -> None:
        super().__init__(session, name, subject)
        self._entries_of = entries_of
        self._surveying = Surveying(self, session, self.prepare)
        self._share: float | None = 0.0
        self.surveyed: Surveyed | None = None

    def on_mount(self) -> None:
        self._surveying.start()

    def on_unmount(self) -> None:
        self._surveying.stop()

    def prepare(self, surveyed: Surveyed) -> None:
        """Make the entries and find where their lines break, in a thread: both are remembered."""
        lay_out_sheet(self._entries_of(surveyed), self.size.width)

    def entries(self) -> Sequence[Entry]:
        return self._entries_of(self.surveyed) if self.surveyed is not None else ()

    needs_two: ClassVar[bool] = False
    """Whether one source alone has nothing to show."""

    @property
    def opening(self) -> bool:
        """Whether the survey is still under way, so that there is no entry for a key to act on."""
        return self._surveying.busy

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
        app = self.app
        assert isinstance(app, TypeAheadApp)
        app.let_go()
        self._share = None
        self.say("stopped" if self._surveying.stop() else "nothing is under way")

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        if self._share is not None:
            return [Part(f" surveying every source … {self._share:.0%}   q stops", "muted")], []
        return super().status()


class AloneScreen(SurveyScreen):
    """What one article has that the others have not."""

    needs_two = True
    about_one = True
