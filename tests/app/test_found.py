"""All sources searched at once."""

import pytest

from tui.articles import find_sources
from tui.library import Library
from tui.library.adding import add
from tui.library.collecting import Collections
from tui.library.held import Held
from tui.library.holdings import Holdings
from tui.library.search import MOST


async def search(reader, words):
    await reader.press("S")
    await reader.type(words)
    await reader.press("enter")


async def test_words_are_listed_with_their_sentences_and_lead_there(opened):
    async with opened() as reader:
        await search(reader, "neighbo")
        assert "neighbo in all sources" in reader.title
        text = " ".join(" ".join(reader.lines).replace("▎", "").split())
        assert "C He called Trump a “dear neighbour”" in text
        assert 'D Putin initiated his charm offensive by greeting Trump as "Good morning, neighbor"' in text
        assert reader.status.startswith(" 1/2")
        await reader.press("enter")
        assert "neighbo" in reader.sentence
        await reader.press("q")
        assert "neighbo in all sources" in reader.title


async def test_another_search_takes_the_place_of_the_first(opened):
    async with opened() as reader:
        await search(reader, "zebra")
        assert "not found in any source" in reader.status
        await search(reader, "ceasefire")
        assert "ceasefire in all sources" in reader.title
        await reader.press("q")
        assert "summit-tui" in reader.title
        await reader.press("S", "enter")
        assert "summit-tui" in reader.title


async def test_articles_of_the_library_and_files_beside_them_are_searched_together(opened, tmp_path):
    for name, text in (("a", "The ferry left at noon on Friday."), ("b", "A second ferry followed at one.")):
        (tmp_path / f"{name}.txt").write_text(f"Title of {name}\n\n{text} Nothing else happened on the pier.\n")
    with Library.open(tmp_path / "library.sqlite3") as library:
        collection = Collections(library).open("case")
        assert [*add(Holdings(library), collection, find_sources([str(tmp_path / "a.txt")]))]
        async with opened(library=library, sources=find_sources([str(tmp_path / "b.txt")])) as reader:
            reader.app.session.list_anew(
                type(reader.app.session.collection)(
                    find_sources([str(tmp_path / "b.txt")]), shelf=Held(library, collection, "case")
                )
            )
            await search(reader, "ferry")
            assert sorted(line.lstrip("▎ ")[0] for line in reader.lines if "ferry" in line) == ["A", "B"]


@pytest.mark.parametrize(("most_ranked", "order"), [(10_000, "best"), (0, "latest")])
async def test_what_is_given_of_many_sentences_is_said(opened, tmp_path, monkeypatch, most_ranked, order):
    monkeypatch.setattr("tui.library.search.FEW", 0)
    monkeypatch.setattr("tui.library.search.RANKED", most_ranked)
    (tmp_path / "a.txt").write_text("The Pier\n\n" + "The ferry left the harbour at noon again.\n\n" * (MOST + 1))
    async with opened(sources=find_sources([str(tmp_path / "a.txt")])) as reader:
        await search(reader, "ferry")
        assert f"the {order} {MOST}; there are more" in reader.status
