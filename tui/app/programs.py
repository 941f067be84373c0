"""Other programs that take the text: a shell command, a pager, an editor."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_LINE_ARGUMENTS = {
    "vi": ("-R", "+{line}"),
    "vim": ("-R", "+{line}"),
    "nvim": ("-R", "+{line}"),
    "view": ("+{line}",),
    "less": ("+{line}g",),
    "more": ("+{line}",),
    "most": ("+{line}",),
    "nano": ("-v", "+{line}"),
    "emacs": ("+{line}",),
    "ne": ("+{line}",),
    "micro": ("-readonly", "true", "+{line}"),
    "hx": ("{file}:{line}",),
}
"""How each program is told the line, and to leave the file alone where it can."""


def viewer(environ: Mapping[str, str], path: Path, line: int) -> list[str] | None:
    """The command that opens a file at a line in `$EDITOR`, else `$PAGER`, else less; None where there is none."""
    for choice in (environ.get("VISUAL"), environ.get("EDITOR"), environ.get("PAGER"), "less", "more"):
        words = shlex.split(choice) if choice else []
        if words and shutil.which(words[0]):
            extra = [word.format(line=line, file=path) for word in _LINE_ARGUMENTS.get(Path(words[0]).name, ())]
            named = any(str(path) in word for word in extra)
            return [*words, *extra, *([] if named else [str(path)])]
    return None


def run_shell(command: str, text: str, *, seconds: float = 30.0) -> tuple[int, str]:
    """The exit code and the output of a shell command that reads the text. Raises `OSError`, `TimeoutExpired`."""
    done = subprocess.run(  # noqa: S602 (the reader's own command in the reader's own shell)
        command,
        shell=True,
        input=text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=seconds,
        check=False,
        executable=os.environ.get("SHELL") or "/bin/sh",
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def page(environ: Mapping[str, str], text: str) -> None:
    """Show a text in `$PAGER`, else less, in the terminal as it is."""
    words = shlex.split(environ.get("PAGER") or "less")
    if not words or shutil.which(words[0]) is None:
        words = ["more"]
    run_here(words, text)


def run_here(command: Sequence[str], text: str | None = None) -> int:
    """Run a program in the terminal and wait for it; its exit code. Raises `OSError`."""
    return subprocess.run(  # noqa: S603 (the reader's own editor or pager)
        command, input=None if text is None else text.encode(), check=False
    ).returncode
