"""Search in the list: titles, bylines, and the names of files that cannot be read."""

from abc import abstractmethod
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import SEARCH, bindings
from tui.app.screens.framed import FramedScreen
from tui.app.sitting.session import Session
from tui.app.widgets.article_list import ArticleList
from tui.app.widgets.bar import Part
from tui.app.widgets.line_view import LineView
from tui.articles import Summary
from tui.presentation.amounts import counted
from tui.text.search import occurrences
from tui.text.shown import shown


class ListSearchScreen(FramedScreen):
    """Walks the articles that answer a query; of those not read yet, the titles that have been shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCH)]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._query = ""
        self._edge = 0
        self._rows: tuple[int, ...] = ()
        self._looked_at: tuple[int, int] | None = None

    @property
    @abstractmethod
    def listing(self) -> ArticleList:
        """The list."""

    def look_again(self) -> None:
        """Search anew from the next key on: the articles are others."""
        self._looked_at = None

    def action_search(self) -> None:
        self.ask("/", self._query, self.search)

    def search(self, query: str) -> None:
        """Go to the first article from here on with these words; an empty query ends the search."""
        self._query, self._looked_at = query.strip(), None
        self.listing.light(self._query)
        rows = self._found()
        if rows:
            self._go(next((row for row in rows if row >= self.listing.row), rows[0]))
        elif self._query:
            self._say_nothing_found()
        self.show_status()

    def action_next_hit(self, step: int) -> None:
        rows, cursor = self._found(), self.listing.row
        if not self._query:
            self.say("no search yet: / and words of a title or byline")
        elif not rows:
            self._say_nothing_found()
        else:
            ahead = [row for row in rows if (row - cursor) * step > 0][::step]
            if ahead:
                self._go(ahead[min(self.listing.take_count() or 1, len(ahead)) - 1])
            elif self._edge == step:
                self._go(rows[0] if step > 0 else rows[-1])
                self.say("search wrapped to the " + ("top" if step > 0 else "end"))
            else:
                self._edge = step
                self.say(edge_line(step, self.key_of("search.next" if step > 0 else "search.previous")))

    def on_line_view_moved(self, event: LineView.Moved) -> None:
        if event.view is self.listing:
            self._edge = 0

    def search_part(self) -> list[Part]:
        """The query, and which hit of how many the cursor stands on."""
        if not self._query:
            return []
        rows = self._found()
        place = f"{rows.index(self.listing.row) + 1}/" if self.listing.row in rows else ""
        return [Part(f"  {shown(self._query)} {place}{len(rows)}", "key")]

    def _go(self, row: int) -> None:
        self.listing.go_to(row + 1, end=False)

    def _found(self) -> tuple[int, ...]:
        """The rows that answer, ascending. O(articles) where more have been read since."""
        collection = self.session.collection
        looked_at = sum(collection.seen(number) is not None for number in collection.beside)
        if (looked_at, len(collection.all_known())) != self._looked_at:
            self._looked_at = looked_at, len(collection.all_known())
            found = frozenset(self.titled(self._query))
            self._rows = tuple(row for row, article in enumerate(self.listing.articles) if article in found)
        return self._rows

    def titled(self, words: str) -> list[int]:
        """The articles with these words in title or byline, as far as they are known, or why they cannot be read."""
        collection = self.session.collection
        found = [] if collection.shelf is None or not words else [*collection.shelf.titled(words)]
        for number in collection.beside:
            summary = collection.seen(number)
            if summary is not None and _answers(summary, words):
                found.append(number)
        return found

    def _say_nothing_found(self) -> None:
        collection = self.session.collection
        known = sum(collection.known(number) is not None for number in collection.beside)
        missing = len(collection.beside) - known
        so_far = f" among the {counted(known, 'article')} read so far" if missing else " in titles and bylines"
        self.say(f"{shown(self._query)}: not found{so_far}", "error")


def edge_line(step: int, key: str) -> str:
    """What is said where no hit follows, and what the same key does next."""
    edge, around = ("bottom", "top") if step > 0 else ("top", "end")
    return f"search hit {edge}; {key} again goes to the {around}"


def _answers(summary: Summary, query: str) -> bool:
    texts = (summary.title, summary.byline or "", summary.source.name if summary.error is not None else "")
    return any(occurrences(text, query) for text in texts)
