"""An article with the notes that were put on its sentences."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.app.screens.backed import BackedScreen
from tui.app.screens.review.screen import Noted
from tui.app.sitting.session import Session
from tui.presentation.review.wording import told
from tui.review.acts import Note
from tui.review.anchors import anchor

if TYPE_CHECKING:
    from tui.review.located import Standing


class NotedScreen(BackedScreen):
    """Knows the notes of everyone on the article that is shown, on sentences and on pairs with them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._notes: Mapping[int, Sequence[Standing]] = {}
        self._notes_of: tuple[int, int] | None = None

    @property
    def notes(self) -> "Mapping[int, Sequence[Standing]]":
        """The notes by their sentences."""
        reviewing = self.session.reviewing
        asked = self.number, len(reviewing.history)
        if asked != self._notes_of:
            self._notes_of, self._notes = asked, reviewing.notes(self.number)
        return self._notes

    def on_screen_resume(self) -> None:
        if self._notes_of is not None and self._notes_of != (self.number, len(self.session.reviewing.history)):
            self.heed()

    def heed(self, *, anew: bool = False) -> None:
        del anew
        self.show()
        self.count_sources()

    def noted(self) -> Noted | None:
        here, reviewing = self.view.port.here, self.session.reviewing
        if here is None:
            return None
        own = [
            mark.text
            for act, mark, _ in self.notes.get(here[1], ())
            if isinstance(mark, Note) and len(mark.anchors) == 1 and act.reviewer == reviewing.reviewer
        ]
        where = anchor(reviewing.version(self.number), here[1])
        return Noted(own[-1] if own else "", lambda text: reviewing.record(Note((where,), text)))

    def about(self) -> Sequence[str]:
        here = self.view.port.here
        return [told(act, mark) for act, mark, _ in self.notes.get(here[1], ())] if here is not None else []
