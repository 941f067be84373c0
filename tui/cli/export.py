"""The command `export`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.shelves import add_collection, collection_of

if TYPE_CHECKING:
    from tui.library.held import Held


def describe(parser: ArgumentParser) -> None:
    """Add the options of `export`."""
    parser.description = (
        f"Write {COMMANDS['export']}, every version with its original bytes, a line of JSON each"
        "\n(the schema summit-tui/collection@1), which summit-tui import takes in elsewhere."
    )
    parser.epilog = "examples:\n  summit-tui export -o summit.jsonl\n  summit-tui export | gzip > summit.jsonl.gz"
    parser.add_argument("-o", "--out", metavar="FILE", help="where to (default: standard output)")
    add_collection(parser, "the collection to write")


def run(options: Namespace) -> int:
    """Write the collection; the file is whole or not there."""
    from tui.cli import output
    from tui.cli.saving import save

    _, held = collection_of("export", options)
    if options.out is None:
        for line in _lines(held):
            output.write_document(line)
    else:
        save(Path(options.out), _lines(held))
    return 0


def _lines(held: "Held") -> Iterator[str]:
    from tui.cli.progress import Progress
    from tui.library.exchange import lines_of

    with Progress("exporting", len(held)) as progress:
        for done, line in enumerate(lines_of(held)):
            yield line
            progress.reach(done)
