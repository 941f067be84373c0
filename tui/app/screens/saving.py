"""Saving a report from any screen."""

from collections.abc import Collection
from pathlib import Path

from tui.app.screens.framed import FramedScreen
from tui.app.work.reporting import Reporting, asked_for
from tui.reports.dossier.model import Section
from tui.reports.dossier.writing import NoReport

_FIRST = "report.html"
"""The name that is offered."""


def save_report(screen: FramedScreen) -> None:
    """Ask for a file, and save a report on all sources there; where one is being saved, give it up."""
    if screen.reporting is not None and screen.reporting.stop():
        screen.say("report given up")
        return

    def save(answer: str) -> None:
        try:
            path, sections = asked_for(answer or _FIRST)
        except NoReport as error:
            screen.say(str(error), "error")
            return
        if path.is_file():
            screen.ask_letter(
                f"{path.name} is there already: y replaces it", lambda key: _replace(screen, key, path, sections)
            )
        else:
            _start(screen, path, sections)

    screen.say("a file, its suffix .html, .md, .json or .csv; or digest, todo")
    screen.ask("report to: ", _FIRST, save)


def _replace(screen: FramedScreen, key: str, path: Path, sections: Collection[Section]) -> bool:
    if key == "y":
        _start(screen, path, sections)
    return key == "y"


def _start(screen: FramedScreen, path: Path, sections: Collection[Section]) -> None:
    screen.reporting = Reporting(screen, screen.session)
    screen.reporting.start(path, sections)
