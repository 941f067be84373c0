"""What can be set, and what each setting takes."""

import os
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

LAYOUTS = ("side-by-side", "interleaved", "redline")
MEASURES = (60, 72, 88)
COLORS = ("auto", "16", "256", "true", "mono")
SWITCHES = ("auto", "on", "off")
LONGEST_NAME = 64
SCORERS = ("context", "words", "wording")
THEMES = ("summit-dark", "summit-light", "summit-contrast", "ansi-dark", "ansi-light", "mono")
PRESETS = ("default", "vim", "less", "newsboat")

_SWITCHES = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


class Settings(NamedTuple):
    """How one reader wants to read.

    `cut` is a similarity from 0.0 to 1.0; `layout` is None while the width decides; `measure` counts cells, None
    is the full width; `furniture` says whether the sites' own lines are shown; `library` is the file that everything
    is kept in, None in the user's data folder; `reviewer` is None for who is logged in; a `guest` is shown what
    is `read_only`; `keys` holds the keys, as they are printed, by the id of what they do.
    """

    cut: float = 0.3
    scorer: str = "context"
    layout: str | None = None
    measure: int | None = 72
    furniture: bool = True
    strict: bool = False
    min_words: int = 0
    theme: str = "auto"
    colors: str = "auto"
    ascii: str = "auto"
    mouse: str = "auto"
    wire: bool = True
    save: bool = True
    library: str | None = None
    read_only: bool = False
    reviewer: str | None = None
    guest: bool = False
    preset: str = "default"
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Setting(NamedTuple):
    """One setting: its name in the file, what it is for, what it takes, and what reads that.

    `read` raises ValueError where a value is not one of these; `unset` is what people write for None.
    """

    name: str
    title: str
    expected: str
    read: Callable[[object], object]
    unset: str = ""

    @property
    def field(self) -> str:
        """Its name among the fields of `Settings`."""
        return self.name.replace("-", "_")

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return f"SUMMIT_{self.field.upper()}"


def _similarity(value: object) -> float:
    number = float(value) if isinstance(value, (int, float, str)) and not isinstance(value, bool) else -1.0
    if not 0.0 <= number <= 1.0:
        raise ValueError
    return number + 0.0  # -0.0 is 0.0


def _count(value: object) -> int:
    digits = str(value) if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    if not (digits.isascii() and digits.isdigit() and len(digits) < 6):
        raise ValueError
    return int(digits)


def _switch(value: object) -> bool:
    if not isinstance(value, bool) and str(value).lower() not in _SWITCHES:
        raise ValueError
    return _SWITCHES[str(value).lower()]


def _measure(value: object) -> int | None:
    if value == "full":
        return None
    if (cells := _count(value)) not in MEASURES:
        raise ValueError
    return cells


def _file(value: object) -> str | None:
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError
    return None if value == "auto" else os.path.expanduser(value)  # noqa: PTH111 (an unknown home is no error)


def _person(value: object) -> str | None:
    name = " ".join(value.split()) if isinstance(value, str) else ""
    if not (name.isprintable() and 0 < len(name) <= LONGEST_NAME):
        raise ValueError
    return None if name == "auto" else name


def _one_of(*names: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, bool) or str(value) not in names:
            raise ValueError
        return str(value)

    return read


def _on_off_auto(value: object) -> str:
    return "auto" if value == "auto" else "on" if _switch(value) else "off"


def _layout(value: object) -> str | None:
    return None if value == "auto" else _one_of(*LAYOUTS)(value)


def _listed(*names: object) -> str:
    return f"{', '.join(map(str, names[:-1]))} or {names[-1]}"


SETTINGS = (
    Setting("cut", "lowest similarity at which sentences are linked", "a number from 0.0 to 1.0", _similarity),
    Setting("scorer", "what judges how alike two sentences are", _listed(*SCORERS), _one_of(*SCORERS)),
    Setting("layout", "how a pair stands; auto: as the width allows", _listed("auto", *LAYOUTS), _layout, "auto"),
    Setting("measure", "cells in a line of text", _listed(*MEASURES, '"full"'), _measure, "full"),
    Setting("furniture", "whether the sites' own lines are shown", "true or false", _switch),
    Setting("strict", "whether spelling and typography are differences", "true or false", _switch),
    Setting("min-words", "shorter sentences link only when identical", "a whole number", _count),
    Setting(
        "theme",
        "the colours by name; auto: as the terminal allows",
        _listed("auto", *THEMES),
        _one_of("auto", *THEMES),
    ),
    Setting("colors", "how many colours; auto: as the terminal says, 16 over SSH", _listed(*COLORS), _one_of(*COLORS)),
    Setting(
        "ascii",
        "whether signs and rules are drawn in ASCII alone; auto: as locale and terminal need",
        _listed(*SWITCHES),
        _on_off_auto,
    ),
    Setting("mouse", "whether the mouse is listened to; auto: not over SSH", _listed(*SWITCHES), _on_off_auto),
    Setting("wire", "whether the terminal is sent only what changed", "true or false", _switch),
    Setting("save", "whether anything is kept: articles, places, marks, verdicts", "true or false", _switch),
    Setting("library", "the file that all is kept in; auto: in the data folder", "a file, or auto", _file, "auto"),
    Setting("read-only", "whether the library is shown and not changed", "true or false", _switch),
    Setting("guest", "whether one collection is shown and nothing else reached or changed", "true or false", _switch),
    Setting("reviewer", "who judges and takes notes; auto: the login", "a name, or auto", _person, "auto"),
    Setting("preset", "the keys to start from", _listed(*PRESETS), _one_of(*PRESETS)),
)
"""Every setting but the keys, in the order in which they are shown."""
