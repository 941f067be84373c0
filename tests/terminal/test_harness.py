"""The terminal that the other tests trust: what it shows, answers and notices."""

import shutil
import signal
import sys

import pytest

from tests.terminal.emulator import Emulator, colours

QUERY_SCRIPT = r"""
import os, select, sys, tty
tty.setraw(0)
os.write(1, b"\x1b[c\x1b[?2026$p\x1b]11;?\x07\x1b[3;4H\x1b[6n")
got = b""
while b"R" not in got and select.select([0], [], [], 1)[0]:
    got += os.read(0, 100)
os.write(1, repr(got).encode())
os.read(0, 1)
"""


SIZE_SCRIPT = """
import os, signal
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGWINCH})
while True:
    print(*os.get_terminal_size(), flush=True)
    signal.sigwait({signal.SIGWINCH})
"""


@pytest.fixture
def emulator():
    return Emulator(20, 5, answers="none", reply=lambda _: None)


def script(text):
    return (sys.executable, "-IS", "-c", text)


def test_what_is_sent_in_any_pieces_is_drawn_once(emulator):
    for byte in "é\x1b[1;3H\x1b[>1u\x1b]2;title\x07\x1b[38;2;1;2;3m漢字\x1b[?2026$p\x1b[mx".encode():
        emulator.feed(bytes([byte]))
    assert emulator.screen.display[0].rstrip() == "é 漢字x"
    assert emulator.screen.buffer[0][2].fg == "010203"
    assert emulator.queries == ["?2026$p"]


def test_the_main_screen_stands_again_after_the_alternate_one(emulator):
    emulator.feed(b"before\x1b[?1049hfull")
    assert emulator.screen.display[0].rstrip() == "full"
    emulator.feed(b"\x1b[?1049l")
    assert emulator.screen.display[0].rstrip() == "before"


def test_repeated_characters_and_scrolled_regions_are_drawn(emulator):
    emulator.feed(b"a\x1b[3b\r\nb\r\nc\r\nd\x1b[2;3r\x1b[S\x1b[r\x1b[4;1H")
    assert [row.rstrip() for row in emulator.screen.display] == ["aaaa", "c", "", "d", ""]


@pytest.mark.parametrize(("cursor", "kept"), [(1, "abc"), (5, "cde")])
def test_a_lower_screen_keeps_its_top_while_the_cursor_stays_in_sight(emulator, cursor, kept):
    emulator.feed(f"a\r\nb\r\nc\r\nd\r\ne\x1b[{cursor};1H".encode())
    emulator.resize(20, 3)
    assert "".join(row.strip() for row in emulator.screen.display) == kept
    emulator.resize(30, 5)
    emulator.feed(b"x")
    assert emulator.screen.display[0 if cursor == 1 else 2].startswith("x")


@pytest.mark.parametrize(
    ("sent", "left"),
    [
        ("\x1b[?1049h", "alternate screen"),
        ("\x1b[?25l", "hidden cursor"),
        ("\x1b[?1000h\x1b[?1006h\x1b[?1000l", "mouse in decimal"),
        ("\x1b[?2004h", "bracketed paste"),
        ("\x1b[>25u", "kitty keyboard"),
        ("\x1b=", "application keypad"),
        ("\x1b[?7l", "no line wrap"),
        ("\x1b[1;31m", "text attributes"),
        ("\x1b[?9001h", "mode 9001"),
    ],
)
def test_what_a_program_leaves_behind_is_named(emulator, sent, left):
    emulator.feed(sent.encode())
    assert left in emulator.left_on()


def test_a_program_that_takes_back_all_leaves_nothing(emulator):
    emulator.feed(b"\x1b[?1049h\x1b[?25l\x1b[>1u\x1b[?1003h\x1b=\x1b[31mx")
    emulator.feed(b"\x1b[m\x1b>\x1b[?1003l\x1b[<u\x1b[?25h\x1b[?1049l")
    assert emulator.left_on() == ()


@pytest.mark.parametrize(
    ("sent", "palettes"),
    [
        (b"\x1b[1;4;7mx\x1b[0;39;49m\x1b[38;1H", set()),
        (b"\x1b[1;31m", {"16"}),
        (b"\x1b[48;5;9;1m", {"256"}),
        (b"\x1b[38;2;31;5;97m", {"truecolor"}),
        (b"\x1b[97;100m\x1b[58;5;1m", {"16", "256"}),
    ],
)
def test_colours_are_told_from_attributes_and_by_their_palette(sent, palettes):
    assert colours(sent) == palettes


@pytest.mark.parametrize(
    ("answers", "synchronized"), [("xterm", "?2026;0$y"), ("modern", "?2026;2$y"), ("none", "b''")]
)
def test_queries_are_answered_as_the_terminal_would(start, answers, synchronized):
    terminal = start(script(QUERY_SCRIPT), answers=answers)
    terminal.expect(synchronized)
    assert (("3;4R" in terminal.text) and ("]11;rgb:" in terminal.text)) is (answers != "none")
    assert terminal.queries == ("c", "?2026$p", "]11;?", "6n")


def test_a_program_is_stopped_and_goes_on_as_under_a_shell(start):
    terminal = start(script("input('first '); input('second ')"))
    terminal.expect("first")
    terminal.press("ctrl+z")
    terminal.expect_stop()
    terminal.resume()
    terminal.press("enter")
    terminal.expect("second")
    terminal.press("enter")
    assert terminal.expect_exit() == 0


def test_a_new_size_reaches_the_program(start):
    terminal = start(script(SIZE_SCRIPT), size=(100, 30))
    terminal.expect("100 30")
    terminal.resize(80, 24)
    terminal.expect("80 24")


def test_a_signal_and_a_lost_terminal_end_a_program(start):
    waiting = script("import signal; print('ready', flush=True); signal.pause()")
    killed, lost = start(waiting), start(waiting)
    killed.expect("ready")
    killed.signal(signal.SIGTERM)
    assert killed.expect_exit() == -signal.SIGTERM
    lost.expect("ready")
    lost.hang_up()
    assert lost.expect_exit() == -signal.SIGHUP


def test_settings_of_the_line_count_as_left_behind(start):
    terminal = start(script("import tty; tty.setraw(0); print('done')"))
    terminal.expect("done")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ("line settings",)


def test_a_missing_screen_is_told_with_what_stands_there(start):
    terminal = start(script("print('something else')"))
    with pytest.raises(AssertionError, match=r"'nothing' did not come; exit status 0(?s:.*)something else"):
        terminal.expect("nothing")


def test_a_full_screen_pager_is_shown_and_left(start, tmp_path):
    if shutil.which("less") is None:
        pytest.skip("less is not installed")
    (tmp_path / "long.txt").write_text("".join(f"line {number}\n" for number in range(200)))
    terminal = start(("less", "long.txt"), size=(60, 10))
    terminal.expect("line 8")
    terminal.press("G")
    terminal.expect("line 199")
    terminal.press("q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


def test_a_program_just_started_is_ended_at_once(start):
    terminal = start(script("input()"))
    terminal.close()
