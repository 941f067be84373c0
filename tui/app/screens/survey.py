"""What all sources say together, as a sheet that waits for it."""

from collections.abc import Callable, Sequence

from tui.app.messages import SurveyAdvanced, SurveyReady
from tui.app.screens.sheet import SheetScreen
from tui.app.session import Session
from tui.app.surveying import Surveyed, Surveying
from tui.app.widgets.bar import Part
from tui.presentation.sheet import Entry


class SurveyScreen(SheetScreen):
    """Shows what `entries_of` makes of a survey of every source."""

    def __init__(
        self, session: Session, name: str, entries_of: Callable[[Surveyed], Sequence[Entry]], subject: int
    ) -> None:
        super().__init__(session, name, subject)
        self._entries_of = entries_of
        self._surveying = Surveying(self, session)
        self._share: float | None = 0.0
        self.surveyed: Surveyed | None = None

    def on_mount(self) -> None:
        self._surveying.start()

    def on_unmount(self) -> None:
        self._surveying.stop()

    def entries(self) -> Sequence[Entry]:
        return self._entries_of(self.surveyed) if self.surveyed is not None else ()

    def nothing(self) -> str:
        return "nothing of the kind"

    def on_survey_advanced(self, event: SurveyAdvanced) -> None:
        self._share = event.share
        self.show_status()

    def on_survey_ready(self, event: SurveyReady) -> None:
        self._share, self.surveyed = None, event.surveyed
        self.show()
        if event.surveyed.left_out:
            self.say(f"the first {len(event.surveyed.numbers)} articles; {event.surveyed.left_out:,} more are left out")

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        if self._share is not None:
            return [Part(f" surveying every source … {self._share:.0%}   q stops", "muted")], []
        return super().status()
