"""One line of text, some of it to the left and some to the right."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from tui.app.widgets.inked import Inked
from tui.presentation.wrapping import cells_of, clip


class Part(NamedTuple):
    """Some words of a bar; `look` is that of the bar's inks which draws them."""

    text: str
    look: str = "text"


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
        right = self._segments(self._right, self.size.width)
        taken = sum(segment.cell_length for segment in right)
        left = self._segments(self._left, self.size.width - taken - (taken > 0))
        gap = self.size.width - taken - sum(segment.cell_length for segment in left)
        filler = Segment(" " * gap, base)
        return Strip([*left, filler, *right]).adjust_cell_length(self.size.width, base)

    def _segments(self, parts: Sequence[Part], width: int) -> list[Segment]:
        segments = []
        for part in parts:
            text = part.text
            if cells_of(text) > width:
                indent = len(text) - len(text.lstrip())
                text = " " * indent + clip(text, width - indent)
            width -= cells_of(text)
            if text:
                segments.append(Segment(text, self.ink(part.look)))
        return segments
