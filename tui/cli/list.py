"""The command `list`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.parsing import add_sources, add_text_options
from tui.cli.settings import add_library, library_of

if TYPE_CHECKING:
    from tui.articles import Collection
    from tui.library import Library


def describe(parser: ArgumentParser) -> None:
    """Add the options of `list`."""
    parser.description = f"List {COMMANDS['list']}."
    parser.epilog = "examples:\n  summit-tui list reports/ --json\n  summit-tui list --collections"
    add_sources(parser)
    add_library(parser)
    parser.add_argument("--json", action="store_true", help="write the schema summit-tui/list@1")
    parser.add_argument("--collections", action="store_true", help="list the library's collections, the open one first")
    add_text_options(parser, "the terminal's")


def run(options: Namespace) -> int:
    """Write the list; 2 when nothing in it can be read."""
    from tui.cli import output
    from tui.cli.errors import report_all
    from tui.cli.reaching import reach_of
    from tui.cli.sources import select

    library = library_of(options)
    if options.collections:
        return _collections(library)
    selection = select(options.sources, library, reach_of(options), collection=options.collection)
    collection = selection.collection
    read = _read_of(library, collection)
    if options.json:
        from tui.reports.records import encode, list_record

        listed = ((collection.summary(number), read(number)) for number in selection.chosen)
        output.write_document(encode(list_record(listed)))
    else:
        from tui.cli.drawing import write_lines
        from tui.cli.ink import ink_for
        from tui.cli.listing import listing

        width = output.columns(options.width)
        write_lines(listing(collection, selection.chosen, read, width, ink_for(options.color)))
    return report_all(selection.errors())


def _collections(library: "Library | None") -> int:
    """Write each collection with how many articles it has; 1 without any."""
    from tui.cli import output
    from tui.library.collecting import Collections
    from tui.text.shown import shown

    listed = () if library is None else Collections(library).all()
    for one in listed:
        output.write(f"{one.articles:>9,}  {shown(one.name)}\n")
    return 0 if listed else 1


def _read_of(library: "Library | None", collection: "Collection") -> Callable[[int], float]:
    """What gives the share of an article that was ever read, 0.0 to 1.0, by its number."""
    if library is None:
        return lambda _: 0.0
    seen = library.seen
    return lambda number: round(seen(collection.summary(number)) or 0.0, 4)
