"""One widget that draws a laid-out page: an article, or both sides of a pair."""

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from tui.app.keymap import TEXT, bindings
from tui.app.widgets.inked import Inked
from tui.app.widgets.line_view import LineView
from tui.app.widgets.painter import NO_HITS, Overlay, Painter
from tui.app.widgets.viewport import Viewport
from tui.presentation.page import Page, Stop
from tui.text.sides import Side, Sides
from tui.text.spans import Span


class PageView(LineView, Inked):
    """Draws what its `port` sees, line by line, and keeps the lines it has drawn."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TEXT)]
    well, blank = "page", "plain"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self.port = Viewport()
        self.paragraphs: Sides[frozenset[int]] = Sides(frozenset(), frozenset())
        self.leaving: Callable[[], None] = lambda: None
        self._build: Callable[[int], Page] | None = None
        self._wanted: tuple[Side, int] | None = None
        self._hits = NO_HITS
        self._current: tuple[Side, Span] | None = None
        self._strips: dict[tuple[int, ...], Strip] = {}
        self._looks: dict[str, Style] = {}

    def show(self, build: Callable[[int], Page], *, at: tuple[Side, int] | None = None) -> None:
        """Show what `build` makes of the width in cells.

        The sentence under the cursor stays where it stands on the screen; `at` names another one to stand on.
        """
        self._build = build
        self._wanted = at or self.port.here
        if self.size.width:
            self._lay_out(keep_top=False)

    def touch(self, page: Page) -> None:
        """Show a page that differs from the one shown in nothing but its looks and gutters."""
        self.port.page = page
        self._strips.clear()
        self.moved()

    def light(self, hits: Sides[tuple[Span, ...]], current: tuple[Side, Span] | None = None) -> None:
        """Show these places as the hits of a search."""
        self._hits, self._current = hits, current
        self._strips.clear()
        self.moved()

    def moved(self) -> None:
        """Draw again after the port has moved, and tell the screen."""
        self.refresh()
        self.tell()

    def on_resize(self, event: events.Resize) -> None:
        self.port.height = event.size.height
        if self._build is not None and self.port.page.width != event.size.width:
            self._lay_out(keep_top=self.port.page.width > 0)
        else:
            self.port.stay()
            self.moved()

    def _lay_out(self, *, keep_top: bool) -> None:
        assert self._build is not None
        self.port.show(self._build(self.size.width), self._wanted or self.port.here, keep_top=keep_top)
        self._wanted = None
        self._strips.clear()
        self.moved()

    # Motions

    def step(self, lines: int) -> None:
        self.port.step(lines)
        self.moved()

    def step_pages(self, pages: float) -> None:
        self.step(round(pages * self.size.height))

    def go_to(self, number: int | None, *, end: bool) -> None:
        self.leaving()
        self.port.go_to(number, end=end)
        self.moved()

    def go_to_share(self, share: float) -> None:
        self.leaving()
        self.port.go_to_share(share)
        self.moved()

    def action_sentence(self, step: int) -> None:
        self._go(step, lambda _: True)

    def action_paragraph(self, step: int) -> None:
        self._go(step, lambda stop: stop.side is None or stop.sentence in self.paragraphs[stop.side])

    def _go(self, step: int, wanted: Callable[[Stop], bool]) -> None:
        for _ in range(self.take_count() or 1):
            self.port.go_where(step, wanted)
        self.moved()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the sentence that was clicked."""
        for number, column in enumerate(self.port.page.columns):
            if not column.left <= event.x < column.left + column.gutter + column.width:
                continue
            line = self._lines_at(event.y)[number]
            for place, stop in enumerate(self.port.page.stops):
                if stop.first <= line <= stop.last and column.side in (None, stop.side):
                    self.port.stand(place)
                    self.moved()
                    return

    # Drawing

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.clear()
        self._strips.clear()

    def _look(self, name: str) -> Style:
        look = self._looks.get(name)
        if look is None:
            look = self._looks[name] = self.ink(name)
        return look

    def _lines_at(self, y: int) -> tuple[int, ...]:
        """The page's line that each column shows at a height of the screen."""
        if len(self.port.page.columns) == 1:
            return (self.port.top + y,)
        return tuple(top + y for top in self.port.tops)

    def render_line(self, y: int) -> Strip:
        """The page's line at that height of the screen, or of each side its own."""
        return self.draw(range(y, y + 1))[0]

    def draw(self, heights: range) -> list[Strip]:
        """The lines at these heights, each drawn once for each place of the cursor on it."""
        width, port = self.size.width, self.port
        if not port.page.columns:
            return [Strip.blank(width, self.base) for _ in heights]
        stop = port.stop if self.can_focus else None
        strips = []
        for lines in map(self._lines_at, heights):
            under = stop is not None and any(stop.first <= line <= stop.last for line in lines)
            key = (*lines, width, port.cursor if under else -1)
            strip = self._strips.get(key)
            if strip is None:
                overlay = Overlay(stop if under else None, self._hits, self._current)
                strip = self._strips[key] = Painter(port.page, overlay, self._look).strip(lines, width)
            strips.append(strip)
        return strips
