"""What the reader and the pair have in common: a page, search, measure, zen and the way to the next article."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.worker import get_current_worker

from tui.app.keymap import READING, bindings
from tui.app.messages import HitsCounted
from tui.app.screens.framed import Command, FramedScreen
from tui.app.session import MEASURES, Session
from tui.app.widgets.bar import Part
from tui.app.widgets.line_view import LineView
from tui.app.widgets.page_view import PageView
from tui.app.widgets.painter import NO_HITS
from tui.articles import Unreadable
from tui.text.search import occurrences
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.spans import Span
from tui.text.witness import Witness


class ReadingScreen(FramedScreen):
    """Owns the search and the view's settings; subclasses say what the page holds."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING)]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._counted = ""
        self._hits: list[tuple[Side, Span]] = []
        self._hit: int | None = None

    def body(self) -> Iterator[Widget]:
        view = PageView(id="page")
        view.add_class("body")
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

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        event.stop()
        self.show_status()

    # Search

    def action_search(self) -> None:
        self.ask("/", self.session.query, self.search)

    def search(self, query: str) -> None:
        """Search the page for words and go to the first hit from here on; an empty query ends the search."""
        self.session.query = query.strip()
        self._counted = ""
        self.find_hits()
        if not self.session.query:
            self.show_status()
            return
        if not self._hits:
            self.say(f"not found here: {shown(self.session.query)}", "error")
        else:
            here = self.view.port.here
            numbers = {(s, n): i for i, (s, n) in enumerate(self._sentences())}
            start = numbers.get(here, 0) if here else 0
            self._hit = next((i for i, hit in enumerate(self._hits) if numbers[self._home(hit)] >= start), 0)
            self._go_to_hit()
        self.run_worker(self._count_everywhere, thread=True, exclusive=True, group="count")

    def find_hits(self) -> None:
        """Find the query's places on the page, in the order of its sentences."""
        query = self.session.query
        found = NO_HITS
        self._hits, self._hit = [], None
        if query:
            for side, witness, _ in self.texts():
                spans = occurrences(witness.text, query)
                found = Sides(spans, found.right) if side is Side.LEFT else Sides(found.left, spans)
            homes = {key: place for place, key in enumerate(self._sentences())}
            hits = [(side, span) for side in Side for span in found[side] if self._home((side, span)) in homes]
            self._hits = sorted(hits, key=lambda hit: (homes[self._home(hit)], hit[1]))
        self.view.light(found)

    def _sentences(self) -> list[tuple[Side, int]]:
        """The sentences on the page, in its order."""
        return [
            (s.side, s.sentence) for s in self.view.port.page.stops if s.side is not None and s.sentence is not None
        ]

    def _home(self, hit: tuple[Side, Span]) -> tuple[Side, int]:
        """The sentence that a hit begins in."""
        side, span = hit
        witness = next(witness for s, witness, _ in self.texts() if s is side)
        low, high = 0, len(witness.sentences)
        while low < high:
            middle = (low + high) // 2
            if witness.sentences[middle].span.end <= span.start:
                low = middle + 1
            else:
                high = middle
        return side, low

    def action_next_hit(self, step: int) -> None:
        if not self.session.query:
            self.say("no search yet: / and the words")
            return
        if not self._hits:
            self.say(f"not found here: {shown(self.session.query)}", "error")
            return
        wanted = (0 if step > 0 else -1) if self._hit is None else self._hit + step * (self.view.take_count() or 1)
        self._hit = wanted % len(self._hits)
        self._go_to_hit()
        if wanted != self._hit:
            self.say("search wrapped to the " + ("top" if step > 0 else "end"))

    def _go_to_hit(self) -> None:
        assert self._hit is not None
        hit = self._hits[self._hit]
        self.view.port.stand_on(*self._home(hit))
        side, span = hit
        found = Sides(*(tuple(h[1] for h in self._hits if h[0] is each) for each in Side))
        self.view.light(found, (side, span))

    def _count_everywhere(self) -> None:
        """Count the query in every source, off the event loop."""
        worker, query, hits = get_current_worker(), self.session.query, 0
        for number in range(len(self.session.collection)):
            if worker.is_cancelled:
                return
            try:
                hits += len(occurrences(self.session.collection.article(number).text, query))
            except Unreadable:
                continue
        self.post_message(HitsCounted(query, hits, len(self.session.collection)))

    def on_hits_counted(self, event: HitsCounted) -> None:
        if event.query == self.session.query:
            self._counted = f" · {event.hits} in {event.sources} source{'s' * (event.sources != 1)}"
            self.show_status()

    def search_part(self) -> list[Part]:
        """The query, which hit of how many this is, and how many there are elsewhere."""
        if not self.session.query:
            return []
        place = "" if self._hit is None else f"{self._hit + 1}/"
        labels = ", ".join(label for _, _, label in self.texts())
        return [Part(f"  {shown(self.session.query)} {place}{len(self._hits)} in {labels}{self._counted}", "key")]

    # Settings

    def commands(self) -> Mapping[str, Command]:
        return {"boilerplate": Command("show or hide the sites' own lines", lambda _: self.toggle_boilerplate())}

    def leave(self) -> bool:
        if self.zen:
            self.action_zen()
            return True
        return False

    def action_measure(self) -> None:
        """Step to the next measure of the text."""
        place = MEASURES.index(self.session.measure) if self.session.measure in MEASURES else 0
        self.session.measure = MEASURES[(place + 1) % len(MEASURES)]
        self.show()
        self.say(f"measure: {self.session.measure or 'full width'}")

    def toggle_boilerplate(self) -> None:
        """Show or hide the sites' own lines."""
        self.session.furniture = not self.session.furniture
        self.show()
        self.say(f"boilerplate: {'shown' if self.session.furniture else 'hidden'}")

    def action_zen(self) -> None:
        """Hide all but the focused pane, or bring the rest back."""
        self.toggle_class("-zen")
        self.show()

    @property
    def zen(self) -> bool:
        """Whether only the focused pane is shown."""
        return self.has_class("-zen")
