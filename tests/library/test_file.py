"""Whose the file is, and what is said when it cannot be used."""

import os
import sqlite3
import stat
import sys
from contextlib import closing

import pytest

from tests.library.entries import entry, is_sound, place, rows, run, without_privilege
from tui.library import Library, LibraryError, store

REFUSED = """
import sys
from pathlib import Path
from tui.library import Library, LibraryError
try:
    Library.open(Path(sys.argv[1])).remember("theme", "dark")
except LibraryError as error:
    print(error)
"""
FILLED = """
import resource, sys
from itertools import count
from pathlib import Path
from tui.library import Library, LibraryError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
library = Library.open(Path(sys.argv[1]))
try:
    for number in count():
        library.remember(str(number), "x" * 1000)
except LibraryError as error:
    print(number)
    print(error)
print(library.recall("0") == "x" * 1000 if number else None)
library.close()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def snapshot(folder):
    """Every file below, to the byte."""
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def refusal(path):
    """The one line in which the library is refused, whether asked or told."""
    said = set()
    with Library.open(path) as library:
        for call in (lambda: library.place(entry("a")), lambda: library.keep_place(entry("a"), place()), library.marks):
            with pytest.raises(LibraryError) as refused:
                call()
            said.add(str(refused.value))
            assert refused.value.where == library.where
    (line,) = said
    assert line.isprintable()
    return line.removeprefix(f"{path}: ")


def test_files_and_folders_are_their_owners_alone(tmp_path):
    before = os.umask(0)
    try:
        path = tmp_path / "share" / "summit-tui" / "library.sqlite3"
        with Library.open(path) as library:
            library.remember("theme", "dark")
            assert {mode(file) for file in path.parent.iterdir()} == {0o600}
            assert {mode(path.parent), mode(path.parent.parent)} == {0o700}
    finally:
        os.umask(before)
    assert [file.name for file in path.parent.iterdir()] == ["library.sqlite3"]


def test_modes_that_someone_chose_stay(path):
    with Library.open(path) as library:
        library.remember("theme", "dark")
    path.chmod(0o660)
    with Library.open(path) as library:
        assert library.recall("theme") == "dark"
    assert mode(path) == 0o660


def test_an_empty_file_becomes_a_library(path):
    path.touch()
    with Library.open(path) as library:
        library.remember("theme", "dark")
    assert is_sound(path)


@pytest.mark.parametrize(
    "content",
    [b"x", b"not a database\n" * 400, os.urandom(9000), b"SQLite format 3\0" + b"\xa5" * 5000],
    ids=["a byte", "text", "noise", "a true beginning"],
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(path, content):
    path.write_bytes(content)
    assert refusal(path) == "is damaged, or no library"
    assert snapshot(path.parent) == {path.name: content}


def test_a_library_cut_short_is_refused_and_left_alone(path):
    with Library.open(path) as library:
        library.remember("theme", "dark")
    content = path.read_bytes()[:10000]
    path.write_bytes(content)
    assert refusal(path).startswith("is damaged")
    assert snapshot(path.parent) == {path.name: content}


def test_a_page_that_goes_bad_is_said(path):
    with Library.open(path) as library:
        for number in range(30):
            library.remember(str(number), "x" * 1000)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with Library.open(path) as library, pytest.raises(LibraryError, match=r"is damaged$"):
        library.recall("7")


def test_another_programs_database_is_refused_and_left_alone(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE place (name TEXT)")
    before = snapshot(path.parent)
    assert refusal(path) == "is another program's database"
    assert snapshot(path.parent) == before


def test_a_newer_file_is_refused_and_left_alone(path):
    with Library.open(path) as library:
        library.remember("theme", "dark")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1000")
    before = snapshot(path.parent)
    assert "newer summit-tui (format 1000; this one reads up to " in refusal(path)
    assert snapshot(path.parent) == before


def test_a_folder_is_no_library(path):
    path.mkdir()
    assert refusal(path) == "is no regular file"


def test_a_pipe_is_no_library_and_is_not_waited_for(path):
    os.mkfifo(path)
    assert refusal(path) == "is no regular file"


def test_a_file_in_the_folders_way_is_said(path):
    path.write_text("not a folder")
    assert refusal(path / "library.sqlite3").startswith("cannot be opened (")


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    for path in (closed / "library.sqlite3", closed / "summit-tui" / "library.sqlite3"):
        said = run(REFUSED, path, preexec_fn=without_privilege())
        assert said == f"{path}: cannot be opened (permission denied)\n"
    assert not list(closed.iterdir())


@pytest.mark.parametrize(("bits", "reason"), [(0, "cannot be read"), (0o400, "cannot be written")])
def test_a_file_that_is_closed_to_us_is_said(path, bits, reason):
    with Library.open(path) as library:
        library.remember("theme", "light")
    path.chmod(bits)
    assert run(REFUSED, path, preexec_fn=without_privilege()) == f"{path}: {reason} (permission denied)\n"
    path.chmod(0o600)
    assert rows(path, "SELECT value FROM remembered") == [("light",)]


def test_a_library_in_a_folder_closed_since_is_said(path):
    with Library.open(path) as library:
        library.remember("theme", "light")
    path.parent.chmod(0o500)
    try:
        said = run(REFUSED, path, preexec_fn=without_privilege())
    finally:
        path.parent.chmod(0o700)
    assert said == f"{path}: its folder cannot be written (permission denied)\n"
    assert rows(path, "SELECT value FROM remembered") == [("light",)]


@pytest.mark.parametrize("room", [0, 30_000, 1_000_000])
def test_a_full_disk_is_said_and_loses_nothing(path, room):
    kept, said, readable = run(FILLED, path, room).splitlines()
    assert said == f"{path}: cannot be written (is the disk full?)"
    with Library.open(path) as library:
        assert [library.recall(str(number)) for number in range(int(kept))] == ["x" * 1000] * int(kept)
        assert readable == str(True if int(kept) else None)
        library.remember("again", "there is room")
    assert is_sound(path)


def test_a_long_log_is_folded_into_the_file(path, monkeypatch):
    monkeypatch.setattr(store, "LOG_LIMIT", 100_000)
    log = path.with_name("library.sqlite3-wal")
    with Library.open(path) as library:
        for number in range(60):
            library.remember(str(number), "x" * 5000)
            assert log.stat().st_size <= store.LOG_LIMIT
        assert path.stat().st_size > store.LOG_LIMIT
        assert [library.recall(str(number)) for number in range(60)] == ["x" * 5000] * 60


def test_a_link_leads_to_the_library(tmp_path):
    target, link = tmp_path / "kept" / "library.sqlite3", tmp_path / "link.sqlite3"
    link.symlink_to(target)
    with Library.open(link) as library:
        library.remember("theme", "dark")
        assert library.where == str(link)
    assert sorted(tmp_path.iterdir()) == [target.parent, link]
    with Library.open(target) as library:
        assert library.recall("theme") == "dark"


def test_a_library_that_another_program_holds_is_said_and_can_be_tried_again(path):
    with Library.open(path, patience=0.01) as library, closing(sqlite3.connect(path, isolation_level=None)) as other:
        library.remember("theme", "dark")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match=r"is in use by another program$"):
            library.remember("theme", "light")
        assert library.recall("theme") == "dark"
        other.execute("ROLLBACK")
        library.remember("theme", "light")
        assert library.recall("theme") == "light"


def test_a_library_refused_once_is_tried_again(path):
    path.mkdir()
    with Library.open(path) as library:
        with pytest.raises(LibraryError):
            library.remember("theme", "dark")
        path.rmdir()
        library.remember("theme", "dark")
        assert library.recall("theme") == "dark"


def test_a_python_without_a_database_is_said(path, monkeypatch):
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    monkeypatch.delitem(sys.modules, "tui.library.store")
    assert refusal(path) == "cannot be opened (this Python lacks SQLite)"
