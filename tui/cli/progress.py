"""How far long work is, on a line of standard error that people see and scripts do not."""

import contextlib
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

QUIET_SECONDS = 0.5
"""Work that is done sooner says nothing."""

REST_SECONDS = 0.1
"""The line is not written more often."""


class Progress:
    """A line that is written over and over, and gone at the end.

    Args:
        doing: What is done, as `adding`.
        total: How much of it there is; None where nobody knows.
    """

    def __init__(self, doing: str, total: int | None = None) -> None:
        self._doing = doing
        self._total = total
        self._begun = self._written = time.monotonic()
        self._shown = False
        self._seen = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._write("\r\x1b[K")

    def reach(self, done: int) -> None:
        """Say that so much is done."""
        total = "" if self._total is None else f" of {self._total:,} ({done / max(1, self._total):.0%})"
        self._say(lambda seconds: f"{done:,}{total}, {done / seconds:,.0f} a second")

    def reach_share(self, share: float) -> None:
        """Say that so much of it is done, 0.0 to 1.0."""
        self._say(lambda _: f"{share:.0%}")

    def _say(self, told: Callable[[float], str]) -> None:
        """Write what is told after so many seconds, where it is time for that."""
        now = time.monotonic()
        if not self._seen or now - self._begun < QUIET_SECONDS or now - self._written < REST_SECONDS:
            return
        self._written, self._shown = now, True
        self._write(f"\r\x1b[K{self._doing} {told(now - self._begun)}; ctrl+c stops")

    @staticmethod
    def _write(text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()
