"""What is wrong with a library's file."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from tui.library.migrations import format_of, steps
from tui.library.reviews import is_readable
from tui.library.store import said

MOST = 20
"""So many faults of one kind are told."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
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
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
                raise
            return (str(error),)


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
