"""The reader over a real ssh: it opens and reads, and is light on the line unless told otherwise."""

import re

import pytest

from tests.terminal.emulator import colours

LIST = "space mark"
MOUSE = (b"?1000h", b"?1002h", b"?1003h", b"\x1b]22;")
TO_A_AND_D = " jjjc"


def opened(connect, *arguments, **options):
    line = connect(*arguments, **options)
    line.expect(LIST)
    return line


def row(line):
    """The row of the pair that the cursor is on; None where no pair is shown."""
    found = re.search(r"row (\d+)/", line.text)
    return found and int(found[1])


def test_it_lists_reads_and_compares(connect):
    line = opened(connect, size=(80, 24))
    assert line.full_screen
    line.press("enter")
    line.expect("f page")
    line.press("q")
    line.expect(LIST)
    line.type(TO_A_AND_D)
    line.expect(lambda seen: "A ⇄ D" in seen.text and row(seen) == 1)
    line.resize(120, 40)
    line.expect(lambda seen: "q back" in seen.rows[-1])


def test_by_itself_it_uses_the_terminals_own_colours_and_no_mouse(connect):
    line = opened(connect)
    line.type(TO_A_AND_D)
    line.expect("A ⇄ D")
    line.press("Q")
    assert line.expect_exit() == 0
    assert colours(line.raw) == {"16"}
    assert not any(mode in line.raw for mode in MOUSE)


def test_nothing_moves_in_steps(connect):
    line = opened(connect, answers="modern")
    line.press("enter")
    line.expect("f page")
    line.settle()
    for key in ("f", "b", "G"):
        before = len(line.raw)
        line.press(key)
        line.expect(lambda seen, before=before: len(seen.raw) > before)
        line.settle()
        assert line.raw[before:].count(b"\x1b[?2026h") <= 2, "more than the page and then the line that tells the place"


@pytest.mark.parametrize(
    ("arguments", "far", "palettes"),
    [
        (("--colors", "true"), (), {"truecolor"}),
        (("--colors", "mono"), (), set()),
        ((), ("SUMMIT_COLORS=256",), {"256"}),
    ],
)
def test_the_colours_can_be_set(connect, arguments, far, palettes):
    line = opened(connect, *arguments, far=far)
    line.press("Q")
    assert line.expect_exit() == 0
    assert colours(line.raw) == palettes


def test_the_mouse_can_be_set_and_is_heard_over_the_line(connect):
    line = opened(connect, "--mouse")
    title = "Putin Claims Victory"
    line.expect(lambda seen: seen.mode(1003))
    line.settle()
    line.click(4, line.row_of(title))
    line.settle()
    line.press("enter")
    line.expect(lambda seen: "f page" in seen.text and title in seen.flowing)
    line.press("Q")
    assert line.expect_exit() == 0
    assert line.left_on() == ()


def test_keys_typed_ahead_are_all_obeyed(connect):
    steady, hurried = opened(connect), opened(connect)
    for key in TO_A_AND_D[:-1]:
        steady.press(key)
        steady.settle(0.1)
    steady.press("c")
    steady.expect(lambda seen: row(seen) == 1)
    for _ in range(3):
        before = row(steady)
        steady.press("]")
        steady.expect(lambda seen, before=before: row(seen) != before)
    hurried.type(TO_A_AND_D + "]]]")
    hurried.expect(lambda seen: row(seen) == row(steady))
    for line in (steady, hurried):
        line.expect(lambda seen: "! …" not in seen.text)  # its candidates for conflict follow a pair
        line.settle()
    assert hurried.rows == steady.rows


def test_keys_typed_before_it_is_there_are_all_obeyed(connect):
    line = connect()
    line.type(TO_A_AND_D + "]]]")
    line.expect(lambda seen: "A ⇄ D" in seen.text and (row(seen) or 0) > 1)
    line.type("Q")
    assert line.expect_exit() == 0
