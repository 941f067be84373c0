"""Colours as the terminal has them: all, 256, 16, or none, and no full screen where there can be none."""

import pytest

from tests.terminal.emulator import colours

LIST, ARTICLE, PAIR = "space mark", "f page", "row 1/"


def through_every_screen(terminal):
    terminal.expect(LIST)
    terminal.press("enter")
    terminal.expect(ARTICLE)
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


@pytest.mark.parametrize("term", ["xterm-256color", "screen"])
def test_no_color_sends_no_colour_at_all(summit, term):
    terminal = summit(variables={"NO_COLOR": "1", "TERM": term})
    through_every_screen(terminal)
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert colours(terminal.raw) == set()


def test_without_colours_something_else_marks_the_place(summit):
    terminal = summit(variables={"NO_COLOR": "1"})
    terminal.expect(LIST)
    before = terminal.text, looks(terminal)
    terminal.press("j")
    terminal.settle()
    assert (terminal.text, looks(terminal)) != before


def looks(terminal):
    cells = [terminal.cell(column, row) for row in range(40) for column in range(120)]
    return [(cell.reverse, cell.bold, cell.underscore) for cell in cells]


@pytest.mark.parametrize(
    ("variables", "palettes"),
    [
        ({}, {"truecolor"}),
        ({"COLORTERM": None}, {"256"}),
        ({"COLORTERM": None, "TERM": "screen"}, {"16"}),
        ({"COLORTERM": None, "TERM": "xterm"}, {"16"}),
    ],
)
def test_only_colours_that_the_terminal_has_are_sent(summit, variables, palettes):
    terminal = summit(variables=variables)
    through_every_screen(terminal)
    assert colours(terminal.raw) == palettes


@pytest.mark.parametrize(
    "variables",
    [{}, {"COLORTERM": None}, {"TERM": "screen", "COLORTERM": None}, {"NO_COLOR": "1"}],
    ids=["truecolor", "256", "16", "none"],
)
def test_what_is_shared_or_on_one_side_only_is_told_apart(summit, tmp_path, variables):
    shared = "The old ferry left the northern harbour at noon with {} passengers on its upper deck."
    (tmp_path / "left.txt").write_text(f"Ferry\n\n{shared.format('singing')}\n\nApples grew cheaper.\n")
    (tmp_path / "right.txt").write_text(f"Ferry\n\n{shared.format('sleeping')}\n\nTrains were crowded.\n")
    terminal = summit("left.txt", "right.txt", variables=variables)
    terminal.expect(lambda seen: all(word in seen.text for word in ("singing", "sleeping", "Apples", "Trains")))
    same, mine, theirs = (look(terminal, word) for word in ("harbour", "singing", "sleeping"))
    signs = [look(terminal, sign) for sign in ("~  The old", "<  Apples", ">  Trains")]
    assert same not in (mine, theirs)
    if "NO_COLOR" not in variables:
        assert len({colour for colour, *_ in (same, mine, theirs)}) == 3
        assert len({colour for colour, *_ in signs}) == 3


def look(terminal, text):
    """How a text's first letter is drawn: its colour, then its attributes."""
    row = terminal.row_of(text)
    cell = terminal.cell(terminal.rows[row].index(text), row)
    return cell.fg, cell.bold, cell.underscore, cell.reverse


@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"TERM": "dumb", "NO_COLOR": "1"}])
def test_a_dumb_terminal_gets_the_overview(summit, variables):
    terminal = summit(variables=variables)
    assert terminal.expect_exit() == 0
    assert "Putin Claims Victory" in terminal.flowing
    assert b"\x1b" not in terminal.raw
