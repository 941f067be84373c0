"""What is wrong with a library's file."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from tui.library.migrations import format_of, steps
from tui.library.model import LibraryError
from tui.library.reviews import is_readable
from tui.library.store import said

MOST = 20
"""So many faults of one kind are told."""

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""SQLite's codes for a file that is not as it was written."""

_HEADER = b"SQLite format 3\0"
_UNLISTED = """
    SELECT count(*) FROM content LEFT JOIN words_docsize ON words_docsize.id = content.article WHERE id IS NULL"""


def examine(path: Path, where: str) -> tuple[str, ...]:
    """A line for each fault of the file, none where it is sound. Reads all of it.

    Args:
        path: The file, which is there.
        where: What messages call it.

    Raises:
        LibraryError: It cannot be opened, is another program's, or of a newer format.
    """
    address = f"file:{quote(str(path))}?mode=ro"
    with said(where), contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
        try:
            newest = format_of(connection, where, len(steps())) == len(steps())
            return (*_faults_of_pages(connection), *(_faults_of_rows(connection) if newest else ()))
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGED:
                raise
            return (str(error),)


def latest_sound(path: Path) -> Path | None:
    """The library beside this one, a backup mostly, that was written last and is sound; None without one.

    Reads them until one is.

    Raises:
        OSError: The folder cannot be read.
    """
    beside = [other for other in path.parent.iterdir() if other.name != path.name and other.is_file()]
    beside.sort(key=lambda other: other.stat().st_mtime, reverse=True)
    return next(filter(_is_sound, beside), None)


def _is_sound(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER and not examine(path, path.name)
    except (OSError, LibraryError):
        return False


def _faults_of_pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (lines,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
        yield from (line for line in str(lines).splitlines() if line != "ok")


def _faults_of_rows(connection: sqlite3.Connection) -> Iterator[str]:
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(MOST):
        yield f"a row of {table} belongs to no {parent}"
    (unlisted,) = connection.execute(_UNLISTED).fetchone()
    if unlisted:
        yield f"texts that cannot be found by their words: {unlisted}"
    broken = sum(not is_readable(row) for row in connection.execute("SELECT * FROM act"))
    if broken:
        yield f"acts of reviewers that cannot be read: {broken}"
