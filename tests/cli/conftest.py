"""The command, run in this process or in one of its own."""

import os
import pty
import subprocess
import sys
import termios
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.cli import main

FILLING = "The pier was quiet, and the ferry lay where it always lies. " * 12 + "\n"
"""Enough text that a few control characters do not make a file binary."""

CHECKOUT = Path(__file__).parents[2]


class Outcome(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def summit(capsys):
    """Runs the command here: `summit("diff", "B", "E")`."""

    def run(*arguments):
        code = main(arguments)
        return Outcome(code, *capsys.readouterr())

    return run


def _environment(folder):
    """What a process of its own finds: the checkout, and a library that this test alone has."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONWARNINGS": "error",
        "XDG_DATA_HOME": str(folder / "data"),
    }


@pytest.fixture
def spawn(tmp_path):
    """Runs the command in a process of its own, with bytes in and out; other names are for `subprocess.run`."""

    def run(*arguments, environ=(), **options):
        known = _environment(tmp_path)
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            env=known | dict(environ),
            check=False,
            timeout=60,
            **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options,
        )

    return run


@pytest.fixture
def on_terminal(tmp_path):
    """Runs the command on a terminal of its own; gives the exit code and all that the terminal was sent."""

    def run(*arguments, columns=80, **environ):
        outer, inner = pty.openpty()
        termios.tcsetwinsize(inner, (24, columns))
        known = _environment(tmp_path)
        process = subprocess.Popen(
            [sys.executable, "-m", "tui", *arguments], env=known | environ, stdin=inner, stdout=inner, stderr=inner
        )
        os.close(inner)
        sent = b""
        while part := _part(outer):
            sent += part
        os.close(outer)
        return process.wait(60), sent.decode()

    return run


def _part(terminal):
    """The next bytes, none when the other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@pytest.fixture
def two(tmp_path):
    """Two short files about one ferry."""
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(
        "The Ferry Is Late Again\n\nThe ferry left the harbour at noon on Friday. Forty people waited on the pier.\n"
    )
    other.write_text(
        "Ferry Leaves at Noon\n\nOn Friday the ferry left the harbour at one. The captain said nothing at all.\n"
    )
    return one, other
