"""The command `facts`."""

from argparse import ArgumentParser, Namespace
from functools import partial
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.parsing import add_sources, add_text_options
from tui.cli.settings import add_hand, add_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.cli.ink import Ink
    from tui.presentation.lenses.listed import Listed
    from tui.presentation.sheet import Entry


_WIDE = 60
"""Cells from which names have a column for each source."""


def describe(parser: ArgumentParser) -> None:
    """Add the options of `facts`."""
    parser.description = f"Show {COMMANDS['facts']}."
    parser.epilog = "examples:\n  summit-tui facts\n  summit-tui facts reports/ --json"
    add_sources(parser)
    add_library(parser)
    add_hand(parser)
    parser.add_argument("--json", action="store_true", help="write the schema summit-tui/facts@1")
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Write the facts of every article that can be read; 2 when one cannot."""
    from tui.cli import output
    from tui.cli.errors import report_all
    from tui.cli.reviewed import reviewed_survey
    from tui.cli.sources import selected

    accounts, failed = selected(options).accounts()
    code = report_all(failed)
    if not accounts:
        return code
    found, *_ = reviewed_survey(accounts, options)
    if options.json:
        from tui.reports.facts import facts_record
        from tui.reports.records import encode

        output.write_document(encode(facts_record(accounts, found)))
    else:
        from tui.cli.drawing import write_lines
        from tui.cli.ink import ink_for
        from tui.presentation.lenses.listed import Listed

        listed = Listed(found, range(len(accounts)), [account.label for account in accounts])
        write_lines(_lines(listed, output.columns(options.width), ink_for(options.color)))
    return code


def _lines(listed: "Listed", width: int, ink: "Ink") -> "Iterator[str]":
    """Each kind of fact under its name, then the candidates for conflict."""
    from tui.cli.drawing import hanging, page_lines, rule, text_run
    from tui.presentation.lenses import facts
    from tui.presentation.lenses.candidates import candidate_entries
    from tui.presentation.page import Emphasis
    from tui.presentation.sheet import lay_out_sheet

    kinds: tuple[tuple[str, Callable[[Listed], Sequence[Entry]]], ...] = (
        ("Numbers", facts.number_entries),
        ("Quotations", facts.quotation_entries),
        ("Names", partial(facts.name_entries, columns=width >= _WIDE)),
        ("Dates", facts.date_entries),
        ("Attributions", facts.attribution_entries),
        ("Candidates for conflict", candidate_entries),
    )
    for number, (name, entries_of) in enumerate(kinds):
        entries = entries_of(listed)
        if number:
            yield ""
        yield from hanging(text_run(""), [text_run(name, Emphasis.TITLE)], width, ink)
        yield rule(width)
        if entries:
            yield from page_lines(lay_out_sheet(entries, width).page, ink)
        else:
            yield "   none that the rules find"
