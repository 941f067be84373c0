"""What goes wrong, said in one line on standard error."""

import contextlib
import sys
from collections.abc import Iterable


class CommandError(Exception):
    """The command cannot go on: what it is about, and the reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def report(name: str, reason: str) -> None:
    """Write `summit-tui: NAME: REASON` to standard error, if there is one."""
    tell(f"{name}: {reason}")


def tell(text: str) -> None:
    """Write `summit-tui: ` and the text to standard error, if there is one, as one line."""
    from tui.text.shown import one_line

    if sys.stderr is None:
        return
    line = one_line(f"summit-tui: {text}")
    with contextlib.suppress(OSError, ValueError):
        print(line, file=sys.stderr, flush=True)


def report_all(errors: Iterable[tuple[str, str]]) -> int:
    """Report each name with its reason, and give the exit code: 2 if there was one, else 0."""
    code = 0
    for name, reason in errors:
        report(name, reason)
        code = 2
    return code
