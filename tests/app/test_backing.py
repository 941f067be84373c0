"""How many sources make the claim of each sentence, beside an article's text."""

from tui.articles import find_sources
from tui.settings import Settings


def beside(reader):
    """The margin of each line by how its text begins."""
    left = reader.view.port.page.columns[0]
    cut = left.left + left.gutter
    return {line[cut : cut + 12]: line[left.left + 1 : cut].strip() for line in reader.lines if line.strip()}


async def test_the_gutter_counts_the_sources_of_every_sentence(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("enter")
        assert "/3" not in "".join(reader.lines)
        await reader.press("number_sign")
        told = beside(reader)
        assert told["A crane fell"] == "3/3"
        assert told["Ida Kroll ha"] == "1/3 ░░"
        assert "n/3 say it" in reader.status
        await reader.press("right_parenthesis", "i", *"ask", "enter")
        assert beside(reader)[reader.sentence[:12]] == "✎3/3"
        await reader.press("number_sign")
        assert "/3" not in "".join(reader.lines)


async def test_it_stays_on_for_the_sitting_and_the_cursor_on_its_sentence(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("enter", "right_parenthesis", "right_parenthesis")
        before = reader.sentence
        await reader.press("colon")
        await reader.type("corroboration")
        await reader.press("enter")
        assert reader.sentence == before
        await reader.press("J")
        assert beside(reader)["Ferries sail"] == "2/3 ░"
        await reader.press("q", "j", "j", "enter")
        assert beside(reader)["The mayor wa"] == "1/3 ░░"


async def test_what_it_counts_is_known_to_the_table_too(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("enter", "number_sign")
        found = reader.app.session.surveyed
        await reader.press("T")
        assert reader.app.screen.surveyed is found


async def test_one_readable_source_has_nothing_to_be_counted_with(opened, tmp_path):
    (tmp_path / "a.txt").write_text("A title\n\nSome words here.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        await reader.press("enter", "number_sign")
        assert "needs two sources" in reader.status
        assert not reader.app.session.backing


async def test_the_text_yields_where_the_screen_is_narrow(opened, harbour):
    async with opened(sources=harbour, size=(60, 15)) as reader:
        await reader.press("enter", "number_sign")
        assert max(map(len, reader.lines)) <= 60
        assert beside(reader)["A crane fell"] == "3/3"


async def test_without_signs_it_is_drawn_in_ascii(opened, harbour):
    async with opened(sources=harbour, settings=Settings(ascii="on")) as reader:
        await reader.press("enter", "number_sign")
        assert "░" not in reader.app.export_screenshot()
        assert "1/3&#160;::" in reader.app.export_screenshot()
