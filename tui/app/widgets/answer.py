"""The field that an answer is typed into."""

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input


class Answer(Input):
    """A field that can be given up."""

    BINDINGS = [  # noqa: RUF012 (Textual's form)
        Binding("escape", "give_up", "Give up", show=False, id="prompt.give-up"),
        Binding("backspace", "rub_out", "Delete", show=False, id="prompt.rub-out"),
    ]

    class GivenUp(Message):
        """No answer will come."""

    def __init__(self) -> None:
        super().__init__(compact=True, id="answer", select_on_focus=True)

    def action_give_up(self) -> None:
        self.post_message(self.GivenUp())

    def action_rub_out(self) -> None:
        if self.value:
            self.action_delete_left()
        else:
            self.action_give_up()
