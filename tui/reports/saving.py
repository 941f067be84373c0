"""Files written whole or not at all."""

import contextlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path


class NotSaved(Exception):  # noqa: N818 (nothing went wrong but that)
    """A file cannot be written; its words say why."""


def save(path: Path, text: str | Iterable[str]) -> None:
    """Write the text, or its parts, as UTF-8 to a file of its own, put in the place of `path` once it is on the disk.

    Whatever fails, or whoever ends the process, the old file is whole. A link is followed; the mode is kept.

    Raises:
        NotSaved: It cannot be written.
    """
    try:
        _replace(Path(os.path.realpath(path)), [text] if isinstance(text, str) else text)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise NotSaved(reason[:1].lower() + reason[1:]) from None


def _replace(path: Path, parts: Iterable[str]) -> None:
    mode = _mode(path)
    beside = path.with_name(f".summit-tui-{os.getpid()}.tmp")
    number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(part.encode("utf-8") for part in parts)
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _mode(path: Path) -> int | None:
    """The permissions of the file that is there, None without one.

    Raises:
        OSError: What is there is no file, or nobody may write to it.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise OSError(None, "is a directory")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(None, "is no regular file")
    if not os.access(path, os.W_OK):
        raise OSError(None, "permission denied")
    return stat.S_IMODE(status.st_mode)
