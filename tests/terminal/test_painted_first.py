"""The picture painted before Textual is the one that the app paints, and nothing is lost between the two."""

import signal
import sys

import pytest

HELD = """
import os, runpy, signal, sys
import tui.app.start.lean, tui.app.work.reading_ahead
tui.app.work.reading_ahead.PAUSE_SECONDS = float(sys.argv.pop(1))
real = tui.app.start.lean.lean
def held():
    while signal.sigtimedwait({signal.SIGUSR1}, 0.05) is None:
        pass
    return real()
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
tui.app.start.lean.lean = held
sys.argv[0] = "summit-tui"
runpy.run_module("tui", run_name="__main__", alter_sys=True)
"""
COLOURS = {
    "truecolor": {},
    "256": {"COLORTERM": None},
    "16": {"COLORTERM": None, "TERM": "xterm"},
    "none": {"NO_COLOR": "1"},
}


@pytest.fixture
def held(start):
    """The reader with its first picture painted and nothing of Textual imported, until it gets SIGUSR1.

    Nothing is read before the cursor has rested for so many seconds.
    """

    def begin(*arguments, rest=0.3, shows="? more", **options):
        terminal = start((sys.executable, "-c", HELD, str(rest), *arguments), **options)
        terminal.expect(shows)
        return terminal

    return begin


def picture(terminal, size):
    """Every cell with its character and its look."""
    columns, rows = size
    return {(x, y): terminal.cell(x, y) for y in range(rows) for x in range(columns)}


def redraw(terminal):
    """Has the reader paint everything anew, and waits until it has."""
    terminal.settle()
    before = terminal.raw.count(b"\x1b[m\x1b[r")
    terminal.press("ctrl+l")
    terminal.expect(lambda terminal: terminal.raw.count(b"\x1b[m\x1b[r") > before)
    terminal.settle()


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (111, 20)])
def test_it_is_the_picture_that_the_app_paints(held, size, colours):
    terminal = held("--no-save", size=size, variables=COLOURS[colours], rest=3600)
    assert "sentences" not in terminal.rows[0]
    before = picture(terminal, size)
    terminal.signal(signal.SIGUSR1)
    redraw(terminal)
    assert picture(terminal, size) == before
    assert terminal.raw.count(b"\x1b[?1049h") == 1


def test_it_is_the_picture_that_the_app_paints_of_articles_that_are_remembered(summit, held):
    terminal = summit()
    terminal.expect(lambda terminal: "sentences" in terminal.rows[0] and "so far" not in terminal.rows[0])
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    terminal = held(rest=3600)
    assert "sentences" in terminal.rows[0]
    before = picture(terminal, (120, 40))
    terminal.signal(signal.SIGUSR1)
    redraw(terminal)
    assert picture(terminal, (120, 40)) == before


def test_of_a_pair_it_tells_what_is_compared_until_there_are_rows(held):
    terminal = held("--no-save", "B", "E", shows="comparing B ⇄ E")
    assert terminal.rows[0].startswith(" B ⇄ E")
    assert terminal.rows[1].startswith(" B  ")
    assert terminal.rows[2].startswith(" E  ")
    terminal.press("]")
    terminal.signal(signal.SIGUSR1)
    terminal.expect("row ")
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()
    assert terminal.raw.count(b"\x1b[?1049h") == 1


def test_keys_typed_at_it_are_not_shown_and_reach_the_app(held):
    terminal = held("--no-save")
    terminal.press("j", "j", "space")
    before = terminal.text
    terminal.settle()
    assert terminal.text == before
    terminal.signal(signal.SIGUSR1)
    terminal.expect("[x] C")
    terminal.expect("marked C")


def test_a_start_cut_short_leaves_the_terminal_as_it_was(held):
    terminal = held("--no-save")
    assert terminal.full_screen
    terminal.signal(signal.SIGINT)
    assert terminal.expect_exit() == 130
    assert terminal.left_on() == ()
    assert not terminal.full_screen


def test_a_start_that_is_told_to_end_ends_when_it_can(held):
    terminal = held("--no-save")
    terminal.signal(signal.SIGTERM)
    terminal.signal(signal.SIGUSR1)
    assert terminal.expect_exit() == 128 + signal.SIGTERM
    assert terminal.left_on() == ()


def test_leaving_gives_back_the_settings_from_before_it(held):
    terminal = held("--no-save")
    terminal.signal(signal.SIGUSR1)
    terminal.expect("much-anticipated")
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


def test_a_terminal_that_has_changed_its_size_meanwhile_is_painted_anew(held):
    terminal = held("--no-save", size=(80, 24))
    terminal.resize(120, 40)
    terminal.signal(signal.SIGUSR1)
    terminal.expect(lambda terminal: "1/5" in terminal.rows[38] and "command" in terminal.rows[39])


def test_untrusted_titles_send_no_control_character(held, tmp_path):
    (tmp_path / "evil.txt").write_text("Putin Claims Victory\x1b[2J\u009b31m again\n\nIt ended.\n", encoding="utf-8")
    terminal = held("--no-save", "evil.txt")
    assert b"\x1b[2J" not in terminal.raw
    assert b"\xc2\x9b" not in terminal.raw
