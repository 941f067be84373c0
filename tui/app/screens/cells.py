"""A sheet with a cell for each source beside every entry."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import CELLS, bindings
from tui.app.screens.survey import SurveyScreen
from tui.app.sitting.session import Session
from tui.app.sitting.surveyed import Surveyed
from tui.app.widgets.bar import Bar, Part
from tui.presentation.page import Emphasis
from tui.presentation.sheet import Entry, Mark
from tui.presentation.wrapping import clip
from tui.text.shown import shown

_NAMED = 32
"""Cells in the status line for the chosen source's title."""


class CellsScreen(SurveyScreen):
    """One source may be chosen, and enter goes to what its cell says; cells that do not fit move into sight with it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CELLS)]
    HINTS: ClassVar[Sequence[str]] = (
        *("sheet.open", "move.down", "cells.right", "sheet.filter", "search.here", "survey.lens", "app.back"),
    )
    needs_two = True

    def __init__(self, session: Session, name: str, subject: int) -> None:
        super().__init__(session, name, self._entries, subject)
        self.source: int | None = None
        self._leftmost = 0

    @abstractmethod
    def cells(self, sources: int) -> int:
        """How many sources' cells there is room for."""

    @abstractmethod
    def rows(self, surveyed: Surveyed) -> Sequence[Entry]:
        """The entries with the cells of the window."""

    @abstractmethod
    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        """What stands above the cells of the window."""

    def prepare(self, surveyed: Surveyed) -> None:
        """What stands beside the entries depends on what is in sight by then."""

    @property
    def window(self) -> range:
        """The sources whose cells are in sight, the chosen one among them."""
        sources = 0 if self.surveyed is None else len(self.surveyed.numbers)
        cells = self.cells(sources)
        first = self._leftmost
        if self.source is not None:
            first = min(max(first, self.source - cells + 1), self.source)
        self._leftmost = max(0, min(first, sources - cells))
        return range(self._leftmost, min(sources, self._leftmost + cells))

    def show_around(self, source: int) -> None:
        """Have a source's cells in the middle, as far as there are others around it."""
        sources = 0 if self.surveyed is None else len(self.surveyed.numbers)
        self._leftmost = source - self.cells(sources) // 2

    def on_resize(self) -> None:
        """Other cells may fit now."""
        if self.surveyed is not None:
            self.show()

    def _entries(self, surveyed: Surveyed) -> Sequence[Entry]:
        return self.rows(surveyed) if len(surveyed.numbers) > 1 else ()

    def show(self) -> None:
        if self.surveyed is not None:
            self.view.chosen = None if self.source is None else self.source - self.window.start
        super().show()
        if self.surveyed is not None:
            self.query_one("#title", Bar).show(*self.title_parts(self.surveyed))

    def title_parts(self, surveyed: Surveyed) -> tuple[Sequence[Part], Sequence[Part]]:
        """The left and the right of the line above the entries; `<` and `>` where there are more sources."""
        heads = [
            Part(mark.text, "title" if mark.emphasis is Emphasis.TITLE else "muted") for mark in self.heads(surveyed)
        ]
        before = Part("< " if self.window.start else "", "key")
        after = Part(">" if self.window.stop < len(surveyed.numbers) else " ", "key")
        return [Part(f" {self.name_of(surveyed)}", "title")], [before, *heads, after]

    def name_of(self, surveyed: Surveyed) -> str:
        """What the sheet is called."""
        del surveyed
        return self.sheet_name

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        left, right = super().status()
        if self.surveyed is None or self.source is None or self._said is not None:
            return left, right  # a message is not to be cut
        title = clip(shown(self.session.collection.summary(self.surveyed.numbers[self.source]).title), _NAMED)
        return left, [*right, Part(f"{self.surveyed.labels[self.source]} ", "key"), Part(f"{title} ", "muted")]

    def choices(self) -> Sequence[int | None]:
        """What can be chosen, in order."""
        return [] if self.surveyed is None else [None, *range(len(self.surveyed.numbers))]

    def action_source(self, step: int) -> None:
        """Choose the next source's cells, or the previous one's; past either end none."""
        choices, steps = self.choices(), step * (self.view.take_count() or 1)
        if choices:
            now = choices.index(self.source) if self.source in choices else 0
            self.source = choices[(now + steps) % len(choices)]
            self.show()

    def silence(self) -> str:
        if self.surveyed is None or self.source is None:
            return super().silence()
        return f"{self.surveyed.labels[self.source]} is silent on this"
