"""A list whose articles were read before is whole in the first picture, and never shows what is no longer so."""

import os
import signal
import sqlite3
import sys
from contextlib import closing

import pytest

STUCK = """
import runpy, signal, sys
import tui.articles.collection as collection
def held(*arguments):
    signal.sigwait({signal.SIGUSR1})
    collection._read = real
    return real(*arguments)
real, collection._read = collection._read, held
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
sys.argv[0] = "summit-tui"
runpy.run_module("tui", run_name="__main__", alter_sys=True)
"""
TEXT = "The bridge opens\n\nBy Ann Lee\n\nIt opened on Monday. It is long.\n"


@pytest.fixture
def folder(tmp_path):
    """Two articles written some time ago."""
    (tmp_path / "news").mkdir()
    for name, text in {"1.txt": TEXT, "2.txt": TEXT.replace("opens", "closes")}.items():
        write(tmp_path / "news" / name, text)
    return tmp_path / "news"


def write(file, text, seconds=60):
    """A file that was changed so long ago."""
    file.write_text(text)
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns - seconds * 10**9))


def library(tmp_path):
    """Where the library lies."""
    (path,) = tmp_path.rglob("library.sqlite3")
    return path


def remembered(tmp_path):
    """The titles that the library holds."""
    with closing(sqlite3.connect(library(tmp_path))) as connection:
        return {title for (title,) in connection.execute("SELECT title FROM summary")}


@pytest.fixture
def read_once(summit, folder, tmp_path):
    """A sitting in which both articles were read, and which is over."""
    terminal = summit("news")
    terminal.expect("It opened on Monday")
    terminal.press("q")
    assert terminal.expect_exit() == 0
    assert remembered(tmp_path) == {"The bridge opens", "The bridge closes"}


@pytest.fixture
def stuck(start):
    """The reader, which reads no article before it gets SIGUSR1."""

    def begin(*arguments):
        terminal = start((sys.executable, "-c", STUCK, *arguments, "news"), size=(120, 30))
        terminal.expect("? more")
        return terminal

    return begin


def test_what_was_read_is_there_before_anything_is_read_again(read_once, stuck):
    terminal = stuck()
    assert "The bridge closes" in terminal.text
    assert "6 sentences" in terminal.rows[0]
    assert "by Ann Lee" in terminal.rows[-2]
    assert " w " in terminal.rows[1]


def test_a_file_that_has_changed_is_read_again(read_once, folder, stuck):
    write(folder / "1.txt", TEXT.replace("The bridge opens", "The bridge is shut at once"), seconds=30)
    terminal = stuck()
    assert "The bridge opens" not in terminal.text
    assert "The bridge is shut at once" in terminal.text
    assert " w " not in terminal.rows[1]
    terminal.signal(signal.SIGUSR1)
    terminal.expect("6 sentences")
    terminal.expect(lambda seen: " w " in seen.rows[1])


def test_without_a_memory_the_first_lines_stand_until_all_is_read(stuck, folder):
    terminal = stuck("--no-save")
    assert "The bridge opens" in terminal.rows[1]
    assert "sentences" not in terminal.rows[0]
    terminal.signal(signal.SIGUSR1)
    terminal.expect("6 sentences")


def test_without_saving_nothing_is_remembered_nor_written(read_once, stuck, tmp_path):
    with closing(sqlite3.connect(library(tmp_path))) as connection, connection:
        connection.execute("UPDATE summary SET title = 'Kept from before'")
    terminal = stuck("--no-save")
    assert "Kept from before" not in terminal.text
    terminal.signal(signal.SIGUSR1)
    terminal.expect("It opened on Monday")
    terminal.press("q")
    assert terminal.expect_exit() == 0
    assert remembered(tmp_path) == {"Kept from before"}


def test_a_wrong_title_goes_when_the_article_is_looked_at(read_once, summit, tmp_path):
    with closing(sqlite3.connect(library(tmp_path))) as connection, connection:
        connection.execute("UPDATE summary SET title = 'A wrong title'")
    terminal = summit("news")
    terminal.expect("It opened on Monday")
    terminal.expect("The bridge opens")


@pytest.mark.parametrize("damage", ["noise", "locked"])
def test_a_library_that_cannot_be_asked_is_as_none(read_once, stuck, tmp_path, damage):
    path = library(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if damage == "noise":
            path.write_bytes(b"no library" * 100)
        else:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
            other.execute("BEGIN EXCLUSIVE")
        terminal = stuck()
        assert "The bridge opens" in terminal.rows[1]
        terminal.signal(signal.SIGUSR1)
        terminal.expect("6 sentences")


def test_sources_that_cannot_be_read_end_the_start_as_it_began(summit, tmp_path):
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    terminal = summit("binary.txt", "binary.txt")
    assert terminal.expect_exit() == 2
    assert "binary, not text" in terminal.text
    assert terminal.left_on() == ()
    assert not terminal.full_screen
