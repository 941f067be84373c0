import pytest

from tui.app.sitting.memory import Memory
from tui.articles import Collection, find_sources
from tui.library import Library


async def test_an_article_opens_where_it_was_left_in_another_sitting(opened, tmp_path):
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            await reader.press("G", "enter", "2", "0", "G")
            left = reader.sentence
            await reader.press("Q")
    with Library.open(path) as library:
        async with opened(library=library, size=(120, 40)) as reader:
            await reader.press("G", "enter")
            assert reader.sentence == left
            stop = reader.view.port.stop
            assert stop.first == reader.view.port.top


async def test_the_list_shows_what_was_read_before(opened, tmp_path):
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            await reader.press("enter", "G", "q", "j", "enter", "q")
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            rows = [line for line in reader.lines if "[ ]" in line]
            assert "✓" in rows[0]
            assert "◐" in rows[1]
            assert "●" in rows[2]


async def test_a_mark_outlasts_the_sitting(opened, tmp_path):
    path = tmp_path / "library.sqlite3"
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            await reader.press("enter", "7", "G", "m", "k")
            marked = reader.sentence
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            await reader.press("G", "enter", "apostrophe", "k")
            assert reader.title.startswith(" A ")
            assert reader.sentence == marked


async def test_without_saving_nothing_is_left_behind(opened, tmp_path):
    before = sorted(tmp_path.iterdir())
    async with opened(library=Library.open(None)) as reader:
        await reader.press("enter", "m", "a", "q")
    assert sorted(tmp_path.iterdir()) == before


def test_without_saving_no_database_is_made_for_what_was_read(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("A title\n\nA sentence of its own.\n")
    collection = Collection(find_sources([str(tmp_path)]))
    assert collection.summary(0).sentences
    monkeypatch.setattr(Library, "store", lambda _: pytest.fail("a database was made"))
    Memory(collection, Library.open(None)).keep_summaries()
    assert not collection.has_fresh


async def test_a_library_that_cannot_be_opened_is_said_and_reading_goes_on(opened, tmp_path):
    path = tmp_path / "library.sqlite3"
    path.write_bytes(b"no database at all, and far longer than any header " * 40)
    with Library.open(path) as library:
        async with opened(library=library) as reader:
            await reader.press("enter", "5", "G", "m", "a")
            assert "library.sqlite3" in reader.status
            here = reader.sentence
            await reader.press("J", "apostrophe", "a")
            assert reader.sentence == here
