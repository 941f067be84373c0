"""Keys that come while a pair is still being compared."""

import asyncio
from threading import Event

import pytest

from tests.terminal.harness import DEADLINE
from tui.app.messages import SurveyReady
from tui.app.screens.framed import FramedScreen
from tui.app.screens.overlay import HelpScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.work.surveying import Surveying, survey_list
from tui.articles import find_sources
from tui.comparer import Comparer

A_AND_D = ("space", "j", "j", "j", "c")


@pytest.fixture
def let_go(monkeypatch):
    """Keeps comparisons from ending until it is set."""
    event, compare = Event(), Comparer.compare

    def held(*arguments, **options):
        assert event.wait(DEADLINE)
        return compare(*arguments, **options)

    monkeypatch.setattr(Comparer, "compare", held)
    yield event
    event.set()


async def until(reader, condition):
    async with asyncio.timeout(DEADLINE):
        while not condition():
            await reader._pilot.pause()


async def shown(reader, text):
    """Waits until a screen with a title and a status says so."""
    await until(reader, lambda: isinstance(reader.app.screen, FramedScreen) and text in reader.title + reader.status)


async def test_they_wait_for_its_rows(opened, let_go):
    async with opened(size=(120, 40)) as reader:
        for key in (*A_AND_D, "3", "right_square_bracket", "right_square_bracket"):
            reader.app.simulate_key(key)
        await shown(reader, "comparing A ⇄ D")
        let_go.set()
        await reader.settle()
        assert "row 5/" in reader.status


@pytest.mark.parametrize("key", ["q", "escape", "Q", "ctrl+q"])
async def test_one_that_leaves_does_not_wait_and_those_before_it_are_done_with(opened, let_go, key):
    async with opened(size=(120, 40)) as reader:
        for each in A_AND_D:
            reader.app.simulate_key(each)
        await shown(reader, "comparing A ⇄ D")
        reader.app.simulate_key("z")
        reader.app.simulate_key(key)
        if key in ("q", "escape"):
            await shown(reader, "5 articles")
        else:
            await until(reader, lambda: reader.app.return_code is not None)
        assert not let_go.is_set()
        let_go.set()


async def test_letters_of_a_search_leave_nothing(opened, let_go):
    async with opened(size=(120, 40)) as reader:
        for key in A_AND_D:
            reader.app.simulate_key(key)
        await shown(reader, "comparing A ⇄ D")
        for key in ("slash", *"Qq", "enter"):
            reader.app.simulate_key(key)
        await until(reader, lambda: reader.app.typing)
        let_go.set()
        await reader.settle()
        assert "Qq" in reader.status


async def test_the_keys_of_the_app_act_at_once(opened, let_go):
    async with opened(size=(120, 40)) as reader:
        for key in (*A_AND_D, "question_mark"):
            reader.app.simulate_key(key)
        await until(reader, lambda: isinstance(reader.app.screen, HelpScreen))
        let_go.set()


async def test_a_command_to_stop_passes_the_keys_that_wait(opened, let_go):
    async with opened(size=(120, 40)) as reader:
        for key in (*A_AND_D, "right_square_bracket", "j", "j", "colon", *"stop", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "stopped")
        assert not let_go.is_set()
        let_go.set()
        await reader.settle()
        assert "row" not in reader.status


async def test_another_command_waits_in_its_turn(opened, let_go):
    async with opened(size=(120, 40)) as reader:
        for key in (*A_AND_D, "right_square_bracket", "colon", *"strict", "enter", "x"):
            reader.app.simulate_key(key)
        await shown(reader, "comparing A ⇄ D")
        let_go.set()
        await reader.settle()
        assert "D ⇄ A" in reader.title
        assert "strict" in reader.status


async def test_each_step_to_another_source_starts_from_the_last_one(opened, monkeypatch):
    async with opened(pair=(1, 4), size=(120, 40)) as reader:
        event, compare = Event(), Comparer.compare

        def held(*arguments, **options):
            assert event.wait(DEADLINE)
            return compare(*arguments, **options)

        monkeypatch.setattr(Comparer, "compare", held)
        for key in ("full_stop", "full_stop", "x"):
            reader.app.simulate_key(key)
        await until(reader, lambda: not reader.app.typing)
        event.set()
        await reader.settle()
        assert "C ⇄ B" in reader.title


async def test_a_pair_of_which_one_side_cannot_be_read_is_not_said_to_be_compared(opened, tmp_path):
    (tmp_path / "a.txt").write_text("The Ferry\n\nIt left at noon.\n")
    (tmp_path / "b.txt").write_text("")
    async with opened(sources=find_sources([str(tmp_path)]), pair=(0, 1)) as reader:
        assert "is empty" in reader.status
        await reader.press("j")
        assert reader.status.strip() == "A ⇄ B not compared"


@pytest.fixture
def unending(monkeypatch):
    """A comparison that is done in part and never ends by itself; its event is set once it was given up."""
    ended = Event()

    def compare(*_, progress, **_others):
        try:
            while not ended.wait(0.01):
                progress(0.42)
        finally:
            ended.set()

    monkeypatch.setattr("tui.app.work.comparing.QUIET_SECONDS", 0)
    compare.ended = ended
    yield compare
    ended.set()


async def test_titles_stand_until_there_are_rows(opened, monkeypatch, unending):
    monkeypatch.setattr(Comparer, "compare", unending)
    async with opened(size=(60, 20)) as reader:
        for key in A_AND_D:
            reader.app.simulate_key(key)
        await shown(reader, "comparing A ⇄ D … 42%")
        titles = [reader.app.session.collection.glimpsed(number).title for number in (0, 3)]
        await until(reader, lambda: reader.lines[0].startswith(f" A  {titles[0][:40]}"))
        assert reader.lines[1].startswith(f" D  {titles[1][:40]}")
        assert not any(reader.lines[2:])
        reader.app.simulate_key("j")
        reader.app.simulate_key("q")
        await shown(reader, "5 articles")


async def test_while_another_pair_is_compared_keys_move_here_and_stop_ends_it(opened, monkeypatch, unending):
    async with opened(pair=(1, 4), size=(120, 40)) as reader:
        monkeypatch.setattr(Comparer, "compare", unending)
        reader.app.simulate_key("full_stop")
        await shown(reader, "comparing B ⇄ A … 42%")
        stops = reader.view.port.page.stops
        reader.app.simulate_key("right_parenthesis")
        await until(reader, lambda: 0 < reader.view.port.cursor < len(stops) // 2)
        reader.app.simulate_key("G")
        await until(reader, lambda: reader.view.port.cursor > len(stops) // 2)
        assert not unending.ended.is_set()
        for key in ("colon", *"stop", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "stopped")
        await until(reader, unending.ended.is_set)
        assert "B ⇄ E" in reader.title


async def test_what_follows_a_key_that_leads_on_is_meant_for_where_it_leads(opened, endless):
    async with opened(size=(100, 30)) as reader:
        for key in ("T", "j", "enter", "i", *"why", "enter"):
            reader.app.simulate_key(key)
        await shown(reader, "surveying every source … 42%")
        endless.set()
        await reader.settle()
        assert isinstance(reader.app.screen, ReaderScreen)
        assert "✎ why" in reader.status


async def test_a_key_waits_for_a_survey_that_has_ended_and_is_not_shown_yet(opened, monkeypatch):
    monkeypatch.setattr(Surveying, "_survey", lambda _: None)
    async with opened(size=(100, 30)) as reader:
        await reader.press("T")
        for key in ("j", "enter"):
            reader.app.simulate_key(key)
        await until(reader, lambda: reader.app.typing and not reader.app.typed_ahead)
        reader.app.screen.post_message(SurveyReady(survey_list(reader.app.session, lambda _: None)))
        await reader.settle()
        assert isinstance(reader.app.screen, ReaderScreen)
