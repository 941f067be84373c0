"""The command `diff`."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.parsing import add_collection, add_pair_options, add_reach, add_text_options
from tui.cli.settings import add_library, add_reviewer

if TYPE_CHECKING:
    from tui.alignment.model import Alignment
    from tui.reports.account import Account
    from tui.text.sides import Sides

_MEASURE = 100
"""The most cells of a line of text where one column fills the width of a terminal."""


def describe(parser: ArgumentParser) -> None:
    """Add the options of `diff`."""
    parser.description = "Align two articles sentence by sentence: what they share, and where they part."
    parser.epilog = "examples:\n  summit-tui diff B E\n  summit-tui diff one.txt two.txt --html > pair.html"
    for side in ("LEFT", "RIGHT"):
        parser.add_argument(
            side.lower(),
            metavar=side,
            help="a file, a web address, - for standard input, or the label of an article in the library, as A or A@1",
        )
    add_reach(parser)
    add_collection(parser, "the collection of the library that labels are of")
    add_library(parser)
    add_reviewer(parser)
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--json", action="store_true", help="write the schema summit-tui/diff@1")
    formats.add_argument("--markdown", action="store_true", help="write a report in Markdown")
    formats.add_argument("--html", action="store_true", help="write a report as one web page")
    add_pair_options(parser)
    add_text_options(parser, "the terminal's")
    parser.add_argument(
        "--exit-code", action="store_true", help="exit with 1 when there is an open candidate for conflict"
    )


def run(options: Namespace) -> int:
    """Write the pair; 1 when `--exit-code` asks for it and there is an open candidate for conflict."""
    from tui.alignment.comparison import compare
    from tui.alignment.conflicts import find_conflicts
    from tui.cli import output
    from tui.cli.reviewed import history_of, reviewed_alignment
    from tui.cli.two import two_accounts

    accounts = two_accounts("diff", options.left, options.right, options)
    witnesses = accounts.map(lambda account: account.witness)
    found = find_conflicts(witnesses, accounts.map(lambda account: account.article.date))
    compared = compare(*witnesses, scorer=options.scorer)
    articles = accounts.map(lambda account: account.article)
    alignment = reviewed_alignment(compared, found, options.cut, articles, history_of(options))
    if options.json:
        from tui.reports.records import diff_record, encode

        output.write_document(encode(diff_record(accounts, alignment)))
    elif options.markdown:
        from tui.reports.markdown import markdown

        output.write_document(markdown(accounts, alignment))
    elif options.html:
        from tui.reports.page import page

        output.write_document(page(accounts, alignment))
    else:
        _draw(accounts, alignment, options)
    return 1 if options.exit_code and alignment.counts.conflict else 0


def _draw(accounts: "Sides[Account]", alignment: "Alignment", options: Namespace) -> None:
    from tui.cli import output
    from tui.cli.drawing import write_lines
    from tui.cli.ink import ink_for
    from tui.cli.pair import pair_lines
    from tui.presentation.layout import Layout, fitting

    width = output.columns(options.width)
    layout = fitting(width, Layout(options.layout) if options.layout else None)
    if options.width is None and layout is not Layout.SIDE_BY_SIDE:
        width = min(width, _MEASURE)
    write_lines(pair_lines(accounts, alignment, layout, width, ink_for(options.color)))
