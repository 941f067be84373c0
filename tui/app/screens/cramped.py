"""What is said where nothing else has room."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.screen import Screen

from tui.app.keymap import CRAMPED, bindings
from tui.presentation.wrapping import clip


class CrampedScreen(Screen[None]):
    """One line that names the size needed and the size there is; only the ways out work."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CRAMPED)]
    AUTO_FOCUS = ""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._needed = f"{width}x{height}"

    def on_mount(self) -> None:
        self.styles.content_align = ("center", "middle")

    def on_resize(self, event: events.Resize) -> None:
        del event
        self.refresh()

    def render(self) -> Text:
        line = f"summit-tui needs {self._needed}; this is {self.size.width}x{self.size.height}"
        return Text(clip(line, self.size.width))
