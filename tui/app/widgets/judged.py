"""What is judged pair by pair."""

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal

from tui.app.keymap import JUDGING, bindings
from tui.app.pumps import LeanPump


class Judged(LeanPump, Horizontal):
    """Has the keys of verdicts for what is in it; the screen says when they work, and does what they ask."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(JUDGING)]
