"""However the reader ends or pauses, the terminal is as it was."""

import re
import shutil
import signal

import pytest

OPENED = {"list": (), "article": ("enter",), "pair": ("space", "j", "space", "c")}
SHOWN = {"list": "space mark", "article": "f page", "pair": "row 1/"}


def reading(summit, screen, **options):
    """The reader at one of its screens."""
    terminal = summit(**options)
    terminal.expect(SHOWN["list"])
    terminal.press(*OPENED[screen])
    terminal.expect(SHOWN[screen])
    return terminal


@pytest.mark.parametrize("screen", OPENED)
def test_it_pauses_repaints_and_leaves_with_a_clean_terminal(summit, screen):
    terminal = reading(summit, screen)
    terminal.press("ctrl+z")
    terminal.expect_stop()
    assert terminal.left_on() == ()
    assert not terminal.full_screen
    terminal.resume()
    terminal.expect(lambda seen: seen.full_screen and SHOWN[screen] in seen.text)
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


@pytest.mark.parametrize("key", ["ctrl+q", "Z Z", ": q enter", "q", "? ctrl+q"])
def test_each_way_out_leaves(summit, key):
    terminal = summit()
    terminal.expect(SHOWN["list"])
    terminal.press(*key.split())
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("screen", ["list", "pair"])
def test_a_signal_ends_it_with_a_clean_terminal(summit, screen, number):
    terminal = reading(summit, screen)
    terminal.signal(number)
    assert terminal.expect_exit() in {128 + number, -number}
    assert terminal.left_on() == ()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("screen", ["article", "pair"])
def test_what_was_read_is_found_again_after_a_signal(summit, screen, number):
    place = re.compile(r" s(\d+)/\d+ +\d+%")
    terminal = reading(summit, screen, size=(80, 24))
    terminal.type("9)")
    terminal.expect(lambda seen: (found := place.search(seen.text)) and int(found[1]) > 4)
    terminal.settle()
    left = place.search(terminal.text)[1]
    terminal.signal(number)
    terminal.expect_exit()
    again = summit(size=(80, 24))
    again.expect(SHOWN["list"])
    again.press(*OPENED[screen])
    again.expect(lambda seen: (found := place.search(seen.text)) and found[1] == left)


def test_a_signal_in_its_first_moments_leaves_a_clean_terminal(summit):
    terminal = summit()
    terminal.expect(lambda seen: seen.full_screen)
    terminal.signal(signal.SIGTERM)
    assert terminal.expect_exit() in {128 + signal.SIGTERM, -signal.SIGTERM}
    assert terminal.left_on() == ()


def test_it_ends_when_its_terminal_is_gone(summit):
    terminal = reading(summit, "pair")
    terminal.hang_up()
    assert terminal.expect_exit() != 0


def test_it_repaints_to_the_size_it_finds_when_it_goes_on(summit):
    terminal = summit(size=(120, 40))
    terminal.expect(SHOWN["list"])
    terminal.press("ctrl+z")
    terminal.expect_stop()
    terminal.resize(80, 24)
    terminal.resume()
    terminal.expect(lambda seen: seen.full_screen and SHOWN["list"] in seen.text)
    terminal.settle()
    assert terminal.rows[-1]


@pytest.mark.parametrize("answers", ["none", "modern"])
def test_other_terminals_are_left_clean_too(summit, answers):
    terminal = reading(summit, "article", answers=answers)
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


@pytest.mark.parametrize("screen", OPENED)
def test_nothing_is_sent_while_nothing_happens(summit, screen):
    terminal = reading(summit, screen)
    terminal.settle(1.0)
    assert terminal.sent_within(1.0) == b""


def test_it_works_inside_a_multiplexer(start, tmp_path):
    tmux = shutil.which("tmux")
    if tmux is None:
        pytest.skip("tmux is not installed")
    from tests.terminal.harness import SUMMIT

    server = (tmux, "-S", str(tmp_path / "socket"), "-f", "/dev/null")
    terminal = start((*server, "new-session", *SUMMIT))
    terminal.expect(SHOWN["list"])
    terminal.press(*OPENED["pair"])
    terminal.expect(SHOWN["pair"])
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()
