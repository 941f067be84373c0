"""A report for a file, whichever its name says."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tui.reports.dossier.model import ALL, Section, Stamp

if TYPE_CHECKING:
    from tui.articles import Source
    from tui.collation.survey import Survey
    from tui.reports.account import Account
    from tui.reports.dossier.model import Dossier
    from tui.review.claims import Remark

_WRITERS = {
    ".md": "as_markdown.report_markdown",
    ".markdown": "as_markdown.report_markdown",
    ".html": "as_html.report_html",
    ".htm": "as_html.report_html",
    ".json": "as_json.report_json",
    ".csv": "as_csv.report_csv",
}
"""By suffix the function below this package that writes it; each is imported when it is asked for."""
SUFFIXES = ".md, .html, .json or .csv"
PARTS: Mapping[str, frozenset[Section]] = {
    "digest": frozenset({Section.DIGEST, Section.CONFLICTS}),
    "todo": frozenset({Section.CONFIRM}),
}
"""What may be written alone: the digest with what is disputed, and the list of what is to be confirmed."""


class NoReport(Exception):  # noqa: N818 (it is asked for where none can be)
    """No report can be written there; its words say why."""


def writer_of(path: Path) -> "Callable[[Dossier], str]":
    """What writes a file of that name.

    Raises:
        NoReport: Its suffix says nothing.
    """
    name = _WRITERS.get(path.suffix.lower())
    if name is None:
        raise NoReport(f"a report is written to a file that ends in {SUFFIXES}")
    module, _, function = name.partition(".")
    write: Callable[[Dossier], str] = getattr(import_module(f"tui.reports.dossier.{module}"), function)
    return write


def keep_apart(path: Path, sources: "Iterable[Source]") -> None:
    """See that no report takes the place of one of its sources.

    Raises:
        NoReport: It would.
    """
    for source in sources:
        try:
            if source.path is not None and path.samefile(source.path):
                raise NoReport("is one of the sources")
        except (OSError, ValueError):
            continue


def report_on(
    accounts: "Sequence[Account]",
    survey: "Survey",
    *,
    made: str,
    reviewer: str,
    sections: Collection[Section] = ALL,
    remarks: "Sequence[Remark]" = (),
) -> "Dossier":
    """The report on these sources, which are the survey's, in its order, with what reviewers say of its claims."""
    from tui import __version__  # noqa: PLC0415 (the rest loads the engine)
    from tui.alignment.scorers import DEFAULT_SCORER  # noqa: PLC0415
    from tui.collation.grouping import joined_among  # noqa: PLC0415
    from tui.reports.dossier.making import make_dossier  # noqa: PLC0415

    joined = round(joined_among(len(set(survey.collation.origins))), 4)
    stamp = Stamp(version=__version__, scorer=DEFAULT_SCORER, joined=joined, reviewer=reviewer, made=made)
    return make_dossier(accounts, survey, stamp, sections, remarks)


def time_of(stated: str) -> str:
    """The time in UTC, or that so many seconds after 1970 where a count is stated; to the second, ISO 8601.

    Raises:
        ValueError: What is stated is no count of seconds, or one beyond the calendar.
    """
    try:
        now = dt.datetime.fromtimestamp(int(stated), dt.UTC) if stated else dt.datetime.now(dt.UTC)
    except (OverflowError, OSError) as error:
        raise ValueError(str(error)) from None
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
