"""Starts a program in a terminal of its own, presses keys, and waits for what the screen shows."""

import contextlib
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.terminal.emulator import Emulator

DEADLINE = 30.0
"""Seconds after which an expected screen counts as missing, on a machine busy with other things."""

CHECKOUT = Path(__file__).parents[2]
SUMMIT = (sys.executable, "-m", "tui")
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
}


def environment(home: Path, changes: Mapping[str, str | None]) -> dict[str, str]:
    """A login's few variables and `changes` (None: unset), with nothing of whoever runs the tests."""
    base = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(CHECKOUT),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    return {name: value for name, value in {**base, **changes}.items() if value is not None}


Condition = str | Callable[["Terminal"], bool]


class Terminal:
    """A program in a pty under job control, and the terminal it sees.

    Args:
        command: The program and its arguments.
        home: The folder it starts in, which is also its user's home.
        size: Columns and rows.
        answers: What the terminal tells when asked: "xterm", "modern", "none" or "printing"; see `Emulator`.
        variables: Changes to its environment; None unsets.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        home: Path,
        size: tuple[int, int] = (120, 40),
        answers: str = "xterm",
        variables: Mapping[str, str | None] | None = None,
    ):
        self.pid: int | None = None
        self.exit_status: int | None = None
        self.stops = 0
        self._master, self._slave = os.openpty()
        self._events = b""
        self._emulator = Emulator(*size, answers=answers, reply=self.type)
        self._set_size(*size)
        self._line_settings = termios.tcgetattr(self._slave)
        self._status, status = os.pipe()
        control, self._control = os.pipe()
        leader = str(Path(__file__).with_name("job_control.py"))
        self._leader = subprocess.Popen(
            [sys.executable, "-IS", leader, str(status), str(control), *command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            cwd=home,
            env=environment(home, variables or {}),
            pass_fds=(status, control),
            start_new_session=True,
        )
        os.close(status)
        os.close(control)

    # What is seen

    @property
    def rows(self) -> list[str]:
        return [row.rstrip() for row in self._emulator.screen.display]

    @property
    def text(self) -> str:
        """The screen's rows, without the blanks at their ends."""
        return "\n".join(self.rows)

    @property
    def flowing(self) -> str:
        """The screen's words with one blank between two, wherever the rows end."""
        return " ".join(self.text.split())

    @property
    def raw(self) -> bytes:
        """Every byte the program has sent so far."""
        return bytes(self._emulator.raw)

    @property
    def queries(self) -> tuple[str, ...]:
        return tuple(self._emulator.queries)

    @property
    def full_screen(self) -> bool:
        return self._emulator.screen is self._emulator.alternate

    def mode(self, number: int) -> bool:
        """Whether the private mode `number` is set."""
        return self._emulator.modes.get(number, False)

    def cell(self, column: int, row: int):
        """The character at a place of the screen, with its `data`, `fg`, `bg`, `bold`, `reverse`…"""
        return self._emulator.screen.buffer[row][column]

    def row_of(self, text: str) -> int:
        """Number of the first row that holds `text`, or -1."""
        return next((number for number, row in enumerate(self.rows) if text in row), -1)

    def left_on(self) -> tuple[str, ...]:
        """Names of the modes and settings that are not as they were before the program."""
        settings = termios.tcgetattr(self._slave) != self._line_settings
        return (*self._emulator.left_on(), *(["line settings"] * settings))

    # What is done

    def type(self, text: str) -> None:
        data = text.encode()
        while data and self._master >= 0:
            assert select.select([], [self._master], [], DEADLINE)[1], "the program reads no keys"
            data = data[os.write(self._master, data) :]

    def press(self, *keys: str) -> None:
        """Sends keys by name (`enter`, `ctrl+z`, `G`), all at once."""
        self.type("".join(_key(name) for name in keys))

    def click(self, column: int, row: int) -> None:
        """Presses and releases the left button over a cell, told in decimal."""
        self.type(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")

    def resize(self, columns: int, rows: int) -> None:
        """Changes the size as a dragged window does; the kernel sends SIGWINCH."""
        self._emulator.resize(columns, rows)
        self._set_size(columns, rows)

    def signal(self, number: signal.Signals) -> None:
        """Sends a signal to the program itself, not to what it started."""
        self.expect(lambda terminal: terminal.pid is not None)
        os.kill(self.pid, number)

    def resume(self) -> None:
        """Does what `fg` does to a stopped program."""
        os.write(self._control, b"\n")

    def hang_up(self) -> None:
        """Takes the terminal away, as a lost connection does."""
        os.close(self._master)
        self._master = -1

    # What is awaited

    def expect(self, condition: Condition, within: float = DEADLINE) -> None:
        """Reads until the condition holds: a text on the screen, or anything that can be asked of it.

        Raises:
            AssertionError: It does not hold within that many seconds, or the program has ended before.
        """
        end = time.monotonic() + within
        while not self._holds(condition):
            left, ended = end - time.monotonic(), self.exit_status is not None
            came = left > 0 and self._read(0 if ended else left)
            assert came or (left > 0 and not ended), self._missing(condition)

    def expect_exit(self, within: float = DEADLINE) -> int:
        """The exit status of the program, minus the signal's number where one killed it."""
        self.expect(lambda terminal: terminal.exit_status is not None, within)
        while self._read(0):
            pass
        return self.exit_status

    def expect_stop(self) -> None:
        """Waits until the program is stopped by job control, once more than before."""
        before = self.stops
        self.expect(lambda terminal: terminal.stops > before)
        while self._read(0):
            pass

    def settle(self, quiet: float = 0.4, within: float = DEADLINE) -> None:
        """Reads until the program has sent nothing for `quiet` seconds."""
        end = time.monotonic() + within
        while self._read(quiet):
            assert time.monotonic() < end, f"still sending after {within} s\n{self.text}"

    def sent_within(self, seconds: float) -> bytes:
        """What the program sends in the next `seconds`."""
        before, end = len(self.raw), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)
        return self.raw[before:]

    def close(self) -> None:
        """Ends the program, whatever it does, and frees the terminal."""
        if self._leader.returncode is not None:
            return
        with contextlib.suppress(AssertionError, ProcessLookupError):
            self.expect(lambda terminal: terminal.pid is not None)
            if self.exit_status is None:
                os.killpg(self.pid, signal.SIGKILL)
        os.close(self._control)
        self._leader.wait(DEADLINE)
        for descriptor in (self._master, self._slave, self._status):
            if descriptor >= 0:
                os.close(descriptor)

    # How

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, columns * 10, rows * 20))

    def _holds(self, condition: Condition) -> bool:
        if not self._emulator.whole and self.exit_status is None:
            return False
        if isinstance(condition, str):
            return condition in self.text or condition in self.flowing
        return condition(self)

    def _missing(self, condition: Condition) -> str:
        frame = "─" * self._emulator.screen.columns
        return f"{condition!r} did not come; exit status {self.exit_status}\n{frame}\n{self.text}\n{frame}"

    def _read(self, timeout: float) -> bool:
        """Takes in what is there, waiting for it `timeout` seconds at most; whether anything came."""
        sources = [source for source in (self._master, self._status) if source >= 0]
        ready = select.select(sources, [], [], timeout)[0]
        if self._master in ready:
            self._emulator.feed(os.read(self._master, 1 << 16))
        if self._status in ready:
            self._take_events(os.read(self._status, 4096))
        return bool(ready)

    def _take_events(self, data: bytes) -> None:
        if not data:
            os.close(self._status)
            self._status = -1
        *events, self._events = (self._events + data).split(b"\n")
        for event in events:
            name, number = event.decode().split()
            if name == "pid":
                self.pid = int(number)
            elif name == "stopped":
                self.stops += 1
            else:
                self.exit_status = int(number)


def _key(name: str) -> str:
    if name.startswith("ctrl+"):
        return chr(ord(name[-1].upper()) & 0x1F)
    return KEYS.get(name, name)
