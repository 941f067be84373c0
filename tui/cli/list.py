"""The command `list`."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands import COMMANDS
from tui.cli.parsing import add_sources, add_text_options
from tui.cli.settings import add_library, library_of


def describe(parser: ArgumentParser) -> None:
    """Add the options of `list`."""
    parser.description = f"List {COMMANDS['list']}."
    parser.epilog = "example:\n  summit-tui list reports/ --json"
    add_sources(parser)
    add_library(parser)
    parser.add_argument("--json", action="store_true", help="write the schema summit-tui/list@1")
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Write the list; 2 when nothing in it can be read."""
    from tui.cli import output
    from tui.cli.errors import report_all
    from tui.cli.reaching import reach_of
    from tui.cli.sources import select

    selection = select(options.sources, library_of(options), reach_of(options))
    collection = selection.collection
    if options.json:
        from tui.reports.records import encode, list_record

        output.write_document(encode(list_record(map(collection.summary, selection.chosen))))
    else:
        from tui.cli.drawing import write_lines
        from tui.cli.ink import ink_for
        from tui.cli.listing import listing

        width = output.columns(options.width)
        write_lines(listing(collection, selection.chosen, width, ink_for(options.color)))
    return report_all(selection.errors())
