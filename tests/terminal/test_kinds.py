"""Every kind of terminal that people are left with: the whole flow works in it, and it is left as it was."""

import pytest

from tests.terminal.emulator import colours

LIST, ARTICLE, PAIR = "space mark", "f page", "row 1/"
ASCII_LOCALE = {"LANG": None, "LC_ALL": "C"}
ASCII_STREAM = {**ASCII_LOCALE, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
OLD = {"COLORTERM": None}
KINDS = {
    "xterm-256color": ({**OLD, "TERM": "xterm-256color"}, "xterm"),
    "silent": ({}, "none"),
    "linux": ({**OLD, "TERM": "linux"}, "none"),
    "vt100": ({**OLD, "TERM": "vt100"}, "none"),
    "screen": ({**OLD, "TERM": "screen"}, "none"),
    "C": (ASCII_LOCALE, "xterm"),
    "POSIX": ({**ASCII_LOCALE, "LC_ALL": "POSIX"}, "xterm"),
    "nothing but ASCII": (ASCII_STREAM, "xterm"),
}
DRAWN = "▎↕│┌└…●·⇄"
"""Signs that a pair or the list shows where there are more than those of ASCII."""


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


def through_everything(terminal):
    """The list, an article with a search, a pair, its differences, an explanation and help; ends in the pair."""
    terminal.expect(LIST)
    terminal.press("enter")
    terminal.expect(ARTICLE)
    terminal.type("/Putin\r")
    terminal.expect("1/")
    terminal.press("q")
    terminal.expect(LIST)
    terminal.press("space", "j", "space", "c")
    terminal.expect(PAIR)
    terminal.press("]", "]", "=")
    terminal.expect("row 3/")
    terminal.press("?")
    terminal.expect("Keys")
    terminal.press("q")
    terminal.expect("row 3/")


def test_the_whole_flow_works_and_the_terminal_is_left_clean(summit, kind):
    variables, answers = KINDS[kind]
    terminal = summit(size=(80, 24), variables=variables, answers=answers)
    through_everything(terminal)
    assert colours(terminal.raw) <= {"16"} if variables.get("TERM") in ("linux", "vt100", "screen") else True
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


def drawn(terminal):
    through_everything(terminal)
    return {sign for sign in DRAWN if sign in terminal.raw.decode(errors="replace")}


@pytest.mark.parametrize("name", ["linux", "vt100", "C", "POSIX", "nothing but ASCII"])
def test_signs_are_drawn_in_ascii_where_there_is_nothing_else(summit, name):
    variables, answers = KINDS[name]
    assert drawn(summit(size=(80, 24), variables=variables, answers=answers)) <= {"…"}  # which articles write too


@pytest.mark.parametrize(
    ("arguments", "variables"), [(("--no-ascii",), ASCII_LOCALE), ((), {"LANG": None}), ((), {"TERM": "screen"})]
)
def test_signs_are_drawn_as_they_are_otherwise(summit, arguments, variables):
    assert drawn(summit(*arguments, size=(80, 24), variables=variables)) > {"↕", "▎"}


def test_where_the_stream_takes_ascii_alone_nothing_else_is_sent_and_columns_stay(summit):
    plain, usual = (summit("B", "E", "--no-save", variables=variables) for variables in (ASCII_STREAM, {}))
    for terminal in (plain, usual):
        terminal.expect(PAIR)
        terminal.press("]", "]", "]")
        terminal.expect("row 5/")
        terminal.settle()
    assert plain.raw.isascii()
    assert b"\\u" not in plain.raw
    for row, original in zip(plain.rows, usual.rows, strict=True):
        assert len(row) == len(original)
        assert all(mine == other for mine, other in zip(row, original, strict=True) if other.isascii())


def test_a_question_that_a_terminal_prints_is_painted_over(summit):
    """Some terminals print the end of a question about synchronized output instead of answering it."""
    printing, silent = (summit("--no-save", size=(80, 24), answers=answers) for answers in ("printing", "none"))
    for terminal in (printing, silent):
        terminal.expect(LIST)
        terminal.expect(lambda seen: seen is silent or "?2026$p" in seen.queries)
        terminal.expect("sentences")
        terminal.settle()
    assert "?2026$p" in printing.queries
    assert printing.rows == silent.rows
