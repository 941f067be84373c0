"""Older files are brought along, whole or not at all, with a copy of what they were."""

import sqlite3
import stat
from contextlib import closing
from threading import Thread

import pytest

from tests.library.entries import entry, is_sound, rows
from tui.library import Library, LibraryError, Place, migrations
from tui.library.migrations import steps
from tui.library.store import Store

ONE, TWO, THREE = (
    "-- A first table; its name says nothing.\nPRAGMA application_id = 1398099284;\nCREATE TABLE note (words TEXT);\n",
    """
    ALTER TABLE note ADD COLUMN length INTEGER;
    CREATE TRIGGER note_length AFTER INSERT ON note BEGIN
      UPDATE note SET length = length(words) WHERE rowid = new.rowid;
    END;
    UPDATE note SET length = length(words);
    """,
    "CREATE TABLE tag (name TEXT)",
)
BROKEN = "UPDATE note SET words = 'gone';\nCREATE TABLE note (again TEXT);\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


def opened(path, *stairs):
    return closing(Store(path, str(path), stairs))


def keep(path, words, *stairs):
    with opened(path, *stairs) as store, store.write() as connection:
        connection.execute("INSERT INTO note (words) VALUES (?)", (words,))


def version(path):
    return rows(path, "PRAGMA user_version")[0][0]


def test_the_steps_are_numbered_without_a_gap():
    names = sorted(path.name for path in migrations.SCHEMA_DIR.iterdir() if path.suffix == ".sql")
    assert [int(name[:3]) for name in names] == list(range(1, len(steps()) + 1))


def test_a_new_file_takes_every_step_and_leaves_no_copy(path):
    with Library.open(path) as library:
        library.remember("theme", "dark")
    assert version(path) == len(steps())
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_an_older_file_is_brought_along_with_what_it_holds(path):
    keep(path, "kept", ONE)
    assert version(path) == 1
    keep(path, "later", ONE, TWO, THREE)
    assert version(path) == 3
    assert rows(path, "SELECT words, length FROM note") == [("kept", 4), ("later", 5)]
    assert is_sound(path)


def test_each_step_leaves_a_copy_of_what_was_before(path):
    keep(path, "kept", ONE)
    keep(path, "later", ONE, TWO, THREE)
    first, second = (path.with_name(f"library.sqlite3.v{number}") for number in (1, 2))
    assert sorted(path.parent.iterdir()) == [path, first, second]
    assert [version(copy) for copy in (first, second)] == [1, 2]
    assert rows(first, "SELECT * FROM note") == [("kept",)]
    assert rows(second, "SELECT * FROM note") == [("kept", 4)]
    assert {stat.S_IMODE(copy.stat().st_mode) for copy in (first, second)} == {0o600}


def test_a_copy_opens_as_the_library_it_was(path):
    keep(path, "kept", ONE)
    keep(path, "later", ONE, TWO)
    path.with_name("library.sqlite3.v1").replace(path)
    keep(path, "again", ONE)
    assert rows(path, "SELECT words FROM note") == [("kept",), ("again",)]


def test_a_step_that_fails_changes_nothing(path):
    keep(path, "kept", ONE)
    with pytest.raises(sqlite3.OperationalError):
        Store(path, str(path), (ONE, BROKEN))
    assert version(path) == 1
    assert rows(path, "SELECT words FROM note") == [("kept",)]
    keep(path, "later", ONE, TWO)
    assert version(path) == 2


def test_a_step_whose_copy_cannot_be_made_is_not_taken(path):
    keep(path, "kept", ONE)
    path.with_name("library.sqlite3.v1.part").mkdir()
    with pytest.raises(LibraryError):
        Store(path, str(path), (ONE, TWO))
    assert version(path) == 1
    assert rows(path, "SELECT words FROM note") == [("kept",)]


def test_those_who_open_an_older_file_at_once_take_turns(path):
    keep(path, "kept", ONE)
    threads = [Thread(target=keep, args=(path, f"by {number}", ONE, TWO, THREE)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    found = rows(path, "SELECT words, length FROM note ORDER BY words")
    assert found == [*((f"by {number}", 4) for number in range(4)), ("kept", 4)]
    assert rows(path.with_name("library.sqlite3.v1"), "SELECT * FROM note") == [("kept",)]
    assert is_sound(path)


def test_what_a_killed_step_left_behind_is_no_hindrance(path):
    keep(path, "kept", ONE)
    for name in ("library.sqlite3.v1.part", "library.sqlite3.v1"):
        path.with_name(name).write_text("half a copy")
    keep(path, "later", ONE, TWO)
    assert rows(path.with_name("library.sqlite3.v1"), "SELECT * FROM note") == [("kept",)]
    assert not path.with_name("library.sqlite3.v1.part").exists()


def test_a_library_in_memory_takes_the_steps_too(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with closing(Store(None, "memory", (ONE, TWO, THREE))) as store:
        assert store.ask("SELECT * FROM tag") == []
    assert not list(tmp_path.iterdir())


def test_places_kept_before_readers_were_told_apart_are_still_there(path):
    with opened(path, *steps()[:5]) as store, store.write() as connection:
        connection.execute("INSERT INTO article VALUES (7, x'2f61', 'k', 'One')")
        connection.execute("INSERT INTO place VALUES (7, 'Rain fell.', 4, 0, 0.5, 0.8, 1)")
        connection.execute("INSERT INTO mark VALUES ('a', 7, 'Rain fell.', 4, 0, 0.5)")
        connection.execute("INSERT INTO remembered VALUES ('theme', 'mono')")
    with Library.open(path, reader="ann") as library:
        assert library.place(entry("k", "/a")) == Place("Rain fell.", 4, 0, 0.5)
        assert library.seen(entry("k", "/a")) == 0.8
        assert library.mark("a").place.sentence == 4
        assert library.recall("theme") == "mono"
    assert is_sound(path)
