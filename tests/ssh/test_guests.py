"""A guest, whom sshd gives the reader whatever is asked for: one collection, and nothing else of the machine."""

import shlex
import subprocess

import pytest

from tests.terminal.harness import SUMMIT, Terminal

GUESTS = """\
DisableForwarding yes
ForceCommand {command}
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A collection of two articles."""
    folder = tmp_path_factory.mktemp("shown")
    for name, share in (("one", "a third"), ("two", "a half")):
        (folder / f"{name}.txt").write_text(
            f"Harbour {name}\n\nThe council said the harbour lost {share} of its fleet.\n"
        )
    library = folder / "library.sqlite3"
    added = (*SUMMIT, "add", "--library", library, folder / "one.txt", folder / "two.txt")
    subprocess.run(added, check=True, capture_output=True, cwd=folder)
    return library


@pytest.fixture(scope="module")
def forced(far_end, library):
    return far_end(GUESTS.format(command=shlex.join((*SUMMIT, "--guest", "--library", str(library)))))


@pytest.fixture
def guest(forced, tmp_path):
    """Opens a line on which something else than the reader is asked for."""
    lines = []

    def line(*wanted):
        lines.append(Terminal(forced.command(*wanted), home=tmp_path, size=(100, 30)))
        lines[-1].expect("Harbour two")
        return lines[-1]

    yield line
    for each in lines:
        each.close()


def test_whatever_is_asked_for_the_reader_comes(guest, forced):
    line = guest("cat", "/etc/passwd")
    assert "root:" not in line.text
    line.type("\r")
    line.expect("a third of its fleet")
    line.type("Q")
    assert line.expect_exit() == 0


def test_nothing_leads_out_of_the_reader(guest, forced):
    line = guest()
    line.type("\r")
    line.expect("f page")
    started = forced.processes()
    for key in ("E", "|", "s", "ctrl+z"):
        line.press(key)
    line.type(":add /etc/passwd\r")
    line.expect("no such command: add")
    assert forced.processes() == started
    line.type("Q")
    assert line.expect_exit() == 0


def test_a_guest_changes_nothing(guest, library):
    before = _state(library)
    line = guest()
    line.type(" jc")
    line.expect("row 1/")
    line.type("Gra")
    line.expect("read-only")
    line.type("Q")
    assert line.expect_exit() == 0
    assert _state(library) == before


def _state(library):
    return library.read_bytes(), sorted(library.parent.iterdir())


def test_a_guest_names_no_file(library, tmp_path):
    asked = (*SUMMIT, "--guest", "--library", library, "/etc/passwd")
    named = subprocess.run(asked, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert named.returncode == 2
    assert named.stderr == "summit-tui: /etc/passwd: a guest reads what is in the library, and names no source\n"
