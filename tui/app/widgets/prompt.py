"""A question in the bottom line."""

from collections.abc import Callable, Iterator

from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static


class Prompt(Horizontal):
    """Takes one answer; escape, or backspace over nothing, gives up."""

    class Closed(Message):
        """The prompt has given the keys back."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._then: Callable[[str], None] | None = None

    def compose(self) -> Iterator[Widget]:
        yield Static("/", id="sign", markup=False)
        yield _Answer(compact=True, id="answer", select_on_focus=True)

    def ask(self, sign: str, text: str, then: Callable[[str], None]) -> None:
        """Open with a sign before the answer and a text to begin with."""
        self._then = then
        self.query_one("#sign", Static).update(sign)
        answer = self.query_one("#answer", _Answer)
        answer.value = text
        self.display = True
        self.screen.set_focus(answer)

    def close(self) -> None:
        """Give the keys back to the text."""
        self.display = False
        self.screen.set_focus(self.screen.query_one(".body"))
        self.post_message(self.Closed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.close()
        if self._then is not None:
            self._then(event.value)


class _Answer(Input):
    BINDINGS = [  # noqa: RUF012 (Textual's form)
        Binding("escape", "give_up", "Give up", show=False, id="prompt.give-up"),
        Binding("backspace", "rub_out", "Delete", show=False, id="prompt.rub-out"),
    ]

    def action_give_up(self) -> None:
        self.query_ancestor(Prompt).close()

    def action_rub_out(self) -> None:
        if self.value:
            self.action_delete_left()
        else:
            self.action_give_up()
