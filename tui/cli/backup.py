"""The command `backup`."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.settings import add_library, library_of


def describe(parser: ArgumentParser) -> None:
    """Add the options of `backup`."""
    parser.description = f"Write {COMMANDS['backup']}."
    parser.epilog = "examples:\n  summit-tui backup friday.sqlite3\n  summit-tui --library friday.sqlite3"
    parser.add_argument("file", metavar="FILE", help="where to; a file of that name gives way once the copy is whole")
    add_library(parser)


def run(options: Namespace) -> int:
    """Write the copy; it is whole or not there."""
    library, to = library_of(options), Path(options.file)
    if library is None:
        raise CommandError("backup", "there is no library yet")
    if library.path is not None and to.exists() and to.samefile(library.path):
        raise CommandError(options.file, "is the library itself")
    if to.exists() and not to.is_file():
        raise CommandError(options.file, "is no regular file")
    library.store().back_up(to)
    return 0
