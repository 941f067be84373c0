"""What is judged pair by pair."""

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal

from tui.app.keymap import JUDGING, bindings


class Judged(Horizontal):
    """Has the keys of verdicts for what is in it; the screen says when they work, and does what they ask."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(JUDGING)]
