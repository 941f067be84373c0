"""A page of entries, stepped over one by one."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from tui.app.widgets.page_view import PageView
from tui.presentation.page import Page
from tui.presentation.sheet import Entry, Sheet, lay_out_sheet
from tui.text.sides import Side

LayOut: TypeAlias = Callable[[Sequence[Entry], int, int | None], Sheet]
"""Lays entries out at a width in cells, with the mark of a number chosen."""


class SheetView(PageView):
    """Shows entries; a step is one of them, where a page's is a line. One of their marks may be chosen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's word)
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._stood: tuple[Entry, ...] = ()
        self.chosen: int | None = None
        """The number of the mark, beside every entry, that is chosen."""
        self.lay_out: LayOut = lay_out_sheet

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the cursor stays on the entry that leads where its own did, else on that of the same number."""
        here = self.entry
        self._entries = entries
        cursor = self.port.cursor
        same = [
            (entry.indent != here.indent, abs(number - cursor), number)
            for number, entry in enumerate(_stops(entries))
            if here is not None and entry.spot == here.spot
        ]
        self.show(self._page, at=(Side.LEFT, min(same)[2]) if same else None)

    def _page(self, width: int) -> Page:
        sheet = self.lay_out(self._entries, width, self.chosen)
        self._stood = sheet.entries
        return sheet.page

    @property
    def stood(self) -> Sequence[Entry]:
        """The entries that are stops, in their order."""
        return self._stood

    def moved(self) -> None:
        """Let the heading above the entry be seen with it, where there is room for both."""
        port, stop = self.port, self.port.stop
        if stop is not None:
            above = port.page.stops[port.cursor - 1].last + 2 if port.cursor else 0
            fits = stop.last - above < port.height
            if above < stop.first and above < port.top <= stop.first and fits:
                port.scroll(above, follow=False)
        super().moved()

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


def _stops(entries: Sequence[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.spot is not None)
