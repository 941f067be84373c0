"""Some words in a column of their own, and beside them text that hangs under its beginning."""

from rich.segment import Segment
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from tui.presentation.cells import cells_of, flow_text


class Hanging(Visual):
    """A line of a list; Rich has tables for that, which take many times as long to measure.

    Args:
        lead: The words to the left.
        text: What stands beside them.
        column: The least cells of the left column.
    """

    def __init__(self, lead: str, text: str, column: int) -> None:
        self._text = text
        self._lead = lead + " " * (max(column, cells_of(lead)) + 1 - cells_of(lead))

    def __str__(self) -> str:
        return self._lead + self._text

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        del rules, container_width
        return cells_of(str(self))

    def get_height(self, rules: RulesMap, width: int) -> int:
        del rules
        return len(self._lines(width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        del options
        rows = (Strip([Segment(line, style.rich_style)]) for line in self._lines(width)[:height])
        return [row.adjust_cell_length(width, style.rich_style) for row in rows]

    def _lines(self, width: int) -> list[str]:
        first, *others = flow_text(self._text, width - cells_of(self._lead)) or ("",)
        return [self._lead + first, *(" " * cells_of(self._lead) + line for line in others)]
