"""The whole pair in one column at the edge."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tui.app.widgets.inked import Inked
from tui.presentation.overview import Tick
from tui.presentation.page import Emphasis
from tui.text.sides import Side

_LOOKS = {
    Emphasis.SHARED: "linked",
    Emphasis.MOVED: "moved",
    Emphasis.CONFLICT: "conflict",
    Emphasis.LABEL: "empty",
}


class OverviewStrip(Inked):
    """Draws a tick for each of its lines; what a tick is, `show` is told."""

    well, blank = "overview", "empty"

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._ticks: Sequence[Tick] = ()
        self._made: Callable[[int], Sequence[Tick]] | None = None

    def show(self, made: Callable[[int], Sequence[Tick]]) -> None:
        """Draw what `made` makes of the height in lines."""
        self._made = made
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        del event
        self._draw()

    def _draw(self) -> None:
        if self._made is not None and self.size.height:
            self._ticks = self._made(self.size.height)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One tick."""
        if y >= len(self._ticks):
            return Strip.blank(self.size.width, self.base)
        tick = self._ticks[y]
        look = _LOOKS.get(tick.emphasis) or ("left" if tick.side is Side.LEFT else "right")
        return Strip([Segment(tick.glyph, self.ink(look))])
