"""A library read by someone who may change neither the file nor its folder."""

import multiprocessing
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from tui.library import Library, LibraryError

NOBODY = 65534


@pytest.fixture
def path():
    """A library that everybody may read, in a folder that everybody may look into."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "library.sqlite3"
    with Library.open(path) as library:
        library.remember("theme", "dark")
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def _recall(path, told):
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        with Library.open(path, read_only=True) as library:
            told.put(library.recall("theme"))
    except LibraryError as error:
        told.put(str(error))


def as_a_guest(path):
    """What a guest's process recalls, or why it cannot."""
    own = multiprocessing.get_context("fork")
    told = own.SimpleQueue()
    guest = own.Process(target=_recall, args=(path, told))
    guest.start()
    guest.join()
    return told.get()


def test_a_library_that_nobody_has_open_is_read(path):
    assert as_a_guest(path) == "dark"


def test_what_another_writes_meanwhile_is_read(path):
    path.parent.chmod(0o755)
    path.chmod(0o644)
    with sqlite3.connect(path) as writer:
        writer.execute("UPDATE remembered SET value = 'light'")
        writer.commit()
        path.parent.chmod(0o555)
        assert as_a_guest(path) == "light"
    writer.close()
