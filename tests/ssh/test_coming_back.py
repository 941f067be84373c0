"""A lost line loses no place and leaves nothing busy; and what is typed over a line ends where it would at home."""

import contextlib
import re
import signal
from pathlib import Path

import pytest

from tests.ssh.server import ended
from tests.terminal.harness import SUMMIT, Terminal

SMALL, LARGE = (80, 24), (120, 40)
PLACE = re.compile(r" s(\d+)/\d+ +\d+%")
IDLE_TICKS = 5
"""Of a hundred in a second: what a process may use that has nothing to do."""


def place(seen):
    """The number of the sentence that the cursor is on; None where no text is shown."""
    found = PLACE.search(seen.text)
    return found and int(found[1])


def under_cursor(seen):
    """The words beside the cursor, however the page is laid out."""
    return next(row for row in seen.rows if row.startswith("▎"))


def lose_client(line):
    line.signal(signal.SIGKILL)
    line.expect_exit()


def lose_terminal(line):
    line.hang_up()


def opened(connect, *arguments, **options):
    line = connect(*arguments, **options)
    line.expect(place)
    return line


def moved(line, keys):
    """The place after the keys, which do not lead to where one is."""
    before = place(line)
    line.type(keys)
    line.expect(lambda seen: place(seen) not in (None, before))
    line.settle()
    return place(line)


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize("lose", [lose_client, lose_terminal])
def test_a_pair_is_where_it_was_when_the_line_was_lost(connect, server, lose, size):
    line = opened(connect, "B", "E", size=size)
    left, started = moved(line, "20j"), server.processes()
    words = under_cursor(line)
    lose(line)
    assert ended(started) == ()
    again = opened(connect, "B", "E", size=size)
    again.expect(lambda seen: place(seen) == left)
    assert under_cursor(again)[:40] == words[:40]


@pytest.mark.parametrize("lose", [lose_client, lose_terminal])
def test_an_article_is_where_it_was_when_the_line_was_lost(connect, server, lose):
    line = connect(size=SMALL)
    line.expect("space mark")
    line.press("enter")
    line.expect(place)
    left, started = moved(line, "12)"), server.processes()
    lose(line)
    assert ended(started) == ()
    again = connect(size=SMALL)
    again.expect("space mark")
    again.press("enter")
    again.expect(lambda seen: place(seen) == left)


def test_a_line_that_falls_silent_leaves_the_reader_asleep_and_is_taken_up_again(connect):
    line = opened(connect, "B", "E", size=SMALL)
    line.settle()
    line.signal(signal.SIGSTOP)
    line.expect_stop()
    before = ticks(line.far_pid)
    line.sent_within(1.0)
    assert ticks(line.far_pid) - before <= IDLE_TICKS
    line.resume()
    line.type("]")
    line.expect(lambda seen: place(seen) not in (None, 1))


def ticks(pid):
    """The CPU time that a process has used, in hundredths of a second on most machines."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def test_a_held_key_pages_a_search_and_a_new_size_end_where_they_would_at_home(connect, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    variables = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22", "COLORTERM": None}
    with contextlib.closing(Terminal((*SUMMIT, "B", "E"), home=home, size=SMALL, variables=variables)) as near:
        far = connect("B", "E", size=SMALL)
        for seen in (near, far):
            seen.expect(lambda seen: place(seen) and "! …" not in seen.text)  # candidates follow a pair
            moved(seen, "j" * 40)
            moved(seen, "f" * 3)
            moved(seen, "/Putin\r")
            moved(seen, "n" * 5)
            seen.resize(*LARGE)
            seen.expect(lambda seen: seen.rows[-1].endswith("? more"))
            seen.settle()
            moved(seen, "b")
        assert far.rows == near.rows
