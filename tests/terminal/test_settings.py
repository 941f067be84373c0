"""Settings in a real terminal: what the terminal is asked for, and what is told before the reader opens."""

import re

import pytest

from tests.terminal.emulator import colours
from tests.terminal.harness import SUMMIT

LIST = "space mark"
MOUSE = b"\x1b[?1003h"
KITTY = re.compile(rb"\x1b\[>\d+u")


@pytest.mark.parametrize(
    ("arguments", "variables", "listens"),
    [
        ((), {}, True),
        (("--no-mouse",), {}, False),
        ((), {"SUMMIT_MOUSE": "off"}, False),
        ((), {"SSH_TTY": "/dev/pts/9"}, False),
        (("--mouse",), {"SSH_TTY": "/dev/pts/9"}, True),
    ],
)
def test_the_mouse_is_asked_for_only_where_it_is_wanted(summit, arguments, variables, listens):
    terminal = summit(*arguments, variables=variables)
    terminal.expect("much-anticipated")
    assert (MOUSE in terminal.raw) is listens
    assert b"\x1b[?1016h" not in terminal.raw, "moves of less than a cell are of no use"


def test_a_mouse_that_was_left_on_types_nothing(start):
    script = 'printf "\\033[?1003h\\033[?1006h"; exec "$@"'
    terminal = start(("/bin/sh", "-c", script, "sh", *SUMMIT, "--no-mouse"))
    terminal.expect(LIST)
    assert not terminal.mode(1003)


def test_the_keyboard_of_kitty_can_be_left_alone(summit):
    asked, left = (summit(answers="modern", variables=each) for each in ({}, {"TEXTUAL_DISABLE_KITTY_KEY": "1"}))
    for terminal in (asked, left):
        terminal.expect(LIST)
        terminal.press("j", "enter")
        terminal.expect("f page")
    assert KITTY.search(asked.raw)
    assert not KITTY.search(left.raw)


@pytest.mark.parametrize(
    ("arguments", "variables", "palettes"),
    [
        (("--colors", "256"), {}, {"256"}),
        (("--colors", "mono"), {}, set()),
        (("--colors", "true"), {"NO_COLOR": "1"}, {"truecolor"}),
        ((), {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, {"16"}),
        ((), {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "SUMMIT_COLORS": "true"}, {"truecolor"}),
    ],
)
def test_the_colours_are_those_that_are_set(summit, arguments, variables, palettes):
    terminal = summit(*arguments, variables=variables)
    terminal.expect(LIST)
    terminal.press("j")
    terminal.settle()
    assert colours(terminal.raw) == palettes


def test_a_clash_is_told_before_the_reader_opens_and_in_it(summit, tmp_path):
    (tmp_path / "mine.toml").write_text('[keys]\n"diff.next-hunk" = "n"\n')
    terminal = summit(variables={"SUMMIT_CONFIG": str(tmp_path / "mine.toml")})
    clash, decided = "n: search.next vs diff.next-hunk", " (using diff.next-hunk)"
    terminal.expect(lambda seen: clash in seen.text and LIST in seen.text)
    assert terminal.raw.index(f"summit-tui: {clash}{decided}".encode()) < terminal.raw.index(b"\x1b[?1049h")
    terminal.press("\x11")
    assert terminal.expect_exit() == 0
