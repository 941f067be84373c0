from textual.widgets import OptionList

from tui.app.screens.choice import ChoiceScreen
from tui.app.screens.pair import PairScreen
from tui.app.screens.reader import ReaderScreen
from tui.app.widgets.viewport import Viewport
from tui.text.sides import Side


async def test_a_mark_brings_back_the_sentence_even_from_another_article(opened):
    async with opened() as reader:
        await reader.press("enter", "5", "G")
        marked = reader.sentence
        await reader.press("m", "a", "J")
        assert reader.title.startswith(" B ")
        await reader.press("apostrophe", "a")
        assert reader.title.startswith(" A ")
        assert reader.sentence == marked


async def test_a_mark_of_a_pair_opens_the_pair_again(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("4", "right_parenthesis", "m", "x")
        marked = reader.sentence
        await reader.press("q", "enter", "apostrophe", "x")
        assert isinstance(reader.app.screen, PairScreen)
        assert reader.sentence == marked


async def test_a_letter_without_a_mark_is_said_so_and_other_keys_are_not_taken(opened):
    async with opened() as reader:
        await reader.press("enter", "apostrophe", "z")
        assert "no mark z" in reader.status
        await reader.press("m", "escape", "right_parenthesis")
        assert isinstance(reader.app.screen, ReaderScreen)
        assert "s2/" in reader.status


async def test_the_way_back_crosses_articles_and_goes_forward_again(opened):
    async with opened() as reader:
        await reader.press("enter", "G")
        end = reader.sentence
        await reader.press("J", "9", "G")
        there = reader.sentence
        await reader.press("ctrl+o", "ctrl+o")
        assert reader.title.startswith(" A ")
        assert reader.sentence == end
        await reader.press("ctrl+n", "ctrl+n")
        assert reader.sentence == there


async def test_two_apostrophes_go_to_the_last_place_and_back(opened):
    async with opened() as reader:
        await reader.press("enter", "3", "G", "G")
        end = reader.sentence
        await reader.press("apostrophe", "apostrophe")
        assert "s3/" in reader.status
        await reader.press("ctrl+n")
        assert reader.sentence == end


async def test_the_outline_lists_headings_and_goes_there(opened):
    async with opened() as reader:
        await reader.press("G", "enter", "t")
        assert isinstance(reader.app.screen, ChoiceScreen)
        rows = reader.app.screen.query_one("#lines", OptionList)
        last = str(rows.get_option_at_index(rows.option_count - 1).prompt)
        await reader.press("G", "enter")
        assert reader.sentence == last
        await reader.press("ctrl+o")
        assert reader.sentence != last


async def test_a_filter_keeps_sentences_with_the_words_and_q_shows_all_again(opened):
    async with opened() as reader:
        await reader.press("enter")
        whole = len(reader.view.port.page.stops)
        await reader.press("ampersand")
        await reader.type("sanction")
        await reader.press("enter")
        witness = reader.app.session.collection.witness(0)
        kept = [witness.quote(stop.sentence) for stop in reader.view.port.page.stops]
        assert kept
        assert all("sanction" in quote.casefold() for quote in kept)
        await reader.press("q")
        assert len(reader.view.port.page.stops) == whole
        await reader.press("ampersand", *"sanction", "enter", "ampersand", "enter")
        assert len(reader.view.port.page.stops) == whole


async def test_a_filter_keeps_rows_of_a_pair_with_both_their_sides(opened):
    async with opened(pair=(1, 4)) as reader:
        await reader.press("ampersand")
        await reader.type("ceasefire")
        await reader.press("enter")
        pairing = reader.app.screen.pairing
        for row in pairing.rows:
            quotes = [pairing.alignment.comparison.sides[side].quote(n) for side in Side for n in row.on(side)]
            assert any("ceasefire" in quote.casefold() for quote in quotes)
        assert "& ceasefire" in reader.status


async def test_a_filter_for_words_that_stand_nowhere_changes_nothing(opened):
    async with opened() as reader:
        await reader.press("enter", "ampersand")
        await reader.type("xyzzy")
        await reader.press("enter")
        assert "not found" in reader.status
        assert reader.view.port.page.stops


async def test_jumping_to_a_pane_by_its_letter(opened):
    async with opened(size=(120, 40), pair=(1, 4)) as reader:
        await reader.press("semicolon", "b")
        assert reader.status.startswith(" E")
        await reader.press("semicolon", "a")
        assert reader.status.startswith(" B")


async def test_copying_cites_the_sentence(opened, monkeypatch):
    taken = []
    monkeypatch.setattr("tui.app.clipboard.copy", lambda text, *_args, **_more: taken.append(text) or "copied")
    async with opened(pair=(1, 4)) as reader:
        await reader.press("y")
        assert taken[-1].startswith(f'"{reader.sentence}" — [B] ')
        assert taken[-1].endswith(", s1")
        await reader.press("Y")
        assert [line.split(" — ")[1][:3] for line in taken[-1].splitlines()] == ["[B]", "[E]"]
        assert "copied" in reader.status
        await reader.press("l", "2", "y")
        assert "Poonam Sharma" not in taken[-1]
        assert taken[-1].endswith(", s1–s2")


async def test_piping_shows_a_short_answer(opened):
    async with opened() as reader:
        await reader.press("enter", "vertical_line")
        await reader.type("wc -l")
        await reader.press("enter")
        assert reader.status.split()[-1].isdecimal()
        await reader.press("vertical_line")
        await reader.type("exit 3")
        await reader.press("enter")
        assert "exit 3" in reader.status


def test_a_viewport_without_a_page_stays_still():
    port = Viewport()
    port.step(5)
    port.go_to(None, end=True)
    port.go_to_share(0.5)
    assert port.stop is None
    assert port.top == 0
