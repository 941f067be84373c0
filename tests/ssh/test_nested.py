"""Over ssh, inside tmux, inside screen: what many people sit in front of."""

import shlex
import shutil
import signal
import subprocess

import pytest

from tests.terminal.harness import SUMMIT, Terminal

LIST, PAIR = "space mark", "row 1/"
FEW_COLOURS = {"TERM": "xterm", "COLORTERM": None}


@pytest.fixture
def session(server, tmp_path):
    """Opens lines to one tmux at the far end, which runs the reader in a screen from the first line on."""
    programs = {name: shutil.which(name) for name in ("tmux", "screen")}
    if lacking := [name for name, path in programs.items() if path is None]:
        pytest.skip(f"not installed: {', '.join(lacking)}")
    (tmp_path / "screenrc").write_text("startup_message off\nmaptimeout 10\n")
    (tmp_path / "screens").mkdir(mode=0o700)
    home = (f"HOME={tmp_path}", f"SCREENDIR={tmp_path / 'screens'}")
    reader = shlex.join(("env", *home, programs["screen"], "-c", str(tmp_path / "screenrc"), *SUMMIT))
    tmux = (programs["tmux"], "-S", str(tmp_path / "socket"), "-f", "/dev/null")
    options = ("start-server", ";", "set", "-g", "default-terminal", "screen", ";", "set", "-s", "escape-time", "10")
    lines = []

    def line():
        command = server.command(*tmux, *options, ";", "new-session", "-A", "-s", "reading", reader)
        lines.append(Terminal(command, home=tmp_path, size=(80, 24), variables=FEW_COLOURS))
        return lines[-1]

    yield line
    for each in lines:
        each.close()
    for command in (("env", *home, programs["screen"], "-X", "quit"), (*tmux, "kill-server")):
        subprocess.run(command, check=False, capture_output=True, timeout=30)


def test_a_pair_is_read_and_left(session):
    line = session()
    line.expect(LIST)
    line.type(" jjjc")
    line.expect(PAIR)
    line.press("]", "]")
    line.expect("row 3/")
    line.press("pagedown", "f1")
    line.expect("Keys")
    line.press("escape")
    line.expect(lambda seen: "Keys" not in seen.text and "? more" in seen.text)
    line.press("Q")
    assert line.expect_exit() == 0
    assert line.left_on() == ()


def test_after_a_lost_line_the_same_screen_is_there(session):
    lost = session()
    lost.expect(LIST)
    lost.type(" jjjc")
    lost.expect(PAIR)
    lost.press("]", "]")
    lost.expect("row 3/")
    lost.settle()
    lost.signal(signal.SIGKILL)
    lost.expect_exit()
    again = session()
    again.expect("row 3/")
    again.settle()
    assert again.rows[:22] == lost.rows[:22]
