"""What the reader and the pair have in common, in one class."""

from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import READING, SEARCH, bindings
from tui.app.screens.handing import HandingScreen
from tui.app.screens.reloading import ReloadingScreen
from tui.app.screens.searching import SearchingScreen
from tui.app.screens.travelling import TravellingScreen


class ReadingScreen(SearchingScreen, TravellingScreen, HandingScreen, ReloadingScreen):
    """A text that can be searched, travelled, handed over and annotated."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEARCH, READING)]
