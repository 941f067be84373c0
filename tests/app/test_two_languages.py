"""A pair in two languages."""

from tui.articles import find_sources


async def test_the_title_names_both_languages(opened, tmp_path):
    (tmp_path / "en.txt").write_text(
        "The Bridge Opens\n\nThe minister said that the old harbour had been rebuilt.\n" * 3
    )
    (tmp_path / "de.txt").write_text(
        "Die Brücke ist offen\n\nDie Ministerin sagte, dass der Hafen wieder offen ist.\n" * 3
    )
    async with opened(sources=find_sources([str(tmp_path)]), pair=(0, 1), size=(120, 40)) as reader:
        assert "de ⇄ en · cut 0.30" in reader.title
    async with opened(pair=(0, 1)) as reader:
        assert "en" not in reader.title.split("cut")[0].split()
