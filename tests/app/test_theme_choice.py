from textual.widgets import OptionList

from tui.app.colours.themes import PALETTES
from tui.library import Library
from tui.settings import THEMES, Settings
from tui.terminals import Depth


async def test_themes_are_previewed_taken_and_kept(opened, tmp_path):
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            await reader.press("colon")
            await reader.type("theme")
            await reader.press("enter", "j")
            previewed = reader.app.theme
            assert previewed == list(PALETTES)[1]
            await reader.press("enter")
            assert reader.app.theme == previewed
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            assert reader.app.theme == previewed


async def test_giving_the_choice_up_brings_the_old_theme_back(opened):
    async with opened() as reader:
        before = reader.app.theme
        await reader.press("colon")
        await reader.type("theme")
        await reader.press("enter", "j", "j", "q")
        assert reader.app.theme == before
        assert not reader.app.screen.query(OptionList)


async def test_a_theme_is_taken_by_name_and_a_wrong_one_refused(opened):
    async with opened() as reader:
        await reader.press("colon")
        await reader.type("theme mono")
        await reader.press("enter")
        assert reader.app.theme == "mono"
        await reader.press("colon")
        await reader.type("theme pink")
        await reader.press("enter")
        assert "no theme pink" in reader.status


async def test_the_setting_wins_and_a_terminal_without_colours_wins_over_it(opened):
    async with opened(settings=Settings(theme="summit-light")) as reader:
        assert reader.app.theme == "summit-light"
    async with opened(settings=Settings(theme="summit-light"), depth=Depth.NONE) as reader:
        assert reader.app.theme == "mono"


def test_every_theme_can_be_set():
    assert set(THEMES) == set(PALETTES)
