"""What lists show is remembered for as long as the file is the one that was read."""

import os

import pytest

from tests.library.entries import rows
from tui.articles import Collection, Source, find_sources
from tui.library import Library, summaries
from tui.resources import user_folder

TEXT = "The bridge opens\n\nBy Ann Lee\n\nIt opened on Monday. It is long.\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library" / "library.sqlite3"


@pytest.fixture
def library(path):
    with Library.open(path) as opened:
        yield opened


@pytest.fixture
def file(tmp_path):
    article = tmp_path / "one.txt"
    article.write_text(TEXT)
    age(article)
    return article


def age(file, seconds=60):
    """Make the file one that was changed so long ago."""
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns - seconds * 10**9))


def read(*files):
    """The articles' summaries, read from the files."""
    collection = Collection(find_sources(list(map(str, files))))
    for number in range(len(collection)):
        collection.summary(number)
    return collection.fresh()


def test_a_summary_is_there_again(library, path, file):
    (summary,) = read(file)
    library.keep_summaries((summary,))
    with Library.open(path) as later:
        assert later.summary(Source(file)) == summary._replace(label="")
    assert (summary.title, summary.byline, summary.sentences) == ("The bridge opens", "Ann Lee", 3)


def test_a_file_that_has_changed_is_not_remembered(library, file):
    library.keep_summaries(read(file))
    status = file.stat()
    file.write_text(TEXT.replace("Monday", "Friday"))
    assert library.summary(Source(file)) is None
    file.write_text(TEXT + "So they say.\n")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert library.summary(Source(file)) is None
    file.unlink()
    assert library.summary(Source(file)) is None


def test_what_another_version_read_is_not_remembered(library, file, monkeypatch):
    library.keep_summaries(read(file))
    monkeypatch.setattr(summaries, "reader", lambda: "another")
    assert library.summary(Source(file)) is None


def test_a_file_that_had_only_just_changed_is_not_remembered(library, file):
    file.write_text(TEXT)
    library.keep_summaries(read(file))
    assert library.summary(Source(file)) is None


def test_a_file_that_cannot_be_read_is_not_remembered(library, file, tmp_path):
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\0\1\2\0" * 100)
    age(broken)
    library.keep_summaries(read(broken))
    assert library.summary(Source(broken)) is None


def test_the_same_file_named_otherwise_is_remembered(library, file, monkeypatch):
    library.keep_summaries(read(file))
    monkeypatch.chdir(file.parent)
    (source,) = find_sources([file.name])
    assert library.summary(source).title == "The bridge opens"


def test_those_kept_longest_ago_give_way(library, path, file, tmp_path, monkeypatch):
    monkeypatch.setattr(summaries, "MOST", 3)
    for number in range(5):
        article = tmp_path / f"{number}.txt"
        article.write_text(TEXT)
        age(article)
        library.keep_summaries(read(article))
    kept = [row[0] for row in rows(path, "SELECT source FROM summary ORDER BY kept")]
    assert [os.fsdecode(name)[-5:] for name in kept] == ["2.txt", "3.txt", "4.txt"]


def test_a_title_that_is_no_sound_text_is_kept_as_far_as_it_is(library, file):
    (summary,) = read(file)
    library.keep_summaries((summary._replace(title="half \ud800 a pair"),))
    assert library.summary(Source(file)).title == "half ? a pair"


def test_with_other_rules_of_the_users_own_nothing_is_remembered(library, file):
    library.keep_summaries(read(file))
    own = user_folder("config") / "furniture.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("")
    summaries.reader.cache_clear()
    assert library.summary(Source(file)) is None
    own.unlink()
    summaries.reader.cache_clear()
    assert library.summary(Source(file)).title == "The bridge opens"
