"""`summit-tui check` and `backup`."""

import shlex
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.reviewing import Case
from tests.library.entries import is_sound, rows

SOUND = "sound (texts: 0; verdicts, links and notes: 2; reviewers: 2)\n"


@pytest.fixture
def case(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    case = Case(tmp_path)
    case.record("ann", case.verdict("agree"))
    case.record("bob", case.pin(2, 2))
    return case


def damage(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER act_is_final")
        connection.execute("UPDATE act SET value = 'maybe' WHERE reviewer = 'bob'")
        connection.commit()


def test_a_sound_library_is_said_to_be(summit, case):
    assert summit("check", *case.options) == (0, SOUND, "")


def test_what_is_wrong_is_said_and_mended_when_asked(summit, case):
    damage(case.path)
    code, out, _ = summit("check", *case.options)
    assert (code, out.splitlines()[0]) == (1, "! acts of reviewers that cannot be read: 1")
    code, out, _ = summit("check", "--mend", *case.options)
    assert (code, out.splitlines()[1:]) == (
        0,
        [
            f"mended; as it was: {case.path}.damaged",
            "sound (texts: 0; verdicts, links and notes: 1; reviewers: 1)",
        ],
    )
    assert summit("check", *case.options).code == 0


def test_a_library_beyond_mending_names_the_command_that_brings_its_backup_back(summit, case, tmp_path):
    backup = tmp_path / "friday's.sqlite3"
    assert summit("backup", str(backup), *case.options).code == 0
    Path(f"{case.path}-wal").write_bytes(b"of the lost one")
    with case.path.open("r+b") as file:
        file.seek(100)
        file.write(b"\x55" * 3996)
    code, out, err = summit("check", "--mend", *case.options)
    assert (code, err.startswith(f"summit-tui: {case.path}: is damaged"), err.count("\n")) == (2, True, 1)
    _, *command = shlex.split(out.splitlines()[-1].partition("its backup: ")[2])
    assert command == ["backup", "--library", str(backup), str(case.path)]
    assert summit(*command) == (0, "", "")
    assert summit("check", *case.options) == (0, SOUND, "")


def test_a_library_beyond_mending_without_a_backup_beside_it(summit, case):
    case.path.write_bytes(b"SQLite format 3\0" + b"\x55" * 8000)
    code, out, _ = summit("check", "--mend", *case.options)
    assert (code, out.splitlines()[-1]) == (
        2,
        f"to put a backup in its place: summit-tui backup --library BACKUP {case.path}",
    )


def test_a_guest_mends_nothing(summit, case, monkeypatch):
    damage(case.path)
    before = case.path.read_bytes()
    monkeypatch.setenv("SUMMIT_READ_ONLY", "true")
    code, _, err = summit("check", "--mend", *case.options)
    assert (code, err) == (2, f"summit-tui: {case.path}: is shown only, and not changed (read-only)\n")
    assert case.path.read_bytes() == before


def test_verdicts_on_a_sentence_that_is_gone_are_named(summit, case):
    assert summit("add", "one.txt", *case.options).code == 0
    assert summit("check", *case.options).out == SOUND.replace("texts: 0", "texts: 1")
    case.one.write_text("Ferry Is Late\n\nNothing of what was said before is said here.\n")
    assert summit("add", "one.txt", *case.options).code == 0
    out = summit("check", *case.options).out
    assert "2 of them stand on a sentence that is gone from the newest text of its source:\n" in out
    assert ": The ferry left at noon on Friday with forty people.\n" in out


def test_a_backup_is_whole_and_its_owners_alone_while_others_write(summit, case, tmp_path):
    copy = tmp_path / "copy.sqlite3"
    with closing(sqlite3.connect(case.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO remembered VALUES ('half', '', 'done')")
        assert summit("backup", str(copy), *case.options) == (0, "", "")
        writer.execute("COMMIT")
    assert is_sound(copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert rows(copy, "SELECT count(*) FROM act") == [(2,)]
    assert rows(copy, "SELECT count(*) FROM remembered") == [(0,)]
    assert summit("check", "--library", str(copy)) == (0, SOUND, "")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("library.sqlite3", "is the library itself"),
        (".", "is no regular file"),
        ("nowhere/copy.sqlite3", "cannot be opened (no such file or directory)"),
        ("one.txt/copy.sqlite3", "cannot be opened (not a directory)"),
    ],
)
def test_a_backup_that_cannot_be_is_one_line(summit, case, name, reason):
    assert summit("backup", name, *case.options) == (2, "", f"summit-tui: {name}: {reason}\n")
    assert not [file for file in Path().iterdir() if file.name.endswith(".part")]


@pytest.mark.parametrize("command", [("check",), ("backup", "copy.sqlite3")])
def test_without_a_library_there_is_nothing_to_do(summit, tmp_path, command):
    code, _, err = summit(*command, "--library", str(tmp_path / "none.sqlite3"))
    assert (code, err) == (2, f"summit-tui: {command[0]}: there is no library yet\n")
    assert not list(tmp_path.iterdir())
