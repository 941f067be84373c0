"""Every source a column: claims × sources, and sources × sources."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import CELLS, bindings
from tui.app.screens.framed import Command
from tui.app.screens.survey import SurveyScreen
from tui.app.session import Session
from tui.app.surveying import Surveyed
from tui.app.widgets.bar import Bar, Part
from tui.presentation.claims import claim_entries, claim_heads, grid_entries, grid_heads
from tui.presentation.page import Emphasis
from tui.presentation.sheet import Entry, Mark
from tui.text.shown import shown


class CellsScreen(SurveyScreen):
    """A cell for each source beside every entry; one source may be chosen, and enter goes to what its cell says."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CELLS)]
    HINTS = ("sheet.open", "move.down", "cells.right", "sheet.filter", "search.here", "survey.lens", "app.back")

    @abstractmethod
    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        """What stands above the cells."""

    def show(self) -> None:
        super().show()
        if self.surveyed is not None:
            heads = [
                Part(mark.text, "title" if mark.emphasis is Emphasis.TITLE else "muted")
                for mark in self.heads(self.surveyed)
            ]
            self.query_one("#title", Bar).show([Part(f" {self.name_of(self.surveyed)}", "title")], [*heads, Part(" ")])

    def name_of(self, surveyed: Surveyed) -> str:
        """What the sheet is called."""
        del surveyed
        return self.sheet_name

    def action_source(self, step: int) -> None:
        """Choose the next source's cells, or the previous one's; past either end none."""
        if self.surveyed is None:
            return
        places = [None, *range(len(self.surveyed.numbers))]
        now = places.index(self.view.chosen)
        self.view.chosen = places[(now + step * (self.view.take_count() or 1)) % len(places)]
        self.show()

    def silence(self) -> str:
        if self.surveyed is None or self.view.chosen is None:
            return super().silence()
        return f"{self.surveyed.labels[self.view.chosen]} is silent on this"


class OmissionsScreen(CellsScreen):
    """The claims that several others make and one source does not."""

    def __init__(self, session: Session, subject: int) -> None:
        label = session.collection.label(subject)
        super().__init__(session, f"What others say and {label} leaves out", self._omitted, subject)

    def _omitted(self, surveyed: Surveyed) -> Sequence[Entry]:
        source, collation = surveyed.source(self.subject), surveyed.survey.collation
        return () if source is None else claim_entries(collation, surveyed.numbers, collation.omissions(source))

    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        return claim_heads(surveyed.labels, self.view.chosen)


class TableScreen(CellsScreen):
    """A row for each claim, in the order of the source that is the base, or the most corroborated first."""

    def __init__(self, session: Session, subject: int) -> None:
        super().__init__(session, "Claims", self._claims, subject)

    def _claims(self, surveyed: Surveyed) -> Sequence[Entry]:
        collation, base = surveyed.survey.collation, surveyed.source(self.session.base)
        order = range(len(collation.claims)) if base is None else collation.in_order_of(base)
        return claim_entries(collation, surveyed.numbers, order)

    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        return claim_heads(surveyed.labels, self.view.chosen)

    def name_of(self, surveyed: Surveyed) -> str:
        base = surveyed.source(self.session.base)
        order = "" if base is None else f", as {surveyed.labels[base]} tells them"
        return f"{len(surveyed.survey.collation.claims)} claims{order}"

    def about(self) -> Sequence[str]:
        return [
            "● says, · is silent, ! differs; behind them how many sources say it",
            "l and h choose a source, enter goes to its sentence; :base B tells the claims as B does",
        ]

    def commands(self) -> Mapping[str, Command]:
        return {**super().commands(), "base": Command("tell claims as one source does, by its label", self._take_base)}

    def _take_base(self, value: str) -> None:
        labels = {} if self.surveyed is None else dict(zip(self.surveyed.labels, self.surveyed.numbers, strict=True))
        label = value.strip().upper()
        if label and label not in labels:
            self.say(f"base: one of {', '.join(labels)}, or nothing; not {shown(value)}", "error")
            return
        self.session.base = labels.get(label)
        self.show()


class GridScreen(CellsScreen):
    """A row and a column for each source: how much of the row's claims the column makes too."""

    def __init__(self, session: Session, subject: int) -> None:
        super().__init__(session, "How alike", self._rows, subject)

    def _rows(self, surveyed: Surveyed) -> Sequence[Entry]:
        titles = [self.session.collection.summary(number).title or "" for number in surveyed.numbers]
        return grid_entries(surveyed.survey.collation, surveyed.numbers, surveyed.labels, titles)

    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        return grid_heads(surveyed.labels, self.view.chosen)

    def name_of(self, surveyed: Surveyed) -> str:
        del surveyed
        return "How much of each source the others say too, in percent of its claims"

    def about(self) -> Sequence[str]:
        return ["l and h choose a column, enter opens the pair of row and column, or reads the row's article"]
