"""A widget that draws only its visible lines, moved over with the keys of less and vim."""

from abc import abstractmethod
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.app.keymap import MOVE, bindings
from tui.app.pumps import LeanWidget

WHEEL_LINES = 3


class LineView(LeanWidget, can_focus=True):
    """The motions and their counts; what a step is, the subclass decides."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVE)]

    class Moved(Message):
        """The place has changed, or a count is being typed, in `view`."""

        def __init__(self, view: "LineView") -> None:
            super().__init__()
            self.view = view

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self.pending = ""
        self._count: int | None = None

    @abstractmethod
    def step(self, lines: int) -> None:
        """Move by that many lines or rows, up where negative."""

    @abstractmethod
    def step_pages(self, pages: float) -> None:
        """Move by that share of the visible height."""

    @abstractmethod
    def go_to(self, number: int | None, *, end: bool) -> None:
        """Move to a sentence or row, counted from 1; without one to the top or the end."""

    @abstractmethod
    def go_to_share(self, share: float) -> None:
        """Move to that share of the whole, 0.0 to 1.0."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are; with no border there is nothing that Textual could add to them."""
        return super().render_lines(crop) if self.gutter else self.filtered(self.draw(crop.line_range), crop)

    def filtered(self, lines: list[Strip], crop: Region) -> list[Strip]:
        """The columns of a region that these are the lines of, as the app would have them."""
        _, ground = self.background_colors
        for line_filter in self.get_line_filters():
            lines = [line.apply_filter(line_filter, ground) for line in lines]
        return [line.crop(*crop.column_span) for line in lines]

    def draw(self, heights: range) -> list[Strip]:
        """The lines at these heights of the screen."""
        return [self.render_line(y) for y in heights]

    def tell(self) -> None:
        """Say that the place has changed; the screen hears it at once, whatever stands between."""
        self.screen.post_message(self.Moved(self))

    def on_key(self, event: events.Key) -> None:
        """Collect the digits of a count; any other key takes it."""
        if event.character and event.character in "0123456789" and (self.pending or event.character != "0"):
            self.pending = (self.pending + event.character)[-6:]
            event.stop()
            event.prevent_default()
            self.tell()
            return
        self._count = int(self.pending) if self.pending else None
        if self.pending:
            self.pending = ""
            self.tell()
            if event.key == "escape":
                self._count = None
                event.stop()
                event.prevent_default()

    def take_count(self) -> int | None:
        """The count typed before this key, once."""
        count, self._count = self._count, None
        return count

    def action_down(self) -> None:
        self.step(self.take_count() or 1)

    def action_up(self) -> None:
        self.step(-(self.take_count() or 1))

    def action_half_down(self) -> None:
        self.step_pages((self.take_count() or 1) / 2)

    def action_half_up(self) -> None:
        self.step_pages(-(self.take_count() or 1) / 2)

    def action_page_down(self) -> None:
        self.step_pages(self.take_count() or 1)

    def action_page_up(self) -> None:
        self.step_pages(-(self.take_count() or 1))

    def action_top(self) -> None:
        self.go_to(self.take_count(), end=False)

    def action_end(self) -> None:
        self.go_to(self.take_count(), end=True)

    def action_percent(self) -> None:
        self.go_to_share(min(100, self.take_count() or 0) / 100)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.step(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.step(-WHEEL_LINES)
