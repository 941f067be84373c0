"""Which sheet each letter of the lens menu opens."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.app.screens.survey import SurveyScreen
from tui.app.screens.table import OmissionsScreen
from tui.app.session import Session
from tui.app.surveying import Surveyed
from tui.presentation.claims import only_here_entries
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
        return () if source is None else only_here_entries(surveyed.survey.collation, surveyed.numbers, source)

    return SurveyScreen(session, f"Only in {session.collection.label(subject)}", entries, subject)


LENSES = {
    "u": Lens("only here", _only_here),
    "o": Lens("omitted", OmissionsScreen),
}
"""By the letter that is typed after the key of the lens."""
