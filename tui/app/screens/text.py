"""A screen of text: what the reader and the pair show, and the settings of the view."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from textual.widget import Widget

from tui.app.screens.framed import Command, FramedScreen
from tui.app.sitting.session import MEASURES, Session
from tui.app.widgets.line_view import LineView
from tui.app.widgets.page_view import PageView
from tui.articles.model import Article
from tui.presentation.spot import Spot
from tui.text.shown import shown
from tui.text.sides import Side
from tui.text.witness import Witness

KEEP_SECONDS = 3.0
"""How often the reading place is written down while it changes."""


class TextScreen(FramedScreen):
    """Owns the page; subclasses say what it holds."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        session.recall()
        self.only_words = ""
        self._told = False

    def on_mount(self) -> None:
        self.set_interval(KEEP_SECONDS, self._keep)

    def on_unmount(self) -> None:
        self.keep()

    def _keep(self) -> None:
        """Write the place down now and then, so that little is lost with the line."""
        self.keep()
        if self.session.memory.trouble and not self._told:
            self._told = True
            self.say(self.session.memory.trouble, "error")

    def body(self) -> Iterator[Widget]:
        view = PageView(id="page")
        view.add_class("body")
        view.leaving = self.leave_spot
        yield view

    @property
    def view(self) -> PageView:
        """The page."""
        return self.query_one("#page", PageView)

    @abstractmethod
    def texts(self) -> Sequence[tuple[Side, Witness, str]]:
        """Each side on the page with its text and label."""

    @abstractmethod
    def show(self, *, at: tuple[Side, int] | None = None) -> None:
        """Lay the page out anew from the settings, standing on the sentence `at` if given."""

    @abstractmethod
    def article_of(self, side: Side) -> Article:
        """The article that a side shows."""

    @abstractmethod
    def keep(self) -> None:
        """Write down where one stands, if that is news."""

    @abstractmethod
    def spot(self) -> Spot | None:
        """The sentence under the cursor and the articles on the screen; None on folded rows."""

    @abstractmethod
    def go(self, spot: Spot) -> bool:
        """Go to a spot if this kind of screen shows it; False where it does not."""

    def witness_of(self, side: Side) -> Witness:
        """The text that a side shows."""
        return next(witness for each, witness, _ in self.texts() if each is side)

    def leave_spot(self) -> None:
        """Remember where one is, before a jump."""
        spot = self.spot()
        if spot is not None:
            self.session.trail.leave(spot)

    def stand_on(self, side: Side, sentence: int) -> None:
        """Jump to a sentence of the page."""
        self.leave_spot()
        self.view.port.stand_on(side, sentence)
        self.view.moved()

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        event.stop()
        self.show_status()

    def commands(self) -> Mapping[str, Command]:
        return {
            **super().commands(),
            "boilerplate": Command("show or hide the sites' own lines", self._take_boilerplate),
        }

    def _take_boilerplate(self, _: str) -> None:
        self.session.furniture = not self.session.furniture
        self.show()
        self.say(f"boilerplate: {'shown' if self.session.furniture else 'hidden'}")

    def action_measure(self) -> None:
        """Step to the next measure of the text."""
        place = MEASURES.index(self.session.measure) if self.session.measure in MEASURES else 0
        self.session.choose_measure(MEASURES[(place + 1) % len(MEASURES)])
        self.show()
        self.say(f"measure: {self.session.measure or 'full width'}")

    def action_filter(self) -> None:
        self.ask("&", "", self.keep_only)

    def keep_only(self, words: str) -> None:
        """Show only the sentences or rows that hold these words; nothing shows all again."""
        self.only_words = words.strip()
        self.show()
        if self.only_words and not self.view.port.page.stops:
            self.only_words = ""
            self.show()
            self.say(f"not found here: {shown(words)}", "error")

    def action_zen(self) -> None:
        """Hide all but the focused pane, or bring the rest back."""
        self.toggle_class("-zen")
        self.show()
        self.show_status()

    def show_status(self) -> None:
        """Bring the status line up to date; zen shows it while it has a message."""
        super().show_status()
        self.query_one("#status").display = not self.zen or self._said is not None

    @property
    def zen(self) -> bool:
        """Whether only the focused pane is shown."""
        return self.has_class("-zen")

    def leave(self) -> bool:
        """Give up the panel, then zen, then the filter."""
        if super().leave():
            return True
        if self.zen:
            self.action_zen()
        elif self.only_words:
            self.keep_only("")
        else:
            return False
        return True
