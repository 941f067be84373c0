"""A pair is in sight before its candidates for conflict are worked out."""

from contextlib import asynccontextmanager
from threading import Event

import pytest

from tests.app.test_opening import until
from tui.alignment import conflicts
from tui.app.screens.library import LibraryScreen

B_AND_E = (1, 4)


@pytest.fixture
def facts(monkeypatch):
    """Keeps candidates for conflict from being found until it is set; `asked` is set once they are looked for."""
    found, find = Event(), conflicts.find_conflicts
    found.asked = Event()

    def held(*sides):
        found.asked.set()
        assert found.wait(20)
        return find(*sides)

    monkeypatch.setattr(conflicts, "find_conflicts", held)
    yield found
    found.set()


@pytest.fixture
def shown(opened, facts):
    """A pair in sight whose candidates are still to be found."""

    @asynccontextmanager
    async def shown(size=(120, 40)):
        async with opened(size=size) as reader:
            await reader._pilot.press("j", "space", "j", "j", "j", "c")
            await until(reader, lambda: "B ⇄ E" in reader.title and "! …" in reader.title)
            yield reader

    return shown


def sight(reader):
    """What can be seen of the page, but for the signs that candidates put there, and where the cursor is."""
    return [line.replace("!", " ") for line in reader.lines], reader.view.port.cursor, reader.view.port.tops


def candidates_here(reader):
    """The candidates for conflict of the row under the cursor."""
    pairing = reader.app.screen.pairing
    return pairing.alignment.beads[pairing.rows[reader.view.port.stop.row].bead].conflicts


async def pressed(reader, *keys):
    """Type without waiting for what the keys start."""
    await reader._pilot.press(*keys)


async def test_candidates_are_marked_without_moving_anything(shown, facts):
    async with shown() as reader:
        await pressed(reader, "f", "j", "j")
        await until(reader, lambda: not reader.app.typing)
        before = sight(reader)
        assert not any("!" in line[:8] for line in reader.lines)
        facts.set()
        await reader.settle()
        assert sight(reader) == before
        assert "! 2" in reader.title
        await reader.press("exclamation_mark")
        assert any("!" in line for line in reader.lines)
        await reader.resize(80, 24)
        assert any("!" in line for line in reader.lines)


async def test_a_key_that_walks_candidates_waits_for_them_and_so_do_those_behind_it(shown, facts):
    async with shown() as reader:
        await pressed(reader, "exclamation_mark", "equals_sign")
        await until(reader, lambda: "working out the candidates" in reader.status)
        assert reader.view.port.cursor == 0
        facts.set()
        await reader.settle()
        assert candidates_here(reader)
        assert "working out" not in reader.status
        assert reader.app.screen.query_one("#about").display


async def test_who_does_not_wait_for_candidates_reads_on(shown, facts):
    async with shown() as reader:
        await pressed(reader, "exclamation_mark", "q")
        await until(reader, lambda: not reader.app.typing and "working out" not in reader.status)
        await pressed(reader, "right_parenthesis")
        await until(reader, lambda: reader.view.port.cursor > 0)
        facts.set()
        await reader.settle()
        assert "! 2" in reader.title
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_candidates_given_up_are_worked_out_when_they_are_walked(shown, facts):
    async with shown() as reader:
        await pressed(reader, "colon", *"stop", "enter")
        await until(reader, lambda: "stopped" in reader.status)
        facts.set()
        await reader.settle()
        assert "! …" in reader.title
        await reader.press("exclamation_mark")
        assert "! 2" in reader.title
        assert candidates_here(reader)


async def test_where_only_candidates_are_shown_the_old_pair_stays_until_those_of_the_new_are_found(opened, facts):
    facts.set()
    async with opened(size=(120, 40), pair=B_AND_E) as reader:
        await reader.press(*"FFFFF", "z")
        facts.clear()
        facts.asked.clear()
        before = reader.lines
        await pressed(reader, "full_stop")
        await until(reader, facts.asked.is_set)
        assert reader.lines == before
        facts.set()
        await reader.settle()
        assert "! …" not in reader.title
        assert "B ⇄ E" not in reader.title


async def test_verdicts_wait_for_candidates(shown, facts):
    async with shown() as reader:
        await pressed(reader, "r", "space")
        await until(reader, lambda: reader.app.typing)
        assert reader.view.port.cursor == 0
        facts.set()
        await reader.settle()
        assert reader.view.port.cursor > 0
