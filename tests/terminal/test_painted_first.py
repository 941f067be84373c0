"""The picture painted before Textual is the one that the app paints, and nothing is lost between the two."""

import signal
import sys

import pytest

HELD = """
import os, runpy, signal, sys
import tui.app.lean
real = tui.app.lean.lean
def held():
    while signal.sigtimedwait({signal.SIGUSR1}, 0.05) is None:
        pass
    return real()
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
tui.app.lean.lean = held
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
    """The reader with its first picture painted and nothing of Textual imported, until it gets SIGUSR1."""

    def begin(*arguments, **options):
        terminal = start((sys.executable, "-c", HELD, "--no-save", *arguments), **options)
        terminal.expect(lambda terminal: "sentences" in terminal.rows[0] and "? more" in terminal.text)
        return terminal

    return begin


def picture(terminal, size, preview):
    """Every cell with its character and its look, but those that the preview fills later."""
    columns, rows = size
    cells = {(x, y): terminal.cell(x, y) for y in range(rows) for x in range(columns)}
    return {place: cell for place, cell in cells.items() if not preview(*place)}


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (111, 20)])
def test_it_is_the_picture_that_the_app_paints(held, size, colours):
    terminal = held(size=size, variables=COLOURS[colours])
    rule = terminal.row_of("─" * size[0])

    def preview(x, y):
        return rule < y < size[1] - 2 if rule > 0 else x > size[0] // 2 and 0 < y < size[1] - 2

    before = picture(terminal, size, preview)
    terminal.signal(signal.SIGUSR1)
    terminal.expect("much-anticipated")
    terminal.settle()
    assert picture(terminal, size, preview) == before
    assert terminal.raw.count(b"\x1b[?1049h") == 1


def test_keys_typed_at_it_are_not_shown_and_reach_the_app(held):
    terminal = held()
    terminal.press("j", "j", "space")
    before = terminal.text
    terminal.settle()
    assert terminal.text == before
    terminal.signal(signal.SIGUSR1)
    terminal.expect("[x] C")
    terminal.expect("marked C")


def test_a_start_cut_short_leaves_the_terminal_as_it_was(held):
    terminal = held()
    assert terminal.full_screen
    terminal.signal(signal.SIGINT)
    assert terminal.expect_exit() == 130
    assert terminal.left_on() == ()
    assert not terminal.full_screen


def test_a_start_that_is_told_to_end_ends_when_it_can(held):
    terminal = held()
    terminal.signal(signal.SIGTERM)
    terminal.signal(signal.SIGUSR1)
    assert terminal.expect_exit() == 128 + signal.SIGTERM
    assert terminal.left_on() == ()


def test_leaving_gives_back_the_settings_from_before_it(held):
    terminal = held()
    terminal.signal(signal.SIGUSR1)
    terminal.expect("much-anticipated")
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


def test_a_terminal_that_has_changed_its_size_meanwhile_is_painted_anew(held):
    terminal = held(size=(80, 24))
    terminal.resize(120, 40)
    terminal.signal(signal.SIGUSR1)
    terminal.expect(lambda terminal: "1/5" in terminal.rows[38] and "command" in terminal.rows[39])


def test_untrusted_titles_send_no_control_character(held, tmp_path):
    (tmp_path / "evil.txt").write_text("Putin Claims Victory\x1b[2J\u009b31m again\n\nIt ended.\n", encoding="utf-8")
    terminal = held("evil.txt")
    assert b"\x1b[2J" not in terminal.raw
    assert b"\xc2\x9b" not in terminal.raw
