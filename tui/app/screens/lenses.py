"""Which sheet each letter of the lens menu opens."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.app.screens.facts import FactsScreen, NamesScreen
from tui.app.screens.survey import AloneScreen, SurveyScreen
from tui.app.screens.table import OmissionsScreen
from tui.app.sitting.session import Session
from tui.app.sitting.surveyed import Surveyed
from tui.presentation.claims import only_here_entries
from tui.presentation.lenses.facts import attribution_entries, date_entries, number_entries, quotation_entries
from tui.presentation.lenses.listed import Listed
from tui.presentation.sheet import Entry

Opens = Callable[[Session, int], SurveyScreen]
"""Makes the sheet; some are about one article, whose number in the list they are given."""


class Lens(NamedTuple):
    """A way to look at all sources: its name in the menu, and its sheet."""

    name: str
    open: Opens


def _only_here(session: Session, subject: int) -> SurveyScreen:
    def entries(surveyed: Surveyed) -> Sequence[Entry]:
        source = surveyed.source(subject)
        if source is None or len(surveyed.numbers) < 2:
            return ()
        return only_here_entries(surveyed.survey.collation, surveyed.numbers, source)

    return AloneScreen(session, f"Only in {session.collection.label(subject)}", entries, subject)


def _facts(name: str, make: Callable[[Listed], Sequence[Entry]]) -> Opens:
    def open_facts(session: Session, subject: int) -> SurveyScreen:
        return FactsScreen(session, name, make, subject)

    return open_facts


LENSES = {
    "n": Lens("numbers", _facts("Numbers, by what they measure", number_entries)),
    "v": Lens("verbatim", _facts("Quotations, by remark", quotation_entries)),
    "w": Lens("who", NamesScreen),
    "d": Lens("dates", _facts("Dates on one line of time, and places", date_entries)),
    "a": Lens("attribution", _facts("Who is given as a source, and how", attribution_entries)),
    "u": Lens("only here", _only_here),
    "o": Lens("omitted", OmissionsScreen),
}
"""By the letter that is typed after the key of the lens."""
