"""One line of text, some of it to the left and some to the right."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from tui.app.widgets.inked import Inked
from tui.presentation.bars import Part, fitted

__all__ = ["Bar", "Part"]


class Bar(Inked):
    """A title, status or hint line. What does not fit is cut from the left part, the right part stays."""

    blank = "text"

    def __init__(self, *, id: str, well: str = "bar") -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self.well = well
        self._left: tuple[Part, ...] = ()
        self._right: tuple[Part, ...] = ()

    def show(self, left: Sequence[Part], right: Sequence[Part] = ()) -> None:
        """Draw these parts; nothing is drawn again where they are the same."""
        if (tuple(left), tuple(right)) != (self._left, self._right):
            self._left, self._right = tuple(left), tuple(right)
            self.refresh()

    @property
    def text(self) -> str:
        """What the bar says, without its layout."""
        return "".join(part.text for part in (*self._left, *self._right))

    def render_line(self, y: int) -> Strip:
        """The bar's one line."""
        base = self.base
        if y:
            return Strip.blank(self.size.width, base)
        parts = fitted(self._left, self._right, self.size.width)
        return Strip([Segment(text, self.ink(look)) for text, look in parts]).adjust_cell_length(self.size.width, base)
