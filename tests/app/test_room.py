import pytest

from tui.app.screens.pair import PairScreen
from tui.app.screens.reader import ReaderScreen
from tui.settings import Settings


def cover(reader):
    return str(reader.app.screen.render())


async def test_a_small_terminal_shows_one_line_and_the_place_comes_back(opened):
    async with opened() as reader:
        await reader.press("enter", "7", "G", "w")
        before, screen = reader.lines, reader.app.screen
        await reader.resize(50, 10)
        assert cover(reader) == "summit-tui needs 60x15; this is 50x10"
        await reader.press("j", "question_mark", "colon", "slash", "G")
        await reader.resize(59, 40)
        assert cover(reader) == "summit-tui needs 60x15; this is 59x40"
        await reader.resize(80, 24)
        assert reader.app.screen is screen
        assert reader.lines == before


@pytest.mark.parametrize(("size", "fits"), [((60, 15), True), ((59, 15), False), ((60, 14), False)])
async def test_the_least_room_is_60x15(opened, size, fits):
    async with opened() as reader:
        screen = reader.app.screen
        await reader.resize(*size)
        assert (reader.app.screen is screen) == fits


async def test_a_start_without_room_goes_on_once_there_is_some(opened):
    async with opened(size=(40, 10)) as reader:
        assert cover(reader) == "summit-tui needs 60x15; this is 40x10"
        await reader.resize(60, 15)
        assert any("[ ] A" in line for line in reader.lines)
        await reader.press("enter")
        assert isinstance(reader.app.screen, ReaderScreen)


async def test_what_lies_over_a_screen_comes_back_too(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("question_mark", "slash", "c", "u", "t")
        await reader.resize(30, 5)
        await reader.resize(80, 24)
        assert reader.app.screen.query_one("#filter").value == "cut"
        await reader.press("escape")
        assert isinstance(reader.app.screen, PairScreen)


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+q"])
async def test_the_ways_out_need_no_room(opened, key):
    async with opened(size=(50, 10)) as reader:
        await reader.press(key)
        assert reader.app.return_code == 0


async def test_the_way_out_without_room_can_have_another_key(opened):
    async with opened(size=(50, 10), settings=Settings(keys={"cramped.quit": ["x"]})) as reader:
        await reader.press("q")
        assert reader.app.return_code is None
        await reader.press("x")
        assert reader.app.return_code == 0


async def test_a_pair_comes_back_as_the_new_width_allows(opened):
    async with opened(pair=(1, 4), size=(120, 40)) as reader:
        sentence = reader.sentence
        await reader.resize(50, 10)
        await reader.resize(80, 24)
        assert "interleaved" in reader.title
        assert reader.sentence == sentence
