"""What names stand for: files, folders, web addresses and standard input."""

import os
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter

from tui.articles.formats.kinds import BY_SUFFIX, SEVERAL
from tui.articles.origin import PUBLIC, Reach, Source
from tui.resources import SEEDS_DIR

_READABLE = tuple(BY_SUFFIX)
_SINGLE = tuple(suffix for suffix, format_ in BY_SUFFIX.items() if format_ not in SEVERAL)


def find_sources(names: Sequence[str], *, reach: Reach = PUBLIC) -> tuple[Source, ...]:
    """What the names stand for: files, the readable files of folders, http(s) addresses, `-` for standard input.

    In the order of the names. `SOURCE#MEMBER` is an article of a feed or an archive. A folder gives its files with a
    readable suffix and those of the folders inside, by name; what is hidden is left out. No file is opened and nothing
    fetched: a name that is gone, or a folder without a readable file, is a source that `read` refuses.
    """
    found: list[Source] = []
    for name in names:
        if name == "-":
            found.append(Source(None, reach=reach))
        elif is_address(name):
            address, _, member = name.partition("#")
            found.append(Source(None, address=address, member=member or None, reach=reach))
        elif (parts := _member(name)) is not None:
            found.append(Source(parts[0], member=parts[1], reach=reach))
        elif _is_folder(name):
            found.extend(map(partial(Source, reach=reach), _files(name)))
        else:
            found.append(Source(name, reach=reach))
    return tuple(found)


def is_address(name: str) -> bool:
    """Whether a name is a web address."""
    return name[:8].lower().startswith(("http://", "https://"))


def may_hold_several(source: Source) -> bool:
    """Whether it takes more than the source's name to tell that it is one article; never opens it."""
    if source.version is not None:
        return False
    return source.written is None or source.member is not None or not source.written.lower().endswith(_SINGLE)


def bundled() -> tuple[Source, ...]:
    """The articles that come along, by file name."""
    return find_sources([str(SEEDS_DIR)])


def _member(name: str) -> tuple[str, str] | None:
    """The file and the member that `FILE#MEMBER` names; None where there is no such file, or one of the whole name."""
    whole, mark, member = name.partition("#")
    return (whole, member) if mark and member and not os.path.lexists(name) and os.path.isfile(whole) else None  # noqa: PTH113 (raises nothing)


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
    return [(path, is_folder) for path, is_folder in kinds if is_folder or path.lower().endswith(_READABLE)]


def _is_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
