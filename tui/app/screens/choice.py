"""A list to choose one thing from."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tui.app.keymap import CHOICE, bindings, everywhere
from tui.resources import STYLES_DIR


class ChoiceScreen(ModalScreen[int | None]):
    """Gives the number of the row chosen, or None; `preview` hears of each row that the cursor comes to."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHOICE), *everywhere()]
    CSS_PATH = STYLES_DIR / "overlay.tcss"

    def __init__(
        self, title: str, rows: Sequence[str], *, start: int = 0, preview: Callable[[int], None] | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._start = start
        self._preview = preview

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(f"{self._title}   (enter chooses · q esc close)", id="heading", markup=False)
            yield OptionList(*self._rows, id="lines", markup=False)

    def on_mount(self) -> None:
        lines = self.query_one("#lines", OptionList)
        lines.highlighted = self._start
        lines.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if self._preview is not None:
            self._preview(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_move(self, step: int) -> None:
        """Move the cursor by a row; the ends hold."""
        lines = self.query_one("#lines", OptionList)
        lines.highlighted = max(0, min(lines.option_count - 1, (lines.highlighted or 0) + step))
