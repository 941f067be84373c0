"""Every pair of the list is brought to be judged, the closest first and while others are still aligned."""

from itertools import combinations
from threading import Event

import pytest

from tests.app.test_opening import shown, until
from tests.app.test_review import ANN, kept, path, progress, reviewing  # noqa: F401 (fixtures)
from tui.app.sitting.session import Session
from tui.app.work import queueing
from tui.articles import Collection, find_sources
from tui.comparer import Comparer
from tui.settings import Settings

TIDES = (
    "The lighthouse keeper counted herring gulls above the breakwater.",
    "Cabbage prices fell at the covered market.",
    "Herring gulls above the breakwater troubled the lighthouse keeper.",
    "Covered market traders lowered cabbage prices again.",
)


@pytest.fixture
def session(tmp_path):
    for number, text in enumerate(TIDES):
        (tmp_path / f"{number}.txt").write_text(f"Item {number}\n\n{text} Nothing else happened on day {number}.\n")
    return Session.opened(Collection(find_sources([str(tmp_path)])), Comparer(), Settings())


def test_every_pair_comes_once_and_first_those_that_share_most(session, monkeypatch):
    monkeypatch.setattr(queueing, "_FEW", 0)
    found = [tuple(pair) for pair in queueing.every_pair(session, lambda _: None)]
    assert sorted(found) == list(combinations(range(4), 2))
    assert set(found[:2]) == {(0, 2), (1, 3)}


def test_few_pairs_come_in_the_order_of_the_list_and_look_nothing_up(session):
    assert [tuple(pair) for pair in queueing.every_pair(session, lambda _: None)] == list(combinations(range(4), 2))
    assert session._finding is None


async def test_a_bound_on_pairs_is_said_in_the_title(reviewing, monkeypatch):  # noqa: F811
    async with reviewing(pair=None) as reader:
        monkeypatch.setattr(queueing, "MOST", 1)
        await reader.press("colon", *"queue", "enter")
        assert "the 1 closest of 3 pairs" in reader.title
        assert progress(reader) == (0, 3)


@pytest.fixture
def gate(monkeypatch):
    """Shows each pair as soon as it is aligned, and holds back the second until it is opened or given up."""
    opened, align = Event(), queueing.reviewed_pair

    def held(session, pair, progress):
        while tuple(pair) == (0, 2) and not opened.wait(0.01):
            progress(0.0)
        return align(session, pair, progress)

    monkeypatch.setattr(queueing, "_QUIET_SECONDS", -1)
    monkeypatch.setattr(queueing, "reviewed_pair", held)
    yield opened
    opened.set()


async def test_what_is_aligned_is_judged_while_more_comes_in_around_the_cursor(reviewing, path, gate):  # noqa: F811
    async with reviewing(pair=None) as reader:
        for key in ("colon", *"queue", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "0/3 reviewed")
        assert "aligning … 33%" in reader.status
        for key in ("exclamation_mark", "j"):
            reader.app.simulate_key(key)
        await shown(reader, "1/3 reviewed")
        await until(reader, lambda: reader.view.port.cursor == 2)
        here = reader.view.entry
        gate.set()
        await until(reader, lambda: "aligning" not in reader.status)
        await reader.settle()
        assert progress(reader) == (1, 6)
        assert reader.view.entry == here
        assert kept(path) == ["conflict"]


async def test_stopping_keeps_what_is_aligned(reviewing, gate):  # noqa: F811
    async with reviewing(pair=None) as reader:
        for key in ("colon", *"queue", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "0/3 reviewed")
        for key in ("colon", *"stop", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "stopped")
        await reader.settle()
        await reader.press("a")
        assert progress(reader) == (1, 3)
