"""The facts of all sources, a sheet for each kind, and the candidates for conflict."""

from collections.abc import Callable, Sequence

from tui.app.screens.cells import CellsScreen
from tui.app.screens.survey import SurveyScreen
from tui.app.sitting.session import Session
from tui.app.sitting.surveyed import Surveyed
from tui.presentation.claims import SPACED
from tui.presentation.lenses.candidates import candidate_entries
from tui.presentation.lenses.facts import name_entries
from tui.presentation.lenses.listed import Listed
from tui.presentation.sheet import Entry, Mark, lay_out_sheet


class _Kept:
    """Makes the entries of a survey once, however often they are laid out."""

    def __init__(self, make: Callable[[Listed], Sequence[Entry]]) -> None:
        self._make = make
        self._of: Surveyed | None = None
        self._entries: Sequence[Entry] = ()

    def __call__(self, surveyed: Surveyed) -> Sequence[Entry]:
        if self._of is not surveyed:
            self._entries = self._make(Listed(surveyed.survey, surveyed.numbers, surveyed.labels))
            self._of = surveyed
        return self._entries


class FactsScreen(SurveyScreen):
    """Facts of one kind."""

    def __init__(self, session: Session, name: str, make: Callable[[Listed], Sequence[Entry]], subject: int) -> None:
        super().__init__(session, name, _Kept(make), subject)

    def nothing(self) -> str:
        return "no source has any that rules find"

    def legend(self) -> Sequence[str]:
        return [
            "found by rules: what they miss is missing here, and what they mistake stands here",
            "a candidate is no conflict until you say so; enter goes to the sentence, or to the pair of a row",
        ]


class NamesScreen(CellsScreen):
    """Every name with the sources that have it."""

    def __init__(self, session: Session, subject: int) -> None:
        super().__init__(session, "Names", subject)
        self._names = _Kept(name_entries)

    def cells(self, sources: int) -> int:
        label = len(self.surveyed.labels[-1]) + 1 if self.surveyed is not None and sources else 1
        return max(1, min(sources, self.size.width // 2 // label))

    def prepare(self, surveyed: Surveyed) -> None:
        lay_out_sheet(self._names(surveyed), self.size.width)

    def rows(self, surveyed: Surveyed) -> Sequence[Entry]:
        names, seen = self._names(surveyed), self.window
        if len(surveyed.numbers) > SPACED:
            return names
        return [entry._replace(marks=entry.marks[seen.start : seen.stop]) for entry in names]

    def heads(self, surveyed: Surveyed) -> Sequence[Mark]:
        del surveyed
        return ()

    def action_source(self, step: int) -> None:
        if self.surveyed is not None and len(self.surveyed.numbers) > SPACED:
            self.say("more sources than columns: enter goes to the first that has the name")
        else:
            super().action_source(step)

    def silence(self) -> str:
        if self.surveyed is None or self.source is None:
            return super().silence()
        return f"{self.surveyed.labels[self.source]} has not this name"

    def legend(self) -> Sequence[str]:
        return ["l and h choose a source, enter goes to its first sentence with the name"]


class CandidatesScreen(SurveyScreen):
    """What sources say that may not both hold."""

    def __init__(self, session: Session, subject: int) -> None:
        kept = _Kept(candidate_entries)
        super().__init__(session, "Candidates for conflict", lambda surveyed: kept(self.judged(surveyed)), subject)

    def nothing(self) -> str:
        return "no candidate: the rules find nothing that cannot both hold"

    def legend(self) -> Sequence[str]:
        return [
            "a rule says that both may not hold; whether they do not is for you to say",
            "enter opens the pair at the first sentence; q comes back here",
        ]
