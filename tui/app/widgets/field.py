"""A field to type into, which leaves the line alone until something is typed."""

from textual.reactive import reactive
from textual.widgets import Input


class Field(Input):
    """Its cursor does not blink, and the terminal's own waits there from the start."""

    cursor_blink = reactive(False, init=False)

    def on_show(self) -> None:
        """Send the terminal's cursor here: when the field took the keys it had no place yet."""
        self.app.cursor_position = self.cursor_screen_offset
        self.refresh()
