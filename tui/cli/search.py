"""The command `search`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.parsing import add_text_options, positive
from tui.cli.shelves import add_collection

if TYPE_CHECKING:
    from tui.cli.ink import Ink
    from tui.library.search import Found

_MOST = 20


def describe(parser: ArgumentParser) -> None:
    """Add the options of `search`."""
    parser.description = (
        f"Find {COMMANDS['search']}. Case, spelling and ending do not count; a word that no article has is taken for"
        '\nthe beginning of one; "words in quotes" stand in that order.'
    )
    parser.epilog = "examples:\n  summit-tui search neighbo\n  summit-tui search '\"peace deal\" sanctions' --json"
    parser.add_argument("query", metavar="QUERY", nargs="+", help="words that an article must have, all of them")
    parser.add_argument("--json", action="store_true", help="write the schema summit-tui/search@1")
    parser.add_argument("--most", type=positive, default=_MOST, metavar="N", help="hits at most (default: %(default)s)")
    add_collection(parser, "the collection to search")
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Write the hits, best first; 1 without any."""
    from tui.cli import output
    from tui.cli.drawing import write_lines
    from tui.cli.ink import ink_for
    from tui.cli.shelves import shelf_to_ask
    from tui.library.search import search
    from tui.reports.found import search_record
    from tui.reports.records import encode

    query = " ".join(options.query)
    library, held = shelf_to_ask("search", options)
    found = search(library, query, held.collection, options.most)
    if options.json:
        output.write_document(encode(search_record(query, found)))
    else:
        write_lines(_lines(found, output.columns(options.width), ink_for(options.color)))
    return 0 if found.hits else 1


def _lines(found: "Found", width: int, ink: "Ink") -> Iterator[str]:
    """A line or more for each sentence, behind its article's label."""
    from tui.cli.drawing import hanging, text_run
    from tui.presentation.page import Emphasis

    widest = max((len(hit.label) for hit in found.hits), default=0)
    for hit in found.hits:
        sentence = " ".join(hit.text.split())
        yield from hanging(text_run(f"{hit.label:<{widest}}  ", Emphasis.LABEL), [text_run(sentence)], width, ink)
    if found.more:
        order = "best" if found.ranked else "latest"
        yield f"the {order} {len(found.hits)}; there are more (--most)"
    if not found.hits:
        yield "not found"
