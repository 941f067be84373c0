"""A widget whose text is drawn with inks. Textual's style sheets would cost each start a tenth of a second for them."""

from rich.style import Style

from tui.app.colours.inks import ink, style_of
from tui.app.colours.palettes import DEFAULT, PALETTES
from tui.app.pumps import LeanWidget


class Inked(LeanWidget):
    """Dips into the well of that name; `blank` is the look of where nothing is written."""

    well: str
    blank: str

    def ink(self, look: str) -> Style:
        """The style of a look under the app's theme. Raises `KeyError` where the well has no such look."""
        theme = self.app.theme
        return style_of(ink(self.well, look, theme if theme in PALETTES else DEFAULT))

    @property
    def base(self) -> Style:
        """The style of where nothing is written."""
        return self.ink(self.blank)
