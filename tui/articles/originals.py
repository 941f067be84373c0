"""The bytes that an article is made of, from wherever they come."""

import errno
import os
import stat
import sys
from collections import OrderedDict
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import BinaryIO, NamedTuple

from tui.articles.formats.document import LARGEST, Given, Member, Refused, Stated
from tui.articles.formats.kinds import SEVERAL, format_of, promised
from tui.articles.origin import Reach, Source, Unreadable, stamp_of

LARGEST_ARCHIVE = 2_000_000_000
"""Bytes that a file may have whose members are read one by one."""

KEPT = 4
"""Feeds and archives whose members are remembered."""

_REASONS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "a symbolic link that leads nowhere",
    errno.ENAMETOOLONG: "the name is too long",
}


class Original(NamedTuple):
    """Bytes with their format and what is said of them elsewhere.

    `address` is where they were fetched from. `path` names the file of an archive, whose own bytes are left where they
    are: `content` is then empty.
    """

    content: bytes
    format: str
    charset: str = ""
    address: str = ""
    stated: Stated = Stated()
    path: str = ""

    @property
    def given(self) -> Given:
        """The same for what parses it."""
        return Given(self.content, self.charset, self.address, self.path)


def content_of(source: Source) -> bytes:
    """The source's bytes, as they are stored or were fetched; of a feed's entry the HTML that the feed holds of it.

    Standard input is drained once and remembered, and so is what an address gave.

    Raises:
        Unreadable: The source is gone, closed to us, no regular file, too large, or cannot be fetched.
    """
    if source.path is not None and source.member is None:
        return _file_content(source, source.path)
    return original_of(source).content


def original_of(source: Source) -> Original:
    """The source's bytes, with their format.

    Raises:
        Unreadable: As `content_of`.
    """
    if source.version is not None:
        raise Unreadable(source, "is held in a library alone")
    try:
        return _whole(source) if source.member is None else _member(source, source.member)
    except Refused as refused:
        raise Unreadable(source, str(refused)) from None


def member_names(source: Source) -> tuple[str, ...] | None:
    """The names of the articles in a feed or an archive, in its order; None for a source that is one article.

    Of a member only its own name, which may be given as its number, from 1 on.

    Raises:
        Unreadable: As `content_of`, or it is damaged.
    """
    if source.path is not None and source.member is None and promised(source.path.name) not in ("", *SEVERAL):
        return None
    try:
        whole = _whole(source)
        if whole.format not in SEVERAL:
            return None
        names = tuple(_members(source.whole, whole))
        return names if source.member is None else (_called(source.member, names),)
    except Refused as refused:
        raise Unreadable(source, str(refused)) from None


def _called(name: str, names: tuple[str, ...]) -> str:
    """The one of these names that is meant: itself, or the one with this number."""
    number = int(name) if name.isascii() and name.isdigit() and len(name) < 6 else 0
    if name not in names and not 0 < number <= len(names):
        raise Refused("is not in it")
    return name if name in names else names[number - 1]


def _whole(source: Source) -> Original:
    if source.address is not None:
        return _fetched(source.address, source.reach)
    if source.path is None:
        content = _standard_input(source)
        return Original(content, format_of(content))
    if promised(source.path.name) == "warc":
        _check(source, source.path, LARGEST_ARCHIVE)
        return Original(b"", "warc", path=str(source.path))
    content = _file_content(source, source.path)
    return Original(content, format_of(content, name=source.path.name))


def _fetched(address: str, reach: Reach, *, by_robots: bool = False) -> Original:
    from tui.articles.fetching import fetched  # noqa: PLC0415 (most sources are files)

    page = fetched(address, private=reach.private, by_robots=by_robots)
    format_ = format_of(page.content, name=page.path, content_type=page.content_type)
    return Original(page.content, format_, page.charset, page.address)


_lock = Lock()
_remembered: OrderedDict[object, dict[str, Member]] = OrderedDict()


def _members(source: Source, whole: Original) -> dict[str, Member]:
    """The members by name, remembered for as long as the source stays the same."""
    from tui.articles.formats import apart  # noqa: PLC0415 (only where there is something to parse)

    asked = (source, stamp_of(source), hash(whole.content))
    with _lock:
        if asked in _remembered:
            _remembered.move_to_end(asked)
            return _remembered[asked]
    found = {member.name: member for member in apart.members(whole.format, whole.given)}
    with _lock:
        _remembered[asked] = found
        while len(_remembered) > KEPT:
            _remembered.popitem(last=False)
    return found


def _member(source: Source, name: str) -> Original:
    whole = _whole(source.whole)
    member = _members(source.whole, whole).get(name) if whole.format in SEVERAL else None
    if member is None:
        raise Refused("is not in it")
    if member.markup is None:
        from tui.articles.formats import apart  # noqa: PLC0415 (only where there is something to parse)

        content, charset = apart.original(whole.format, whole.given._replace(offset=member.offset))
        return Original(content, "html", charset, member.stated.address, member.stated)
    if not source.reach.linked or not member.stated.address:
        return Original(member.markup.encode("utf-8", "replace"), "entry", stated=member.stated)
    return _fetched(member.stated.address, source.reach, by_robots=True)._replace(stated=member.stated)


def _file_content(source: Source, path: Path) -> bytes:
    """At most one byte more than allowed; a pipe or device is not opened, since it might never answer."""
    size = _check(source, path, LARGEST)
    try:
        with path.open("rb") as file:
            content = file.read(size + 1)
            if len(content) > size:  # it has grown since
                content += file.read(LARGEST - size)
            return _small_enough(source, content)
    except OSError as error:
        raise Unreadable(source, _reason(error)) from None


def _check(source: Source, path: Path, largest: int) -> int:
    """The file's size in bytes; raises Unreadable where the path leads to no regular file, or to a larger one."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            with os.scandir(path):
                raise Unreadable(source, "is a directory without articles")
    except OSError as error:
        raise Unreadable(source, _reason(error)) from None
    except ValueError:
        raise Unreadable(source, "no such file") from None
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(source, "is no regular file")
    if status.st_size > largest:
        size = f"{status.st_size / 1_000_000:,.0f} MB"
        raise Unreadable(source, f"too large ({size}; at most {largest // 1_000_000:,} MB)")
    return status.st_size


def _small_enough(source: Source, content: bytes) -> bytes:
    if len(content) > LARGEST:
        raise Unreadable(source, f"too large (more than {LARGEST // 1_000_000} MB)")
    return content


def _standard_input(source: Source) -> bytes:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise Unreadable(source, "standard input is closed")
    try:
        return _small_enough(source, _drained(stream))
    except (OSError, ValueError):
        raise Unreadable(source, "standard input cannot be read") from None


@lru_cache(maxsize=1)
def _drained(stream: BinaryIO) -> bytes:
    return stream.read(LARGEST + 1)


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or (error.strerror or "cannot be read").lower()
