"""A report on all sources, made and saved off the event loop."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.alignment.model import Cancelled, Progress
from tui.app.messages import ReportTold
from tui.app.sitting.session import Session
from tui.app.sitting.surveyed import Surveyed
from tui.app.work.background import Background, percents
from tui.app.work.surveying import survey_list
from tui.library import LibraryError
from tui.reports.account import account_of
from tui.reports.dossier.model import ALL, Section
from tui.reports.dossier.writing import PARTS, NoReport, keep_apart, report_on, time_of, writer_of
from tui.reports.saving import NotSaved, save
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.collation.survey import Survey
    from tui.review.claims import Remark

_SUFFIX = ".md"
"""What a part of a report is saved as where nothing else is said."""


def asked_for(answer: str) -> tuple[Path, Collection[Section]]:
    """The file that an answer names, and what it is to hold.

    `case.html` is a whole report; `digest`, `todo`, `digest case.html` are parts of one.

    Raises:
        NoReport: The answer names no file that a report can be written to.
    """
    first, _, rest = answer.strip().partition(" ")
    sections = PARTS.get(first, ALL)
    name = answer.strip() if sections is ALL else rest.strip() or f"{first}{_SUFFIX}"
    try:
        path = Path(name).expanduser()
    except (RuntimeError, ValueError) as error:
        raise NoReport(str(error)) from None
    writer_of(path)
    return path, sections


def report_of(session: Session, path: Path, sections: Collection[Section], progress: Progress) -> str:
    """The report on every article of the list that can be read; raises `Cancelled` where `progress` does."""
    surveyed = session.surveyed = session.surveyed or survey_list(session, progress)
    accounts = [account_of(session.collection, number) for number in surveyed.numbers]
    write, made = writer_of(path), time_of("")
    found, remarks = _reviewed(session, surveyed)
    return write(report_on(accounts, found, made=made, reviewer=session.reviewer, sections=sections, remarks=remarks))


def _reviewed(session: Session, surveyed: Surveyed) -> "tuple[Survey, tuple[Remark, ...]]":
    """The survey with what reviewers found of its candidates, and what they say of each claim, if anything."""
    if not len(session.reviewing.history):
        return surveyed.survey, ()
    from tui.reports.reviewed import reviewed  # noqa: PLC0415 (only where something was done)

    return reviewed(surveyed.survey, session.reviewing.located(surveyed.numbers))


class Reporting(Background):
    """Saves reports for one screen, which is told what becomes of them."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        super().__init__(screen, "report")
        self._session = session

    def start(self, path: Path, sections: Collection[Section]) -> None:
        """Survey every source, unless that is done, and save the report there."""
        self.run(lambda: self._save(path, sections))

    def _save(self, path: Path, sections: Collection[Section]) -> None:
        progress = percents(lambda share: self._tell(f"{path.name}: {share:.0%}, s stops", "muted"))
        try:
            keep_apart(path, map(self._session.collection.source, range(len(self._session.collection))))
            text = report_of(self._session, path, sections, progress)
            progress(1.0)
            save(path, text)
        except (NoReport, NotSaved, LibraryError) as error:
            self._tell(f"{path}: {error}", "error")
        except Cancelled:
            return
        else:
            self._tell(f"saved: {path}", "key")

    def _tell(self, text: str, look: str) -> None:
        self._screen.post_message(ReportTold(shown(text), look))
