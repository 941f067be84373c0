"""What is set is there when the reader opens."""

import pytest
from textual.widgets import OptionList

from tui.app.screens.overlay import HelpScreen
from tui.app.screens.reader import ReaderScreen
from tui.keys import PANES, TABLE
from tui.remapping import PRESETS
from tui.settings import Settings
from tui.terminals import Depth, prepare


def helped(reader):
    lines = reader.app.screen.query_one("#lines", OptionList)
    return [str(lines.get_option_at_index(n).prompt) for n in range(lines.option_count)]


def keys(**chosen):
    return Settings(keys={name.replace("__", ".").replace("_", "-"): tuple(each) for name, each in chosen.items()})


async def test_a_pair_opens_as_it_is_set(opened):
    settings = Settings(cut=0.55, layout="redline", measure=60, furniture=False, strict=True, min_words=4)
    async with opened(pair=(1, 4), settings=settings, size=(120, 40)) as reader:
        assert "cut 0.55 · redline" in reader.title
        assert "strict" in reader.status
        assert "min words 4" in reader.status
        assert not any(line.lstrip().startswith("#") for line in reader.lines)
        assert reader.app.session.measure == 60


async def test_a_remapped_key_works_and_its_default_does_not(opened):
    async with opened(pair=(1, 4), settings=keys(diff__next_hunk="n", pair__swap=["ctrl+t", "F5"])) as reader:
        before = reader.view.port.stop.row
        await reader.press("right_square_bracket")
        assert reader.view.port.stop.row == before
        await reader.press("n")
        assert reader.view.port.stop.row > before
        for key in ("ctrl+t", "f5"):
            title = reader.title
            await reader.press(key)
            assert reader.title != title
        title = reader.title
        await reader.press("x")
        assert reader.title == title


async def test_a_key_taken_in_the_pair_keeps_its_meaning_in_the_reader(opened):
    async with opened(settings=keys(diff__next_hunk="n")) as reader:
        await reader.press("enter", "n")
        assert "no search yet" in reader.status


async def test_help_and_hints_show_the_keys_as_they_are_set(opened):
    async with opened(pair=(1, 4), settings=keys(diff__next_hunk="n", diff__previous_hunk="")) as reader:
        assert "n diff" in reader.bar("hints")
        assert "[ diff" not in reader.bar("hints")
        await reader.press("question_mark")
        assert any(line.split()[0] == "n" and line.endswith(TABLE["diff.next-hunk"].title) for line in helped(reader))
        assert not any(line.endswith(TABLE["search.next"].title) for line in helped(reader))
        assert any(line.strip() == TABLE["diff.previous-hunk"].title for line in helped(reader))


async def test_an_action_without_a_key_is_still_found_by_name(opened):
    async with opened(pair=(1, 4), settings=keys(pair__swap="")) as reader:
        title = reader.title
        await reader.press("x")
        assert reader.title == title
        await reader.press("colon")
        await reader.type("swap")
        await reader.press("enter")
        assert reader.title != title


@pytest.mark.parametrize(
    "settings",
    [
        keys(app__help=["ctrl+q"], app__quit="", app__back="", app__quit_chord="", app__interrupt=""),
        keys(list__open=["ctrl+q"], move__down=["ctrl+q"]),
        keys(app__leave=["X"]),
        keys(app__leave=""),
        *(Settings(preset=preset) for preset in PRESETS),
    ],
)
async def test_ctrl_q_always_quits(opened, settings):
    async with opened(settings=settings) as reader:
        await reader.press("ctrl+q")
        assert reader.app.return_code == 0


async def test_the_newsboat_preset_steps_through_the_articles(opened):
    async with opened(settings=Settings(preset="newsboat")) as reader:
        await reader.press("enter", "n", "n", "p")
        assert isinstance(reader.app.screen, ReaderScreen)
        assert reader.app.screen.number == 1


async def test_the_less_preset_helps_on_h(opened):
    async with opened(settings=Settings(preset="less")) as reader:
        await reader.press("h")
        assert isinstance(reader.app.screen, HelpScreen)


async def test_the_panes_are_those_of_the_tables(opened):
    async with opened() as reader:
        for pane, presses in zip(PANES[:3], ((), ("enter",), ("q", "space", "j", "space", "c")), strict=True):
            await reader.press(*presses)
            named = {key.id for tables in pane for table in tables for key in table}
            active = {name for name in reader.app.screen.keys_by_id() if name in TABLE}
            assert active == named - {"app.interrupt"}  # behind Textual's own ctrl+c, which passes it on


OVER = {3: ("question_mark",), 4: ("colon",), 5: ("colon", *"theme", "enter")}


@pytest.mark.parametrize("number", OVER)
async def test_the_panes_that_lie_over_others_are_those_of_the_tables(opened, number):
    async with opened() as reader:
        await reader.press(*OVER[number])
        named = {key.id for tables in PANES[number] for table in tables for key in table}
        active = {each.binding.id for each in reader.app.screen.active_bindings.values()} & set(TABLE)
        typed = {"app.quit", "app.quit-chord"} if number == 4 else set()
        assert active | {"app.interrupt"} == named - typed  # Textual has its own ctrl+c in a field


async def test_what_lies_over_a_screen_has_the_keys_that_are_set(opened):
    settings = keys(help__close="x", palette__next=["ctrl+t"], choice__down="n", prompt__give_up=["ctrl+g"])
    async with opened(settings=settings) as reader:
        await reader.press("question_mark", "x")
        assert not isinstance(reader.app.screen, HelpScreen)
        await reader.press("colon", *"theme", "enter")
        theme = reader.app.theme
        await reader.press("n")
        assert reader.app.theme != theme
        await reader.press("escape", "colon", "ctrl+t", "ctrl+t")
        assert reader.app.screen.query_one("#lines", OptionList).highlighted == 1
        await reader.press("escape", "enter", "slash", *"moon", "ctrl+g")
        assert "moon" not in reader.status
        assert reader.app.screen.focused is reader.view


async def test_what_is_wrong_with_the_settings_is_said_until_the_next_key(opened):
    for pair in (None, (1, 4)):
        async with opened(pair=pair, warnings=("file:1: \x1b: unknown", "another"), size=(120, 24)) as reader:
            assert "file:1: " in reader.status
            assert "(and 1 more: summit-tui config)" in reader.status
            assert "\x1b" not in reader.status
            await reader.press("j")
            assert "file:1" not in reader.status


@pytest.mark.parametrize(
    ("colors", "depth"),
    [("mono", Depth.NONE), ("16", Depth.ANSI), ("256", Depth.EIGHT_BIT), ("true", Depth.TRUE), ("auto", Depth.NONE)],
)
def test_the_colours_set_win_over_what_the_environment_says(colors, depth):
    environ = {"NO_COLOR": "1", "COLORTERM": "truecolor"}
    assert prepare(environ, colors) is depth
    assert ("NO_COLOR" in environ) is (depth is Depth.NONE)
