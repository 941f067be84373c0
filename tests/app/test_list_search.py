"""Titles and bylines found in the list."""

import pytest

from tui.articles import find_sources
from tui.settings import Settings


async def search(reader, words):
    await reader.press("slash")
    await reader.type(words)
    await reader.press("enter")


async def test_the_titles_with_the_words_are_walked(opened):
    async with opened() as reader:
        await search(reader, "major defeat")
        assert reader.status.startswith(" A  major defeat 1/2")
        await reader.press("n")
        assert reader.status.startswith(" B  major defeat 2/2")
        await reader.press("n")
        assert "search hit bottom; n again goes to the top" in reader.status
        await reader.press("n")
        assert reader.status.startswith(" A  major defeat 1/2")
        assert "wrapped to the top" in reader.status
        await reader.press("N")
        assert "search hit top; N again goes to the end" in reader.status


async def test_a_title_on_the_screen_is_found_before_its_article_is_read(opened, monkeypatch):
    monkeypatch.setattr("tui.app.work.reading_ahead.ReadingAhead.run", lambda _: None)
    async with opened() as reader:
        await search(reader, "victory")
        assert reader.app.session.collection.known(4) is None
        assert reader.status.startswith(" D  victory 1/1")
        await search(reader, "zebra")
        assert "read so far" in reader.status


async def test_a_search_begins_at_the_cursor_and_counts_go_before_n(opened):
    async with opened() as reader:
        await reader.press("j", "j")
        await search(reader, "putin")
        assert reader.status.startswith(" C  putin 3/5")
        await reader.press("g", "3", "n")
        assert reader.status.startswith(" D  putin 4/5")
        await reader.press("2", "N")
        assert reader.status.startswith(" B ")


async def test_a_message_has_the_room_of_the_credits(opened):
    async with opened() as reader:
        await search(reader, "defeat")
        await reader.press("n", "n")
        drawn = reader.app.screen.query_one("#status").render_line(0).text
        assert "search hit bottom; n again goes to the top" in drawn


async def test_a_byline_is_found(opened):
    async with opened() as reader:
        await search(reader, "neerja")
        assert reader.status.startswith(" C ")


async def test_what_stands_nowhere_is_said_so_and_an_empty_search_ends_it(opened):
    async with opened() as reader:
        await search(reader, "xyzzy")
        assert "xyzzy: not found in titles and bylines" in reader.status
        await reader.press("n")
        assert "not found" in reader.status
        await reader.press("slash", "ctrl+u", "enter", "n")
        assert "no search yet" in reader.status


async def test_the_hits_are_lit(opened):
    async with opened() as reader:
        await search(reader, "snubs")
        row = next(y for y, line in enumerate(reader.lines) if "Snubs" in line)
        lit = [s.text for s in reader.app.screen.query_one("#list").render_line(row) if s.style.underline]
        assert lit == ["Snubs"]


@pytest.mark.parametrize("words", ["case\x1b[2J.txt", "report"])
async def test_a_file_that_cannot_be_read_is_found_by_its_name(opened, tmp_path, words):
    (tmp_path / "report.txt").write_bytes(b"\0\1\2" * 900)
    (tmp_path / "a.txt").write_text("Strike goes on\n\nThe dock workers voted on Saturday to go on with it.\n")
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        reader.app.screen.search(words)
        await reader.settle()
        assert reader.status.startswith(" B " if words == "report" else " A ")
        assert "\x1b" not in reader.status


async def test_other_keys_search_too(opened):
    async with opened(settings=Settings(keys={"search.next": ("x",)})) as reader:
        await search(reader, "defeat")
        await reader.press("x", "x")
        assert "x again goes to the top" in reader.status
