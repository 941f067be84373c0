"""The field that an answer is typed into."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.app.keymap import PROMPT, bindings
from tui.app.widgets.field import Field


class Answer(Field):
    """A field that can be given up."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROMPT)]

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
