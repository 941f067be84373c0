"""A report on all sources, made and saved off the event loop."""

from collections.abc import Collection
from pathlib import Path

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.alignment.model import Cancelled, Progress
from tui.app.messages import ReportTold
from tui.app.session import Session
from tui.app.surveying import survey_list
from tui.reports.account import Account
from tui.reports.dossier.model import ALL, Section
from tui.reports.dossier.writing import PARTS, NoReport, keep_apart, report_text, time_of, writer_of
from tui.reports.saving import NotSaved, save
from tui.text.shown import shown

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
    collection = session.collection
    if session.surveyed is None:
        session.surveyed = survey_list(session, progress)
    surveyed = session.surveyed
    accounts = [
        Account(label, collection.article(number), collection.witness(number))
        for label, number in zip(surveyed.labels, surveyed.numbers, strict=True)
    ]
    write, made = writer_of(path), time_of("")
    return report_text(write, accounts, surveyed.survey, made=made, reviewer=session.reviewer, sections=sections)


class Reporting:
    """Saves reports for one screen, which is told what becomes of them."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self._screen = screen
        self._session = session
        self._worker: Worker[None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a report is under way."""
        return self._worker is not None and not self._worker.is_finished

    def start(self, path: Path, sections: Collection[Section]) -> None:
        """Survey every source, unless that is done, and save the report there."""
        self._worker = self._screen.run_worker(lambda: self._save(path, sections), thread=True, group="report")

    def stop(self) -> bool:
        """Give up what is under way; False where nothing is."""
        busy = self.busy
        if self._worker is not None:
            self._worker.cancel()
        self._worker = None
        return busy

    def _save(self, path: Path, sections: Collection[Section]) -> None:
        worker, told = get_current_worker(), -1

        def progress(share: float) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise Cancelled
            if (percent := int(share * 100)) != told:
                told = percent
                self._tell(f"{path.name}: {percent} %, s stops", "muted")

        try:
            keep_apart(path, map(self._session.collection.source, range(len(self._session.collection))))
            text = report_of(self._session, path, sections, progress)
            progress(1.0)
            save(path, text)
        except (NoReport, NotSaved) as error:
            self._tell(f"{path}: {error}", "error")
        except Cancelled:
            return
        else:
            self._tell(f"saved: {path}", "key")

    def _tell(self, text: str, look: str) -> None:
        self._screen.post_message(ReportTold(shown(text), look))
