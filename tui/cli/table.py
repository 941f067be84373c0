"""The command `table`."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.parsing import add_sources, add_text_options
from tui.cli.settings import add_hand, add_library

if TYPE_CHECKING:
    from tui.reports.account import Account


def describe(parser: ArgumentParser) -> None:
    """Add the options of `table`."""
    parser.description = f"Show {COMMANDS['table']}."
    parser.epilog = "examples:\n  summit-tui table\n  summit-tui table reports/ --csv > claims.csv"
    add_sources(parser)
    add_library(parser)
    add_hand(parser)
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--json", action="store_true", help="write the schema summit-tui/table@1")
    formats.add_argument("--csv", action="store_true", help="write a row for each claim, for a spreadsheet")
    formats.add_argument("--markdown", action="store_true", help="write a table in Markdown")
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Write the claims of every article that can be read; 2 when one cannot."""
    from tui.cli.errors import report_all
    from tui.cli.sources import selected

    accounts, failed = selected(options).accounts()
    code = report_all(failed)
    if accounts:
        _write(accounts, options)
    return code


def _write(accounts: "list[Account]", options: Namespace) -> None:
    from tui.cli import output
    from tui.cli.reviewed import reviewed_survey

    survey, remarks, reviewer = reviewed_survey(accounts, options)
    if options.json:
        from tui.reports.claims import table_record
        from tui.reports.records import encode

        output.write_document(encode(table_record(accounts, survey, remarks, reviewer)))
    elif options.csv:
        from tui.reports.claims import table_csv

        output.write_document(table_csv(accounts, survey.collation, remarks))
    elif options.markdown:
        from tui.reports.claims import table_markdown

        output.write_document(table_markdown(accounts, survey.collation))
    else:
        from tui.cli.claim_lines import claim_lines
        from tui.cli.drawing import write_lines
        from tui.cli.ink import ink_for

        write_lines(claim_lines(accounts, survey, output.columns(options.width), ink_for(options.color)))
