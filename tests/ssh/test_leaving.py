"""However a session over ssh ends, the near terminal is clean and nothing runs on at the far end."""

import os
import shlex
import signal

import pytest

from tests.ssh.server import ended
from tests.terminal.harness import SUMMIT

OPENED = {"list": "", "article": "\r", "pair": " jjjc"}
SHOWN = {"list": "space mark", "article": "f page", "pair": "row 1/"}


def reading(connect, screen="list", **options):
    """The reader at one of its screens, over ssh."""
    line = connect(**options)
    line.expect(SHOWN["list"])
    line.type(OPENED[screen])
    line.expect(SHOWN[screen])
    return line


def test_quitting_is_told_to_the_near_shell(connect, server):
    line = reading(connect)
    started = server.processes()
    assert line.far_pid in started
    line.press("q")
    assert line.expect_exit() == 0
    assert line.left_on() == ()
    assert ended(started) == ()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_the_far_end_leaves_the_near_terminal_clean(connect, number):
    line = reading(connect, "pair")
    os.kill(line.far_pid, number)
    assert line.expect_exit() == 128 + number
    assert line.left_on() == ()


@pytest.mark.parametrize("screen", ["list", "pair"])
def test_nothing_runs_on_where_the_near_client_is_killed(connect, server, screen):
    line = reading(connect, screen)
    started = server.processes()
    line.signal(signal.SIGKILL)
    assert line.expect_exit() == -signal.SIGKILL
    assert ended(started) == ()


def test_nothing_runs_on_where_the_near_terminal_is_closed(connect, server):
    line = reading(connect, "pair")
    started = server.processes()
    line.hang_up()
    assert ended(started) == ()


def test_nothing_runs_on_where_the_line_is_lost_before_it_is_open(connect, server):
    line = connect()
    line.expect(lambda seen: seen.full_screen)
    started = server.processes()
    line.hang_up()
    assert ended(started) == ()


def test_after_a_lost_line_one_goes_on_in_a_new_one(connect, server):
    lost = reading(connect, "article")
    started = server.processes()
    lost.signal(signal.SIGKILL)
    assert ended(started) == ()
    again = reading(connect, "article")
    again.press("Q")
    assert again.expect_exit() == 0
    assert again.left_on() == ()


def test_one_line_is_lost_and_another_is_read_on(connect, server):
    kept, before = reading(connect, "pair"), server.processes()
    lost = reading(connect, "pair")
    started = set(server.processes()) - set(before)
    lost.hang_up()
    assert ended(started) == ()
    kept.press("q")
    kept.expect(SHOWN["list"])


def test_it_pauses_to_the_far_shell_and_comes_back(shell, tmp_path):
    line = shell()
    line.type("PS1='rea''dy> '\r")
    line.expect("ready>")
    line.type(f"HOME={shlex.quote(str(tmp_path))} {shlex.join(SUMMIT)}\r")
    line.expect(lambda seen: seen.full_screen and SHOWN["list"] in seen.text)
    line.press("ctrl+z")
    line.expect(lambda seen: not seen.full_screen and seen.text.count("ready>") == 2)
    assert set(line.left_on()) <= {"line settings"}
    line.type("fg\r")
    line.expect(lambda seen: seen.full_screen and SHOWN["list"] in seen.text)
    line.press("j", "enter")
    line.expect(SHOWN["article"])
    line.press("Q")
    line.expect(lambda seen: not seen.full_screen and seen.text.count("ready>") == 3)
    line.type("exit\r")
    assert line.expect_exit() == 0
    assert line.left_on() == ()
