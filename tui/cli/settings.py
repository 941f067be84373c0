"""The settings of a start, with those that the command line has options for."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tui.cli.commands import SWITCHES
from tui.settings import COLORS, LAYOUTS, SCORERS, SETTINGS, Loaded, Setting, load

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _ArgumentGroup
    from types import SimpleNamespace

    from tui.library import Library
    from tui.remapping import Keymap

Options: TypeAlias = "Namespace | SimpleNamespace"
"""What the command line says, each option an attribute where it says anything."""

_OPTIONS = ("cut", "scorer", "layout", "measure", "theme", "colors", "library", "reviewer", *SWITCHES)


class Chosen(NamedTuple):
    """What this start is set to, the keys that follow from it, and a line for each thing wrong with either."""

    loaded: Loaded
    keymap: "Keymap"
    warnings: tuple[str, ...]


def add_settings(to: "ArgumentParser") -> None:
    """Add an option for each setting that may change from start to start."""
    from argparse import BooleanOptionalAction

    from tui.cli.parsing import cut

    group = to.add_argument_group("settings, which win over the environment and the file (see summit-tui config)")
    add = group.add_argument
    named = {setting.name: setting for setting in SETTINGS}
    add("--cut", type=cut, metavar="F", help="lowest similarity, 0.0 to 1.0, at which sentences are linked")
    add("--scorer", choices=SCORERS, help="what judges how alike two sentences are")
    add("--layout", choices=("auto", *LAYOUTS), help="how a pair stands (auto: as the width allows)")
    add("--measure", type=_checked(named["measure"]), metavar="N", help="cells in a line of text: 60, 72, 88 or full")
    add("--theme", type=_checked(named["theme"]), metavar="NAME", help="the colours by name, or auto")
    add("--colors", choices=COLORS, help="how many colours (auto: as the terminal says, 16 over SSH)")
    add_library(group)
    add_reviewer(group)
    for name in SWITCHES:
        add(f"--{name}", action=BooleanOptionalAction, help=named[name].title)


def add_library(to: "ArgumentParser | _ArgumentGroup") -> None:
    """Add `--library`."""
    setting = next(setting for setting in SETTINGS if setting.name == "library")
    to.add_argument("--library", type=_checked(setting), metavar="FILE", help=setting.title)


def add_reviewer(to: "ArgumentParser | _ArgumentGroup", words: str = "who judges and takes notes, or auto") -> None:
    """Add `--reviewer`, with what it says here."""
    setting = next(setting for setting in SETTINGS if setting.name == "reviewer")
    to.add_argument("--reviewer", type=_checked(setting), metavar="NAME", help=words)


def add_hand(to: "ArgumentParser | _ArgumentGroup") -> None:
    """Add `--reviewer` where it says whose links are heeded."""
    add_reviewer(to, "whose links by hand count, or auto; everyone's verdicts do")


def chosen_settings(options: Options) -> Chosen:
    """The settings that the options, the environment and the file add up to."""
    from tui.remapping import resolve

    loaded = load(os.environ, given(options))
    keymap = resolve(loaded.settings.preset, loaded.settings.keys)
    return Chosen(loaded, keymap, (*loaded.warnings, *keymap.warnings, *keymap.clashes))


def given(options: Options) -> dict[str, object]:
    """What the command line says of settings, by name."""
    return {name: getattr(options, name.replace("-", "_"), None) for name in _OPTIONS}


def library_of(options: Options) -> "Library | None":
    """The library that the options, the environment and the settings name; None where there is none."""
    from tui.library import existing

    told = {name: getattr(options, name, None) for name in ("library", "save")}
    return existing(load(os.environ, told).settings)


def _checked(setting: Setting) -> Callable[[str], str]:
    from argparse import ArgumentTypeError

    def text_for(text: str) -> str:
        try:
            setting.read(text)
        except ValueError:
            raise ArgumentTypeError(f"expected {setting.expected}: {text}") from None
        return text

    return text_for
