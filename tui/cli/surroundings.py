"""What this process finds out about its terminal, for `doctor` to judge."""

import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from shutil import which

from tui.cli import output, tty
from tui.cli.settings import Chosen
from tui.settings import over_ssh
from tui.terminals.diagnosis import TMUX_WANTED, Surroundings
from tui.terminals.identity import draws, own_environ

_TMUX_SECONDS = 2.0
_SECONDS, _SECONDS_OVER_SSH = 0.5, 1.5


def surroundings(chosen: Chosen) -> Surroundings:
    """What can be found out, from the environment, the terminal itself, and tmux."""
    synchronized, unasked = _asked()
    return Surroundings(
        own_environ(),
        chosen.loaded.settings,
        chosen.loaded.origins,
        screen=output.is_terminal(),
        keyboard=_has_keyboard(),
        size=_size(),
        stream=getattr(sys.stdout, "encoding", None) or "",
        synchronized=synchronized,
        unasked=unasked,
        tmux=_tmux_options(),
        textual=version("textual"),
        has=lambda program: which(program) is not None,
    )


def _has_keyboard() -> bool:
    try:
        with tty.opened():
            return True
    except tty.TROUBLE:
        return os.isatty(0)


def _size() -> tuple[int, int] | None:
    """The terminal's columns and rows; None where output goes to none."""
    if not output.is_terminal():
        return None
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return size.columns, size.lines


def _asked() -> tuple[bool | None, str]:
    """Whether the terminal says that it shows pictures at once, or why it was not asked."""
    if not output.is_terminal():
        return None, "there is no terminal to ask"
    if not draws(os.environ):
        return None, "a terminal of this kind would print the question"
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return None, "Terminal.app prints the question"
    output.finish()
    try:
        with tty.opened() as terminal:
            if not tty.in_front(terminal):
                return None, "the command runs in the background"
            return tty.synchronizes(terminal, _SECONDS_OVER_SSH if over_ssh(os.environ) else _SECONDS), ""
    except tty.TROUBLE:
        return None, "there is no terminal to ask"


def _tmux_options() -> dict[str, str]:
    """What tmux tells of itself, nothing where it does not."""
    if not os.environ.get("TMUX"):
        return {}
    names = [*TMUX_WANTED, "client_termname"]
    command = ["tmux", "display-message", "-p", "\n".join(f"#{{{name}}}" for name in names)]
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, and no word from outside)
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=_TMUX_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    told = done.stdout.decode(errors="replace").splitlines()
    if done.returncode or len(told) != len(names):
        return {}
    *options, around = told
    return {**dict(zip(TMUX_WANTED, options, strict=True)), "around": around}


def version(library: str) -> str:
    """The version that is installed, found without importing it; empty where there is none."""
    try:
        return version_of(library)
    except PackageNotFoundError:
        return ""
