import pytest

from tui.app.screens.pair import PairScreen
from tui.presentation.page import Emphasis
from tui.presentation.rows import Class
from tui.text.sides import Side

B_AND_E = (1, 4)


def beads(reader):
    return reader.app.screen.pairing.alignment.beads


def row(reader):
    return reader.view.port.stop.row


async def test_two_articles_open_as_a_pair(opened):
    async with opened(pair=B_AND_E) as reader:
        assert "B ⇄ E" in reader.title
        assert any(line.lstrip("▎ ").startswith("~") for line in reader.lines)


@pytest.mark.parametrize(
    ("size", "layout"), [((80, 24), "interleaved"), ((120, 40), "side by side"), ((200, 60), "side by side")]
)
async def test_the_width_chooses_the_layout(opened, size, layout):
    async with opened(size=size, pair=B_AND_E) as reader:
        assert layout in reader.title


async def test_v_overrides_the_layout_and_is_remembered(opened):
    async with opened(size=(120, 40), pair=B_AND_E) as reader:
        await reader.press("v")
        assert "interleaved" in reader.title
        await reader.press("v")
        assert "redline" in reader.title
        assert any("{+" in line for line in reader.lines)
        await reader.press("q", "space", "j", "c")
        assert "redline" in reader.title


async def test_the_header_counts_every_bead(opened):
    async with opened(pair=B_AND_E) as reader:
        counts = reader.app.screen.pairing.alignment.counts
        assert f"~ {counts.reworded}" in reader.title
        assert f"< {counts.left_only}" in reader.title
        assert f"> {counts.right_only}" in reader.title
        total = counts.identical + counts.reworded + counts.left_only + counts.right_only
        assert total == len(beads(reader))


async def test_walking_visits_every_difference_once_and_says_the_last(opened):
    async with opened(pair=B_AND_E) as reader:
        seen = [row(reader)]
        while "last difference" not in reader.status:
            await reader.press("right_square_bracket")
            if row(reader) != seen[-1]:
                seen.append(row(reader))
        pairing = reader.app.screen.pairing
        differences = [n for n, r in enumerate(pairing.rows) if r.bead is not None]
        assert seen == differences
        await reader.press("left_square_bracket")
        assert row(reader) == differences[-2]


async def test_the_walk_keeps_to_the_chosen_class(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("F")
        assert reader.app.screen.pairing.wanted is Class.REWORDED
        await reader.press("right_square_bracket")
        shown = reader.app.screen.pairing
        assert shown.alignment.beads[shown.rows[row(reader)].bead].relation == "reworded"


async def test_folding_and_opening(opened):
    async with opened(pair=B_AND_E, size=(80, 60)) as reader:
        await reader.press("z")
        assert "differences only" in reader.status
        await reader.press("z")
        assert any("one-sided rows" in line for line in reader.lines)
        folded = len(reader.app.screen.pairing.rows)
        while reader.view.port.stop.sentence is not None:
            await reader.press("right_parenthesis")
        await reader.press("enter")
        assert len(reader.app.screen.pairing.rows) > folded
        await reader.press("z")
        assert "fold" not in reader.status


async def test_each_search_for_what_is_not_there_says_so(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("slash", *"xyzzy", "enter")
        for key in "nnnNN":
            assert "not found here: xyzzy" in reader.status
            await reader.press(key)


async def test_what_is_said_is_read_in_full_where_much_lasts(opened):
    async with opened(pair=B_AND_E, size=(80, 24)) as reader:
        await reader.press("slash", *"Putin", "enter", "ampersand", *"Trump", "enter", "z", "v")
        drawn = reader.app.screen.query_one("#status").render_line(0).text
        assert "layout: redline" in drawn
        assert "Putin" not in drawn


async def test_swapping_keeps_the_sentence(opened):
    async with opened(size=(120, 40), pair=B_AND_E) as reader:
        await reader.press("5", "right_parenthesis")
        sentence = reader.sentence
        await reader.press("x")
        assert "E ⇄ B" in reader.title
        assert reader.sentence == sentence
        assert reader.view.port.side is Side.RIGHT


async def test_the_other_source_steps_and_the_left_sentence_stays(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("g", "3", "G")
        assert reader.view.port.side is Side.LEFT
        sentence = reader.sentence
        for title in ("B ⇄ A", "B ⇄ C", "B ⇄ D", "B ⇄ E"):
            await reader.press("full_stop")
            assert title in reader.title
            assert reader.sentence == sentence
        await reader.press("comma")
        assert "B ⇄ D" in reader.title


async def test_the_cut_moves_and_the_cursor_stays(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("4", "right_parenthesis")
        sentence, links = reader.sentence, len(reader.app.screen.pairing.alignment.links)
        await reader.press("plus", "plus")
        assert "cut 0.40" in reader.title
        assert reader.sentence == sentence
        await reader.press("5", "minus")
        assert "cut 0.15" in reader.title
        assert len(reader.app.screen.pairing.alignment.links) > links


async def test_panes_are_entered_from_the_keyboard(opened):
    async with opened(size=(120, 40), pair=B_AND_E) as reader:
        assert reader.status.startswith(" B")
        await reader.press("l")
        assert reader.status.startswith(" E")
        await reader.press("h")
        assert reader.status.startswith(" B")
        await reader.press("tab")
        assert reader.status.startswith(" E")


async def test_unlocked_panes_scroll_alone_and_lock_again_level(opened):
    async with opened(size=(120, 40), pair=B_AND_E) as reader:
        await reader.press("backslash", "1", "0", "j")
        assert "LOCK off" in reader.status
        assert tuple(reader.view.port.tops) == (10, 0)
        await reader.press("backslash")
        assert tuple(reader.view.port.tops) == (10, 10)


async def test_why_names_the_evidence(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("equals_sign")
        panel = str(reader.app.screen.query_one("#about").render())
        assert "linked 0." in panel
        assert "source: auto" in panel
        while beads(reader)[reader.app.screen.pairing.rows[row(reader)].bead or 0].right:
            await reader.press("right_square_bracket")
        panel = reader.app.screen.query_one("#about")
        assert "nearest" in str(panel.render())
        await reader.press("q")
        assert not panel.display
        assert reader.app.screen.pairing is not None


async def test_search_goes_through_both_sides(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("slash")
        await reader.type("ceasefire")
        await reader.press("enter")
        sides = set()
        for _ in range(6):
            sides.add(reader.view.port.side)
            assert "ceasefire" in reader.sentence.casefold()
            await reader.press("n")
        assert sides == set(Side)


async def test_what_was_searched_gives_way_to_a_message_that_has_no_room_beside_it(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("slash")
        await reader.type("less than three hours")
        await reader.press("enter", "F")
        assert "less than three hours" not in reader.status
        assert "reworded" in reader.status
        await reader.press("j")
        assert "less than three hours" in reader.status


async def test_resizing_keeps_the_top_sentence_and_the_cursor(opened):
    async with opened(size=(200, 60), pair=B_AND_E) as reader:
        await reader.press("2", "0", "j", "right_parenthesis")
        sentence = reader.sentence
        top = reader.lines[0].replace("▎", " ")
        await reader.resize(80, 24)
        assert reader.sentence == sentence
        words = top.split("│")[0].split()[:4]
        assert not words or words[0] in " ".join(reader.lines[:6])


async def test_zen_shows_the_focused_side_alone(opened):
    async with opened(size=(120, 40), pair=B_AND_E) as reader:
        await reader.press("V")
        runs = [run for line in reader.view.port.page.lines for cell in line.cells for run in cell.runs if run.span]
        assert {run.side for run in runs} == {Side.LEFT}
        await reader.press("q")
        assert isinstance(reader.app.screen, PairScreen)
        assert len(reader.view.port.page.columns) == 2


async def test_strict_shows_spelling_as_a_difference(opened, tmp_path):
    from tui.articles import find_sources

    for name, word in (("a", "neighbour"), ("b", "neighbor")):
        (tmp_path / f"{name}.txt").write_text(f"Title\n\nThe old {word} came to the house by the lake.\n")
    async with opened(sources=find_sources([str(tmp_path)]), pair=(0, 1)) as reader:

        def looks():
            runs = [run for line in reader.view.port.page.lines for cell in line.cells for run in cell.runs]
            return {run.emphasis for run in runs if run.text.startswith("neighb")}

        assert looks() == {Emphasis.VARIANT}
        await reader.press("colon")
        await reader.type("strict")
        await reader.press("enter")
        assert looks() == {Emphasis.DIVERGENT}


async def test_commands_take_values_and_refuse_nonsense(opened):
    async with opened(pair=B_AND_E) as reader:
        await reader.press("colon")
        await reader.type("cut 0.5")
        await reader.press("enter")
        assert "cut 0.50" in reader.title
        await reader.press("colon")
        await reader.type("min-words many")
        await reader.press("enter")
        assert "whole number" in reader.status


async def test_a_long_comparison_can_be_left(opened, tmp_path):
    from tui.articles import find_sources

    for name in "ab":
        lines = [f"The {name} council met on day {n} about bridge {n % 97} and road {n % 89}." for n in range(700)]
        (tmp_path / f"{name}.txt").write_text("Title\n\n" + "\n\n".join(lines))
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        await reader._pilot.press("space", "j", "c", "q")
        await reader.settle()
        assert not isinstance(reader.app.screen, PairScreen)
