"""The command `read`."""

from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.errors import CommandError
from tui.cli.parsing import add_sources, add_text_options
from tui.cli.settings import add_library

if TYPE_CHECKING:
    from tui.cli.ink import Ink
    from tui.reports.account import Account

_MEASURE = 80


def describe(parser: ArgumentParser) -> None:
    """Add the options of `read`."""
    parser.description = (
        "Write articles as clean text, wrapped at spaces. What belongs to the site and not to the author stands"
        "\nbehind a #."
    )
    parser.usage = "%(prog)s [options] SOURCE [SOURCE ...]\n       %(prog)s --linear [--width N] [SOURCE ...]"
    parser.epilog = "examples:\n  summit-tui read E --width 66\n  summit-tui read B E --linear"
    add_sources(parser)
    add_library(parser)
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="write the schema summit-tui/read@1, a line for each")
    forms.add_argument(
        "--linear",
        action="store_true",
        help="read line by line at a prompt, for screen readers and braille: one article, two as a pair, or the list",
    )
    parser.add_argument("--save", action=BooleanOptionalAction, help="with --linear: whether reading places are kept")
    add_text_options(parser, "the terminal's, at most 80")


def run(options: Namespace) -> int:
    """Write every article that can be read; 2 when one cannot."""
    from tui.articles import Unreadable
    from tui.cli import output
    from tui.cli.drawing import write_lines
    from tui.cli.errors import report
    from tui.cli.ink import ink_for
    from tui.cli.sources import selected
    from tui.reports.records import encode, read_record

    if not options.sources and not options.linear:
        raise CommandError("read", "the following arguments are required: SOURCE (try --help)")
    selection = selected(options)
    if options.linear:
        from tui.cli.linear import converse

        return converse(selection, options.width, {"save": options.save, "library": options.library})
    width, ink = output.columns(options.width, _MEASURE), ink_for(options.color)
    failed = written = 0
    for number in selection.chosen:
        try:
            account = selection.account(number)
        except Unreadable as error:
            report(error.source.name, error.reason)
            failed += 1
            continue
        if options.json:
            output.write_document(encode(read_record(account)))
        else:
            write_lines([""] * bool(written))
            write_lines(_lines(account, width, ink))
        written += 1
    return 2 if failed else 0


def _lines(account: "Account", width: int, ink: "Ink") -> Iterator[str]:
    """The article under a line of what it states about itself."""
    from tui.cli.drawing import hanging, page_lines, text_run
    from tui.presentation.amounts import counted
    from tui.presentation.credits import credits_of
    from tui.presentation.page import Emphasis
    from tui.presentation.reader import ReadingStyle, read_page
    from tui.text.witness import Kind

    article = account.article
    about = f"{credits_of(article)} · {counted(account.sentences, 'sentence')}"
    lead = text_run(f" {account.label} ", Emphasis.LABEL)
    yield from hanging(lead, [text_run(about, Emphasis.LABEL)], width, ink)
    yield ""
    if not any(sentence.kind is Kind.TITLE for sentence in account.witness.sentences):
        yield from hanging(text_run("   "), [text_run(article.title, Emphasis.TITLE)], width, ink)
        yield ""
    yield from page_lines(read_page(account.witness, article.blocks, width, ReadingStyle(measure=None)), ink)
