"""Which escape codes a run of text is wrapped in."""

import os
from collections.abc import Iterable
from enum import IntEnum
from itertools import groupby
from typing import NamedTuple

from tui.cli import output
from tui.presentation.page import Emphasis, Run


class Ink(IntEnum):
    """What escape codes the reader of our text understands and wants."""

    NONE = 0
    MONOCHROME = 1
    ANSI = 2
    INDEXED = 3
    TRUE = 4


class _Hue(NamedTuple):
    """One colour for terminals of 16, 256 and all colours, legible on light grounds and on dark ones."""

    ansi: str
    indexed: str
    true: str

    def at(self, ink: Ink) -> str:
        return {Ink.ANSI: self.ansi, Ink.INDEXED: self.indexed, Ink.TRUE: self.true}[ink]


_LEFT = _Hue("94", "38;5;68", "38;2;79;131;209")
_RIGHT = _Hue("33", "38;5;166", "38;2;201;110;18")
_BOLD, _DIM, _ITALIC, _UNDERLINE, _REVERSE = "1", "2", "3", "4", "7"
_ATTRIBUTES = {
    Emphasis.TITLE: (_BOLD,),
    Emphasis.HEADING: (_BOLD,),
    Emphasis.DEK: (_ITALIC,),
    Emphasis.FURNITURE: (_DIM,),
    Emphasis.LABEL: (_DIM,),
    Emphasis.DIVERGENT: (_BOLD, _UNDERLINE),
    Emphasis.MOVED: (_BOLD,),
    Emphasis.CONFLICT: (_BOLD, _REVERSE),
}
_HUES = {Emphasis.LEFT_ONLY: _LEFT, Emphasis.RIGHT_ONLY: _RIGHT}


def ink_for(choice: str) -> Ink:
    """What to draw with, as `--color`, the environment and standard output say.

    `NO_COLOR` leaves a terminal its bold and underline; `FORCE_COLOR` has a pipe treated as a terminal.
    """
    term = os.environ.get("TERM", "")
    if choice == "never":
        return Ink.NONE
    if choice == "auto":
        is_forced = os.environ.get("FORCE_COLOR", "") not in ("", "0", "false")
        if not is_forced and (not output.is_terminal() or term in ("", "dumb")):
            return Ink.NONE
        if os.environ.get("NO_COLOR"):
            return Ink.MONOCHROME
    if os.environ.get("COLORTERM") in ("truecolor", "24bit") or term.endswith("-direct"):
        return Ink.TRUE
    return Ink.INDEXED if "256color" in term else Ink.ANSI


def paint(runs: Iterable[Run], ink: Ink) -> str:
    """The runs' text within the escape codes of their emphases; neighbours of one look share theirs."""
    painted = ""
    for codes, alike in groupby(runs, key=lambda run: _codes(run, ink)):
        text = "".join(run.text for run in alike)
        painted += f"\x1b[{codes}m{text}\x1b[0m" if codes and not text.isspace() else text
    return painted


def _codes(run: Run, ink: Ink) -> str:
    codes = list(_ATTRIBUTES.get(run.emphasis, ())) if ink else []
    hue = (_LEFT, _RIGHT)[run.side] if run.emphasis is Emphasis.DIVERGENT else _HUES.get(run.emphasis)
    if hue is not None and ink >= Ink.ANSI:
        codes.append(hue.at(ink))
    return ";".join(codes)
