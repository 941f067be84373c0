"""The command `report`."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.parsing import add_sources
from tui.cli.settings import add_library, library_of

if TYPE_CHECKING:
    from tui.articles import Source
    from tui.collation.survey import Survey
    from tui.reports.account import Account
    from tui.reports.dossier.model import Dossier, Stamp

_SUFFIXES = ".md, .html, .json or .csv"


def describe(parser: ArgumentParser) -> None:
    """Add the options of `report`."""
    parser.description = f"Write {COMMANDS['report']}."
    parser.epilog = (
        "examples:\n  summit-tui report -o report.html\n  summit-tui report case/ -o case.md --reviewer 'A. Reader'"
    )
    add_sources(parser)
    add_library(parser)
    parser.add_argument("-o", "--out", required=True, metavar="FILE", help=f"where to, with the suffix {_SUFFIXES}")
    parser.add_argument("--reviewer", metavar="NAME", help="who it is made for (default: your login)")


def run(options: Namespace) -> int:
    """Write the report on every article that can be read; 2, and no file, when one cannot."""
    from tui.articles import Unreadable
    from tui.cli.errors import report_all
    from tui.cli.reaching import reach_of
    from tui.cli.sources import select

    write = _format(options.out)
    made = _now()
    selection = select(options.sources, library_of(options), reach_of(options))
    numbers = tuple(dict.fromkeys(selection.chosen))
    path = Path(options.out)
    _keep_apart(path, [selection.collection.source(number) for number in numbers])
    accounts, failed = [], []
    for number in numbers:
        try:
            accounts.append(selection.account(number))
        except Unreadable as error:
            failed.append((error.source.name, error.reason))
    if failed or not accounts:
        return report_all(failed)
    _write(path, write, accounts, made=made, reviewer=options.reviewer or _login())
    return 0


def _write(
    path: Path, write: "Callable[[Dossier], str]", accounts: "Sequence[Account]", *, made: str, reviewer: str
) -> None:
    from tui.cli.saving import save
    from tui.collation.survey import survey
    from tui.reports.dossier.making import make_dossier

    found = survey(
        [account.witness for account in accounts],
        dates=[account.article.date for account in accounts],
        wires=[account.article.agency for account in accounts],
    )
    save(path, write(make_dossier(accounts, found, _stamp(found, made, reviewer))))


def _stamp(found: "Survey", made: str, reviewer: str) -> "Stamp":
    from tui import __version__
    from tui.alignment.scorers import DEFAULT_SCORER
    from tui.collation.grouping import joined_among
    from tui.reports.dossier.model import Stamp

    joined = joined_among(len(set(found.collation.origins)))
    return Stamp(version=__version__, scorer=DEFAULT_SCORER, joined=round(joined, 4), reviewer=reviewer, made=made)


def _format(name: str) -> "Callable[[Dossier], str]":
    """What writes a file of that name.

    Raises:
        CommandError: Its suffix says nothing.
    """
    suffix = Path(name).suffix.lower()
    if suffix in (".md", ".markdown"):
        from tui.reports.dossier.as_markdown import report_markdown

        return report_markdown
    if suffix in (".html", ".htm"):
        from tui.reports.dossier.as_html import report_html

        return report_html
    if suffix == ".json":
        from tui.reports.dossier.as_json import report_json

        return report_json
    if suffix == ".csv":
        from tui.reports.dossier.as_csv import report_csv

        return report_csv
    raise CommandError(name, f"a report is written to a file that ends in {_SUFFIXES}")


def _keep_apart(path: Path, sources: "Sequence[Source]") -> None:
    """Raises CommandError where the report would take the place of one of its sources."""
    for source in sources:
        try:
            if source.path is not None and path.samefile(source.path):
                raise CommandError(str(path), "is one of the sources")
        except (OSError, ValueError):
            continue


def _now() -> str:
    """The time in UTC, or what SOURCE_DATE_EPOCH says it is, for reports that are the same byte for byte."""
    import datetime as dt

    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = dt.datetime.fromtimestamp(int(stated), dt.UTC) if stated else dt.datetime.now(dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise CommandError("SOURCE_DATE_EPOCH", f"no count of seconds: {stated}") from None
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
