"""A write-ahead log is used only where the machine itself holds the file."""

from pathlib import Path

import pytest

from tests.library.entries import entry, is_sound, place, rows
from tui.library import Library, file_systems
from tui.library.file_systems import is_local

TABLE = r"""
21 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 0:40 / /home rw,relatime shared:7 master:2 - nfs4 server:/home rw,vers=4.2
41 40 0:41 / /home/me/own\040disk rw - btrfs /dev/vdb rw
42 27 0:42 / /srv rw - xfs /dev/vdc rw
43 27 0:43 / /srv rw - fuse.sshfs me@server:/ rw
44 27 0:44 / /media rw - exotic none rw
broken line
45 27 0:45 / /broken rw -
"""


@pytest.fixture
def mounts(tmp_path, monkeypatch):
    """A table of mounts that stands in for the machine's."""
    table = tmp_path / "mountinfo"
    monkeypatch.setattr(file_systems, "MOUNTS", table)
    return table


@pytest.mark.parametrize(
    ("path", "local"),
    [
        ("/var/lib/library.sqlite3", True),
        ("/home/me/library.sqlite3", False),
        ("/homes/library.sqlite3", True),
        ("/home/me/own disk/library.sqlite3", True),
        ("/home/me/own disks/library.sqlite3", False),
        ("/srv/library.sqlite3", False),
        ("/media/library.sqlite3", False),
        ("/broken/library.sqlite3", True),
    ],
)
def test_the_deepest_and_latest_mount_decides(mounts, path, local):
    mounts.write_text(TABLE)
    assert is_local(Path(path)) == local


def test_a_link_is_judged_by_where_it_leads(mounts, tmp_path):
    mounts.write_text(f"27 1 254:0 / / rw - ext4 /dev/vda rw\n28 27 0:40 / {tmp_path}/far rw - nfs server:/ rw\n")
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(tmp_path / "far")
    assert is_local(tmp_path / "library.sqlite3")
    assert not is_local(tmp_path / "near" / "library.sqlite3")


def test_a_machine_that_tells_nothing_is_not_trusted(mounts):
    assert not is_local(Path("/var/lib/library.sqlite3"))


@pytest.mark.parametrize(("kind", "mode"), [("ext4", "wal"), ("nfs4", "delete"), ("cifs", "delete")])
def test_the_journal_suits_the_file_system(mounts, tmp_path, kind, mode):
    mounts.write_text(f"27 1 254:0 / / rw - {kind} somewhere rw\n")
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        library.keep_place(entry("a"), place())
        assert path.with_name("library.sqlite3-wal").exists() == (mode == "wal")
    assert rows(path, "PRAGMA journal_mode") == [(mode,)]


def test_a_file_that_moved_to_another_file_system_changes_its_journal(mounts, tmp_path):
    path = tmp_path / "library.sqlite3"
    for number, (kind, mode) in enumerate((("ext4", "wal"), ("nfs4", "delete"), ("xfs", "wal"))):
        mounts.write_text(f"27 1 254:0 / / rw - {kind} somewhere rw\n")
        with Library.open(path) as library:
            library.remember(str(number), kind)
            assert library.recall("0") == "ext4"
        assert rows(path, "PRAGMA journal_mode") == [(mode,)]
    assert is_sound(path)
