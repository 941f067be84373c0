"""The command line's grammar, without what the commands need to run."""

import argparse
import os
from argparse import ArgumentTypeError, Namespace
from functools import partial
from typing import NoReturn, Protocol

from tui import __version__
from tui.alignment.scorers import DEFAULT_SCORER, SCORERS
from tui.cli import output
from tui.cli.errors import CommandError
from tui.settings import LAYOUTS

DEFAULT_CUT = 0.3
"""The alignment's own default, known here without importing what aligns."""


class Command(Protocol):
    """A module that is a command."""

    def describe(self, parser: argparse.ArgumentParser) -> None:
        """Add its options, its purpose and an example."""

    def run(self, options: Namespace) -> int:
        """Do it and give the exit code."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        name, _, reason = message.removeprefix("argument ").partition(": ")
        if message.startswith("argument "):
            raise CommandError(name, reason)
        raise CommandError(self.prog.removeprefix("summit-tui").strip() or "usage", f"{message} (try --help)")

    def format_help(self) -> str:
        self.formatter_class = partial(_help_formatter(), width=output.columns(None, 100))
        return super().format_help()


def parser(command: str | None) -> argparse.ArgumentParser:
    """An empty parser for the command, None for the reader."""
    return _Parser(
        prog=f"summit-tui {command}" if command else "summit-tui",
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=80),
        allow_abbrev=False,
    )


def add_version(to: argparse.ArgumentParser) -> None:
    """Add `--version`."""
    to.add_argument("--version", action="version", version=f"summit-tui {__version__}")


def add_sources(to: argparse.ArgumentParser, *, needed: bool = False) -> None:
    """Add SOURCE…, at least one if `needed`."""
    to.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+" if needed else "*",
        help="a file, a folder, a web address, - for standard input, or the label of an article in the library, as A"
        " or A@1" + ("" if needed else "; without any, the library, and if that is empty the bundled articles"),
    )
    add_reach(to)
    if not needed:
        add_collection(to, "the collection of the library that is read")


def add_collection(to: argparse.ArgumentParser, what: str) -> None:
    """Add `--collection`."""
    to.add_argument("--collection", metavar="NAME", help=f"{what} (default: the one opened last)")


def add_reach(to: argparse.ArgumentParser) -> None:
    """Add the options that say how far reading may go."""
    to.add_argument("--allow-private", action="store_true", help="fetch from private networks and this machine too")
    to.add_argument(
        "--follow",
        action="store_true",
        help="of a feed's entries read the pages that they link to, where the site's robots.txt allows it",
    )


def add_text_options(to: argparse.ArgumentParser, default: str) -> None:
    """Add `--width` and `--color` for output that people read."""
    to.add_argument("--width", type=width, metavar="N", help=f"columns to fill (default: {default})")
    to.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours and bold; auto: on a terminal, as NO_COLOR and FORCE_COLOR say (default: auto)",
    )


def add_pair_options(to: argparse.ArgumentParser) -> None:
    """Add `--cut`, `--scorer` and `--layout`, which say how a pair is read."""
    to.add_argument(
        "--cut",
        type=cut,
        default=DEFAULT_CUT,
        metavar="F",
        help="lowest similarity, 0.0 to 1.0, at which sentences are linked (default: %(default)s)",
    )
    to.add_argument(
        "--scorer",
        choices=tuple(SCORERS),
        default=DEFAULT_SCORER,
        help="what judges how alike two sentences are (default: %(default)s)",
    )
    to.add_argument("--layout", choices=LAYOUTS, help="how a pair stands (default: as the width allows)")


def cut(text: str) -> float:
    """A similarity from 0.0 to 1.0."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise ArgumentTypeError(f"not a similarity from 0.0 to 1.0: {text}")
    return value + 0.0  # -0.0 is 0.0


def positive(text: str) -> int:
    """A whole number from 1 on."""
    value = _whole(text, 7)
    if value < 1:
        raise ArgumentTypeError(f"not a whole number from 1 on: {text}")
    return value


def width(text: str) -> int:
    """A width in terminal cells."""
    value = _whole(text, 5)
    if value < output.NARROWEST:
        raise ArgumentTypeError(f"not a width of at least {output.NARROWEST} columns: {text}")
    return value


def _whole(text: str, digits: int) -> int:
    """The number written in at most so many digits; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else 0


def _help_formatter() -> type[argparse.HelpFormatter]:
    """What draws help where colour is wanted: a terminal that knows it, and a user who does not mind."""
    if not output.is_terminal() or os.environ.get("NO_COLOR") or os.environ.get("TERM", "") in ("", "dumb"):
        return argparse.RawDescriptionHelpFormatter
    from rich_argparse import RawDescriptionRichHelpFormatter

    RawDescriptionRichHelpFormatter.text_markup = False
    RawDescriptionRichHelpFormatter.help_markup = False
    return RawDescriptionRichHelpFormatter
