"""Colours for each class: blue for the left, orange for the right, never red against green.

The RGB colours were searched for: on their ground and under the cursor each reaches WCAG AA, and any two classes
stay apart for people who see no red, no green or no blue. Glyphs and attributes tell the classes apart besides.
"""

from collections.abc import Callable
from typing import NamedTuple

from tui.terminals import Depth


class Palette(NamedTuple):
    """What a theme calls its colours; `cursor`, `hit` and `bar` are grounds, the rest is text."""

    background: str
    foreground: str
    muted: str
    left: str
    left_soft: str
    right: str
    right_soft: str
    moved: str
    conflict: str
    accent: str
    cursor: str
    hit: str
    bar: str


_DARK = Palette(
    background="#14181d",
    foreground="#d6dade",
    muted="#96a1a9",
    left="#51a3ea",
    left_soft="#9ec0df",
    right="#eca652",
    right_soft="#e6cd92",
    moved="#f1f75a",
    conflict="#fa777f",
    accent="#e8d27a",
    cursor="#28313d",
    hit="#4c4111",
    bar="#20262e",
)
_LIGHT = Palette(
    background="#fbfaf7",
    foreground="#23272b",
    muted="#63686e",
    left="#0064c2",
    left_soft="#32557b",
    right="#a84d0c",
    right_soft="#6b553c",
    moved="#174615",
    conflict="#b61d8e",
    accent="#7a5a00",
    cursor="#e3ebf5",
    hit="#ffe88a",
    bar="#e9e7e1",
)
_CONTRAST = Palette(
    background="#000000",
    foreground="#ffffff",
    muted="#969eac",
    left="#4a9af7",
    left_soft="#a0bfe6",
    right="#f0a856",
    right_soft="#e9bf8e",
    moved="#fceb6a",
    conflict="#e27b7b",
    accent="#ffe14d",
    cursor="#303030",
    hit="#5a4a00",
    bar="#1c1c1c",
)
_NONE = Palette(*["ansi_default"] * len(Palette._fields))
_ANSI_DARK = _NONE._replace(
    left="ansi_bright_blue", right="ansi_yellow", moved="ansi_magenta", conflict="ansi_bright_red", accent="ansi_yellow"
)
_ANSI_LIGHT = _NONE._replace(
    left="ansi_blue", right="ansi_yellow", moved="ansi_magenta", conflict="ansi_red", accent="ansi_magenta"
)

PALETTES = {
    "summit-dark": _DARK,
    "summit-light": _LIGHT,
    "summit-contrast": _CONTRAST,
    "ansi-dark": _ANSI_DARK,
    "ansi-light": _ANSI_LIGHT,
    "mono": _NONE,
}
"""Every theme by name; `ansi-…` and `mono` use only the terminal's own 16 colours, or none."""

ANSI = frozenset({"ansi-dark", "ansi-light", "mono"})
"""The themes drawn with attributes where colours would run out."""

DEFAULT, DEFAULT_ANSI, DEFAULT_NONE = "summit-dark", "ansi-dark", "mono"


def first_theme(wanted: str, depth: Depth, recall: Callable[[str], str | None]) -> str:
    """The theme that is set, else the one chosen last, as far as the terminal has colours for it.

    Args:
        wanted: The setting: a theme's name, or another word.
        depth: How many colours there are.
        recall: Gives what was chosen last under a name.
    """
    if depth is Depth.NONE:
        return DEFAULT_NONE
    if wanted in PALETTES:
        return wanted
    last = recall("theme")
    fits = last in PALETTES and (depth is not Depth.ANSI or last in ANSI)
    return last if last and fits else DEFAULT_ANSI if depth is Depth.ANSI else DEFAULT
