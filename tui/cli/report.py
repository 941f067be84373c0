"""The command `report`."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.parsing import add_sources
from tui.cli.settings import add_library

if TYPE_CHECKING:
    from tui.reports.account import Account
    from tui.reports.dossier.model import Dossier


_Checked = TypeVar("_Checked")


def describe(parser: ArgumentParser) -> None:
    """Add the options of `report`."""
    parser.description = f"Write {COMMANDS['report']}."
    parser.epilog = (
        "examples:\n  summit-tui report -o report.html\n  summit-tui report case/ -o case.md --reviewer 'A. Reader'"
    )
    add_sources(parser)
    add_library(parser)
    parser.add_argument(
        "-o", "--out", required=True, metavar="FILE", help="where to, with the suffix .md, .html, .json or .csv"
    )
    parser.add_argument(
        "--only",
        choices=("digest", "todo"),
        help="the digest with the candidates for conflict, or the list of what is to be confirmed, and no more",
    )
    parser.add_argument(
        "--reviewer", metavar="NAME", help="who it is made for, and whose links by hand count (default: your login)"
    )


def run(options: Namespace) -> int:
    """Write the report on every article that can be read; 2, and no file, when one cannot."""
    from tui.cli.errors import report_all
    from tui.cli.saving import save
    from tui.cli.sources import selected
    from tui.reports.dossier.writing import keep_apart, writer_of

    path = Path(options.out)
    write = _checked(path, lambda: writer_of(path))
    made = _now()
    selection = selected(options)
    _checked(path, lambda: keep_apart(path, map(selection.collection.source, selection.chosen)))
    accounts, failed = selection.accounts()
    if failed or not accounts:
        return report_all(failed)
    save(path, _text(write, accounts, made, options))
    return 0


def _text(write: "Callable[[Dossier], str]", accounts: "Sequence[Account]", made: str, options: Namespace) -> str:
    from tui.cli.progress import Progress
    from tui.cli.reviewed import reviewed_survey
    from tui.reports.dossier.model import ALL
    from tui.reports.dossier.writing import PARTS, report_on
    from tui.settings.login import login

    with Progress("setting the sources side by side,") as progress:
        survey, remarks, _ = reviewed_survey(accounts, options, progress.reach_share)
    sections = PARTS.get(options.only, ALL)
    reviewer = options.reviewer or login()
    return write(report_on(accounts, survey, made=made, reviewer=reviewer, sections=sections, remarks=remarks))


def _checked(path: Path, check: "Callable[[], _Checked]") -> "_Checked":
    """What the check gives.

    Raises:
        CommandError: No report can be written there.
    """
    from tui.reports.dossier.writing import NoReport

    try:
        return check()
    except NoReport as error:
        raise CommandError(str(path), str(error)) from None


def _now() -> str:
    """The time in UTC, or what SOURCE_DATE_EPOCH says it is, for reports that are the same byte for byte.

    Raises:
        CommandError: It says no time.
    """
    from tui.reports.dossier.writing import time_of

    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return time_of(stated)
    except ValueError:
        raise CommandError("SOURCE_DATE_EPOCH", f"no count of seconds: {stated}") from None
