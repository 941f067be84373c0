"""The command `agree`."""

import os
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.parsing import add_text_options
from tui.cli.settings import add_library

if TYPE_CHECKING:
    from tui.review.acts import Verdict


def describe(parser: ArgumentParser) -> None:
    """Add the options of `agree`."""
    parser.description = f"Tell {COMMANDS['agree']}."
    parser.epilog = "examples:\n  summit-tui agree ann bob\n  summit-tui agree mine.jsonl theirs.csv --json"
    for name in ("MINE", "THEIRS"):
        parser.add_argument(name.lower(), metavar=name, help="a reviewer of the library, or an export of their reviews")
    add_library(parser)
    parser.add_argument("--json", action="store_true", help="write the schema summit-tui/agreement@1")
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Write how well the two agree, and each pair on which they do not."""
    from tui.cli import output
    from tui.review.agreement import agreement

    (mine, own), (theirs, other) = (_verdicts(name, options) for name in (options.mine, options.theirs))
    found = agreement(own, other)
    names = (mine, theirs) if mine != theirs else (options.mine, options.theirs)
    if options.json:
        from tui.reports.records import encode
        from tui.reports.review_tables import agreement_record

        output.write_document(encode(agreement_record(found, names)))
    else:
        from tui.cli.drawing import write_lines
        from tui.cli.ink import ink_for
        from tui.cli.review_lines import agreement_lines

        write_lines(agreement_lines(found, names, output.columns(options.width), ink_for(options.color)))
    return 0


def _verdicts(name: str, options: Namespace) -> "tuple[str, list[Verdict]]":
    """The reviewer's name and verdicts; a file wins over a reviewer of the library."""
    from tui.cli.reviewed import acts_in, reviews_of
    from tui.review.history import History

    if os.path.lexists(name):
        history = History(acts_in(name))
        given = sorted({act.reviewer for act, _ in history.verdicts()})
        if len(given) > 1:
            raise CommandError(name, f"has verdicts of {', '.join(given)}; export one of them with --by")
        return given[0] if given else name, [verdict for _, verdict in history.verdicts()]
    with reviews_of(options) as reviews:
        if name not in reviews.history.reviewers:
            raise CommandError(name, "no such file, and no reviewer of the library")
        return name, [verdict for _, verdict in reviews.history.verdicts(name)]
