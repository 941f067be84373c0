"""A widget whose text is drawn with inks. Textual's style sheets would cost each start a tenth of a second for them."""

from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from tui.app.inks import Ink, ink
from tui.app.palettes import DEFAULT, PALETTES


class Inked(Widget):
    """Dips into the well of that name; `blank` is the look of where nothing is written."""

    well: str
    blank: str

    def ink(self, look: str) -> Style:
        """The style of a look under the app's theme. Raises `KeyError` where the well has no such look."""
        theme = self.app.theme
        return _style(ink(self.well, look, theme if theme in PALETTES else DEFAULT))

    @property
    def base(self) -> Style:
        """The style of where nothing is written."""
        return self.ink(self.blank)


@lru_cache(maxsize=512)
def _style(wanted: Ink) -> Style:
    colour = Color.parse(wanted.colour).rich_color if wanted.colour else None
    ground = Color.parse(wanted.ground).rich_color if wanted.ground else None
    return Style(color=colour, bgcolor=ground, **dict.fromkeys(wanted.attributes, True))  # type: ignore[arg-type]
