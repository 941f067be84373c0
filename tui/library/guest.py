"""A library shown to someone who may not change it."""

import sqlite3
from pathlib import Path
from urllib.parse import quote

from tui.library.migrations import format_of
from tui.library.model import LibraryError

_NO_LOG = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
"""What SQLite says where it may not make the log that the file asks for."""


def shown(path: Path, where: str, newest: int, patience: float) -> sqlite3.Connection:
    """A connection that cannot change the file.

    A guest who may not write to the folder cannot share a write-ahead log either, and where there is none sees the
    file as it is now.

    Raises:
        LibraryError: The file's format is not `newest`.
        sqlite3.DatabaseError: It cannot be opened.
    """
    connection = _connected(path, "mode=ro", patience)
    try:
        found = _format(connection, where, newest)
    except sqlite3.OperationalError as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NO_LOG or _log(path).exists():
            raise
        connection = _connected(path, "mode=ro&immutable=1", patience)
        found = _format(connection, where, newest)
    if found != newest:
        connection.close()
        raise LibraryError(where, f"has the older format {found}, and may not be changed (read-only)")
    return connection


def _format(connection: sqlite3.Connection, where: str, newest: int) -> int:
    try:
        return format_of(connection, where, newest)
    except LibraryError:
        connection.close()
        raise


def _connected(path: Path, how: str, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"file:{quote(str(path))}?{how}", timeout=patience, isolation_level=None, check_same_thread=False, uri=True
    )


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")
