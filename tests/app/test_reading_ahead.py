"""Reading ahead never gets in the way of keys, and ends when it is told to."""

from threading import Thread

import pytest

from tui.app.work import reading_ahead
from tui.app.work.reading_ahead import ReadingAhead
from tui.articles import Collection, find_sources, reading


@pytest.fixture
def collection(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"Title {number}\n\nA sentence of its own.\n")
    return Collection(find_sources([str(tmp_path)]))


def known(collection):
    return [number for number in range(len(collection)) if collection.known(number) is not None]


def test_all_is_read_while_nobody_types(collection):
    reports = []
    ReadingAhead(collection, tuple, lambda: 60.0, lambda: reports.append(known(collection))).run()
    assert reports == [[0, 1, 2, 3, 4]]


def test_what_is_on_the_screen_is_read_first_and_told_of_at_once(collection):
    reports = []
    ReadingAhead(collection, lambda: (3, 2), lambda: 60.0, lambda: reports.append(known(collection))).run()
    assert reports == [[2, 3], [0, 1, 2, 3, 4]]


def test_what_is_told_of_already_is_not_told_again(collection):
    reports = []
    ReadingAhead(collection, lambda: range(5), lambda: 60.0, lambda: reports.append(known(collection))).run()
    assert reports == [[0, 1, 2, 3, 4]]


def test_what_is_on_the_screen_waits_less_long(collection):
    pauses = iter([reading_ahead.PAUSE_SECONDS] * 2)

    def quiet():
        pause = next(pauses, None)
        if pause is None:
            ahead.stop()
        return pause or 0.0

    ahead = ReadingAhead(collection, lambda: (1, 4), quiet, lambda: None)
    ahead.run()
    assert known(collection) == [1, 4]


def test_what_is_known_is_not_read_again(collection, monkeypatch):
    collection.summary(2)
    asked = []
    summary = collection.summary
    monkeypatch.setattr(collection, "summary", lambda number: asked.append(number) or summary(number))
    ReadingAhead(collection, tuple, lambda: 60.0, lambda: None).run()
    assert asked == [0, 1, 3, 4]


def test_nothing_is_read_while_somebody_types(collection):
    asked = []

    def typing():
        asked.append(known(collection))
        if len(asked) == 3:
            ahead.stop()
        return reading_ahead.QUIET_SECONDS - 0.001

    ahead = ReadingAhead(collection, tuple, typing, lambda: None)
    ahead.run()
    assert asked == [[], [], []]
    assert known(collection) == []


def test_it_stops_at_once_while_it_waits(collection):
    ahead = ReadingAhead(collection, tuple, lambda: -3600.0, lambda: None)
    thread = Thread(target=ahead.run)
    thread.start()
    ahead.stop()
    thread.join(10)
    assert not thread.is_alive()


def test_what_was_read_is_written_down_at_the_start_and_at_the_end(collection):
    collection.summary(3)
    kept = []
    ReadingAhead(
        collection, tuple, lambda: 60.0, lambda: None, lambda: kept.append([s.label for s in collection.fresh()])
    ).run()
    assert kept == [["D"], ["A", "B", "C", "E"]]


def test_what_is_remembered_is_not_read(collection, monkeypatch):
    summaries = {collection.source(number): collection.summary(number) for number in range(5)}
    again = Collection(summaries)
    again.remembered = summaries.get
    monkeypatch.setattr(reading, "read", lambda source: pytest.fail(f"{source.name} was read"))
    ReadingAhead(again, tuple, lambda: 60.0, lambda: None).run()
    assert known(again) == [0, 1, 2, 3, 4]
    assert again.fresh() == ()
