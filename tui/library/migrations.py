"""Libraries brought to the newest format, one numbered step at a time."""

import contextlib
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tui.library.copying import copy
from tui.library.model import LibraryError

SCHEMA_DIR = Path(__file__).parent / "schema"
APPLICATION = 1398099284
"""What marks an SQLite file as a library."""

_STAMP = """
    SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id),
      (SELECT count(*) FROM sqlite_master)"""
"""One question, so that no other program can bring the file to another format between two answers."""


@cache
def steps(folder: Path = SCHEMA_DIR) -> tuple[str, ...]:
    """The SQL that leads from each format to the next, from the empty file on; files go by their numbers."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(folder.glob("[0-9][0-9][0-9]_*.sql")))


def format_of(connection: sqlite3.Connection, where: str, newest: int) -> int:
    """The number of the file's format, 0 for an empty file.

    Raises:
        LibraryError: Another program's database, or a format above `newest`.
        sqlite3.DatabaseError: No database, or a damaged one.
    """
    found, application, tables = connection.execute(_STAMP).fetchone()
    if (found, application, tables) == (0, 0, 0):
        return 0
    if application != APPLICATION or found < 1:
        raise LibraryError(where, "is another program's database")
    if found > newest:
        raise LibraryError(where, f"was kept by a newer summit-tui (format {found}; this one reads up to {newest})")
    return int(found)


def migrate(connection: sqlite3.Connection, path: Path | None, where: str, stairs: tuple[str, ...]) -> None:
    """Bring the file to the newest format; each step is kept whole or not at all.

    What an existing file held is copied to `NAME.v1`, `NAME.v2` and so on before the step that leaves that
    format. Processes that do this at once take turns.

    Raises:
        LibraryError: As `format_of`.
        sqlite3.DatabaseError: A step failed; the file is as it was before it.
    """
    new = format_of(connection, where, len(stairs)) == 0
    while format_of(connection, where, len(stairs)) < len(stairs):
        with transaction(connection):
            at = format_of(connection, where, len(stairs))
            if at < len(stairs):
                if at and path is not None and not new:
                    with contextlib.closing(sqlite3.connect(path)) as reader:
                        copy(reader, path.with_name(f"{path.name}.v{at}"))
                for statement in _statements(stairs[at]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {at + 1}")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """What is done inside is kept whole at the end, or not at all; other writers wait."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The script's statements; each ends at the end of a line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    yield statement
