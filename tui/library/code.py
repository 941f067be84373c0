"""What tells that the program has become another one."""

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import tui
from tui.articles.origin import Source, stamp_of

_SUFFIXES = (".py", ".toml", ".txt", ".json")


def code_stamp(packages: Iterable[str], files: Iterable[Path] = ()) -> str:
    """What stands for code and its tables, other after any change of them; empty where that is unknown.

    Args:
        packages: Folders of this program.
        files: What else has a part in it; one that is not there is told from one that is.
    """
    try:
        found = repr((sorted(_files(packages)), [stamp_of(Source(file)) for file in files]))
    except OSError:
        return ""
    return f"{tui.__version__} {zlib.crc32(found.encode('utf-8', 'replace')):08x}"


def _files(packages: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of change of each file of the packages."""
    for package in packages:
        with os.scandir(Path(__file__).parents[1] / package) as entries:
            for entry in entries:
                if entry.name.endswith(_SUFFIXES):
                    status = entry.stat()
                    yield entry.name, status.st_size, status.st_mtime_ns
