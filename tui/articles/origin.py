"""Where an article comes from, and what is said where it gives none."""

from pathlib import Path
from typing import NamedTuple


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


class Source:
    """Where an article comes from: a file's path, or None for standard input.

    Given as text a path is parsed when it is first asked for: of the files of a large folder few ever are.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path | str | None) -> None:
        self._path = path

    @property
    def path(self) -> Path | None:
        """The file's path, None for standard input."""
        if isinstance(self._path, str):
            self._path = Path(self._path)
        return self._path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and self.path == other.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"Source({self.path!r})"

    @property
    def name(self) -> str:
        """What messages call it: the path as given, control characters spelt out; `-` for standard input."""
        if self.path is None:
            return "-"
        return "".join(char if char.isprintable() else _escaped(char) for char in str(self.path))

    @property
    def file_name(self) -> str:
        """What stands in for a title: the file's name without its folder."""
        return "standard input" if self.path is None else Source(self.path.name).name


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
