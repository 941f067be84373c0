"""Damaged libraries, examined and mended."""

import random
import sqlite3
import stat
from contextlib import closing

import pytest

from tests.library.entries import entry, is_sound, place, rows
from tests.review.makers import act, verdict
from tui.articles import Source, read, witness
from tui.library import Library, LibraryError
from tui.library.checking import examine
from tui.library.collecting import Collections
from tui.library.contents import stored
from tui.library.holdings import Holdings
from tui.library.mending import mend
from tui.library.reviews import Reviews

PAGE = 4096
ACTS = 300


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A library of two articles and many acts, closed, as its bytes."""
    folder = tmp_path_factory.mktemp("whole")
    kept = []
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text(f"Summit in {name}\n\nThe summit ended at noon. Nobody said why.\n")
        article = read(Source(folder / name))
        kept.append(stored(article, witness(article), (folder / name).read_bytes()))
    path = folder / "library.sqlite3"
    with Library.open(path) as library:
        Holdings(library).add(kept, Collections(library).open("news"))
        library.keep_place(entry("a"), place())
        library.keep_mark("m", entry("a"), place())
        Reviews(library, "ann").take_in(act(verdict(), time=number) for number in range(1, ACTS + 1))
    return path.read_bytes()


@pytest.fixture
def path(whole, tmp_path):
    path = tmp_path / "library.sqlite3"
    path.write_bytes(whole)
    return path


def pages_of(path, table):
    """The numbers of the leaves of a table, from 0."""
    with closing(sqlite3.connect(path)) as connection:
        if ("ENABLE_DBSTAT_VTAB",) not in connection.execute("PRAGMA compile_options").fetchall():
            pytest.skip("this SQLite does not tell where its pages are")
        question = "SELECT pageno - 1 FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno"
        return [number for (number,) in connection.execute(question, (table,))]


def overwrite(path, *pages):
    content = bytearray(path.read_bytes())
    for number in pages:
        content[number * PAGE : (number + 1) * PAGE] = random.Random(number).randbytes(PAGE)
    path.write_bytes(content)


def acts(path):
    return {number for (number,) in rows(path, "SELECT number FROM act NOT INDEXED")}


def test_a_sound_library_has_no_faults(path):
    assert examine(path, "it") == ()


def test_acts_before_and_behind_a_damaged_page_are_kept(path):
    leaves = pages_of(path, "act")
    lost = leaves[len(leaves) // 2]
    overwrite(path, lost, leaves[-3])
    damaged = path.read_bytes()
    assert examine(path, "it")
    before = mend(path, "it")
    assert before.read_bytes()[PAGE:] == damaged[PAGE:]
    assert examine(path, "it") == ()
    assert is_sound(path)
    kept = acts(path)
    assert {1, 300} <= kept
    assert len(kept) > 300 * (1 - 3 / len(leaves))
    with Library.open(path) as library:
        assert len(Reviews(library, "ann").reload()) == len(kept)
        assert library.mark("m") is not None


def test_an_index_that_is_damaged_costs_nothing(path):
    overwrite(path, *pages_of(path, "sqlite_autoindex_act_1")[:2])
    assert examine(path, "it")
    mend(path, "it")
    assert examine(path, "it") == ()
    assert acts(path) == set(range(1, 301))


def test_words_that_were_lost_are_found_again(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
        connection.commit()
    assert examine(path, "it") == ("texts that cannot be found by their words: 2",)
    mend(path, "it")
    assert examine(path, "it") == ()
    assert rows(path, "SELECT count(*) FROM words WHERE words MATCH 'summit'") == [(2,)]


def test_what_belongs_to_a_lost_row_goes_with_it(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM article WHERE id IN (SELECT article FROM place)")
        connection.commit()
    assert {line.partition(" belongs")[0] for line in examine(path, "it")} == {"a row of mark", "a row of place"}
    mend(path, "it")
    assert examine(path, "it") == ()
    assert rows(path, "SELECT count(*) FROM held") == [(2,)]


def test_an_act_that_is_none_is_left_in_the_copy(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER act_is_final")
        connection.execute("UPDATE act SET value = 'maybe' WHERE number = 7")
        connection.commit()
    assert examine(path, "it") == ("acts of reviewers that cannot be read: 1",)
    (path.parent / f"{path.name}.damaged").write_text("an earlier one")
    before = mend(path, "it")
    assert (before.name, stat.S_IMODE(before.stat().st_mode)) == (f"{path.name}.damaged2", 0o600)
    assert examine(path, "it") == ()
    assert acts(path) == set(range(1, 301)) - {7}
    assert rows(before, "SELECT value FROM act WHERE number = 7") == [("maybe",)]


def test_whoever_has_the_library_open_goes_on_in_the_mended_one(path):
    with Library.open(path) as library:
        reviews = Reviews(library, "ann")
        reviews.reload()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
            connection.commit()
        mend(path, "it")
        reviews.record(verdict())
    assert len(acts(path)) == 301
    assert examine(path, "it") == ()


def test_what_is_no_library_is_left_alone(path):
    path.write_bytes(b"no library " * 1000)
    assert examine(path, "it") == ("file is not a database",)
    with pytest.raises(LibraryError, match="it: is damaged, or no library"):
        mend(path, "it")
    assert path.read_bytes() == b"no library " * 1000
    assert not [file for file in path.parent.iterdir() if file.name.endswith(".part")]


@pytest.mark.parametrize("seed", range(8))
def test_wherever_the_damage_is_the_rest_is_kept(path, seed):
    tables = {0, *pages_of(path, "sqlite_schema"), *pages_of(path, "sqlite_master")}
    others = sorted(set(range(path.stat().st_size // PAGE)) - tables)
    overwrite(path, *random.Random(seed).sample(others, 3))
    mend(path, "it")
    assert examine(path, "it") == ()
    assert is_sound(path)
    with Library.open(path) as library:
        Reviews(library, "ann").record(verdict())


def test_without_the_list_of_its_tables_a_library_is_left_alone(path):
    overwrite(path, *(page for name in ("sqlite_schema", "sqlite_master") for page in pages_of(path, name) if page))
    damaged = path.read_bytes()
    assert examine(path, "it") == ("database disk image is malformed",)
    with pytest.raises(LibraryError, match="it: is damaged"):
        mend(path, "it")
    assert path.read_bytes() == damaged
