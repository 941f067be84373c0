"""Search in the text on the screen, counted in every source."""

from collections.abc import Mapping

from textual.worker import get_current_worker

from tui.app.messages import HitsCounted
from tui.app.screens.list_search import edge_line
from tui.app.screens.text import TextScreen
from tui.app.sitting.session import Session
from tui.app.widgets.bar import Part
from tui.app.widgets.line_view import LineView
from tui.app.widgets.painter import NO_HITS
from tui.articles import Unreadable
from tui.presentation.amounts import counted
from tui.text.search import occurrences
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.spans import Span

COUNTED = 2_000
"""In so many sources hits are counted, the first of the list; S searches more."""


class SearchingScreen(TextScreen):
    """Finds the session's query on the page, walks its hits, and says how many there are elsewhere."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._counted = ""
        self._found = NO_HITS
        self._hits: list[tuple[Side, Span]] = []
        self._hit: int | None = None
        self._edge = 0
        self._places: Mapping[int, int] | None = None

    def action_search(self) -> None:
        self.ask("/", self.session.query, self.search)

    def search(self, query: str) -> None:
        """Search the page for words and go to the first hit from here on; an empty query ends the search."""
        self.session.query = query.strip()
        self._counted, self._places, self._edge = "", None, 0
        self.find_hits()
        if not self.session.query:
            self.show_status()
            return
        if not self._hits:
            self.say(f"not found here: {shown(self.session.query)}", "error")
        else:
            here = self.view.port.here
            numbers = {key: place for place, key in enumerate(self._sentences())}
            start = numbers.get(here, 0) if here else 0
            self._go_to_hit(next((i for i, hit in enumerate(self._hits) if numbers[self._home(hit)] >= start), 0))
        self._count()

    def _count(self) -> None:
        self.run_worker(self._count_everywhere, thread=True, exclusive=True, group="count")

    def find_hits(self) -> None:
        """Find the query's places on the page, in the order of its sentences."""
        if not self.query("#page"):
            return  # another screen was put in place of this one meanwhile
        self._hits, self._hit, self._found = [], None, NO_HITS
        if self.session.query:
            for side, witness, _ in self.texts():
                spans = occurrences(witness.text, self.session.query)
                self._found = Sides(spans, self._found.right) if side is Side.LEFT else Sides(self._found.left, spans)
            homes = {key: place for place, key in enumerate(self._sentences())}
            hits = [(side, span) for side in Side for span in self._found[side]]
            on_page = [hit for hit in hits if self._home(hit) in homes]
            self._hits = sorted(on_page, key=lambda hit: (homes[self._home(hit)], hit[1]))
        self.view.light(self._found)

    def _sentences(self) -> list[tuple[Side, int]]:
        """The sentences on the page, in its order."""
        stops = self.view.port.page.stops
        return [(stop.side, stop.sentence) for stop in stops if stop.side is not None and stop.sentence is not None]

    def _home(self, hit: tuple[Side, Span]) -> tuple[Side, int]:
        """The sentence that a hit begins in."""
        side, span = hit
        return side, self.witness_of(side).sentence_at(span.start)

    def action_next_hit(self, step: int) -> None:
        """Go to the next hit from here; past the last one only when asked twice, then to another article or around."""
        if not self.session.query:
            self.say("no search yet: / and the words")
            return
        wanted = self._hit_from_here(step, self.view.take_count() or 1)
        if 0 <= wanted < len(self._hits):
            self._go_to_hit(wanted)
        elif self._edge == step:
            self._pass_edge(step)
        elif self._hits and self._hit != (last := len(self._hits) - 1 if step > 0 else 0):
            self._go_to_hit(last)
        else:
            self._edge = step
            self._tell_edge()

    def _hit_from_here(self, step: int, count: int) -> int:
        """The number of the hit so many on; below 0 or past the last where there is none."""
        here, homes = self.view.port.here, {key: place for place, key in enumerate(self._sentences())}
        if self._hit is not None and self._home(self._hits[self._hit]) == here:
            return self._hit + step * count
        at = homes.get(here, 0) if here else 0
        before = sum(homes[self._home(hit)] < at for hit in self._hits)
        return before + count - 1 if step > 0 else before - count

    def _tell_edge(self) -> None:
        """Say that no hit follows here, and what the same key does next."""
        step, key = self._edge, self.key_of("search.next" if self._edge > 0 else "search.previous")
        number = self.beyond(step)
        if number is None and self._places is None and self.goes_beyond:
            self._count()
        words = edge_line(step, key) if self._hits else f"not found here: {shown(self.session.query)}"
        if number is not None:
            edge = words.partition(";")[0]
            words = f"{edge}; next in {self.session.collection.label(number)}: {key} again"
        self.say(words, "key" if self._hits or number is not None else "error")

    def _pass_edge(self, step: int) -> None:
        number = self.beyond(step)
        if number is None and not self._hits:
            self._tell_edge()
            return
        self._edge = 0
        if number is not None:
            self.go_beyond(number, step)
        else:
            self._go_to_hit(0 if step > 0 else len(self._hits) - 1)
            self.say("search wrapped to the " + ("top" if step > 0 else "end"))

    goes_beyond = False
    """Whether a search can go on in another article."""

    def beyond(self, step: int) -> int | None:
        """The next article with a hit, or the one before; None where the search does not go on."""
        del step
        return None

    def go_beyond(self, number: int, step: int) -> None:
        """Show another article at its first hit, or its last where `step` is negative."""

    @property
    def places(self) -> Mapping[int, int]:
        """How many hits each article has that has any, as far as they have been counted."""
        return self._places or {}

    def go_to_end_hit(self, step: int) -> None:
        """Go to the first hit on the page, or the last."""
        if self._hits:
            self._go_to_hit(0 if step > 0 else len(self._hits) - 1)

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        del event
        self._edge = 0

    def _go_to_hit(self, number: int) -> None:
        self._hit = number
        self.stand_on(*self._home(self._hits[number]))
        self.view.light(self._found, self._hits[number])

    def _count_everywhere(self) -> None:
        """Count the query in every source, off the event loop."""
        worker, query, found = get_current_worker(), self.session.query, dict[int, int]()
        sources = min(len(self.session.collection), COUNTED)
        for number in range(sources):
            if worker.is_cancelled:
                return
            try:
                hits = len(occurrences(self.session.collection.article(number).text, query))
            except Unreadable:
                continue
            if hits:
                found[number] = hits
        self.post_message(HitsCounted(query, found, sources))

    def on_hits_counted(self, event: HitsCounted) -> None:
        if event.query == self.session.query:
            self._places = event.found
            hits = sum(event.found.values())
            self._counted = f" · {hits} in {counted(event.sources, 'source')}"
            self.show_status()
            if self._edge:
                self._tell_edge()

    def search_part(self) -> list[Part]:
        """The query, which hit of how many this is, and how many there are elsewhere."""
        if not self.session.query:
            return []
        place = "" if self._hit is None else f"{self._hit + 1}/"
        labels = ", ".join(label for _, _, label in self.texts())
        return [Part(f"  {shown(self.session.query)} {place}{len(self._hits)} in {labels}{self._counted}", "key")]
