"""A question in the bottom line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.app.widgets.answer import Answer


class Prompt(Widget):
    """Takes one answer; escape, or backspace over nothing, gives up. What it is made of is made when it first opens."""

    class Closed(Message):
        """The prompt has given the keys back."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._then: Callable[[str], None] | None = None

    def ask(self, sign: str, text: str, then: Callable[[str], None]) -> None:
        """Open with a sign before the answer and a text to begin with."""
        self._then = then
        field = self._field()
        self.query_one("#sign", Static).update(sign)
        field.value = text
        self.display = True
        self.screen.set_focus(field)

    def _field(self) -> Answer:
        from tui.app.widgets.answer import Answer  # noqa: PLC0415 (few starts come to a question)

        if not self.children:
            self.mount(Static(id="sign", markup=False), Answer())
        return self.query_one("#answer", Answer)

    def close(self) -> None:
        """Give the keys back to the text."""
        self.display = False
        self.screen.set_focus(self.screen.query_one(".body"))
        self.post_message(self.Closed())

    def on_answer_given_up(self) -> None:
        self.close()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.close()
        if self._then is not None:
            self._then(event.value)
