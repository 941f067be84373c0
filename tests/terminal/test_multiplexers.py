"""Inside tmux and screen, and in one inside the other, as far as to 80x24 with 16 colours."""

import shlex
import shutil
import subprocess

import pytest

from tests.terminal.emulator import colours
from tests.terminal.harness import KEYS, SUMMIT
from tui.key_names import key_name
from tui.keys import TABLE

LIST, PAIR = "space mark", "row 1/"
FEW_COLOURS = {"TERM": "xterm", "COLORTERM": None}
AROUND = ["tmux", "screen", "tmux in tmux", "screen in tmux", "tmux in screen"]
PREFIXES = {"ctrl+a", "ctrl+b"}
"""The keys that screen and tmux keep for themselves."""


@pytest.fixture
def inside(start, tmp_path):
    """Starts a program inside multiplexers, which end with the test: `inside("tmux in screen", *command)`."""
    quits = []
    (tmp_path / "screenrc").write_text("startup_message off\nmaptimeout 10\n")
    (tmp_path / "screens").mkdir(mode=0o700)

    def wrapped(name, number, command):
        program = shutil.which(name)
        if program is None:
            pytest.skip(f"{name} is not installed")
        if name == "screen":
            screen = ("env", f"SCREENDIR={tmp_path / 'screens'}", program, "-c", str(tmp_path / "screenrc"))
            quits.append((*screen, "-X", "quit"))
            return (*screen, *command)
        tmux = (program, "-S", str(tmp_path / f"socket{number}"), "-f", "/dev/null")
        quits.append((*tmux, "kill-server"))
        options = (
            "start-server",
            ";",
            "set",
            "-g",
            "default-terminal",
            "screen",
            ";",
            "set",
            "-s",
            "escape-time",
            "10",
        )
        return ("env", "-u", "TMUX", *tmux, *options, ";", "new-session", shlex.join(command))

    def started(around, *command, **options):
        for number, name in enumerate(around.split(" in ")):
            command = wrapped(name, number, command)
        return start(command, size=(80, 24), variables=FEW_COLOURS, **options)

    yield started
    for command in quits:
        subprocess.run(command, check=False, capture_output=True, timeout=30)


@pytest.mark.parametrize("around", AROUND)
def test_the_whole_flow_works_and_the_terminal_is_left_clean(inside, around):
    terminal = inside(around, *SUMMIT)
    terminal.expect(LIST)
    terminal.press("enter")
    terminal.expect("f page")
    terminal.type("/Putin\r")
    terminal.expect("1/")
    terminal.press("q")
    terminal.expect(LIST)
    terminal.press("space", "j", "space", "c")
    terminal.expect(PAIR)
    terminal.press("]", "]")
    terminal.expect("row 3/")
    terminal.settle()
    assert "▎" in terminal.text
    terminal.press("Q")
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()
    assert colours(terminal.raw) <= {"16"}


@pytest.mark.parametrize("around", ["tmux in tmux", "screen in tmux"])
def test_a_step_changes_few_cells(inside, around):
    """Multiplexers send on what changed between two pictures; what is drawn anew in place costs the line nothing."""
    terminal = inside(around, *SUMMIT)
    terminal.expect(LIST)
    terminal.press("space", "j", "space", "c")
    terminal.expect(PAIR)
    terminal.settle()
    before = len(terminal.raw)
    terminal.press("j")
    terminal.expect(lambda seen: len(seen.raw) > before)
    terminal.settle()
    assert len(terminal.raw) - before < 80 * 24 / 2


@pytest.mark.parametrize("around", ["tmux", "screen", "screen in tmux"])
def test_every_key_of_the_reader_arrives(inside, around):
    terminal = inside(around, *SUMMIT, "doctor", "--keys")
    terminal.expect("ctrl+c ends.")
    actions = [{*key.keys.split(",")} - {*PREFIXES, "ctrl+c"} for key in TABLE.values()]
    assert [keys for keys in actions if not keys] == [set()], "only ctrl+c has no other key, and ends what names them"
    for key in sorted(set().union(*actions)):
        terminal.press(key if key in KEYS or key.startswith("ctrl+") else key_name(key))
        terminal.expect(lambda seen, key=key: last_named(seen) == key_name(key))


def last_named(terminal):
    """The first word of the last row that is not a multiplexer's own."""
    rows = [row for row in terminal.rows if row and not row.startswith("[0] ")]
    return rows[-1].split()[0]


def test_a_copy_is_in_the_buffer_of_tmux(inside, tmp_path):
    terminal = inside("tmux", *SUMMIT)
    terminal.expect(LIST)
    terminal.press("enter")
    terminal.expect("f page")
    terminal.settle()
    terminal.press("y")
    terminal.expect("tmux buffer")
    show = (shutil.which("tmux"), "-S", str(tmp_path / "socket0"), "show-buffer")
    copied = subprocess.run(show, capture_output=True, text=True, check=True).stdout
    assert copied.strip() == (tmp_path / ".local/state/summit-tui/yank.txt").read_text().strip()
