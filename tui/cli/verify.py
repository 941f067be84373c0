"""The command `verify`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.settings import add_library, library_of
from tui.cli.written import read_written

if TYPE_CHECKING:
    from tui.reports.dossier.checking import Broken, Verdict
    from tui.reports.dossier.receipts import Receipt, Receipts


def describe(parser: ArgumentParser) -> None:
    """Add the options of `verify`."""
    parser.description = f"Tell {COMMANDS['verify']}."
    parser.epilog = "examples:\n  summit-tui verify report.html\n  summit-tui verify report.md --sources case/ archive/"
    parser.add_argument("report", metavar="REPORT", help="a report as Markdown, HTML, JSON or CSV")
    parser.add_argument(
        "--sources",
        metavar="FOLDER",
        nargs="+",
        default=(),
        help="where to look for the sources before the report's folder, this one, the bundled articles and the library",
    )
    add_library(parser)


def run(options: Namespace) -> int:
    """Check every quotation: 0 when all stand, 1 when one or a source's bytes do not, 2 when a source is missing."""
    from tui.articles import Unreadable
    from tui.cli.errors import report_all
    from tui.cli.evidence import find_present
    from tui.reports.dossier.checking import check

    receipts = _receipts(options.report)
    try:
        present = find_present(receipts.sources, options.sources, Path(options.report).parent, library_of(options))
    except Unreadable as error:
        raise CommandError(error.source.name, error.reason) from None
    verdict = check(receipts, present)
    _write(receipts, verdict)
    missing = [(stamped.file, "not found; say where with --sources") for stamped in verdict.missing]
    return report_all(missing) or int(bool(verdict.broken or verdict.changed or verdict.miscopied))


def _receipts(name: str) -> "Receipts":
    from tui.reports.dossier.receipts import read_receipts

    try:
        return read_receipts(read_written(name, "report"))
    except ValueError:
        raise CommandError(name, "is no report of summit-tui") from None


def _write(receipts: "Receipts", verdict: "Verdict") -> None:
    from tui.cli.output import write
    from tui.text.shown import one_line

    write("".join(f"{indent}{one_line(line)}\n" for indent, line in _lines(receipts, verdict)))


def _lines(receipts: "Receipts", verdict: "Verdict") -> Iterator[tuple[str, str]]:
    """Each line with what it is indented by: what is wrong, then the counts."""
    for stamped, present in verdict.changed:
        yield "! ", f"{stamped.label}: {present.name} has changed; its SHA-256 was, and is:"
        yield "  ", stamped.sha256
        yield "  ", present.sha256
    for stamped in verdict.miscopied:
        yield "! ", f"{stamped.label}: the report's copy of the text is not what {stamped.file} has"
    for broken in verdict.broken:
        yield "! ", f"{_place(broken)}: “{_short(broken.receipt)}”"
        yield "  ", broken.reason
    if verdict.unchecked:
        yield "", f"{len(verdict.unchecked)} not checked, since their source is missing"
    quotations, sources = len(receipts.quotations), len(receipts.sources)
    standing = verdict.standing + verdict.moved
    moved = f" ({verdict.moved} at another place)" if verdict.moved else ""
    same = sources - len(verdict.changed) - len(verdict.missing)
    yield "", f"{standing}/{quotations} quotations stand in their sources{moved}, {same}/{sources} hashes equal"


def _place(broken: "Broken") -> str:
    receipt = broken.receipt
    return f"{receipt.place or receipt.sha256[:16]} ({receipt.start}-{receipt.end})"


def _short(receipt: "Receipt") -> str:
    return receipt.text if len(receipt.text) <= 60 else f"{receipt.text[:59]}…"
