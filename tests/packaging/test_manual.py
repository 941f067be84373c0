"""The man page: what it says, and that the programs that show man pages take it."""

import re
import shutil
import subprocess

import pytest

from tui import __version__
from tui.cli.commands import COMMANDS
from tui.key_names import key_name
from tui.keys import TABLE
from tui.packaging.documents import documents
from tui.packaging.grammar import commands, reader
from tui.settings import SETTINGS

PLACE = "share/man/man1/summit-tui.1"


@pytest.fixture(scope="module")
def page():
    return documents()[PLACE]


@pytest.fixture(scope="module")
def plain(page):
    """The page's words as they are read, without roff's escapes."""
    text = re.sub(r"\\f.|\\&", "", page)
    for escape, sign in ((r"\-", "-"), (r"\(aq", "'"), (r"\(ti", "~"), (r"\(ha", "^"), (r"\e", "\\")):
        text = text.replace(escape, sign)
    return text


def test_every_command_option_setting_and_key_is_in_it(plain):
    lines = plain.splitlines()
    assert set(COMMANDS) <= {line.removeprefix(".SS ") for line in lines if line.startswith(".SS ")}
    for command in (reader(), *commands()):
        for option in command.every_option:
            assert any(line.startswith(", ".join(option.names)) for line in lines), option
    assert {setting.variable for setting in SETTINGS} <= set(lines)
    titles = " ".join(plain.split())
    assert all(" ".join(key.title.split()) in titles for key in TABLE.values() if key_name(key.keys.split(",")[0]))


def test_its_head_names_program_and_version_and_no_day(page):
    assert page.splitlines()[0] == rf'.TH SUMMIT\-TUI 1 "" "summit-tui {__version__}" "User Commands"'
    assert page.isascii()


def test_the_synopsis_tells_what_may_be_left_out(plain):
    lines = plain.splitlines()
    assert "summit-tui list [options] [SOURCE]..." in lines
    assert "summit-tui add [options] SOURCE..." in lines


def test_the_same_program_gives_the_same_texts():
    assert documents() == documents()


@pytest.mark.parametrize("device", ["utf8", "ascii"])
def test_groff_finds_nothing_to_warn_of(page, device):
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("groff is not installed")
    shown = subprocess.run(
        [groff, "-ww", "-man", f"-T{device}"], input=page, capture_output=True, text=True, check=False
    )
    if "can't find" in shown.stderr and "tmac" in shown.stderr:
        pytest.skip("groff is installed without its man macros (Debian: groff)")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "EXIT STATUS" in re.sub(r".[\b]", "", shown.stdout)  # bold is a letter over itself


def test_mandoc_misses_nothing_but_a_day(page, tmp_path):
    mandoc = shutil.which("mandoc")
    if mandoc is None:
        pytest.skip("mandoc is not installed")
    path = tmp_path / "summit-tui.1"
    path.write_text(page)
    told = subprocess.run([mandoc, "-Tlint", path], capture_output=True, text=True, check=False).stdout
    assert [line for line in told.splitlines() if "missing date" not in line] == []
