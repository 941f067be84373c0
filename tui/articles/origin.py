"""Where an article comes from, and what is said where it gives none."""

from pathlib import Path
from typing import NamedTuple


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


class Source(NamedTuple):
    """Where an article comes from: a file's path, or None for standard input."""

    path: Path | None

    @property
    def name(self) -> str:
        """What messages call it: the path as given, control characters spelt out; `-` for standard input."""
        if self.path is None:
            return "-"
        return "".join(char if char.isprintable() else _escaped(char) for char in str(self.path))

    @property
    def file_name(self) -> str:
        """What stands in for a title: the file's name without its folder."""
        return "standard input" if self.path is None else Source(type(self.path)(self.path.name)).name


class Stamp(NamedTuple):
    """What tells a file from what it was: its size in bytes, and when it was changed, in nanoseconds since 1970."""

    size: int
    changed: int


class Unreadable(Exception):  # noqa: N818 (it is the source that is unreadable)
    """A source gave no article; the message is one line, `NAME: REASON`."""

    def __init__(self, source: Source, reason: str) -> None:
        super().__init__(f"{source.name}: {reason}")
        self.source = source
        self.reason = reason


def stamp_of(source: Source) -> Stamp | None:
    """The stamp of the source's file; None for standard input and where there is no file to ask."""
    if source.path is None:
        return None
    try:
        status = source.path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(status.st_size, status.st_mtime_ns)
