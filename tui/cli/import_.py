"""The command `import`."""

from argparse import ArgumentParser, Namespace
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.shelves import add_collection, library_to

if TYPE_CHECKING:
    from typing import BinaryIO

    from tui.library import Library


def describe(parser: ArgumentParser) -> None:
    """Add the options of `import`."""
    parser.description = f"Take {COMMANDS['import']}. Articles that are there already are not doubled."
    parser.epilog = "example:\n  summit-tui import summit.jsonl"
    parser.add_argument("file", metavar="FILE", help="what summit-tui export wrote, - for standard input")
    add_collection(parser, "the collection to take them into; its own name unless another is given")


def run(options: Namespace) -> int:
    """Take the file in; what was taken in before a broken line, or before ctrl+c, stays."""
    import sys

    library = library_to("import", options)
    with ExitStack() as stack:
        try:
            file = sys.stdin.buffer if options.file == "-" else stack.enter_context(Path(options.file).open("rb"))
            return _take_in(library, file, options)
        except (OSError, ValueError) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
            raise CommandError(options.file, reason[:1].lower() + reason[1:]) from None


def _take_in(library: "Library", file: "BinaryIO", options: Namespace) -> int:
    from tui.cli import output
    from tui.cli.progress import Progress
    from tui.library.collecting import Collections
    from tui.library.exchange import name_of, take_in
    from tui.presentation.amounts import counted
    from tui.text.shown import shown

    name, done = name_of(file.readline()), 0
    name = options.collection or name
    with Progress("importing") as progress:
        for done in take_in(library, file, Collections(library).open(name)):
            progress.reach(done)
    output.write(f"{shown(name)}: {counted(done, 'text')}\n")
    return 0
