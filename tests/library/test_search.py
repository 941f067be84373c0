"""Sentences found by their words, and articles by what they share."""

import pytest

from tests.library.conftest import TEXTS
from tui.articles import Source
from tui.library import Library
from tui.library.adding import read_source
from tui.library.collecting import Collections
from tui.library.holdings import Holdings
from tui.library.related import related
from tui.library.removal import Removal
from tui.library.search import search


def found(desk, query, **options):
    """Label and first word of each sentence that answers."""
    hits = search(desk.library, query, desk.collection, **options).hits
    return [(hit.label, " ".join(hit.text.split()[:4])) for hit in hits]


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("harbour", "AB"),
        ("HARBOR", "AB"),
        ("ferries", "AABB"),
        ("organizes", "C"),
        ("captain nothing", "B"),
        ("captain noon", "B"),
        ("park", "CC"),
        ("parki", "CC"),
        ("counc", "C"),
        ("parkinson", ""),
        ('"forty people"', "A"),
        ("“people forty”", ""),
        ('"the people waited"', "A"),
        ("two pounds", "C"),
        ("zebra", ""),
        ("the", ""),
        ("", ""),
        ('"', ""),
        ("AND OR NOT (*) NEAR", ""),
        ("harbour*", "AB"),
    ],
)
def test_words_are_found_whatever_their_spelling_case_and_ending(desk, query, labels):
    desk.add(*TEXTS)
    assert "".join(sorted(label for label, _ in found(desk, query))) == labels


def test_a_hit_is_a_sentence_and_stands_where_it_says(desk):
    desk.add(*TEXTS)
    (hit,) = search(desk.library, "captain", desk.collection).hits
    article = desk.held.article(hit.source)
    assert article.text[slice(*hit.span)] == hit.text == "The captain said nothing."
    assert (hit.label, hit.sentence) == ("B", 2)
    assert hit.score > 0


def test_words_far_apart_give_the_sentence_with_most_of_them(desk):
    desk.add(*TEXTS)
    assert found(desk, "Friday harbour captain") == [("B", "On Friday the ferry")]


def test_furniture_removed_articles_and_old_versions_are_not_found(desk):
    desk.write(
        site="A Bridge Opens\n\nThe bridge opened at noon on Monday in heavy rain.\n\nRead more: zither players\n"
    )
    desk.add(*TEXTS, "site.txt")
    assert found(desk, "zither") == []
    desk.write(other=TEXTS["other.txt"].replace("captain", "skipper"))
    desk.add("other.txt")
    assert found(desk, "captain") == []
    assert found(desk, "skipper") == [("B", "The skipper said nothing.")]
    Removal(desk.library, desk.collection).remove([1])
    assert found(desk, "skipper") == []


def test_a_search_stays_in_its_collection_and_says_that_there_is_more(desk):
    desk.add(*TEXTS)
    other = Collections(desk.library).open("other")
    Holdings(desk.library).add(read_source(Source(desk.folder / "tax.txt")).articles, other)
    assert search(desk.library, "ferry", other).hits == ()
    some = search(desk.library, "ferry", desk.collection, most=2)
    assert (len(some.hits), some.more) == (2, True)
    assert not search(desk.library, "ferry", desk.collection).more


def test_words_of_other_languages_are_found_by_their_own_rules(desk):
    desk.write(de="Die Fähre\n\nDie Häfen waren am Freitag geschlossen, und die Fähren lagen im Hafen.\n" * 3)
    desk.add(*TEXTS, "de.txt")
    assert {label for label, _ in found(desk, "Häfen")} == {"D"}
    assert {label for label, _ in found(desk, "harbour")} == {"A", "B"}


@pytest.mark.parametrize("few", [0, 500])
def test_a_large_collection_answers_as_a_small_one_does(desk, few, monkeypatch):
    monkeypatch.setattr("tui.library.search.FEW", few)
    desk.add(*TEXTS)
    assert {label for label, _ in found(desk, "ferry left")} == {"A", "B"}
    monkeypatch.setattr("tui.library.search.RANKED", 0)
    latest = search(desk.library, "ferry left", desk.collection)
    assert latest.ranked is (few > 0)
    assert {hit.label for hit in latest.hits} == {"A", "B"}


@pytest.mark.parametrize("few", [0, 500])
def test_the_articles_that_share_most_come_first(desk, few, monkeypatch):
    monkeypatch.setattr("tui.library.related.FEW", few)
    desk.write(copy=TEXTS["ferry.txt"] + "\nA second ferry followed.\n")
    desk.add(*TEXTS, "copy.txt")
    near = related(desk.library, desk.held, 0)
    assert [one.label for one in near] == ["D", "B"]
    assert 1.0 >= near[0].share > near[1].share > 0
    assert near[0].words > near[1].words
    assert [one.label for one in related(desk.library, desk.held, 0, most=1)] == ["D"]
    assert related(desk.library, desk.held, 2) == ()
    Removal(desk.library, desk.collection).remove([3])
    assert [one.label for one in related(desk.library, desk.held, 0)] == ["B"]


def test_what_other_collections_say_does_not_hide_what_two_share(desk):
    desk.add(*TEXTS)
    other = Collections(desk.library).open("other")
    (one,) = read_source(Source(desk.folder / "ferry.txt")).articles
    copies = [one._replace(summary=one.summary._replace(source=Source(f"/n/{n}.txt"), key=str(n))) for n in range(60)]
    Holdings(desk.library).add(copies, other)
    assert [near.label for near in related(desk.library, desk.held, 0)] == ["B"]


def test_an_article_alone_is_related_to_nothing():
    with Library.open(None) as library:
        collection = Collections(library).open("one")
        Holdings(library).add(read_source(Source("seeds/000_6d088a486eb33589.txt")).articles, collection)
        held = Collections(library).held()
        if held is not None:
            assert related(library, held, 0) == ()
