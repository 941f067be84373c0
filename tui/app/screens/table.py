"""Every source a column: claims × sources, and sources × sources."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType

from tui.app.keymap import CLAIMS, bindings
from tui.app.messages import SurveyReady
from tui.app.screens.cells import CellsScreen
from tui.app.screens.framed import Command
from tui.app.sitting.session import Session
from tui.app.sitting.surveyed import Surveyed
from tui.app.widgets.bar import Part
from tui.presentation.claims import (
    claim_cells,
    claim_entries,
    claim_heads,
    grid_cells,
    grid_entries,
    grid_heads,
    inside_entries,
)
from tui.presentation.layout import SIDE_BY_SIDE_FROM
from tui.presentation.lenses.listed import Listed
from tui.presentation.parallel import lay_out_parallel, parallel_entries, parallel_heads, text_columns
from tui.presentation.sheet import Entry, Mark, lay_out_sheet
from tui.presentation.spot import Spot
from tui.text.shown import shown
from tui.text.sides import Side


class ClaimsScreen(CellsScreen):
    """A row for each claim: a sentence and who says it or, where the screen is wide, what several sources say."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CLAIMS)]
    HINTS = (
        *("sheet.open", "claims.open", "move.down", "cells.right", "claims.texts", "sheet.filter", "search.here"),
        "survey.lens",
        "app.back",
    )

    def __init__(self, session: Session, name: str, subject: int) -> None:
        super().__init__(session, name, subject)
        self._wants_texts = False
        self._made: tuple[tuple[object, ...], Sequence[Entry]] | None = None
        self._opened: frozenset[int] = frozenset()

    @abstractmethod
    def order(self, surveyed: Surveyed) -> Sequence[int]:
        """The claims to be shown, in their order."""

    @property
    def texts(self) -> bool:
        """Whether the texts stand side by side."""
        return self._wants_texts and self.size.width >= SIDE_BY_SIDE_FROM

    def cells(self, sources: int) -> int:
        width = self.size.width
        return text_columns(sources, width) if self.texts else claim_cells(sources, width, self.signs)

    def prepare(self, surveyed: Surveyed) -> None:
        seen = range(claim_cells(len(surveyed.numbers), self.size.width))
        entries = claim_entries(surveyed.survey.collation, surveyed.numbers, self.order(surveyed), seen)
        lay_out_sheet(entries, self.size.width)

    def choices(self) -> Sequence[int | None]:
        return super().choices()[1 if self.texts else 0 :]

    def rows(self, surveyed: Surveyed) -> Sequence[Entry]:
        surveyed = self.judged(surveyed)
        asked = (self.texts, self.session.base, self.window, self._opened, self.signs, id(surveyed.survey))
        if self._made is None or self._made[0] != asked:
            collation, numbers, order = surveyed.survey.collation, surveyed.numbers, self.order(surveyed)
            if self.texts:
                self._made = asked, parallel_entries(collation, numbers, order, self.window)
            else:
                made = claim_entries(collation, numbers, order, self.window, self.signs)
                self._made = asked, self._with_opened(surveyed, order, made)
        return self._made[1]

    def on_survey_ready(self, event: SurveyReady) -> None:
        """Keep open what is open, under the numbers that the claims have now."""
        before, now = self.surveyed, event.surveyed
        if before is not None and before.numbers == now.numbers:
            places = (before.survey.collation.claims[claim].representative for claim in self._opened)
            told = map(now.survey.collation.claim_of, places)
            self._opened = frozenset(claim for claim in told if claim is not None)
        else:
            self._opened = frozenset()

    def _with_opened(self, surveyed: Surveyed, order: Sequence[int], made: Sequence[Entry]) -> Sequence[Entry]:
        if not self._opened:
            return made
        listed, entries = Listed(*surveyed[:3]), []
        for claim, entry in zip(order, made, strict=True):
            entries.append(entry)
            entries += inside_entries(listed, claim) if claim in self._opened else ()
        return entries

    def action_unfold(self) -> None:
        """Open the claim under the cursor, or close the one that is open around it."""
        if self.texts or self.surveyed is None or self.view.entry is None:
            self.say("claims open in the table: v goes back to it" if self.texts else self.nothing())
            return
        heads = [at for at, entry in enumerate(self.view.stood) if not entry.indent and at <= self.view.port.cursor]
        claim = self._claim_of(self.surveyed, self.view.stood[heads[-1]])
        if claim is not None:
            self._opened ^= {claim}
            self.view.port.stand(heads[-1])
            self.show()

    def _claim_of(self, surveyed: Surveyed, entry: Entry) -> int | None:
        """The claim of the sentence that an entry leads to."""
        source = None if entry.spot is None else surveyed.source(entry.spot.articles[0])
        return (
            None
            if source is None or entry.spot is None
            else surveyed.survey.collation.told[source][entry.spot.sentence]
        )

    def sentences(self, entry: Entry) -> Iterable[Spot]:
        surveyed = self.surveyed
        claim = None if surveyed is None or entry.indent else self._claim_of(surveyed, entry)
        if surveyed is None or claim is None:
            return super().sentences(entry)
        made, numbers = surveyed.survey.collation.claims[claim], surveyed.numbers
        return (Spot((numbers[at],), Side.LEFT, sentence) for at in made.sources for sentence in made.sentences[at])

    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        return claim_heads(surveyed.labels, self.source, self.window, self.signs)

    def title_parts(self, surveyed: Surveyed) -> tuple[Sequence[Part], Sequence[Part]]:
        if not self.texts:
            return super().title_parts(surveyed)
        titles = [self.session.collection.summary(number).title for number in surveyed.numbers]
        return parallel_heads(surveyed.labels, titles, self.size.width, self.source, self.window), []

    def show(self) -> None:
        self.view.lay_out = lay_out_parallel if self.texts else lay_out_sheet
        super().show()

    def action_texts(self) -> None:
        """Set the texts side by side, or go back to the table."""
        if self.size.width < SIDE_BY_SIDE_FROM:
            self.say(f"three texts in step: needs {SIDE_BY_SIDE_FROM} columns; this table says the same")
            return
        self._wants_texts = not self._wants_texts
        if self.texts and self.surveyed is not None and self.surveyed.numbers:
            if self.source is None:
                self.source = self.surveyed.source(self.told_by) or 0
            self.show_around(self.source)
        self.show()

    @property
    def told_by(self) -> int | None:
        """The article in whose order texts are told."""
        return self.subject if self.session.base is None else self.session.base


def _claim_of(surveyed: Surveyed, article: int, sentence: int) -> int | None:
    """The claim that a sentence of an article of the list makes."""
    source = surveyed.source(article)
    return None if source is None else surveyed.survey.collation.told[source][sentence]


class OmissionsScreen(ClaimsScreen):
    """The claims that several others make and one source does not."""

    about_one = True

    def __init__(self, session: Session, subject: int) -> None:
        label = session.collection.label(subject)
        super().__init__(session, f"What others say and {label} leaves out", subject)

    def order(self, surveyed: Surveyed) -> Sequence[int]:
        source = surveyed.source(self.subject)
        return () if source is None else surveyed.survey.collation.omissions(source)


class TableScreen(ClaimsScreen):
    """Claims in the order of the source that is the base, or the most corroborated first.

    Of a `sentence` of the subject the claim is open and under the cursor at first.
    """

    def __init__(self, session: Session, subject: int, sentence: int | None = None) -> None:
        super().__init__(session, "Claims", subject)
        self._sentence = sentence

    def show(self) -> None:
        surveyed, sentence = self.surveyed, self._sentence
        if surveyed is not None and sentence is not None:
            self._sentence = None
            claim = _claim_of(surveyed, self.subject, sentence)
            if claim is not None:
                self._opened = frozenset({claim})
                super().show()
                self.view.port.stand([*self.order(surveyed)].index(claim))
                self.view.moved()
        super().show()

    def order(self, surveyed: Surveyed) -> Sequence[int]:
        collation = surveyed.survey.collation
        base = surveyed.source(self.told_by if self.texts else self.session.base)
        return range(len(collation.claims)) if base is None else collation.in_order_of(base)

    def name_of(self, surveyed: Surveyed) -> str:
        base = surveyed.source(self.session.base)
        order = "" if base is None else f", in the order of {surveyed.labels[base]}"
        return f"{len(surveyed.survey.collation.claims):,} claims{order}"

    def status(self) -> tuple[Sequence[Part], Sequence[Part]]:
        left, right = super().status()
        base = None if self.surveyed is None or not self.texts else self.surveyed.source(self.told_by)
        if base is None or self.surveyed is None:
            return left, right
        return [*left, Part(f"  in the order of {self.surveyed.labels[base]}", "muted")], right

    def legend(self) -> Sequence[str]:
        return [
            "● says, · is silent, ! differs; behind them how many sources say it",
            *(["beside them P linked, × parted by hand, your verdict by its key, ✎ a note"] * bool(self.signs.cells)),
            "l and h choose a source, enter goes to its sentence; z opens a claim; :base B takes the order of B",
        ]

    def commands(self) -> Mapping[str, Command]:
        return {**super().commands(), "base": Command("claims in one source's order, by its label", self._take_base)}

    def _take_base(self, value: str) -> None:
        labels = {} if self.surveyed is None else dict(zip(self.surveyed.labels, self.surveyed.numbers, strict=True))
        label = value.strip().upper()
        if label and label not in labels:
            names = ", ".join(labels) if len(labels) <= _NAMED_LABELS else f"{', '.join([*labels][:3])} and so on"
            self.say(f"base: one of {names}, or nothing; not {shown(value)}", "error")
            return
        self.session.base = labels.get(label)
        self.show()


_NAMED_LABELS = 12
"""So many labels are named where a wrong one was given."""


class GridScreen(CellsScreen):
    """A row and a column for each source: how much of the row's claims the column makes too."""

    def __init__(self, session: Session, subject: int) -> None:
        super().__init__(session, "How alike", subject)

    def cells(self, sources: int) -> int:
        return grid_cells(sources, self.size.width)

    def rows(self, surveyed: Surveyed) -> Sequence[Entry]:
        titles = [self.session.collection.summary(number).title for number in surveyed.numbers]
        return grid_entries(surveyed.survey.collation, surveyed.numbers, surveyed.labels, titles, self.window)

    def sentences(self, entry: Entry) -> Iterable[Spot]:
        del entry
        return ()

    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        return grid_heads(surveyed.labels, self.source, self.window)

    def name_of(self, surveyed: Surveyed) -> str:
        del surveyed
        return "Claims in common, in percent"

    def legend(self) -> Sequence[str]:
        return [
            "how many of the row's claims the column makes too, in percent of the row's",
            "l and h choose a column, enter opens the pair of row and column, or reads the row's article",
        ]
