"""`doctor` on real terminals: what it asks, what it mends, and which keys it names."""

import signal
import sys

import pytest

BREAK = (
    "import sys, tty, time; tty.setraw(0);"
    r"sys.stdout.write('\x1b[?1049h\x1b[?1;1000;1002;1003;1004;1006;1015;1016;2004;2031;2026h\x1b[?25;7l\x1b[>25u\x1b='"
    r"'\x1b[2;5r\x1b[1;31;7m\x1b(0\x1b[4h\x1b]52;c;cut off');"
    "sys.stdout.flush()"
)
THEN_MEND = f"import os, sys; exec({BREAK!r}); os.execv(sys.executable, [sys.executable, '-m', 'tui', *sys.argv[1:]])"


def test_reset_mends_all_that_was_left_broken(start):
    broken = start((sys.executable, "-c", BREAK))
    broken.expect_exit()
    assert {"line settings"} <= set(broken.left_on())
    terminal = start((sys.executable, "-c", THEN_MEND, "doctor", "--reset"))
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()
    assert not terminal.full_screen
    assert "The terminal is mended." in terminal.text


def test_reset_leaves_a_sound_terminal_as_it_is(start):
    script = "import os, sys; print('one'); print('two', flush=True); os.execv(sys.executable, sys.argv)"
    terminal = start(
        (
            sys.executable,
            "-c",
            script.replace("sys.argv)", "[sys.executable, *sys.argv[1:]])"),
            "-m",
            "tui",
            "doctor",
            "--reset",
        )
    )
    assert terminal.expect_exit() == 0
    assert terminal.rows[:2] == ["one", "two"]
    assert terminal.rows[2].startswith("The terminal is mended.")
    assert terminal.left_on() == ()


def test_reset_mends_the_terminal_though_its_output_goes_elsewhere(start):
    inner = (
        "import subprocess as s, sys; s.run([sys.executable, '-m', 'tui', 'doctor', '--reset'], stdin=-3, stdout=-3)"
    )
    terminal = start((sys.executable, "-c", f"exec({BREAK!r}); {inner}"))
    assert terminal.expect_exit() == 0
    assert terminal.left_on() == ()


@pytest.mark.parametrize(("answers", "value"), [("modern", "yes"), ("xterm", "no"), ("none", "not answered")])
def test_it_asks_the_terminal_and_leaves_no_trace(summit, answers, value):
    terminal = summit("doctor", answers=answers)
    assert terminal.expect_exit() == 0
    assert terminal.rows[0].startswith("terminal")
    assert terminal.rows[terminal.row_of("synchronized")].split(maxsplit=1)[1].startswith(value)
    assert "120 columns, 40 rows" in terminal.text
    assert terminal.left_on() == ()


@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"TERM": None}, {"TERM_PROGRAM": "Apple_Terminal"}])
def test_some_terminals_are_not_asked(summit, variables):
    terminal = summit("doctor", variables=variables)
    assert terminal.expect_exit() == 0
    assert "not asked" in terminal.text
    assert b"\x1b" not in terminal.raw


def naming(summit, **options):
    terminal = summit("doctor", "--keys", **options)
    terminal.expect("ctrl+c ends.")
    return terminal


def named(terminal):
    return [row.split()[0] for row in terminal.rows[1:] if row]


def test_keys_are_named_until_q_is_pressed_twice(summit):
    terminal = naming(summit)
    terminal.press("j", "pagedown", "f1", "space", "tab", "ctrl+z", "ctrl+s", "shift+tab", "q", "up", "q", "q")
    assert terminal.expect_exit() == 0
    expected = ["j", "PgDn", "f1", "space", "tab", "ctrl+z", "ctrl+s", "shift+tab", "q", "↑", "q", "q"]
    assert named(terminal) == expected
    assert terminal.left_on() == ()


def test_a_lone_escape_is_a_key(summit):
    terminal = naming(summit)
    terminal.press("escape")
    terminal.expect("esc ")
    terminal.press("ctrl+c")
    assert terminal.expect_exit() == 0
    assert named(terminal) == ["esc", "ctrl+c"]
    assert terminal.left_on() == ()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_naming_with_a_clean_terminal(summit, number):
    terminal = naming(summit)
    terminal.press("j")
    terminal.expect("j ")
    terminal.signal(number)
    assert terminal.expect_exit() == 128 + number
    assert terminal.left_on() == ()


def test_the_naming_ends_when_its_terminal_is_gone(summit):
    terminal = naming(summit)
    terminal.hang_up()
    terminal.expect_exit()


def test_arrows_have_names_in_ascii_too(summit):
    terminal = naming(summit, variables={"LC_ALL": "C", "PYTHONUTF8": "0"})
    terminal.press("up", "ctrl+c")
    assert terminal.expect_exit() == 0
    assert named(terminal) == ["up", "ctrl+c"]
