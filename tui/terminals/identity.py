"""Which terminal this is, and what stands between it and the program, as far as the environment tells."""

import os
import sys
from collections.abc import Mapping

_BY_PROGRAM = {"Apple_Terminal": "Terminal.app", "iTerm.app": "iTerm2", "vscode": "VS Code", "ghostty": "Ghostty"}
_BY_VARIABLE = {
    "KITTY_WINDOW_ID": "kitty",
    "WEZTERM_PANE": "WezTerm",
    "ALACRITTY_WINDOW_ID": "Alacritty",
    "KONSOLE_VERSION": "Konsole",
    "WT_SESSION": "Windows Terminal",
    "VTE_VERSION": "GNOME Terminal or its kin",
}
_BY_TERM = {
    "xterm-kitty": "kitty",
    "xterm-ghostty": "Ghostty",
    "alacritty": "Alacritty",
    "foot": "foot",
    "linux": "the Linux console",
    "vt100": "a VT100",
}
_CONSOLES = ("linux", "ansi", "cons25")
"""The `TERM` of consoles, whose fonts have few signs beside letters, as have all that begin with vt."""
_PUT_IN = ("C.UTF-8", "C.utf8", "UTF-8")
_MULTIPLEXED = ("tmux", "screen")


def terminal_name(environ: Mapping[str, str]) -> str:
    """What people call the terminal, with its version where it tells one; empty where nothing names it."""
    program = environ.get("TERM_PROGRAM") or environ.get("LC_TERMINAL", "")
    if program and program not in _MULTIPLEXED:
        version = environ.get("TERM_PROGRAM_VERSION") or environ.get("LC_TERMINAL_VERSION", "")
        return f"{_BY_PROGRAM.get(program, program)} {version}".rstrip()
    for variable, name in _BY_VARIABLE.items():
        if environ.get(variable):
            return name
    return _BY_TERM.get(environ.get("TERM", ""), "")


def draws(environ: Mapping[str, str]) -> bool:
    """Whether the terminal can place its cursor, which the reader needs."""
    return environ.get("TERM", "") not in ("", "dumb", "unknown")


def is_console(environ: Mapping[str, str]) -> bool:
    """Whether this is a console or an old terminal, with few signs, which prints what it does not know."""
    term = environ.get("TERM", "")
    return term in _CONSOLES or term.startswith("vt")


def multiplexers(environ: Mapping[str, str], around: str = "") -> tuple[str, ...]:
    """The tmux and screen that the program runs in, the innermost first.

    Args:
        environ: The environment.
        around: The `TERM` of the terminal that tmux itself runs in; empty where it is not known.
    """
    term = environ.get("TERM", "")
    inside = [name for name, variable in (("tmux", "TMUX"), ("screen", "STY")) if environ.get(variable)]
    if len(inside) == 2 and environ.get("TERM_PROGRAM") != "tmux":
        inside.reverse()  # tmux names itself to what runs in it, screen does not
    if inside[:1] == ["tmux"] and len(inside) == 1 and around.startswith(_MULTIPLEXED):
        inside.append("tmux or screen")
    if not inside and term.startswith(_MULTIPLEXED):
        inside.append("tmux or screen")
    return tuple(inside)


def encoding(environ: Mapping[str, str]) -> tuple[str, str]:
    """The locale's encoding, UTF-8, ASCII or its own word for another, and the variable that says so."""
    for variable in ("LC_ALL", "LC_CTYPE", "LANG"):
        if value := environ.get(variable):
            codes = value.partition("@")[0].partition(".")[2]
            if codes.lower().replace("-", "") == "utf8" or value.lower() == "utf-8":
                return "UTF-8", f"{variable}={value}"
            return codes or "ASCII", f"{variable}={value}"
    return "ASCII", "no LANG is set"


def own_environ() -> dict[str, str]:
    """The environment as the user has it: Python, started in a locale of ASCII alone, has put in another."""
    own = dict(os.environ)
    if sys.flags.utf8_mode and own.get("LC_CTYPE") in _PUT_IN and not own.get("LC_ALL"):
        del own["LC_CTYPE"]
    return own


def lacks_signs(environ: Mapping[str, str]) -> str:
    """What says that there is little to draw with beside ASCII, such as `LC_ALL=C`; empty where nothing does.

    A locale that nobody has set says nothing: so begin most containers, in terminals that show every sign.
    """
    codes, why = encoding(environ)
    if codes in ("ASCII", "ANSI_X3.4-1968") and "=" in why:
        return why
    return f"TERM={environ['TERM']}" if is_console(environ) else ""
