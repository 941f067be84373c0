"""The list of articles, of which only the visible rows are ever read."""

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.app.keymap import LIST, bindings
from tui.app.session import Session
from tui.app.widgets.inked import Inked
from tui.app.widgets.line_view import LineView
from tui.articles import Summary
from tui.presentation import glyphs
from tui.presentation.wrapping import cells_of, clip, flow_text
from tui.text.shown import shown

_TITLE_LINES = 2
_STATE_WIDTH = 5
_WORDS_WIDTH = 7
_STRIPS = 1024
"""So many lines are kept as they were drawn."""


class _Shown(NamedTuple):
    """A visible line: the row it belongs to, and which of the row's lines it is."""

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
        self.cursor = 0
        self._top = 0
        self._lines: list[_Shown] = []
        self._strips: dict[tuple[object, ...], Strip] = {}

    def step(self, lines: int) -> None:
        self._go(self.cursor + lines)

    def step_pages(self, pages: float) -> None:
        rows = len({shown.row for shown in self._lines}) or 1
        self._go(self.cursor + round(pages * rows))

    def go_to(self, number: int | None, *, end: bool) -> None:
        self._go((number if number is not None else len(self._session.collection) if end else 1) - 1)

    def go_to_share(self, share: float) -> None:
        self._go(round(len(self._session.collection) * share) - 1)

    def _go(self, row: int) -> None:
        self.cursor = max(0, min(row, len(self._session.collection) - 1))
        self.lay_rows()
        self.tell()

    def lay_rows(self) -> None:
        """Bring the visible rows up to date, with the cursor among them; reads no article but these."""
        height = self.size.height
        if not height:
            return
        self._top = min(self._top, self.cursor)
        used = sum(len(self._titles(row)) for row in range(max(self._top, self.cursor - height), self.cursor + 1))
        self._top = max(self._top, self.cursor - height)
        while used > height and self._top < self.cursor:
            used -= len(self._titles(self._top))
            self._top += 1
        self._lines = []
        for row in range(self._top, len(self._session.collection)):
            titles = self._titles(row)
            self._lines += [_Shown(row, line, titles) for line in range(len(titles))]
            if len(self._lines) >= height:
                break
        self.refresh()

    @property
    def height_wanted(self) -> int:
        """Lines that the whole list takes at this width, as far as two screens go."""
        wanted = 0
        for row in range(len(self._session.collection)):
            wanted += len(self._titles(row))
            if wanted > 2 * self.screen.size.height:
                break
        return wanted

    def on_resize(self, event: events.Resize) -> None:
        del event
        self.lay_rows()

    def _titles(self, row: int) -> tuple[str, ...]:
        """The row's title in one or two lines."""
        summary = self._session.collection.summary(row)
        path = self._session.collection.source(row).path
        text = summary.title if summary.error is None else f"{path.name if path else '-'}: {summary.error}"
        return _in_lines(text, self._room)

    @property
    def _room(self) -> int:
        """Cells that a title may take."""
        return max(8, self.size.width - self._label_width - 6 - _WORDS_WIDTH - _STATE_WIDTH - 1)

    @property
    def _label_width(self) -> int:
        return len(self._session.collection.label(len(self._session.collection) - 1))

    def render_line(self, y: int) -> Strip:
        """A line of a row, or an empty one below the last."""
        return self.draw(range(y, y + 1))[0]

    def draw(self, heights: range) -> list[Strip]:
        """The lines at these heights, each drawn anew only where something of it has changed."""
        width, theme, marked = self.size.width, self.app.theme, self._session.marked
        strips = []
        for y in heights:
            if y >= len(self._lines):
                strips.append(Strip.blank(width, self.base))
                continue
            place = self._lines[y]
            row = place.row
            words = self._session.collection.summary(row).words
            key = (place, row == self.cursor, row in marked, words, self._state(row), width, theme)
            strip = self._strips.get(key)
            if strip is None:
                strip = Strip(list(self._segments(place))).adjust_cell_length(width, self.base)
                if len(self._strips) >= _STRIPS:
                    self._strips.clear()
                self._strips[key] = strip
            strips.append(strip)
        return strips

    def _segments(self, place: _Shown) -> Iterator[Segment]:
        row, line, titles = place
        summary = self._session.collection.summary(row)
        ground = self.ink("cursor") if row == self.cursor else None

        def segment(text: str, look: str) -> Segment:
            style = self.ink(look)
            return Segment(text, style + ground if ground else style)

        marked = row in self._session.marked
        if line == 0:
            yield segment(glyphs.CURSOR if row == self.cursor else " ", "mark")
            yield segment("[x] " if marked else "[ ] ", "mark" if marked else "muted")
            yield segment(self._session.collection.label(row).ljust(self._label_width + 1), "label")
        else:
            yield segment((glyphs.CURSOR if row == self.cursor else " ").ljust(self._label_width + 6), "mark")
        title = titles[line]
        yield segment(title + " " * (self._room - cells_of(title)), "error" if summary.error else "title")
        if line == 0 and summary.error is None:
            yield segment(f"{summary.words:,} w".rjust(_WORDS_WIDTH), "muted")
            yield segment(f" {self._state(row)}".ljust(_STATE_WIDTH), "label")

    def _state(self, row: int) -> str:
        """How far the article has been read in this sitting."""
        seen = self._session.memory.seen(row)
        return glyphs.UNREAD if not seen else glyphs.READ if seen >= 1 else f"{glyphs.PARTLY}{seen:.0%}"

    def summary(self) -> Summary:
        """What is known of the article under the cursor."""
        return self._session.collection.summary(self.cursor)

    def action_mark(self) -> None:
        if self.summary().error is not None:
            self.post_message(self.Told(f"cannot be read: {self.summary().error}"))
            return
        pushed = self._session.mark(self.cursor)
        self._go(self.cursor)
        if pushed is not None:
            self.post_message(self.Told(f"{self._session.collection.label(pushed)} is no longer marked: two at a time"))

    def action_open(self) -> None:
        self.post_message(self.Opened(self.cursor))

    def action_compare(self) -> None:
        self.post_message(self.CompareWanted(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; twice opens it."""
        if event.y < len(self._lines):
            self._go(self._lines[event.y].row)
            if event.chain > 1:
                self.action_open()


@lru_cache(maxsize=1024)
def _in_lines(title: str, room: int) -> tuple[str, ...]:
    """A title in as many lines as it may take, of so many cells."""
    lines = flow_text(shown(title), room)
    if len(lines) > _TITLE_LINES:
        lines = (lines[0], clip(" ".join(lines[1:]), room))
    return lines or ("",)
