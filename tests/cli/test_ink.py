"""Escape codes, and who gets them."""

import re

import pytest

from tui.cli import output
from tui.cli.ink import Ink, ink_for, paint
from tui.presentation.page import Emphasis, Run
from tui.text.sides import Side

COLOUR = re.compile(r"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
COLOURED = [
    Run("only here", Emphasis.LEFT_ONLY, Side.LEFT),
    Run("only there", Emphasis.RIGHT_ONLY, Side.RIGHT),
    Run("so", Emphasis.DIVERGENT, Side.LEFT),
    Run("thus", Emphasis.DIVERGENT, Side.RIGHT),
]


@pytest.fixture
def on(monkeypatch):
    """Puts standard output on a terminal or off it, in an environment."""

    def put(environ, *, terminal=True):
        monkeypatch.setattr(output, "is_terminal", lambda: terminal)
        monkeypatch.delenv("TERM", raising=False)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)

    return put


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "expected"),
    [
        ("auto", False, {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Ink.NONE),
        ("auto", True, {"TERM": "xterm-256color"}, Ink.INDEXED),
        ("auto", True, {"TERM": "screen"}, Ink.ANSI),
        ("auto", True, {"TERM": "xterm", "COLORTERM": "truecolor"}, Ink.TRUE),
        ("auto", True, {"TERM": "xterm-direct"}, Ink.TRUE),
        ("auto", True, {"TERM": "dumb"}, Ink.NONE),
        ("auto", True, {}, Ink.NONE),
        ("auto", True, {"TERM": "xterm", "NO_COLOR": "1"}, Ink.MONOCHROME),
        ("auto", True, {"TERM": "xterm", "NO_COLOR": ""}, Ink.ANSI),
        ("auto", False, {"FORCE_COLOR": "1"}, Ink.ANSI),
        ("auto", False, {"FORCE_COLOR": "0"}, Ink.NONE),
        ("auto", False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, Ink.MONOCHROME),
        ("always", False, {"TERM": "xterm-256color", "NO_COLOR": "1"}, Ink.INDEXED),
        ("never", True, {"TERM": "xterm-256color", "FORCE_COLOR": "1"}, Ink.NONE),
    ],
)
def test_the_option_the_environment_and_the_output_decide(on, choice, terminal, environ, expected):
    on(environ, terminal=terminal)
    assert ink_for(choice) is expected


@pytest.mark.parametrize("emphasis", Emphasis)
def test_without_ink_text_is_itself(emphasis):
    assert paint([Run("word", emphasis, Side.LEFT)], Ink.NONE) == "word"


@pytest.mark.parametrize("emphasis", Emphasis)
def test_monochrome_sends_no_colour_code(emphasis):
    assert not COLOUR.search(paint([Run("word", emphasis, Side.RIGHT)], Ink.MONOCHROME))


def test_divergent_words_stand_out_without_colour():
    assert "\x1b[1;4m" in paint([COLOURED[2]], Ink.MONOCHROME)


@pytest.mark.parametrize("ink", [Ink.ANSI, Ink.INDEXED, Ink.TRUE])
def test_the_sides_have_colours_of_their_own(ink):
    left, right, mine, theirs = (re.findall(r"\x1b\[([\d;]+)m", paint([run], ink))[0] for run in COLOURED)
    assert left != right
    assert mine == f"1;4;{left}"
    assert theirs == f"1;4;{right}"
    assert all(COLOUR.search(paint([run], ink)) for run in COLOURED)


def test_what_is_shared_and_what_is_blank_is_plain():
    assert paint([Run("shared", Emphasis.SHARED, Side.LEFT)], Ink.TRUE) == "shared"
    assert paint([Run("  ", Emphasis.DIVERGENT, Side.LEFT)], Ink.TRUE) == "  "


def test_neighbours_of_one_look_share_their_codes():
    assert paint([COLOURED[2], COLOURED[2]], Ink.ANSI) == "\x1b[1;4;94msoso\x1b[0m"
    assert paint([COLOURED[2], COLOURED[3]], Ink.ANSI).count("\x1b[0m") == 2


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"TERM": "screen"}, "\x1b[94m"),
        ({"TERM": "tmux-256color"}, "\x1b[38;5;68m"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "\x1b[38;2;79;131;209m"),
    ],
)
def test_a_terminal_is_sent_the_colours_that_it_has(on_terminal, environ, code):
    exit_code, sent = on_terminal("diff", "B", "E", **environ)
    assert exit_code == 0
    assert code in sent


def test_no_color_leaves_bold_and_underline(on_terminal):
    sent = on_terminal("diff", "B", "E", TERM="xterm-256color", COLORTERM="truecolor", NO_COLOR="1")[1]
    assert not COLOUR.search(sent)
    assert "\x1b[1;4m" in sent


def test_a_wide_terminal_gets_two_columns_and_a_narrow_one_gets_one(on_terminal):
    assert "side by side" in on_terminal("diff", "B", "E", columns=120, TERM="dumb")[1]
    assert "interleaved" in on_terminal("diff", "B", "E", columns=100, TERM="dumb")[1]


def test_help_is_coloured_on_a_terminal_unless_that_is_unwanted(on_terminal):
    assert "\x1b[" in on_terminal("diff", "--help", TERM="xterm-256color")[1]
    assert "\x1b" not in on_terminal("diff", "--help", TERM="xterm-256color", NO_COLOR="1")[1]
    assert "\x1b" not in on_terminal("diff", "--help", TERM="dumb")[1]
