"""The list in another order, and a part of it."""

import pytest

from tui.articles import find_sources
from tui.library import Library
from tui.library.adding import add
from tui.library.collecting import Collections
from tui.library.holdings import Holdings
from tui.resources import SEEDS_DIR


def labels(reader):
    """The labels in the order of the rows."""
    return "".join(line[line.index("]") + 1 :].split()[0] for line in reader.lines if "]" in line[:6])


@pytest.fixture(params=["files", "library"])
def held(request, tmp_path):
    """Nothing, or the bundled articles in a library: both are sorted alike."""
    with Library.open(tmp_path / "library.sqlite3") as library:
        if request.param == "library":
            collection = Collections(library).open("case")
            assert [*add(Holdings(library), collection, find_sources([str(SEEDS_DIR)]))]
        yield library


async def shown(reader):
    """The list of what is held, if anything is."""
    collection = reader.app.screen.shelving._shelving.collection()
    if collection is not None:
        reader.app.screen.list_anew(collection)
    await reader.settle()


async def test_the_list_is_sorted_by_the_letter_that_follows(opened, held):
    async with opened(library=held, size=(120, 40)) as reader:
        await shown(reader)
        for keys, order in (("ot", "DCBAE"), ("Ot", "EABCD"), ("ow", "EBACD"), ("oa", "ABCDE"), ("gos", "A")):
            for letter in keys:
                await reader.press(letter)
            assert labels(reader).startswith(order)
            assert len(labels(reader)) == 5
            assert "sorted: " in reader.status


async def test_what_was_read_goes_behind_the_unread(opened, held):
    async with opened(library=held, size=(120, 40)) as reader:
        await shown(reader)
        await reader.press("enter", "G", "q", "o", "u")
        assert labels(reader) == "BCDEA"


async def test_the_cursor_stays_on_its_article(opened, held):
    async with opened(library=held, size=(120, 40)) as reader:
        await shown(reader)
        await reader.press("j", "j", "j", "o", "t")
        await reader.press("enter")
        assert "Putin Claims Victory" in reader.title
        await reader.press("q", "j", "enter")
        assert "Putin Gains Recognition" in reader.title


async def test_only_rows_with_some_words_are_listed(opened, held):
    async with opened(library=held, size=(120, 40)) as reader:
        await shown(reader)
        await reader.press("ampersand")
        await reader.type("putin claims")
        await reader.press("enter")
        assert labels(reader) == "D"
        assert "1 of 5" in reader.status
        assert reader.status.rstrip().endswith("1/1")
        await reader.press("enter")
        assert "Putin Claims Victory" in reader.title
        await reader.press("q", "q")
        assert labels(reader) == "ABCDE"
        await reader.press("ampersand", *"claims", "enter", "ampersand", "enter")
        assert labels(reader) == "ABCDE"
        await reader.press("o", "t", "ampersand")
        await reader.type("defeat")
        await reader.press("enter")
        assert labels(reader) == "BA"
        await reader.press("slash")
        await reader.type("trump")
        await reader.press("enter", "n", "enter")
        assert "Suffers" in reader.title
        await reader.press("q", "ampersand")
        await reader.type("zebra")
        await reader.press("enter")
        assert "not found in titles" in reader.status
