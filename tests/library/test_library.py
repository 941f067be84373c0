"""What is kept is there again, for whoever opens the same file."""

import os
from pathlib import Path
from threading import Thread

import pytest

from tests.library.entries import entry, is_sound, place, run
from tui.articles import Source, Summary, bundled, read
from tui.library import Library, LibraryError, Mark, default_path

HOSTILE = "'; DROP TABLE place; --\x00\x1b[2J\u202e\ufeff\n%_?1 \U0001f600"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


@pytest.fixture
def library(path):
    with Library.open(path) as opened:
        yield opened


@pytest.fixture
def later(library, path):
    """Whoever opens the file after everything was kept."""
    with Library.open(path) as opened:
        yield opened


def test_a_place_is_there_again(library, later):
    library.keep_place(entry("a"), place(3))
    assert later.place(entry("a")) == place(3)


def test_an_article_as_read_is_an_entry_like_its_summary(library):
    article = read(bundled()[0])
    library.keep_place(article, place())
    assert library.place(Summary("A", article.source, key=article.key)) == place()


def test_an_article_never_opened_has_no_place_and_is_unseen(library):
    library.keep_place(entry("a"), place())
    other = entry("b", "/news/two.txt")
    assert (library.place(other), library.seen(other)) == (None, None)


def test_the_last_place_counts(library):
    library.keep_place(entry("a"), place(3))
    library.keep_place(entry("a"), place(9))
    library.keep_place(entry("a"), place(1))
    assert library.place(entry("a")) == place(1)


def test_what_was_read_once_stays_read(library):
    for share in (0.2, 1.0, 0.0):
        library.keep_place(entry("a"), place(share=share))
    assert library.seen(entry("a")) == 1.0
    assert library.place(entry("a")).share == 0.0


def test_an_edited_file_has_the_place_of_its_last_text(library):
    library.keep_place(entry("b"), place(1))
    library.keep_place(entry("a"), place(2))
    assert library.place(entry("edited")) == place(2)
    library.keep_place(entry("b"), place(3))
    assert library.place(entry("edited")) == place(3)


def test_the_very_text_goes_before_a_later_one_of_the_file(library):
    library.keep_place(entry("a"), place(1))
    library.keep_place(entry("b"), place(2))
    assert library.place(entry("a")) == place(1)


def test_a_file_that_moved_is_known_by_its_text(library):
    library.keep_place(entry("a", "/old/one.txt"), place(4))
    assert library.place(entry("a", "/new/two.txt")) == place(4)


def test_the_file_itself_goes_before_a_copy_of_its_text(library):
    library.keep_place(entry("a", "/news/one.txt"), place(1))
    library.keep_place(entry("b", "/news/two.txt"), place(2))
    assert library.place(entry("b", "/news/one.txt")) == place(1)


def test_a_relative_path_is_the_same_file_from_any_folder(library, tmp_path, monkeypatch):
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    library.keep_place(entry("a", "news/one.txt"), place(4))
    monkeypatch.chdir("news")
    assert library.place(entry("edited", "one.txt")) == place(4)


def test_a_folder_that_is_gone_takes_no_place_with_it(library, tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    library.keep_place(entry("a", "one.txt"), place(4))
    assert library.place(entry("a", "one.txt")) == place(4)


def test_standard_input_is_known_by_its_text_alone(library):
    library.keep_place(entry("a", None), place(4))
    assert library.place(entry("a", None)) == place(4)
    assert library.place(entry("b", None)) is None


def test_sources_that_could_not_be_read_share_nothing(library):
    library.keep_place(entry("", "/news/one.txt"), place(4))
    assert library.place(entry("", "/news/two.txt")) is None


def test_a_mark_leads_back_across_articles(library, later):
    library.keep_mark("a", entry("k", "/news/one.txt", "One"), place(5))
    library.keep_mark("B", entry("l", None, "Piped"), place(6))
    assert later.mark("a") == Mark("a", place(5), "k", Source("/news/one.txt"), "One")
    assert later.mark("B") == Mark("B", place(6), "l", Source(None), "Piped")


def test_a_mark_set_again_moves(library):
    library.keep_mark("a", entry("k"), place(5))
    library.keep_mark("a", entry("l", "/news/two.txt"), place(6))
    assert [(mark.name, mark.key, mark.place.sentence) for mark in library.marks()] == [("a", "l", 6)]


def test_a_mark_moves_no_reading_place(library):
    library.keep_mark("a", entry("k"), place(5))
    assert library.place(entry("k")) is None


def test_marks_come_small_letters_first(library):
    for name in "ZbAa":
        library.keep_mark(name, entry("k"), place())
    assert [mark.name for mark in library.marks()] == ["a", "b", "A", "Z"]


def test_a_mark_never_set_is_none(library):
    assert (library.mark("a"), library.mark("'"), library.marks()) == (None, None, ())


@pytest.mark.parametrize("name", ["", "1", "ab", "'", "é", "a\n"])
def test_only_a_letter_names_a_mark(library, name):
    with pytest.raises(ValueError):
        library.keep_mark(name, entry("k"), place())
    assert library.marks() == ()


def test_a_value_is_there_again(library, later):
    assert library.recall("theme") is None
    library.remember("theme", "dark")
    library.remember("theme", "light")
    assert (later.recall("theme"), later.recall("layout")) == ("light", None)


def test_what_articles_say_is_data(library, path):
    hostile = entry("k", "/news/'\x1b\udcff.txt", HOSTILE)
    library.keep_place(hostile, place(quotation=HOSTILE))
    library.keep_mark("a", hostile, place(quotation=HOSTILE))
    library.remember(HOSTILE, HOSTILE)
    assert library.place(hostile).quotation == library.recall(HOSTILE) == library.mark("a").title == HOSTILE
    assert library.mark("a").source == Source("/news/'\x1b\udcff.txt")
    assert is_sound(path)


def test_half_a_character_stops_nothing(library):
    library.keep_place(entry("a", title="\ud800"), place(quotation="\ud800 said"))
    assert library.place(entry("a")).quotation == "? said"


def test_threads_share_a_library(library, path):
    def keep(thread):
        for number in range(10):
            library.remember(f"{thread}.{number}", str(number))
            assert library.recall(f"{thread}.{number}") == str(number)

    threads = [Thread(target=keep, args=(thread,)) for thread in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert [library.recall(f"{at}.{number}") for at in range(6) for number in range(10)] == [*map(str, range(10))] * 6
    assert is_sound(path)


def test_a_closed_library_keeps_nothing_more(library):
    library.remember("theme", "dark")
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="is closed"):
        library.remember("theme", "light")


def test_without_a_file_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with Library.open(None) as library:
        library.keep_place(entry("a"), place())
        library.keep_mark("a", entry("a"), place())
        library.remember("theme", "dark")
        assert (library.place(entry("a")), library.recall("theme")) == (place(), "dark")
        assert library.where == "memory"
        assert not list(tmp_path.iterdir())
        assert not default_path().exists()
    with Library.open(None) as library:
        assert library.recall("theme") is None


def test_opening_alone_touches_no_file_and_loads_no_database(tmp_path):
    script = """
import sys
from pathlib import Path
from tui.library import Library
library = Library.open(Path(sys.argv[1]))
library.where
library.close()
print(*(name for name in ("sqlite3", "platformdirs", "numpy", "textual", "rich") if name in sys.modules))
"""
    assert run(script, tmp_path / "new" / "library.sqlite3") == "\n"
    assert not list(tmp_path.iterdir())


def test_messages_spell_control_characters_out(tmp_path):
    assert Library.open(tmp_path / "a\x1b[2J").where == str(tmp_path / "a") + "\\x1b[2J"


def test_the_file_lies_in_the_users_data_folder():
    assert default_path() == Path(os.environ["XDG_DATA_HOME"]) / "summit-tui" / "library.sqlite3"


def test_the_source_of_a_mark_can_be_opened(library, tmp_path):
    file = tmp_path / "one.txt"
    file.write_text("The mayor spoke.\n")
    library.keep_mark("a", read(Source(file)), place())
    assert read(library.mark("a").source).key == library.mark("a").key


def test_readers_of_one_library_keep_their_own_places_marks_and_choices(path):
    with Library.open(path, reader="ann") as ann, Library.open(path, reader="ben") as ben:
        for library, sentence, share in ((ann, 3, 0.9), (ben, 1, 0.2)):
            library.keep_place(entry("a"), place(sentence, share=share))
            library.keep_mark("a", entry("a"), place(sentence))
            library.remember("theme", library.reader)
        ben.keep_mark("b", entry("a"), place(7))
        assert [library.place(entry("a")).sentence for library in (ann, ben)] == [3, 1]
        assert [library.seen(entry("a")) for library in (ann, ben)] == [0.9, 0.2]
        assert [library.mark("a").place.sentence for library in (ann, ben)] == [3, 1]
        assert [[mark.name for mark in library.marks()] for library in (ann, ben)] == [["a"], ["a", "b"]]
        assert [library.recall("theme") for library in (ann, ben)] == ["ann", "ben"]


def test_what_was_kept_for_nobody_in_particular_is_there_until_a_reader_keeps_their_own(library, path):
    library.keep_place(entry("a"), place(3))
    library.keep_mark("a", entry("a"), place(3))
    library.remember("theme", "dark")
    with Library.open(path, reader="ann") as ann:
        assert (ann.place(entry("a")), ann.mark("a").place, ann.recall("theme")) == (place(3), place(3), "dark")
        ann.keep_place(entry("a"), place(8))
        ann.keep_mark("a", entry("a"), place(8))
        ann.remember("theme", "light")
        assert (ann.place(entry("a")), ann.recall("theme")) == (place(8), "light")
        assert [mark.place for mark in ann.marks()] == [place(8)] == [ann.mark("a").place]
    assert (library.place(entry("a")), library.recall("theme")) == (place(3), "dark")
