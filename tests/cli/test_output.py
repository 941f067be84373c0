"""What becomes of the output, whoever reads it."""

import os
import subprocess
from pathlib import Path

import pytest

from tui.cli import main, output

WRITERS = [
    ("list",),
    ("list", "--json"),
    ("read", "B"),
    ("diff", "B", "E"),
    ("diff", "B", "E", "--html"),
    ("--help",),
    (),
]


@pytest.mark.parametrize("arguments", WRITERS)
def test_a_full_disk_is_one_line(spawn, arguments):
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        run = spawn(*arguments, stdout=full)
    assert run.returncode == 2
    assert run.stderr == b"summit-tui: standard output: No space left on device\n"


@pytest.mark.parametrize("arguments", WRITERS)
def test_a_reader_that_leaves_is_no_error(spawn, arguments):
    reading, writing = os.pipe()
    os.close(reading)
    run = spawn(*arguments, stdout=writing)
    os.close(writing)
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_closed_output_is_one_line(spawn):
    run = spawn("list", stdout=None, preexec_fn=lambda: os.close(1))
    assert run.returncode == 2
    assert run.stderr.startswith(b"summit-tui: standard output: ")
    assert run.stderr.count(b"\n") == 1


def test_no_standard_error_is_no_reason_to_fail_otherwise(spawn):
    assert spawn("read", "nowhere.txt", stderr=None, preexec_fn=lambda: os.close(2)).returncode == 2


def test_an_interrupted_run_says_nothing(summit, monkeypatch):
    monkeypatch.setattr("tui.cli.list.run", interrupted)
    monkeypatch.setattr(output, "abandon", lambda: None)
    assert summit("list") == (130, "", "")


def interrupted(_):
    raise KeyboardInterrupt


def test_a_fault_of_ours_is_one_line_too(summit, monkeypatch):
    monkeypatch.setattr("tui.cli.list.run", lambda _: 1 // 0)
    monkeypatch.setattr(output, "abandon", lambda: None)
    assert summit("list") == (
        2,
        "",
        "summit-tui: internal error: ZeroDivisionError: integer division or modulo by zero\n",
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("arguments", [("list",), ("read", "E"), ("diff", "B", "E", "--width", "120"), ()])
def test_a_poor_encoding_gets_signs_that_it_has(spawn, encoding, arguments):
    run = spawn(*arguments, environ={"PYTHONIOENCODING": encoding})
    assert (run.returncode, run.stderr) == (0, b"")
    text = run.stdout.decode(encoding)
    assert "⇄" not in text
    if "diff" in arguments:
        assert " B - E " in text


@pytest.mark.parametrize("format_", ["--json", "--markdown", "--html"])
def test_documents_are_utf_8_under_every_locale(spawn, format_):
    plain = spawn("diff", "B", "E", format_)
    poor = spawn("diff", "B", "E", format_, environ={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert plain.stdout == poor.stdout
    assert "“" in plain.stdout.decode()


def test_the_text_and_the_line_about_what_failed_do_not_mix(spawn, two):
    run = spawn("read", "nowhere.txt", str(two[0]), stderr=subprocess.PIPE)
    assert run.returncode == 2
    assert run.stderr == b"summit-tui: nowhere.txt: no such file\n"
    assert b"Forty people" in run.stdout


def test_widths_come_from_what_is_asked_then_columns_then_80(monkeypatch):
    assert output.columns(132) == 132
    assert output.columns(None) == 80
    monkeypatch.setenv("COLUMNS", "140")
    assert output.columns(None) == 140
    assert output.columns(None, most=100) == 100
    monkeypatch.setenv("COLUMNS", "3")
    assert output.columns(None) == output.NARROWEST
    monkeypatch.setenv("COLUMNS", "wide")
    assert output.columns(None) == 80


def test_arguments_come_from_the_process_when_none_are_given(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["summit-tui", "--version"])
    assert main() == 0
    assert capsys.readouterr().out.startswith("summit-tui ")
