"""Long texts cost the screen no more than short ones."""

from tui.articles import Source


async def test_a_long_article_takes_no_more_widgets_than_a_short_one(opened, tmp_path):
    """One widget for each paragraph made texts of some thousand paragraphs unusable."""
    counts = []
    for paragraphs in (3, 3000):
        path = tmp_path / f"{paragraphs}.txt"
        path.write_text("Ferry\n\n" + "\n\n".join(f"The ferry left at {n} today." for n in range(paragraphs)))
        async with opened(sources=[Source(path)]) as reader:
            await reader.press("enter")
            counts.append(len(reader.app.screen.query("*")))
    assert counts[0] == counts[1]
