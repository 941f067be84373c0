"""Settings in a real terminal: what the terminal is asked for, and what is told before the reader opens."""

import pytest

from tests.terminal.emulator import colours

LIST = "space mark"
MOUSE = b"\x1b[?1003h"


@pytest.mark.parametrize(
    ("arguments", "variables", "listens"),
    [
        ((), {}, True),
        (("--no-mouse",), {}, False),
        ((), {"SUMMIT_MOUSE": "off"}, False),
        ((), {"SSH_TTY": "/dev/pts/9"}, False),
        (("--mouse",), {"SSH_TTY": "/dev/pts/9"}, True),
    ],
)
def test_the_mouse_is_asked_for_only_where_it_is_wanted(summit, arguments, variables, listens):
    terminal = summit(*arguments, variables=variables)
    terminal.expect(LIST)
    assert (MOUSE in terminal.raw) is listens


@pytest.mark.parametrize(
    ("arguments", "variables", "palettes"),
    [
        (("--colors", "256"), {}, {"256"}),
        (("--colors", "mono"), {}, set()),
        (("--colors", "true"), {"NO_COLOR": "1"}, {"truecolor"}),
        ((), {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, {"16"}),
        ((), {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "SUMMIT_COLORS": "true"}, {"truecolor"}),
    ],
)
def test_the_colours_are_those_that_are_set(summit, arguments, variables, palettes):
    terminal = summit(*arguments, variables=variables)
    terminal.expect(LIST)
    terminal.press("j")
    terminal.settle()
    assert colours(terminal.raw) == palettes


def test_a_clash_is_told_before_the_reader_opens_and_in_it(summit, tmp_path):
    (tmp_path / "mine.toml").write_text('[keys]\n"diff.next-hunk" = "n"\n')
    terminal = summit(variables={"SUMMIT_CONFIG": str(tmp_path / "mine.toml")})
    clash, decided = "n: search.next vs diff.next-hunk", " (using diff.next-hunk)"
    terminal.expect(lambda seen: clash in seen.text and LIST in seen.text)
    assert terminal.raw.index(f"summit-tui: {clash}{decided}".encode()) < terminal.raw.index(b"\x1b[?1049h")
    terminal.press("\x11")
    assert terminal.expect_exit() == 0
