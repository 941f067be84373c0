"""The command line as data: every command, its options and what they take, as its own parser tells them."""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from string import ascii_uppercase

from tui.cli import parsing
from tui.cli.commands import COMMANDS, module_of
from tui.resources import SEEDS_DIR

PROGRAM = "summit-tui"
UNWRAPPED = 10_000
"""So many cells that no usage line is folded."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option by all its names; `value` names what it takes, "" where nothing, and `choices` lists that if it can.

    `excludes` are the names of the options that it cannot stand beside, its own among them.
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    title: str
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """One command; the reader's name is empty. `sources` has an entry for each place of a source, at last one of many.

    `usage` begins with the program's name; `settings` are the options that many commands share.
    """

    name: str
    purpose: str
    usage: tuple[str, ...]
    description: str
    epilog: str
    sources: tuple[str, ...]
    options: tuple[Option, ...]
    settings: tuple[Option, ...]

    @property
    def every_option(self) -> tuple[Option, ...]:
        """Its options, the settings last."""
        return (*self.options, *self.settings)


def reader() -> Command:
    """What the program does without a command."""
    return _command(None, "")


def commands() -> tuple[Command, ...]:
    """Every command that has a name, in the order in which help lists them."""
    return tuple(_command(name, purpose) for name, purpose in COMMANDS.items())


def labels() -> tuple[str, ...]:
    """The labels of the bundled articles."""
    return tuple(ascii_uppercase[: sum(1 for _ in SEEDS_DIR.glob("*.txt"))])


def _command(name: str | None, purpose: str) -> Command:
    parser = parsing.parser(name)
    parser.color = False  # type: ignore[attr-defined]  # which Python 3.14 may put into usage lines
    parser.formatter_class = partial(argparse.RawDescriptionHelpFormatter, width=UNWRAPPED)
    module: parsing.Command = import_module(module_of(name))
    module.describe(parser)
    _, own, *shared = parser._action_groups  # noqa: SLF001 (argparse tells of itself in no other way)
    return Command(
        name=name or "",
        purpose=purpose,
        usage=tuple(line.strip() for line in parser.format_usage().removeprefix("usage: ").splitlines()),
        description=parser.description or "",
        epilog=parser.epilog or "",
        sources=tuple(_sources(parser)),
        options=tuple(_options(parser, own)),
        settings=tuple(option for group in shared for option in _options(parser, group)),
    )


def _sources(parser: argparse.ArgumentParser) -> Iterator[str]:
    """What the places that are no option are called: `[NAME]` of one that may be left out, `NAME...` for many."""
    for action in parser._actions:  # noqa: SLF001
        if not action.option_strings:
            name = f"[{action.metavar}]" if action.nargs in ("*", "?") else str(action.metavar)
            yield f"{name}{'...' * (action.nargs in ('*', '+'))}"


def _options(parser: argparse.ArgumentParser, group: argparse._ArgumentGroup) -> Iterator[Option]:
    for action in group._group_actions:  # noqa: SLF001
        if not action.option_strings:
            continue
        choices = tuple(map(str, action.choices or ()))
        value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
        told = (action.help or "") % {**vars(action), "prog": parser.prog}
        names = tuple(action.option_strings)
        yield Option(names, value, choices, told, tuple(_rivals(parser, action)) or names)


def _rivals(parser: argparse.ArgumentParser, action: argparse.Action) -> Iterator[str]:
    """The names of all that may stand only once together with it, its own included."""
    groups: Iterable[argparse._MutuallyExclusiveGroup] = parser._mutually_exclusive_groups  # noqa: SLF001
    for group in groups:
        if action in group._group_actions:  # noqa: SLF001
            for other in group._group_actions:  # noqa: SLF001
                yield from other.option_strings
