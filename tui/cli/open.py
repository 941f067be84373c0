"""The command without a name: the reader, or an overview where no terminal can show it."""

import gc
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError, report_all, tell
from tui.cli.settings import Options, add_settings, chosen_settings, given

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from tui.cli.sources import Selection
    from tui.library import Library


def describe(parser: "ArgumentParser") -> None:
    """Add the options of the reader, and name the commands."""
    from tui.cli.parsing import add_sources, add_version

    commands = "\n".join(f"  {name:<8} {gives}" for name, gives in COMMANDS.items())
    parser.usage = "%(prog)s [options] [SOURCE ...]\n       %(prog)s COMMAND --help"
    parser.description = "Read several accounts of one event side by side: what they share, and where they part."
    parser.epilog = (
        f"commands:\n{commands}\n\nexamples:\n  summit-tui\n  summit-tui one.txt two.txt"
        "\n  summit-tui diff B E --layout redline\n\nA source with a command's name is given as ./list or after --."
    )
    add_version(parser)
    add_sources(parser)
    parser.add_argument("--linear", action="store_true", help="read line by line at a prompt, as read --linear does")
    add_settings(parser)


def run(options: Options) -> int:
    """Open the reader on the sources, on the pair if they are two; without a terminal print an overview."""
    gc.disable()  # nothing of a start is garbage; the reader collects again once it has painted
    from tui.cli.reaching import reach_of
    from tui.cli.sources import select
    from tui.library import existing

    _refuse_commands(options.sources)
    chosen = chosen_settings(options)
    if chosen.loaded.settings.guest and options.sources:
        raise CommandError(options.sources[0], "a guest reads what is in the library, and names no source")
    library, name = existing(chosen.loaded.settings), getattr(options, "collection", None)
    selection = select(options.sources, library, reach_of(options), collection=name)
    if getattr(options, "linear", False):
        from tui.cli.linear import converse

        gc.enable()
        return converse(selection, None, given(options))
    collection = selection.collection
    for number in collection.beside:
        if collection.source(number).is_standard_input:
            collection.summary(number)  # while standard input is still the text
    for line in chosen.warnings:
        tell(line)
    settings = chosen.loaded.settings
    if not _has_screen() or not _has_keyboard():
        gc.enable()
        return _overview(options, selection, settings.cut)
    _keep_open(library, name)
    from tui.app import run as run_app

    pair, tour = _pair(options, selection.chosen), not options.sources

    def check() -> None:
        if not selection.promises() and (errors := selection.errors()):
            raise _NothingToRead(errors)

    try:
        return run_app(collection, pair=pair, loaded=chosen.loaded, warnings=chosen.warnings, tour=tour, check=check)
    except _NothingToRead as refused:
        return report_all(refused.errors)


def _keep_open(library: "Library | None", name: str | None) -> None:
    """Let the next start open the collection that was named too, where the library takes that."""
    if library is None or name is None:
        return
    from tui.library import LibraryError
    from tui.library.collecting import Collections

    with suppress(LibraryError):
        Collections(library).open(name)


def _overview(options: Options, selection: "Selection", cut: float) -> int:
    """Print the articles and the closest pairs."""
    if errors := selection.errors():
        return report_all(errors)
    from tui.cli.drawing import write_lines
    from tui.cli.output import columns
    from tui.cli.overview import overview_lines
    from tui.cli.reviewed import history_of

    done = history_of(options)
    write_lines(overview_lines(selection.collection, selection.chosen, cut, columns(None), done))
    return 0


class _NothingToRead(Exception):  # noqa: N818 (it is no error of ours)
    """None of the sources gives an article."""

    def __init__(self, errors: tuple[tuple[str, str], ...]) -> None:
        super().__init__(*errors)
        self.errors = errors


def _refuse_commands(names: list[str]) -> None:
    """Say where a command belongs, rather than that there is no such file."""
    for name in names:
        if name in COMMANDS and not os.path.lexists(name):
            raise CommandError(name, "no such file; a command stands before every option and source")


def _pair(options: Options, chosen: tuple[int, ...]) -> tuple[int, int] | None:
    """The two that were named, None where more or fewer were, or folders."""
    if len(options.sources) == len(chosen) == 2:
        return chosen[0], chosen[1]
    return None


def _has_screen() -> bool:
    """Whether standard output is a terminal that can place its cursor."""
    from tui.cli.output import is_terminal

    return is_terminal() and os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def _has_keyboard() -> bool:
    """Whether keys can be read from standard input, after reopening it on the terminal if need be."""
    if sys.__stdin__ is None:
        return False
    if os.isatty(0):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True
