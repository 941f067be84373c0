"""Every sentence of the list that has the words."""

from collections.abc import Sequence
from typing import ClassVar

from tui.alignment.model import Cancelled
from tui.app.messages import SearchAdvanced, SearchEnded
from tui.app.screens.marked_sheet import MarkedSheetScreen
from tui.app.sitting.finding import Answer
from tui.app.sitting.marked import Marked
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Part
from tui.app.work.background import percents
from tui.library import LibraryError
from tui.presentation.lenses.found import found_entries
from tui.presentation.sheet import Entry
from tui.text.shown import shown


class FoundScreen(MarkedSheetScreen):
    """Searches all that is listed, off the event loop, and lists the sentences."""

    HINTS: ClassVar[Sequence[str]] = (
        *("sheet.open", "move.down", "move.up", "search.everywhere", "sheet.filter", "app.back"),
    )

    def __init__(self, session: Session, query: str, subject: int) -> None:
        super().__init__(session, f"{shown(query)} in all sources", subject)
        self._asked = query
        self._share: float | None = 0.0
        self._answer: Answer | None = None
        self._marked: Marked | None = None

    def on_mount(self) -> None:
        self.run_worker(self._search, thread=True, group="search")

    def _search(self) -> None:
        progress = percents(lambda share: self.post_message(SearchAdvanced(share)))
        try:
            answer, trouble = self.session.finding.find(self._asked, progress), ""
        except Cancelled:
            return
        except LibraryError as error:
            answer, trouble = Answer(self._asked, (), more=False, ranked=True), str(error)
        self.post_message(SearchEnded(answer, trouble))

    def on_search_advanced(self, event: SearchAdvanced) -> None:
        self._share = event.share
        self.show_status()

    def on_search_ended(self, event: SearchEnded) -> None:
        self._share, self._answer = None, event.answer
        self.heed()
        if event.trouble:
            self.say(shown(event.trouble), "error")
        elif event.answer.more:
            order = "best" if event.answer.ranked else "latest"
            self.say(f"the {order} {len(event.answer.places)}; there are more: S and more words")

    @property
    def opening(self) -> bool:
        """Whether the search is still under way, so that there is no entry for a key to act on."""
        return self._share is not None

    def entries(self) -> Sequence[Entry]:
        found = () if self._answer is None else found_entries(self._answer.places, self.session.collection.label)
        return self.with_notes(found)

    @property
    def marked(self) -> Marked | None:
        return self._marked

    def heed(self) -> None:
        places = () if self._answer is None else self._answer.places
        self._marked = Marked(self.session, sorted({place.article for place in places}))
        self.show()

    def nothing(self) -> str:
        return "not found in any source"

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        if self._share is not None:
            return [Part(f" searching … {self._share:.0%}   q stops", "muted")], []
        return super().status()

    def legend(self) -> Sequence[str]:
        return [
            "case, spelling and endings do not count; a word that no article has is the beginning of one",
            'words in "quotation marks" stand in that order; enter goes to the sentence',
        ]
