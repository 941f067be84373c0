"""The command `check`."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.settings import add_library, library_of

if TYPE_CHECKING:
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
    """Write what is wrong: 0 when nothing is, or it was mended; 1 when something is."""
    from tui.cli.output import write
    from tui.library.checking import examine
    from tui.library.mending import mend
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
        before = mend(library.path, library.where)
        write(f"mended; as it was: {shown(str(before))}\n")
        faults = examine(library.path, library.where)
        write("".join(f"! {shown(fault)}\n" for fault in faults))
    if not faults:
        _tell(library)
    return int(bool(faults))


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
