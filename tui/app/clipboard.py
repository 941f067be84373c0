"""Copying that says what it did: to the terminal, to tmux, to a local clipboard, and always to a file."""

import os
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable, Mapping
from pathlib import Path

from platformdirs import user_state_path

from tui.terminals.diagnosis import LOCAL_COPIERS
from tui.terminals.identity import is_console

TERMINAL_BYTES = 74_994
"""The longest text that terminals take in one OSC 52 sequence of 100,000 bytes."""

PATIENCE_SECONDS = 2.0
"""How long a helper program may take."""


def copy(text: str, write: Callable[[str], None], environ: Mapping[str, str], *, remote: bool) -> str:
    """Copy a text and say in one line where it went.

    Args:
        text: What to copy.
        write: Sends characters to the terminal.
        environ: The environment, for the terminal, tmux and the local displays.
        remote: Whether this runs over SSH, where a local clipboard would be the wrong one.
    """
    done = []
    if not is_console(environ) and len(text.encode()) <= TERMINAL_BYTES:
        write(f"\x1b]52;c;{b64encode(text.encode()).decode()}\a")
        done.append("sent to terminal (OSC 52)")
    if environ.get("TMUX") and _feed(("tmux", "load-buffer", "-w", "-"), text):
        done.append("tmux buffer")
    if not remote:
        local = [command for variable, command in LOCAL_COPIERS if not variable or environ.get(variable)]
        done += [command[0] for command in local if _feed(command, text)]
    try:
        path = keep(text)
    except OSError as error:
        done.append(f"no copy in a file: {error.strerror}")
    else:
        done.append(f"also {_short(path)}")
    return "; ".join(done)


def keep(text: str) -> Path:
    """Write the text into the file of the last copy, readable by its owner alone. Raises `OSError`."""
    path = user_state_path("summit-tui") / "yank.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text + "\n")
    return path


def _feed(command: tuple[str, ...], text: str) -> bool:
    """Whether the program took the text."""
    if shutil.which(command[0]) is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 (fixed programs, the text goes to standard input)
            command, input=text.encode(), timeout=PATIENCE_SECONDS, capture_output=True, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _short(path: Path) -> str:
    """The path, with the home folder as a tilde."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
