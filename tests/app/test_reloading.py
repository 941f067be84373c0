"""Files that change while they are read."""

import os

import pytest

from tui.app.screens.reloading import ReloadingScreen
from tui.articles import find_sources
from tui.library import Library
from tui.library.adding import add
from tui.library.collecting import Collections
from tui.library.holdings import Holdings

SENTENCES = [f"On day {number} the ferry left the harbour at noon with forty people." for number in range(30)]


def write(path, sentences, stamp):
    """A text whose file has this time."""
    path.write_text("The Ferry\n\n" + "\n\n".join(sentences) + "\n")
    os.utime(path, ns=(stamp * 10**9, stamp * 10**9))


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        write(path, SENTENCES, 1_000_000_000)
    return paths


@pytest.mark.parametrize("pair", [None, (0, 1)])
async def test_a_change_is_said_and_the_place_survives_the_reload(opened, files, pair):
    async with opened(sources=find_sources([str(files[0].parent)]), pair=pair) as reader:
        await reader.press(*([] if pair else ["enter"]), "right_parenthesis")
        await reader.press(*["right_parenthesis"] * 7)
        before = reader.sentence
        write(files[0], ["Something new stands before it all.", *SENTENCES[:20]], 1_000_000_009)
        assert isinstance(reader.app.screen, ReloadingScreen)
        reader.app.screen.look_for_changes()
        assert "A changed on disk: R reloads" in reader.status
        await reader.press("R")
        assert "reloaded A" in reader.status
        assert reader.sentence == before
        assert "Something new" in reader.app.session.collection.article(0).text
        await reader.press("R")
        assert "nothing new" in reader.status


async def test_the_preview_in_the_list_is_that_of_the_text_as_read_anew(opened, files):
    async with opened(sources=find_sources([str(files[0])]), size=(120, 40)) as reader:
        preview = reader.app.screen.query_one("#preview")
        while "On day 0" not in " ".join(preview.render_line(y).text for y in range(6)):
            await reader.settle()
        await reader.press("enter")
        write(files[0], ["Something new stands before it all.", *SENTENCES[:20]], 1_000_000_009)
        await reader.press("R", "q")
        while "Something new" not in " ".join(preview.render_line(y).text for y in range(6)):
            await reader.settle()


async def test_a_file_that_is_gone_leaves_the_text_as_it_was(opened, files):
    async with opened(sources=find_sources([str(files[0])])) as reader:
        await reader.press("enter")
        files[0].unlink()
        await reader.press("R")
        assert "no such file" in reader.status
        assert "forty people" in " ".join(reader.lines)


async def test_a_held_article_gets_another_version(opened, files, tmp_path):
    with Library.open(tmp_path / "library.sqlite3") as library:
        collection = Collections(library).open("case")
        assert [*add(Holdings(library), collection, find_sources([*map(str, files)]))]
        async with opened(library=library) as reader:
            reader.app.screen.list_anew(reader.app.screen.shelving._shelving.collection())
            await reader.press("enter", "q")
            write(files[0], SENTENCES[:3], 1_000_000_009)
            await reader.press("R")
            assert "reloaded A" in reader.status
            assert reader.app.session.collection.summary(0).sentences == 4
            await reader.press("R")
            assert "nothing on the screen has changed" in reader.status
        held = Collections(library).held("case")
        assert [version.number for version in held.holdings.versions(held[0])] == [1, 2]
