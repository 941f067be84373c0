"""The list of articles, of which only the visible rows are ever read."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from tui.app.keymap import LIST, bindings
from tui.app.sitting.session import Session
from tui.app.widgets.inked import Inked
from tui.app.widgets.line_view import LineView
from tui.articles import Summary
from tui.presentation.shelf import RowState, Shelf
from tui.text.search import occurrences

_STRIPS = 1024
"""So many lines are kept as they were drawn."""


class _Shown(NamedTuple):
    """A visible line: the article it belongs to, and which of the row's lines it is."""

    row: int
    line: int
    lines: tuple[str, ...]


class ArticleList(LineView, Inked):
    """One row an article: cursor, mark, label, title, words, how far it has been read."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST)]
    well, blank = "list", "title"

    class Opened(Message):
        """An article is wanted."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class CompareWanted(Message):
        """The pair of the marked articles is wanted, or of the marked one and this."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Told(Message):
        """What a mark did or could not do, in words."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, session: Session, *, id: str) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._session = session
        self._order: Sequence[int] | None = None
        self.row = 0
        self._top = 0
        self._lines: list[_Shown] = []
        self._strips: dict[tuple[object, ...], Strip] = {}
        self._query = ""

    @property
    def articles(self) -> Sequence[int]:
        """The articles that are listed, in the order of their rows."""
        return range(len(self._session.collection)) if self._order is None else self._order

    @property
    def cursor(self) -> int:
        """The article under the cursor."""
        return self.articles[self.row]

    def show_articles(self, articles: Sequence[int] | None) -> None:
        """List these articles in this order, None all as they come, with the cursor on the same where it is there."""
        before = self.cursor
        self._order = articles
        self.go_to_article(before if before in self.articles else self.articles[0])

    def start_anew(self, article: int) -> None:
        """Show other articles, with the cursor on this one."""
        self._strips.clear()
        self._order, self._top = None, 0
        self._go(article)

    def go_to_article(self, article: int) -> None:
        """Put the cursor on an article that is listed. O(articles)."""
        self._go(self.articles.index(article))

    def light(self, query: str) -> None:
        """Show these words in the titles as the hits of a search."""
        self._query = query
        self.refresh()

    def step(self, lines: int) -> None:
        self._go(self.row + lines)

    def step_pages(self, pages: float) -> None:
        rows = len({shown.row for shown in self._lines}) or 1
        self._go(self.row + round(pages * rows))

    def go_to(self, number: int | None, *, end: bool) -> None:
        self._go((number if number is not None else len(self.articles) if end else 1) - 1)

    def go_to_share(self, share: float) -> None:
        self._go(round(len(self.articles) * share) - 1)

    def _go(self, row: int) -> None:
        self.row = max(0, min(row, len(self.articles) - 1))
        self.lay_rows()
        self.tell()

    def lay_rows(self) -> None:
        """Bring the visible rows up to date, with the cursor among them; reads no article but these."""
        height = self.size.height
        if not height:
            return
        shelf, articles = self._shelf, self.articles
        top = min(self._top, self.row)
        if len(articles) - top <= height:  # or no room can be left below the last
            top = min(top, self._first_with(len(articles) - 1))
        self._top = max(top, self._first_with(self.row))
        self._lines = []
        for at in range(self._top, len(articles)):
            titles = shelf.titles(articles[at])
            self._lines += [_Shown(articles[at], line, titles) for line in range(len(titles))]
            if len(self._lines) >= height:
                break
        self.refresh()

    def _first_with(self, row: int) -> int:
        """The first row from which on all fit on the screen as far as this one."""
        shelf, articles = self._shelf, self.articles
        room = self.size.height - len(shelf.titles(articles[row]))
        while row and (room := room - len(shelf.titles(articles[row - 1]))) >= 0:
            row -= 1
        return row

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines that the whole list takes at this width, at most two thirds of what there are."""
        most = container.height * 2 // 3
        return min(Shelf(self._session.collection, width).height(most, self.articles), most)

    def on_resize(self, event: events.Resize) -> None:
        del event
        self.lay_rows()

    @property
    def _shelf(self) -> Shelf:
        return Shelf(self._session.collection, self.size.width)

    def render_line(self, y: int) -> Strip:
        """A line of a row, or an empty one below the last."""
        return self.draw(range(y, y + 1))[0]

    def draw(self, heights: range) -> list[Strip]:
        """The lines at these heights, each drawn anew only where something of it has changed."""
        width, theme = self.size.width, self.app.theme
        strips, shelf = [], self._shelf
        for y in heights:
            if y >= len(self._lines):
                strips.append(Strip.blank(width, self.base))
                continue
            place = self._lines[y]
            row = place.row
            session = self._session
            seen = session.memory.seen(row)
            state = RowState(row == self.cursor, row in session.marked, seen, row == session.base)
            summary = session.collection.glimpsed(row)
            key = (place, state, summary.words, summary.glimpsed, width, theme, self._query)
            strip = self._strips.get(key)
            if strip is None:
                strip = Strip(list(self._segments(shelf, place, state))).adjust_cell_length(width, self.base)
                if len(self._strips) >= _STRIPS:
                    self._strips.clear()
                self._strips[key] = strip
            strips.append(strip)
        return strips

    def _segments(self, shelf: Shelf, place: _Shown, state: RowState) -> Iterator[Segment]:
        for text, look in shelf.line(place.row, place.line, place.lines, state):
            style = self.ink(look)
            lit = 0
            for start, end in occurrences(text, self._query) if look == "title" else ():
                yield Segment(text[lit:start], self._over(style, state))
                yield Segment(text[start:end], self._over(self.ink("hit"), state))
                lit = end
            yield Segment(text[lit:], self._over(style, state))

    def _over(self, style: Style, state: RowState) -> Style:
        return style + self.ink("cursor") if state.cursor else style

    def rows(self) -> list[int]:
        """The articles on the screen, the one under the cursor first."""
        return sorted({shown.row for shown in self._lines}, key=lambda row: (row != self.cursor, row))

    def summary(self) -> Summary:
        """What is known of the article under the cursor."""
        return self._session.collection.summary(self.cursor)

    def action_mark(self) -> None:
        if self.summary().error is not None:
            self.post_message(self.Told(f"cannot be read: {self.summary().error}"))
            return
        pushed = self._session.mark(self.cursor)
        self._go(self.row)
        if pushed is not None:
            self.post_message(self.Told(f"{self._session.collection.label(pushed)} is no longer marked: two at a time"))

    def action_base(self) -> None:
        if self.summary().error is not None:
            self.post_message(self.Told(f"cannot be read: {self.summary().error}"))
            return
        session = self._session
        session.base = None if session.base == self.cursor else self.cursor
        self._go(self.row)
        label = session.collection.label(self.cursor)
        told = "no base: claims of most sources come first"
        self.post_message(self.Told(told if session.base is None else f"base {label}: T keeps to the order of {label}"))

    def action_open(self) -> None:
        self.post_message(self.Opened(self.cursor))

    def action_compare(self) -> None:
        self.post_message(self.CompareWanted(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; twice opens it."""
        if event.y < len(self._lines):
            self.go_to_article(self._lines[event.y].row)
            if event.chain > 1:
                self.action_open()
