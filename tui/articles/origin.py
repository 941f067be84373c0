"""Where an article comes from, and what is said where it gives none."""

import os
from pathlib import Path
from typing import NamedTuple


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _shown(name: str) -> str:
    return "".join(char if char.isprintable() else _escaped(char) for char in name)


class Reach(NamedTuple):
    """How far reading may go for what a source does not hold itself.

    `private` says whether addresses of private networks and of this machine may be asked, `linked` whether the page
    that a feed's entry links to is fetched in place of what the feed says of it.
    """

    private: bool = False
    linked: bool = False


PUBLIC = Reach()
"""The reach of a source that nobody said more of: public addresses, and no page that was not named."""


class Source:
    """Where an article comes from: a file, a web address, standard input (neither), or a member of one of these.

    `member` names one article among the many of a feed or a web archive, None for all of it; `version` is the key of
    one text that a library holds of the source, None for what the source gives now. `reach` does not tell one source
    from another. Given as text a path is parsed when it is first asked for: of a large folder's files few ever are.
    """

    __slots__ = ("_path", "address", "member", "reach", "version")

    def __init__(
        self,
        path: Path | str | None,
        *,
        address: str | None = None,
        member: str | None = None,
        version: str | None = None,
        reach: Reach = PUBLIC,
    ) -> None:
        self._path = path
        self.address = address
        self.member = member
        self.version = version
        self.reach = reach

    @property
    def path(self) -> Path | None:
        """The path of the file that the source is or is in, None for standard input and for an address."""
        if isinstance(self._path, str):
            self._path = Path(self._path)
        return self._path

    @property
    def written(self) -> str | None:
        """The path as it was given, not parsed for it; None for standard input and for an address."""
        return None if self._path is None else str(self._path)

    @property
    def is_standard_input(self) -> bool:
        """Whether it is standard input, or a member of what that holds."""
        return self._path is None and self.address is None

    @property
    def whole(self) -> "Source":
        """The feed or archive that this is a member of; itself where it is none."""
        return self if self.member is None else Source(self._path, address=self.address, reach=self.reach)

    def part(self, member: str) -> "Source":
        """The member of that name."""
        return Source(self._path, address=self.address, member=member, reach=self.reach)

    def held(self, version: str) -> "Source":
        """The text with this key that a library holds of the source."""
        return Source(self._path, address=self.address, member=self.member, version=version, reach=self.reach)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and self._named == other._named

    def __hash__(self) -> int:
        return hash(self._named)

    def __repr__(self) -> str:
        said = ((name, getattr(self, name)) for name in ("address", "member", "version"))
        return f"Source({', '.join([repr(self.path), *(f'{name}={value!r}' for name, value in said if value)])})"

    @property
    def _named(self) -> tuple[Path | str | None, ...]:
        return self.path, self.address, self.member, self.version

    @property
    def name(self) -> str:
        """What messages call it: path or address as given, `-` for standard input, a member behind a number sign.

        Control characters are spelt out.
        """
        whole = self.address or ("-" if self.path is None else str(self.path))
        return _shown(whole if self.member is None else f"{whole}#{self.member}")

    @property
    def file_name(self) -> str:
        """What stands in for a title: the file's name without its folder, or the address; a member behind it."""
        whole = self.address or ("standard input" if self.path is None else self.path.name)
        return _shown(whole if self.member is None else f"{whole}#{self.member}")

    @property
    def identity(self) -> bytes:
        """The source as a library keeps it: absolute path or address, a member behind a NUL; empty for standard input.

        A version is no part of it: all that is held of a source has one identity.
        """
        if self.address is not None:
            whole = self.address.encode("utf-8", "surrogateescape")
        elif self.path is not None:
            whole = os.fsencode(_absolute(self.path))
        else:
            return b""
        return whole if self.member is None else b"\0".join((whole, self.member.encode("utf-8", "surrogateescape")))


def source_of(identity: bytes, version: str | None = None) -> Source:
    """The source that has this identity, or one version of it."""
    whole, nul, member = identity.partition(b"\0")
    part = member.decode("utf-8", "surrogateescape") if nul else None
    if whole[:8].lower().startswith((b"http://", b"https://")):
        return Source(None, address=whole.decode("utf-8", "surrogateescape"), member=part, version=version)
    return Source(os.fsdecode(whole) or None, member=part, version=version)


def _absolute(path: Path) -> str:
    try:
        return os.path.abspath(path)  # noqa: PTH100 (resolve would follow links)
    except OSError:  # the working folder is gone: the path as given must do
        return str(path)


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
    """The stamp of the source's file; None for standard input, an address, and where there is no file to ask."""
    if source.path is None:
        return None
    try:
        status = source.path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(status.st_size, status.st_mtime_ns)
