"""The command `related`."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.parsing import add_text_options, positive
from tui.cli.shelves import add_collection, places_of

_MOST = 10


def describe(parser: ArgumentParser) -> None:
    """Add the options of `related`."""
    parser.description = (
        f"List {COMMANDS['related']}: the share of the weight of its rare words that they have too,"
        "\nand how many words those are."
    )
    parser.epilog = "example:\n  summit-tui related B"
    parser.add_argument("article", metavar="ARTICLE", help="a label or a key")
    parser.add_argument("--json", action="store_true", help="write the schema summit-tui/related@1")
    parser.add_argument(
        "--most", type=positive, default=_MOST, metavar="N", help="articles at most (default: %(default)s)"
    )
    add_collection(parser, "the collection of the article")
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Write the related articles, the closest first; 1 without any."""
    from tui.cli import output
    from tui.cli.drawing import hanging, text_run, write_lines
    from tui.cli.ink import ink_for
    from tui.cli.shelves import shelf_to_ask
    from tui.library.related import related
    from tui.reports.found import related_record
    from tui.reports.records import encode

    library, held = shelf_to_ask("related", options)
    places = places_of(held, [options.article])
    if len(places) != 1:
        raise CommandError(options.article, "needs one article")
    found = related(library, held, places[0], options.most)
    if options.json:
        output.write_document(
            encode(related_record(held.summary(places[0]), [(one, held.summary(one.place)) for one in found]))
        )
        return 0 if found else 1
    width, ink = output.columns(options.width), ink_for(options.color)
    for one in found:
        lead = text_run(f"{one.label:<4}{one.share:>4.0%}  {one.words:>2} words  ")
        write_lines(hanging(lead, [text_run(held.summary(one.place).title)], width, ink))
    if not found:
        output.write("nothing related\n")
    return 0 if found else 1
