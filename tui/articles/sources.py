"""Files, folders, web addresses and standard input, named and read."""

import errno
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from tui.articles.origin import PUBLIC, Reach, Source, Unreadable
from tui.resources import SEEDS_DIR

READABLE_SUFFIXES = (
    *(".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".epub", ".eml"),
    *(".rss", ".atom", ".xml", ".warc", ".warc.gz"),
)
LARGEST = 20_000_000
"""Bytes that a source may have."""

_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "a symbolic link that leads nowhere",
    errno.ENAMETOOLONG: "the name is too long",
}


def find_sources(names: Sequence[str], *, reach: Reach = PUBLIC) -> tuple[Source, ...]:
    """What the names stand for: files, the readable files of folders, http(s) addresses, `-` for standard input.

    In the order of the names. A folder gives its files with a readable suffix and those of the folders inside, by name;
    what is hidden is left out. No file is opened and nothing fetched: a name that is gone, or a folder without a
    readable file, is a source that `read` refuses.
    """
    found: list[Source] = []
    for name in names:
        if name == "-":
            found.append(Source(None, reach=reach))
        elif is_address(name):
            found.append(Source(None, address=name, reach=reach))
        elif _is_folder(name):
            found.extend(map(partial(Source, reach=reach), _files(name)))
        else:
            found.append(Source(name, reach=reach))
    return tuple(found)


def is_address(name: str) -> bool:
    """Whether a name is a web address."""
    return name[:8].lower().startswith(("http://", "https://"))


def bundled() -> tuple[Source, ...]:
    """The articles that come along, by file name."""
    return find_sources([str(SEEDS_DIR)])


def content_of(source: Source) -> bytes:
    """The source's bytes; standard input is drained once and remembered.

    Raises:
        Unreadable: The source is gone, closed to us, no regular file, or larger than `LARGEST`.
    """
    if source.path is None:
        content = _standard_input(source)
    else:
        try:
            content = _file_content(source, source.path)
        except OSError as error:
            raise Unreadable(source, _reason(error)) from None
        except ValueError:
            raise Unreadable(source, "no such file") from None
    if len(content) > LARGEST:
        raise Unreadable(source, f"too large (more than {LARGEST // 1_000_000} MB)")
    return content


def _file_content(source: Source, path: Path) -> bytes:
    """At most one byte more than allowed; a pipe or device is not opened, since it might never answer."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        with os.scandir(path):
            raise Unreadable(source, "is a directory without articles")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(source, "is no regular file")
    if status.st_size > LARGEST:
        size = f"{status.st_size / 1_000_000:,.0f} MB"
        raise Unreadable(source, f"too large ({size}; at most {LARGEST // 1_000_000} MB)")
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _standard_input(source: Source) -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise Unreadable(source, "standard input is closed")
    try:
        return _drained(stream)
    except (OSError, ValueError):
        raise Unreadable(source, "standard input cannot be read") from None


@lru_cache(maxsize=1)
def _drained(stream: BinaryIO) -> bytes:
    return stream.read(LARGEST + 1)


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or (error.strerror or "cannot be read").lower()


def _is_folder(name: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(name).st_mode)  # noqa: PTH116 (a name with a NUL raises here alone)
    except (OSError, ValueError):
        return False


def _files(folder: str) -> list[str]:
    """The folder's readable files, or the folder itself where it has none."""
    return list(_walk(folder)) or [folder]


def _walk(top: str) -> Iterator[str]:
    """Files by name, those of folders in the folder's place; a folder that links lead back to is read once."""
    seen: set[tuple[int, int]] = set()
    pending = [(top, True)]
    while pending:
        path, is_folder = pending.pop()
        if not is_folder:
            yield path
            continue
        try:
            status = os.stat(path)  # noqa: PTH116 (a path object for each file of a folder would cost more than the rest)
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            pending.extend(reversed(_listed(path)))
        except OSError:
            continue


def _listed(folder: str) -> list[tuple[str, bool]]:
    """The folders and readable files inside by name, each with whether it is a folder; nothing hidden."""
    with os.scandir(folder) as listing:
        entries = sorted((entry for entry in listing if entry.name[:1] != "."), key=attrgetter("name"))
    kinds = ((entry.path, _is_directory(entry)) for entry in entries)
    return [(path, is_folder) for path, is_folder in kinds if is_folder or path.lower().endswith(READABLE_SUFFIXES)]


def _is_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
