"""A screen of entries that lead to sentences: the frame of lenses, claims and candidates for conflict."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from tui.app.keymap import SEARCH, SHEET, bindings
from tui.app.messages import SpotWanted
from tui.app.screens.framed import FramedScreen
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Bar, Part
from tui.app.widgets.line_view import LineView
from tui.app.widgets.sheet_view import SheetView
from tui.presentation.sheet import Entry, holding
from tui.text.shown import shown
from tui.text.typography import fold


class SheetScreen(FramedScreen):
    """Steps over entries, finds and filters them, and goes where they lead; subclasses say what they are."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCH, SHEET)]
    HINTS: ClassVar[Sequence[str]] = (
        "sheet.open",
        "move.down",
        "move.up",
        "search.here",
        "sheet.filter",
        "survey.lens",
        "app.back",
    )

    def __init__(self, session: Session, name: str, subject: int) -> None:
        super().__init__(session)
        self._subject = subject
        self.sheet_name = name
        self._only_words = ""
        self._query = ""

    @property
    def subject(self) -> int:
        return self._subject

    @abstractmethod
    def entries(self) -> Sequence[Entry]:
        """What the sheet shows, whatever is filtered."""

    def nothing(self) -> str:
        """What is said where there is no entry."""
        return "nothing here"

    def silence(self) -> str:
        """What is said where the chosen mark leads nowhere."""
        return "no sentence there"

    def body(self) -> Iterator[Widget]:
        view = SheetView(id="page")
        view.add_class("body")
        yield view

    @property
    def view(self) -> SheetView:
        """The entries."""
        return self.query_one("#page", SheetView)

    def on_mount(self) -> None:
        self.query_one("#title", Bar).show([Part(f" {self.sheet_name}", "title")])
        self.show()

    def show(self) -> None:
        """Lay the entries out anew."""
        entries = self.entries()
        kept = holding(entries, self._only_words) if self._only_words else entries
        self.view.show_entries(kept)

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        event.stop()
        self.show_status()

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        stops, view = self.view.port.page.stops, self.view
        left = [Part(f" {view.port.cursor + 1}/{len(stops)}" if stops else f" {self.nothing()}")]
        left += [Part(f"  & {shown(self._only_words)}", "key")] if self._only_words else []
        left += [Part(f"  /{shown(self._query)}", "key")] if self._query else []
        return left, [Part(f"{view.pending} " if view.pending else "")]

    def about(self) -> Sequence[str]:
        return ["enter goes to the sentence; q comes back here"]

    def open_sheet(self, screen: Screen[None]) -> None:
        """Show another sheet in place of this one."""
        self.app.switch_screen(screen)

    def leave(self) -> bool:
        """Give up the panel, then the filter."""
        if super().leave():
            return True
        if not self._only_words:
            return False
        self.keep_only("")
        return True

    def action_open(self) -> None:
        entry = self.view.entry
        if entry is None:
            return
        mark = None if self.view.chosen is None else entry.marks[self.view.chosen]
        spot = entry.spot if mark is None else mark.spot
        if spot is None or not spot.articles:
            self.say(self.silence())
        else:
            self.post_message(SpotWanted(spot))

    def action_filter(self) -> None:
        self.ask("&", "", self.keep_only)

    def keep_only(self, words: str) -> None:
        """Show only the entries that hold these words; nothing shows all again."""
        self._only_words = words.strip()
        self.show()
        if self._only_words and not self.view.port.page.stops:
            self._only_words = ""
            self.show()
            self.say(f"not found here: {shown(words)}", "error")

    def action_search(self) -> None:
        self.ask("/", self._query, self.search)

    def search(self, words: str) -> None:
        """Go to the next entry with these words; no words end the search."""
        self._query = words.strip()
        if self._query:
            self.action_next_hit(1)
        else:
            self.show_status()

    def action_next_hit(self, step: int) -> None:
        if not self._query:
            self.say("no search yet: / and the words")
            return
        port, wanted = self.view.port, fold(self._query)
        found = [number for number, entry in enumerate(self.view.stood) if wanted in fold(entry.text)]
        if not found:
            self.say(f"not found here: {shown(self._query)}", "error")
            return
        ahead = [number for number in found if (number - port.cursor) * step > 0]
        port.stand(ahead[0 if step > 0 else -1] if ahead else found[0 if step > 0 else -1])
        self.view.moved()
        if not ahead:
            self.say("search wrapped to the " + ("top" if step > 0 else "end"))
