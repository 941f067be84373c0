"""The command `check`."""

from argparse import ArgumentParser, Namespace
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError, report
from tui.cli.settings import add_library, library_of

if TYPE_CHECKING:
    from pathlib import Path

    from tui.library import Library


def describe(parser: ArgumentParser) -> None:
    """Add the options of `check`."""
    parser.description = f"Tell {COMMANDS['check']}."
    parser.epilog = (
        "examples:\n  summit-tui check\n  summit-tui check --mend"
        "\n\n--mend keeps all that can still be read, and the file as it was beside it. Leave the reader before."
    )
    parser.add_argument("--mend", action="store_true", help="put right what is wrong")
    add_library(parser)


def run(options: Namespace) -> int:
    """Write what is wrong: 0 when nothing is, or it was mended; 1 when something is, 2 when it cannot be mended."""
    from tui.cli.output import write
    from tui.library.checking import examine
    from tui.library.mending import UnmendableError, mend
    from tui.text.shown import shown

    library = library_of(options)
    if library is None or library.path is None:
        raise CommandError("check", "there is no library yet")
    faults = examine(library.path, library.where)
    write("".join(f"! {shown(fault)}\n" for fault in faults))
    if faults and not options.mend:
        write("summit-tui check --mend keeps all that can still be read\n")
        return 1
    if faults:
        if library.read_only:
            raise CommandError(library.where, "is shown only, and not changed (read-only)")
        try:
            before = mend(library.path, library.where)
        except UnmendableError as error:
            report(error.where, error.reason)
            write(f"{_way_back(library.path)}\n")
            return 2
        write(f"mended; as it was: {shown(str(before))}\n")
        faults = examine(library.path, library.where)
        write("".join(f"! {shown(fault)}\n" for fault in faults))
    if not faults:
        _tell(library)
    return int(bool(faults))


def _way_back(path: "Path") -> str:
    """The line that says how to put the last backup in the library's place."""
    from shlex import quote
    from time import localtime, strftime

    from tui.library.checking import latest_sound
    from tui.text.shown import shown

    with suppress(OSError):
        if (found := latest_sound(path)) is not None:
            written = strftime("%Y-%m-%d %H:%M", localtime(found.stat().st_mtime))
            command = f"summit-tui backup --library {quote(str(found))} {quote(str(path))}"
            return f"the latest sound library beside it is of {written}; if that is its backup: {shown(command)}"
    return f"to put a backup in its place: summit-tui backup --library BACKUP {shown(quote(str(path)))}"


def _tell(library: "Library") -> None:
    """Write what a sound library holds, then the acts whose sentence is gone."""
    from tui.cli.drawing import write_lines
    from tui.cli.ink import ink_for
    from tui.cli.output import columns, write
    from tui.cli.review_lines import listed_lines
    from tui.library.orphans import orphans
    from tui.library.reviews import Reviews

    history = Reviews(library, "").reload()
    ((articles,),) = library.store().ask("SELECT count(*) FROM held")
    standing, gone = history.standing(), orphans(library, history)
    reviewers = len(history.reviewers)
    write(f"sound (texts: {articles}; verdicts, links and notes: {len(standing)}; reviewers: {reviewers})\n")
    if gone:
        write(f"{len(gone)} of them stand on a sentence that is gone from the newest text of its source:\n\n")
        write_lines(listed_lines(gone, columns(None), ink_for("auto")))
