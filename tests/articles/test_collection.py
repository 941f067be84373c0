import threading
from collections import Counter

import pytest

from tui.articles import Collection, Unreadable, bundled, find_sources, read, reading
from tui.articles.origin import Source


@pytest.fixture
def counted(monkeypatch):
    """How often each file has been read."""
    reads = Counter()

    def counting(source):
        reads[source.path.name] += 1
        return read(source)

    monkeypatch.setattr(reading, "read", counting)
    return reads


@pytest.fixture
def folder(tmp_path):
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Title {number}\n\nThe bridge number {number} opened. It is long.\n"
        )
    return find_sources([str(tmp_path)])


def test_nothing_is_read_before_it_is_wanted(counted):
    many = Collection(Source(f"/nowhere/{number}.txt") for number in range(10_000))
    assert len(many) == 10_000
    assert (many.label(0), many.label(25), many.label(26), many.label(701), many.label(702)) == (
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    )
    assert all(many.known(number) is None for number in range(10_000))
    assert many.find("aaa") == 702
    assert not counted


def test_a_summary_is_read_once_and_kept(counted, folder):
    articles = Collection(folder)
    for _ in range(2):
        for number in range(60):
            assert articles.summary(number).title == f"Title {number}"
    assert set(counted.values()) == {1}
    assert articles.known(59).words == 10
    assert articles.known(59).sentences == 3


def test_texts_are_read_again_when_they_have_left_memory(counted, folder):
    articles = Collection(folder)
    for number in range(60):
        assert articles.article(number).text.startswith(f"Title {number}\n")
    articles.witness(59)
    assert counted["59.txt"] == 1
    articles.witness(0)
    assert counted["00.txt"] == 2


def test_an_unreadable_source_has_a_summary_with_its_reason(tmp_path):
    articles = Collection([Source(tmp_path / "gone.txt"), *bundled()])
    summary = articles.summary(0)
    assert (summary.error, summary.title, summary.label) == ("no such file", "", "A")
    assert articles.known(0) is summary
    assert articles.summary(1).error is None
    for ask in (articles.article, articles.witness):
        with pytest.raises(Unreadable, match="no such file"):
            ask(0)


def test_articles_are_found_by_label_and_key():
    articles = Collection(bundled())
    key = articles.summary(3).key
    assert articles.find("D") == articles.find("d") == articles.find(key) == articles.find(key.upper()) == 3
    assert Collection(bundled()).find(key) == 3
    for unknown in ("F", "", "0", "AB", "é", "0" * 16, "-1"):
        with pytest.raises(KeyError):
            articles.find(unknown)


def test_numbers_outside_are_refused():
    articles = Collection(bundled())
    for number in (-1, 5):
        with pytest.raises(IndexError):
            articles.article(number)


def test_many_threads_read_an_article_once(counted, folder):
    articles = Collection(folder[:5])
    start = threading.Barrier(8)
    titles = []

    def ask():
        start.wait()
        titles.extend(articles.summary(number).title for number in range(5))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(titles) == {f"Title {number}": 8 for number in range(5)}
    assert set(counted.values()) == {1}


def test_the_bundled_summaries_count_what_is_the_articles_own():
    summaries = [Collection(bundled()).summary(number) for number in range(5)]
    assert [summary.furniture for summary in summaries] == [3, 3, 8, 6, 2]
    assert all(200 < summary.words < 1000 for summary in summaries)
