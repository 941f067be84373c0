"""The library changed from inside the list."""

import json

import pytest

from tui.app.screens.held_list import HeldListScreen
from tui.articles import find_sources
from tui.library import Library
from tui.library.adding import add
from tui.library.collecting import Collections
from tui.library.holdings import Holdings

TEXT = "The Ferry Is Late Again\n\nThe ferry left the harbour at noon on Friday. Forty people waited on the pier.\n"


@pytest.fixture
def library(tmp_path):
    """A library that two files can be added to."""
    for number, name in enumerate(("one", "two")):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("noon", str(number + 3)).replace("Late", name))
    with Library.open(tmp_path / "library.sqlite3") as library:
        yield library


async def command(reader, words):
    """What the palette does with these words."""
    name, _, value = words.partition(" ")
    reader.app.screen.commands()[name].run(value)
    await reader.settle()


def rows(reader):
    """Label and first words of each row."""
    return [" ".join(line[line.index("]") + 1 :].split()[:4]) for line in reader.lines if "[" in line]


async def test_added_articles_are_listed_in_place_of_the_bundled_ones(opened, library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(library=library) as reader:
        await command(reader, "add one.txt 'two.txt' gone.txt")
        assert rows(reader) == ["A The Ferry Is", "B The Ferry Is"]
        assert "articles: 2 new or changed; gone.txt: no such file" in reader.status
        await reader.press("j", "enter")
        assert "harbour" in " ".join(reader.lines)
        await reader.press("q")
        await command(reader, "add one.txt")
        assert "articles: 0 new or changed" in reader.status
    assert Collections(library).current() == "articles"


async def test_what_others_add_is_listed_on_reload(opened, library, tmp_path):
    async with opened(library=library) as reader:
        await command(reader, f"add {tmp_path / 'one.txt'}")
        await reader.press("space", "B", "R")
        assert "nothing on the screen has changed" in reader.status
        with Library.open(tmp_path / "library.sqlite3") as other:
            sources = find_sources([str(tmp_path / "two.txt")])
            list(add(Holdings(other), Collections(other).open("articles"), sources))
        await reader.press("R")
        assert "listed as the library is now" in reader.status
        assert rows(reader) == ["♦A The Ferry Is", "B The Ferry Is"]
        assert reader.app.session.marked == [0]


async def test_what_is_removed_from_the_list_comes_back(opened, library, tmp_path):
    async with opened(library=library) as reader:
        await command(reader, f"add {tmp_path}")
        await reader.press("j")
        await command(reader, "remove")
        assert rows(reader) == ["A The Ferry Is"]
        assert "removed B; :restore brings back" in reader.status
        await command(reader, "restore")
        assert rows(reader) == ["A The Ferry Is", "B The Ferry Is"]
        await command(reader, "remove Z")
        assert "no article Z" in reader.status
        await command(reader, "restore")
        assert "nothing to bring back" in reader.status


async def test_tags_are_written_beside_an_article_and_shown(opened, library, tmp_path):
    async with opened(library=library, size=(120, 40)) as reader:
        await command(reader, "tag A wire=agency")
        assert "not in the library" in reader.status
        await command(reader, "add")
        assert len(rows(reader)) == 5
        await command(reader, "tag C country=DE")
        await command(reader, "tag wire=agency")
        assert "A: wire=agency" in reader.status
        await reader.press("j", "k")
        assert "wire=agency" in reader.status
        await command(reader, "tag A wire")
        assert "expected NAME=VALUE" in reader.status


async def test_another_collection_is_listed(opened, library, tmp_path):
    async with opened(library=library) as reader:
        await command(reader, "collection")
        assert "no collection yet" in reader.status
        await command(reader, f"add {tmp_path / 'one.txt'}")
        await command(reader, "collection storm")
        assert "storm is new" in reader.status
        await reader.press("space", "B")
        await command(reader, f"add {tmp_path / 'two.txt'}")
        assert "two" in " ".join(reader.lines)
        assert "storm" in reader.title
        assert (reader.app.session.marked, reader.app.session.base) == ([], None)
        await command(reader, "collection articles")
        assert "one" in " ".join(reader.lines)
        await command(reader, "collection")
        await reader.press("j", "enter")
        assert "storm" in reader.title


async def test_a_guest_changes_nothing(opened, library, tmp_path):
    async with opened(library=library) as reader:
        await command(reader, f"add {tmp_path}")
    with Library.open(tmp_path / "library.sqlite3", read_only=True) as guest:
        async with opened(library=guest) as reader:
            await command(reader, "remove A")
            assert "not in the library" in reader.status
            await command(reader, f"add {tmp_path}")
            assert "is shown only" in reader.status
            await reader.press("enter", "j", "q")
            assert "shown only" not in reader.status


async def test_what_was_added_is_listed_when_the_list_is_seen_again(opened, library, tmp_path):
    async with opened(library=library) as reader:
        await reader.press("enter")
        under = next(screen for screen in reader.app.screen_stack if isinstance(screen, HeldListScreen))
        under.commands()["add"].run(str(tmp_path))
        await reader.settle()
        assert "Trump" in reader.title
        await reader.press("q")
        assert rows(reader) == ["A The Ferry Is", "B The Ferry Is"]


async def test_the_palette_takes_the_words(opened, library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(library=library) as reader:
        await reader.press("colon")
        await reader.type("add .")
        await reader.press("enter")
        assert rows(reader) == ["A The Ferry Is", "B The Ferry Is"]


async def test_a_mark_is_found_in_the_newer_version(opened, library, tmp_path):
    async with opened(library=library) as reader:
        await command(reader, f"add {tmp_path}")
        await reader.press("enter", "right_parenthesis", "right_parenthesis", "m", "a", "q")
    (tmp_path / "one.txt").write_text("Something stands before it.\n\n" + (tmp_path / "one.txt").read_text())
    async with opened(library=library) as reader:
        await command(reader, f"add {tmp_path / 'one.txt'}")
        await reader.press("j", "enter", "apostrophe", "a")
        assert reader.sentence == "Forty people waited on the pier."


async def test_a_saved_report_has_the_tags_of_articles(opened, library, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with opened(library=library) as reader:
        await command(reader, "add one.txt two.txt")
        await command(reader, "tag B wire=agency")
        await reader.press("s", "ctrl+u")
        await reader.type("case.json")
        await reader.press("enter")
        await reader.settle()
    sources = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))["sources"]
    assert [source["tags"] for source in sources] == [{}, {"wire": "agency"}]
