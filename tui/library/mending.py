"""A damaged library made whole from what of it can still be read."""

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, count
from pathlib import Path
from typing import Any, TypeAlias

from tui.library.checking import DAMAGED
from tui.library.copying import copy
from tui.library.holdings import index_words
from tui.library.migrations import format_of, migrate, steps, transaction
from tui.library.model import LibraryError
from tui.library.reviews import is_readable
from tui.library.store import said

Row: TypeAlias = tuple[Any, ...]

_LAST = 2**63 - 1
_TABLES = """
    SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name != 'form' AND name NOT LIKE 'words%' ORDER BY rowid"""
"""What is kept, without the words by which it is found: these are counted anew."""


class UnmendableError(LibraryError):
    """Nothing of the library can be read."""


def mend(path: Path, where: str) -> Path:
    """Put the file right, and give the copy of it as it was.

    Every row that can still be read goes to a new file, which then takes the place of the old pages in one transaction.

    Raises:
        UnmendableError: What says where its tables lie cannot be read.
        LibraryError: It cannot be read otherwise, or another program wrote to it meanwhile.
    """
    names = chain([f"{path.name}.damaged"], (f"{path.name}.damaged{number}" for number in count(2)))
    before = next(name for name in map(path.with_name, names) if not name.exists())
    part = path.with_name(f"{path.name}.mended.part")
    try:
        with (
            said(where),
            contextlib.closing(_connected(path)) as damaged,
            contextlib.closing(_made(part)) as sound,
        ):
            found = _format_of(damaged, where)
            copy(damaged, before)
            changes = _changes(damaged)
            migrate(sound, None, where, steps()[:found])
            with transaction(sound):
                _fill(sound, damaged)
            if _changes(damaged) != changes:
                raise LibraryError(where, "is in use by another program")
            sound.backup(damaged)
    finally:
        part.unlink(missing_ok=True)
    return before


def _format_of(damaged: sqlite3.Connection, where: str) -> int:
    try:
        return format_of(damaged, where, len(steps()))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in DAMAGED:
            raise
        raise UnmendableError(where, "is damaged, or no library: nothing of it can be read") from error


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    return connection


def _made(part: Path) -> sqlite3.Connection:
    """A connection to a new file, its owner's alone."""
    part.unlink(missing_ok=True)
    part.touch(0o600, exist_ok=False)
    return _connected(part)


def _changes(connection: sqlite3.Connection) -> int:
    """A number that is another once another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _fill(sound: sqlite3.Connection, damaged: sqlite3.Connection) -> None:
    """Copy every table's readable rows, drop those whose parent is lost, and count the words anew."""
    tables = [name for (name,) in sound.execute(_TABLES).fetchall()]
    for table in tables:
        columns = [name for _, name, *_ in sound.execute(f"PRAGMA table_info({table})")]
        keep = f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 (our own tables)
        is_whole = _WHOLE.get(table, bool)
        sound.executemany(keep, (row for row in _rows(damaged, table, columns[0]) if is_whole(row)))
    if "content" in tables:
        sound.execute("DELETE FROM held WHERE article NOT IN (SELECT article FROM content)")
    while any(_drop_orphans(sound, table) for table in tables):
        pass
    if "content" in tables:
        index_words(sound)


def _drop_orphans(sound: sqlite3.Connection, table: str) -> int:
    """Delete the rows that belong to a row that is not there; gives how many."""
    dropped = 0
    for _, _, parent, column, key, *_ in sound.execute(f"PRAGMA foreign_key_list({table})").fetchall():
        drop = f"DELETE FROM {table} WHERE {column} NOT IN (SELECT {key} FROM {parent})"  # noqa: S608 (our own tables)
        dropped += sound.execute(drop).rowcount
    return dropped


def _rows(damaged: sqlite3.Connection, table: str, key: str) -> Iterator[Row]:
    """Each row that can be read, some of them twice."""
    try:
        damaged.execute(f"SELECT rowid FROM {table} LIMIT 0")  # noqa: S608 (our own tables)
    except sqlite3.OperationalError:  # no numbers, so that nothing can be asked for that stands just behind the damage
        for order in ("ASC", "DESC"):
            yield from _until_damage(damaged, f"SELECT * FROM {table} ORDER BY {key} {order}")  # noqa: S608
        return
    span = f"SELECT *, rowid FROM {table} NOT INDEXED WHERE rowid > ? AND rowid < ? ORDER BY rowid"  # noqa: S608
    reached: int = 0
    landing: int | None = 1
    while landing is not None:
        for row in _until_damage(damaged, span, reached, _LAST):
            reached = row[-1]
            yield row[:-1]
        reached = max(reached, landing)
        landing = _beyond(damaged, span, reached)
        for row in _until_damage(damaged, f"{span} DESC", reached, _LAST if landing is None else landing):
            yield row[:-1]
        reached = reached if landing is None else landing - 1


def _until_damage(damaged: sqlite3.Connection, question: str, *values: int) -> Iterator[Row]:
    with contextlib.suppress(sqlite3.DatabaseError):
        yield from damaged.execute(question, values)


def _beyond(damaged: sqlite3.Connection, span: str, reached: int) -> int | None:
    """The number of a row behind the damage that follows the one reached; None without one."""
    for step in range(62):
        try:
            found = damaged.execute(f"{span} LIMIT 1", (reached + 2**step - 1, _LAST)).fetchone()
        except sqlite3.DatabaseError:
            continue
        return None if found is None else int(found[-1])
    return None


def _inflates(row: Row) -> bool:
    """Whether the blobs of a row of texts are whole."""
    try:
        return all(zlib.decompress(blob) for blob in row if isinstance(blob, bytes))
    except zlib.error:
        return False


_WHOLE: Mapping[str, Callable[[Row], bool]] = {"act": is_readable, "content": _inflates}
"""What tells, table by table, whether a row that was read can be used."""
