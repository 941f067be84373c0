"""A pair that took long to compare is there at once in the next sitting."""

import pytest

from tests.app.conftest import Reader
from tests.library.entries import rows
from tui import app as program
from tui.app.app import SummitApp
from tui.articles import Collection
from tui.settings import load


@pytest.fixture
def sit(harbour, tmp_path, monkeypatch):
    """A sitting of its own, in which every comparison took long enough: what it shows of the first two articles."""

    async def sit(path=tmp_path / "library.sqlite3"):
        session = program._session(Collection(harbour), load({}, {}), path)
        monkeypatch.setattr(session.comparer, "_worth", 0.0)
        async with SummitApp(session, pair=(0, 1)).run_test(size=(100, 30)) as pilot:
            reader = Reader(pilot.app, pilot)
            await reader.settle()
            lines = reader.lines
        session.memory.close()
        return lines

    return sit


async def test_a_pair_compared_in_an_earlier_sitting_is_not_compared_again(sit, tmp_path, monkeypatch):
    first = await sit()
    assert rows(tmp_path / "library.sqlite3", "SELECT count(*) FROM comparison") == [(2,)]
    monkeypatch.setattr("tui.alignment.comparison.compare", None)
    monkeypatch.setattr("tui.alignment.conflicts.find_conflicts", None)
    assert await sit() == first


async def test_without_a_library_nothing_is_kept(sit, tmp_path):
    before = sorted(tmp_path.iterdir())
    assert any("account" in line for line in await sit(path=None))
    assert sorted(tmp_path.iterdir()) == before
