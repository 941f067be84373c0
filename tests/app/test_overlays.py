import pytest
from textual.widgets import OptionList

from tui.app.screens.overlay import HelpScreen, PaletteScreen
from tui.keys import APP, LIST, MOVE, PAIR, READING, TABLES, TEXT


def listed(reader):
    lines = reader.app.screen.query_one("#lines", OptionList)
    return [str(lines.get_option_at_index(n).prompt) for n in range(lines.option_count)]


async def test_help_names_every_key_of_the_pane_its_own_first(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("question_mark")
        rows = listed(reader)
        for key in (*MOVE, *TEXT, *READING, *PAIR, *APP):
            assert any(key.title in line for line in rows), key.id
        assert rows[0].endswith(MOVE[0].title)
        places = [next(n for n, line in enumerate(rows) if line.endswith(key.title)) for key in (PAIR[0], READING[0])]
        assert places == sorted(places)


async def test_a_title_in_the_help_that_is_too_long_goes_on_beneath_itself(opened):
    async with opened(size=(60, 20)) as reader:
        await reader.press("question_mark")
        lines = reader.app.screen.query_one("#lines", OptionList)
        drawn = [lines.render_line(n).text.rstrip() for n in range(lines.size.height)]
        assert any(line.startswith(" " * 17) for line in drawn)


async def test_help_shows_remapped_keys(opened):
    async with opened() as reader:
        reader.app.set_keymap({"list.compare": "y"})
        await reader.press("question_mark")
        compare = next(key for key in LIST if key.id == "list.compare")
        assert any(line.startswith("y ") and compare.title in line for line in listed(reader))


async def test_help_filters_and_closes(opened):
    async with opened() as reader:
        for close in ("question_mark", "q", "escape"):
            await reader.press("question_mark")
            assert isinstance(reader.app.screen, HelpScreen)
            await reader.press(close)
            assert not isinstance(reader.app.screen, HelpScreen)
        await reader.press("question_mark", "slash")
        await reader.type("mark")
        assert listed(reader)
        assert all("mark" in line for line in listed(reader))


async def test_the_palette_finds_an_action_by_part_of_its_name(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("colon")
        await reader.type("thr")
        assert [line.split()[0] for line in listed(reader)[:2]] == ["+", "-"]
        assert "alignment: threshold" in listed(reader)[0]
        await reader.press("enter")
        assert "cut 0.35" in reader.title


async def test_the_palette_opens_with_ctrl_p_and_escape_closes_it(opened):
    async with opened() as reader:
        await reader.press("ctrl+p")
        assert isinstance(reader.app.screen, PaletteScreen)
        await reader.press("escape")
        assert not isinstance(reader.app.screen, PaletteScreen)


async def test_nothing_typed_does_nothing(opened):
    async with opened() as reader:
        await reader.press("colon", "enter")
        assert reader.app.return_code is None
        assert not isinstance(reader.app.screen, PaletteScreen)


async def test_an_unknown_command_is_refused(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("colon")
        await reader.type("xyzzy")
        await reader.press("enter")
        assert "no such command: xyzzy" in reader.status


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("cut 0.4", "cut: only in a pair"),
        ("boilerplate", "boilerplate: only in an article or in a pair"),
        ("base A", "base: only in the table (T)"),
    ],
)
async def test_of_a_command_of_another_screen_it_is_said_where_it_works(opened, words, told):
    async with opened() as reader:
        await reader.press("colon")
        await reader.type(words)
        await reader.press("enter")
        assert told in reader.status


async def test_keys_typed_ahead_reach_the_screen_they_were_meant_for(opened):
    async with opened() as reader:
        keys = ["space", "j", "j", "j", "c", *["right_square_bracket"] * 2, "slash", *"ceasefire", "enter"]
        await reader.press(*keys)
        assert "A ⇄ D" in reader.title
        assert "ceasefire" in reader.status


async def test_colon_q_quits(opened):
    async with opened() as reader:
        await reader.press("enter", "colon", "q", "enter")
        assert reader.app.return_code == 0


async def test_every_binding_has_an_id_and_none_is_used_twice():
    keys = [key for table in TABLES for key in table]
    assert len({key.id for key in keys}) == len(keys)
    assert all("." in key.id for key in keys)


async def test_hints_fit_one_line_and_end_with_the_way_to_the_rest(opened):
    for size in ((60, 20), (80, 24), (120, 40)):
        async with opened(size=size, pair=(1, 4)) as reader:
            assert len(reader.bar("hints").rstrip()) <= size[0]
            assert reader.bar("hints").rstrip().endswith("? more")


async def test_zz_and_a_second_ctrl_c_quit(opened):
    for key in ("Z", "ctrl+c"):
        async with opened() as reader:
            await reader.press(key)
            assert reader.app.return_code is None
            await reader.press(key)
            assert reader.app.return_code == 0


OVER = {"help": ("question_mark",), "palette": ("colon",), "choice": ("colon", *"theme", "enter")}


@pytest.mark.parametrize("over", OVER)
async def test_what_lies_over_a_screen_keeps_the_ways_out(opened, over):
    for key, often in (("ctrl+q", 1), ("ctrl+c", 2), *([] if over == "palette" else [("Q", 1), ("Z", 2)])):
        async with opened() as reader:
            await reader.press(*OVER[over])
            await reader.press(*[key] * (often - 1))
            assert reader.app.return_code is None
            await reader.press(key)
            assert reader.app.return_code == 0


async def test_a_first_ctrl_c_over_a_screen_says_how_to_quit(opened):
    async with opened() as reader:
        await reader.press("question_mark", "ctrl+c", "escape")
        assert "ctrl+c again quits" in reader.status


@pytest.mark.parametrize("over", OVER)
async def test_ctrl_z_over_a_screen_suspends(opened, over, monkeypatch):
    suspended = []
    monkeypatch.setattr("tui.app.app.SummitApp.action_suspend_process", lambda _: suspended.append(over))
    async with opened() as reader:
        await reader.press(*OVER[over], "ctrl+z")
        assert suspended == [over]
