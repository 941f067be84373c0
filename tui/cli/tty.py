"""The terminal that this process belongs to: opened wherever output goes, asked, read key by key, and set right."""

import contextlib
import os
import re
import select
import signal
import termios
import time
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

from tui.terminals.mending import MEND, sane
from tui.terminals.presses import Press, presses

TROUBLE = (OSError, termios.error)
"""What anything done to a terminal may raise, from one that has gone to one that was none."""

_ESCAPE_SECONDS = 0.1
_QUESTION = b"\x1b[?2026$p\x1b[c"
_ANSWER = re.compile(rb"\x1b\[\?2026;([0-4])\$y")
_LAST_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")
_MOST_BYTES = 4096


@contextlib.contextmanager
def opened() -> Iterator[int]:
    """A descriptor of the terminal. Raises OSError where the process has none."""
    terminal = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    try:
        yield terminal
    finally:
        os.close(terminal)


def in_front(terminal: int) -> bool:
    """Whether this process may ask the terminal, and is not one that runs behind the shell's prompt."""
    return os.tcgetpgrp(terminal) == os.getpgrp()


def synchronizes(terminal: int, seconds: float) -> bool | None:
    """Whether the terminal says that it shows pictures at once; None if it does not say within that time.

    The line that the cursor is on is erased, since some terminals print a question that they do not know.
    """
    with _unbuffered(terminal, signals=True):
        os.write(terminal, _QUESTION)
        answers = _until_last_answer(terminal, seconds)
        os.write(terminal, b"\r\x1b[K")
    found = _ANSWER.search(answers)
    return found[1] in b"123" if found else None


@contextlib.contextmanager
def keys(terminal: int) -> Iterator[Iterator[Press]]:
    """Each key as it is pressed, ctrl+c and ctrl+z too, until the terminal is gone; the line is then as it was."""
    with _unbuffered(terminal, signals=False):
        yield _pressed(terminal)


def mend(terminal: int) -> None:
    """Set the terminal and its line as a shell needs them, even from behind the prompt."""
    before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, sane(termios.tcgetattr(terminal)))
        os.write(terminal, MEND.encode())
    finally:
        signal.signal(signal.SIGTTOU, before)


def _pressed(terminal: int) -> Iterator[Press]:
    pending = b""
    while True:
        ready = bool(select.select([terminal], [], [], _ESCAPE_SECONDS if pending else None)[0])
        data = os.read(terminal, 1024) if ready else b""
        if ready and not data:
            return
        found, pending = presses(pending + data, complete=not ready)
        yield from found


def _until_last_answer(terminal: int, seconds: float) -> bytes:
    """What the terminal says until it has answered the question that every terminal answers, or the time is over."""
    end, said = time.monotonic() + seconds, b""
    while not _LAST_ANSWER.search(said) and len(said) < _MOST_BYTES:
        left = end - time.monotonic()
        if left <= 0 or not select.select([terminal], [], [], left)[0]:
            break
        part = os.read(terminal, 1024)
        if not part:
            break
        said += part
    return said


@contextlib.contextmanager
def _unbuffered(terminal: int, *, signals: bool) -> Iterator[None]:
    """Bytes come as they are typed and are not shown; whatever happens, the line is then as it was before."""
    before = termios.tcgetattr(terminal)
    line = termios.tcgetattr(terminal)
    line[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.ISTRIP)
    line[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN | (0 if signals else termios.ISIG))
    line[6][termios.VMIN], line[6][termios.VTIME] = 1, 0
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        for number in handlers:
            signal.signal(number, _leave)
        termios.tcsetattr(terminal, termios.TCSADRAIN, line)
        yield
    finally:
        with contextlib.suppress(*TROUBLE):
            termios.tcsetattr(terminal, termios.TCSAFLUSH, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _leave(number: int, _: FrameType | None) -> NoReturn:
    """End the process in good order, with the code that the signal would have given it."""
    raise SystemExit(128 + number)
