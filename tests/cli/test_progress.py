"""How far long work is, on standard error."""

import io
import sys

import pytest

from tui.cli import progress
from tui.cli.progress import Progress
from tui.cli.sources import select


class Terminal(io.StringIO):
    """A standard error that people look at."""

    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes on by a second whenever it is looked at."""
    seconds = iter(range(1000))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(seconds)))


def test_a_terminal_is_told_how_far_it_is_on_one_line_that_goes(monkeypatch, clock):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Progress("reading", 8) as told:
        told.reach(2)
        told.reach_share(0.5)
    assert sys.stderr.getvalue().split("\r\x1b[K") == [
        "",
        "reading 2 of 8 (25%), 2 a second; ctrl+c stops",
        "reading 50%; ctrl+c stops",
        "",
    ]


def test_files_that_may_be_feeds_are_looked_into_with_a_count(monkeypatch, clock, tmp_path):
    for name in ("one.xml", "two.xml"):
        (tmp_path / name).write_text("<note>No feed.</note>")
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert len(select([str(tmp_path)]).chosen) == 2
    assert "looking into sources, 2 of 2 (100%)" in sys.stderr.getvalue()


@pytest.mark.parametrize("typed", [True, False])
def test_who_is_to_type_the_text_is_told_so(monkeypatch, typed):
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(sys, "stdin", Terminal() if typed else io.StringIO())
    select(["-"])
    assert ("ctrl+d on a line of its own ends it" in sys.stderr.getvalue()) is typed


def test_a_script_and_what_is_soon_done_hear_nothing(monkeypatch, clock):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with Progress("reading") as told:
        told.reach(2)
    assert sys.stderr.getvalue() == ""
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(progress, "QUIET_SECONDS", 60)
    with Progress("reading") as told:
        told.reach_share(0.5)
    assert sys.stderr.getvalue() == ""
