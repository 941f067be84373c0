"""Copies of a library's file, consistent while others write to it."""

import contextlib
import os
import sqlite3
from pathlib import Path


def copy(reader: sqlite3.Connection, to: Path) -> None:
    """Copy what the connection reads, as it is at one moment, to a file for its owner alone.

    It is complete as soon as it has its name; what had the name before gives way. Pages are copied as they are, damaged
    ones too.

    Args:
        reader: A connection that has not locked the file for writing.
        to: Where the copy goes.

    Raises:
        OSError: The copy cannot be made.
        sqlite3.DatabaseError: The file cannot be read, or the copy not be written.
    """
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with contextlib.closing(sqlite3.connect(part)) as writer:
            reader.backup(writer)
        for log in ("-wal", "-shm", "-journal"):  # of what had the name before: SQLite would take it for the copy's
            to.with_name(f"{to.name}{log}").unlink(missing_ok=True)
        part.replace(to)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
