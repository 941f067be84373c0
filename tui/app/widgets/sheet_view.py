"""A page of entries, stepped over one by one."""

from collections.abc import Sequence

from tui.app.widgets.page_view import PageView
from tui.presentation.page import Page
from tui.presentation.sheet import Entry, lay_out_sheet


class SheetView(PageView):
    """Shows entries; a step is one of them, where a page's is a line. One of their marks may be chosen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._stood: tuple[Entry, ...] = ()
        self.chosen: int | None = None
        """The number of the mark, beside every entry, that is chosen."""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the cursor stays on the entry of the same number."""
        self._entries = entries
        self.show(self._page)

    def _page(self, width: int) -> Page:
        sheet = lay_out_sheet(self._entries, width, self.chosen)
        self._stood = sheet.entries
        return sheet.page

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor, None where there is none."""
        return self._stood[self.port.cursor] if self._stood else None

    def step(self, lines: int) -> None:
        for _ in range(abs(lines)):
            self.port.go_where(1 if lines > 0 else -1, lambda _: True)
        self.moved()

    def step_pages(self, pages: float) -> None:
        self.port.step(round(pages * self.size.height))
        self.moved()
