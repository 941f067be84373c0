"""One SQLite file, opened safely, whose faults are said in one line."""

import contextlib
import os
import sqlite3
import stat
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from tui.articles.origin import Source
from tui.library.copying import copy
from tui.library.file_systems import is_local
from tui.library.guest import shown
from tui.library.migrations import migrate, steps, transaction
from tui.library.model import LibraryError

LOG_LIMIT = 4_000_000
"""Bytes of write-ahead log after which it is folded into the file."""

SHORTEST = 100
"""Bytes of a database's header; SQLite itself takes a file of one byte for an empty one."""

READ_ONLY = "is shown only, and not changed (read-only)"
"""What a refused write says."""

_REASONS = {
    sqlite3.SQLITE_BUSY: "is in use by another program",
    sqlite3.SQLITE_LOCKED: "is in use by another program",
    sqlite3.SQLITE_FULL: "cannot be written (the disk is full)",
    sqlite3.SQLITE_READONLY: "cannot be written (permission denied)",
    sqlite3.SQLITE_PERM: "cannot be opened (permission denied)",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened, or its folder cannot be written",
    sqlite3.SQLITE_NOTADB: "is damaged, or no library",
    sqlite3.SQLITE_CORRUPT: "is damaged",
    sqlite3.SQLITE_IOERR: "cannot be read or written (a fault of the disk)",
    sqlite3.SQLITE_NOMEM: "cannot be read (out of memory)",
}
_UNWRITTEN = (
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_DIR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMMAP,
)
"""What a quota or a limit on a file's size looks like from here."""

_creating = Lock()
"""Held from looking for a file to its opening: closing a file drops every lock that the process has on it."""


class Store:
    """A connection that several threads may share; other processes may use the same file.

    What `write` was given is on disk when it returns, and survives the end of the process however it comes.
    """

    def __init__(
        self,
        path: Path | None,
        where: str,
        stairs: tuple[str, ...] | None = None,
        *,
        patience: float = 5.0,
        read_only: bool = False,
    ) -> None:
        """Open the file, make it where there is none, and bring it to the newest format.

        Args:
            path: The file; None keeps everything in memory.
            where: What messages call it.
            stairs: The SQL from each format to the next; None takes those of this package.
            patience: Seconds that a call waits for another program's write to end.
            read_only: Whether every write is refused; a file that is not there is then not made.

        Raises:
            LibraryError: The file cannot be used; it is left as it was.
        """
        self._where = where
        self._read_only = read_only
        if path is not None:
            path = Path(os.path.realpath(path))  # where SQLite, too, puts what belongs to the file
        self._lock = Lock()
        stairs = steps() if stairs is None else stairs
        self._logged: Path | None = None
        with said(where):
            if read_only and path is not None and path.exists():
                self._connection = shown(path, where, len(stairs), patience)
            else:
                self._open(None if read_only else path, stairs, patience)
        weakref.finalize(self, self._connection.close)

    def _open(self, path: Path | None, stairs: tuple[str, ...], patience: float) -> None:
        """Open the file for reading and writing."""
        self._connection = _connected(path, self._where, patience)
        try:
            migrate(self._connection, path, self._where, stairs)
            self._logged = _tune(self._connection, path)
        except BaseException:
            self._connection.close()
            raise

    def ask(self, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The answer's rows.

        Raises:
            LibraryError: It cannot be read.
        """
        with self._lock, said(self._where):
            return self._connection.execute(question, values).fetchall()

    @contextlib.contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction: kept whole and on disk at the end of the block, or not at all.

        Raises:
            LibraryError: It was not kept.
        """
        if self._read_only:
            raise LibraryError(self._where, READ_ONLY)
        with self._lock, said(self._where):
            with transaction(self._connection):
                yield self._connection
            if self._logged is not None:
                _fold(self._connection, self._logged)

    def back_up(self, to: Path) -> None:
        """Copy everything as it is now to a file of that name, which is complete or not there.

        Raises:
            LibraryError: The copy cannot be made; it names the copy.
        """
        with self._lock, said(Source(to).name):
            copy(self._connection, to)

    def close(self) -> None:
        """Let the file go; a second call does nothing."""
        with self._lock, said(self._where):
            self._connection.close()


@contextlib.contextmanager
def said(where: str) -> Iterator[None]:
    """Faults of the file, the disk and the folder as `LibraryError`; those of our own SQL stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0)
        reason = _REASONS.get(code & 0xFF)
        if code in _UNWRITTEN:
            reason = "cannot be written (is the disk full?)"
        if reason is None:
            raise
        raise LibraryError(where, reason) from error
    except OSError as error:
        raise LibraryError(where, f"cannot be opened ({(error.strerror or 'unknown fault').lower()})") from error


def _connected(path: Path | None, where: str, patience: float) -> sqlite3.Connection:
    """A connection to the file, which is made for its owner alone where there is none."""
    with _creating:
        if path is not None:
            _make(path, where)
        return sqlite3.connect(
            ":memory:" if path is None else path, timeout=patience, isolation_level=None, check_same_thread=False
        )


def _make(path: Path, where: str) -> None:
    _make_folder(path.parent)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise LibraryError(where, "is no regular file") from None
        if 0 < status.st_size < SHORTEST:
            raise LibraryError(where, _REASONS[sqlite3.SQLITE_NOTADB]) from None
        if not os.access(path, os.R_OK):
            raise LibraryError(where, "cannot be read (permission denied)") from None
        if not os.access(path, os.W_OK):
            raise LibraryError(where, "cannot be written (permission denied)") from None
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise LibraryError(where, "its folder cannot be written (permission denied)") from None


def _make_folder(folder: Path) -> None:
    """The folder and those above it, each for its owner alone where it is made."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _tune(connection: sqlite3.Connection, path: Path | None) -> Path | None:
    """Settle how writes reach the disk; gives the write-ahead log's path where there is one."""
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = EXTRA")  # an acknowledged write outlives a loss of power, too
    if path is None:
        return None
    wanted = "wal" if is_local(path) else "delete"
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != wanted:
        # Where someone is reading just now, the next who opens the file settles it: either mode is safe.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute(f"PRAGMA journal_mode = {wanted}")
    # SQLite before 3.51.3 can lose pages when one connection starts the log anew just as another folds it
    # (<https://sqlite.org/wal.html#walresetbug>): the log is folded under the writer's lock alone.
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    return path.with_name(f"{path.name}-wal")


def _fold(connection: sqlite3.Connection, log: Path) -> None:
    """Empty a log that has grown long; a fault here costs nothing that was written, the next write tries again."""
    with contextlib.suppress(OSError, sqlite3.OperationalError):
        if log.stat().st_size > LOG_LIMIT:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
