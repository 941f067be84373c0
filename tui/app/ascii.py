"""Drawing with ASCII alone, for fonts and locales that have nothing else."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.presentation.glyphs import ASCII

_BOXES = {
    **dict.fromkeys("─━═╌╍┄┅▔▁", "-"),
    **dict.fromkeys("│┃║▏▕▎▊", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰", "+"),
    **dict(zip("↓↑←→", "v^<>", strict=True)),
}
_TABLE = {**str.maketrans(_BOXES), **ASCII}


class AsciiFilter(LineFilter):
    """Puts the ASCII form for every glyph and line that the program draws, cell for cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments in ASCII signs."""
        del background
        return [Segment(text.translate(_TABLE), style, control) for text, style, control in segments]
