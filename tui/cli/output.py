"""Writing to standard output, whatever becomes of it."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from tui.cli.errors import CommandError

NARROWEST = 20
"""The fewest cells of width that text is laid out in."""

_NAME = "standard output"


class ReaderLeft(Exception):  # noqa: N818 (whoever reads us has enough, as `head` does)
    """Nobody reads the output any more."""


def write(text: str) -> None:
    """Write lines for people, in the terminal's encoding; what it cannot write becomes a question mark."""
    with _guarded() as stream:
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding))


def write_document(text: str) -> None:
    """Write a file's worth of text: UTF-8 and line feeds under every locale."""
    with _guarded() as stream:
        stream.flush()
        stream.buffer.write(text.encode())


def finish() -> None:
    """Hand over what is still held back."""
    with _guarded() as stream:
        stream.flush()


def settle() -> None:
    """Hand over what is still held back, if it can be."""
    with contextlib.suppress(CommandError, ReaderLeft):
        finish()


def abandon() -> None:
    """Drop what is held back, so that closing down cannot fail on it."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        ours = sys.stdout.fileno()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, ours)
        os.close(nothing)


def writes(text: str) -> bool:
    """Whether the terminal's encoding has all these characters."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def is_terminal() -> bool:
    """Whether people see standard output on a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def columns(wanted: int | None, most: int | None = None) -> int:
    """The width to fill in cells: the wanted, else COLUMNS, the terminal's or 80, and of these at most `most`."""
    if wanted is not None:
        return wanted
    stated = os.environ.get("COLUMNS", "")
    width = int(stated) if stated.isascii() and stated.isdigit() else 0
    if not width and is_terminal():
        with contextlib.suppress(OSError, ValueError):
            width = os.get_terminal_size(sys.stdout.fileno()).columns
    width = width or 80
    return max(NARROWEST, min(width, most or width))


@contextlib.contextmanager
def _guarded() -> Iterator[TextIO]:
    """Standard output, its failures turned into ours."""
    if sys.stdout is None:
        raise CommandError(_NAME, "closed")
    try:
        yield sys.stdout
    except BrokenPipeError as error:
        abandon()
        raise ReaderLeft from error
    except OSError as error:
        abandon()
        raise CommandError(_NAME, error.strerror or str(error)) from error
