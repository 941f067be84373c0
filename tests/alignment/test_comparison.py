"""Two texts compared, and read at any cut."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.alignment.texts import comparison, comparisons, witness, witnesses
from tui.alignment.comparison import align, compare, swapped
from tui.alignment.model import Cancelled, Link, Relation
from tui.text.witness import Kind

LEFT = witness(
    "Bridge opens after nine years",
    "By Jane Roe",
    "The mayor of Harbourtown opened the new bridge over the Tarn on Monday after nine years of building.",
    "Farmers protested against higher water prices.",
    "The council will vote on the budget for schools in September.",
    kinds=[Kind.TITLE, Kind.FURNITURE, Kind.BODY, Kind.BODY, Kind.BODY],
)
RIGHT = witness(
    "New bridge",
    "In September the council is to vote on the schools’ budget.",
    "On Monday, Harbourtown’s mayor opened the bridge over the Tarn, nine years after building began.",
    "By Jane Roe",
    "Farmers protested against higher water prices.",
    kinds=[Kind.TITLE, Kind.BODY, Kind.BODY, Kind.FURNITURE, Kind.BODY],
)

cuts = st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.8, 1.0])


def test_sentences_that_say_the_same_are_linked_by_their_own_numbers():
    strong = {(link.left, link.right) for link in compare(LEFT, RIGHT).links if link.similarity >= 0.5}
    assert {pair for pair in strong if pair[0] != 0} == {(2, 2), (3, 4), (4, 1)}


def test_furniture_is_never_linked():
    made = align(compare(LEFT, RIGHT), 0.0)
    assert not [link for link in made.links if link.left == 1 or link.right == 3]
    assert not [bead for bead in made.beads if 1 in bead.left or 3 in bead.right]


def test_at_cut_zero_every_pair_is_listed_once_strongest_first():
    made = align(comparison(LEFT, RIGHT, (2, 2, 0.4), (3, 4, 0.9), (0, 1, 0.0)), 0.0)
    strong, weak = made.links[:2], made.links[2:]
    assert strong == (Link(3, 4, 0.9), Link(2, 2, 0.4))
    assert [(link.left, link.right, link.similarity) for link in weak] == [
        (i, j, 0.0) for i in (0, 2, 3, 4) for j in (0, 1, 2, 4) if (i, j) not in {(2, 2), (3, 4)}
    ]


def test_a_link_at_the_cut_stays():
    made = comparison(LEFT, RIGHT, (2, 2, 0.4))
    assert align(made, 0.4).links == made.links
    assert align(made, 0.41).links == ()


def test_short_sentences_link_only_when_identical_if_asked():
    made = comparison(LEFT, RIGHT, (0, 0, 0.9), (2, 2, 0.9), (3, 4, 1.0))
    assert [(link.left, link.right) for link in align(made, 0.3, min_words=8).links] == [(3, 4), (2, 2)]


def test_counts_agree_with_the_beads():
    made = align(comparison(LEFT, RIGHT, (2, 2, 0.9), (3, 4, 1.0), (4, 1, 0.7)), 0.3)
    assert (made.counts.identical, made.counts.reworded, made.counts.moved) == (1, 2, 1)
    assert (made.counts.left_only, made.counts.right_only) == (1, 1)


def test_progress_can_cancel():
    def stop(share):
        assert 0.0 <= share <= 1.0
        raise Cancelled

    with pytest.raises(Cancelled):
        compare(LEFT, RIGHT, progress=stop)


def test_two_languages_are_compared_the_same_from_either_side():
    german = witness("Bürgermeisterin Petersen-Lund eröffnete die Brücke in Harbourtown.", language="de")
    english = witness("Mayor Petersen-Lund opened the bridge in Harbourtown.")
    assert swapped(compare(german, english)).links == compare(english, german).links


@pytest.mark.parametrize(("left", "right"), [((), ()), ((), ("One.",)), (("* * *",), ("…",))])
def test_texts_without_words_compare(left, right):
    made = align(compare(witness(*left), witness(*right)), 0.3)
    assert len(made.beads) == len(left) + len(right)


@given(witnesses())
def test_a_text_matches_itself(text):
    made = align(compare(text, text), 0.3)
    assert {bead.relation for bead in made.beads} <= {Relation.IDENTICAL}
    assert all(bead.left == bead.right and len(bead.left) == 1 and not bead.moved for bead in made.beads)


@given(witnesses(max_size=5), witnesses(max_size=5))
def test_comparing_is_symmetric_to_the_words_of_the_reasons(left, right):
    assume(left != right)
    assert swapped(compare(left, right)).links == compare(right, left).links


@given(witnesses(max_size=6).flatmap(lambda text: st.tuples(st.just(text), st.permutations(text.sentences))))
def test_a_shuffled_text_misses_nothing(drawn):
    text, order = drawn
    shuffled = witness(
        *(text.text[slice(*sentence.span)] for sentence in order), kinds=[sentence.kind for sentence in order]
    )
    made = align(compare(text, shuffled), 0.3)
    if Kind.FURNITURE not in {sentence.kind for sentence in order}:
        assert {bead.relation for bead in made.beads} <= {Relation.IDENTICAL}


@given(comparisons(), cuts, cuts)
def test_a_higher_cut_never_adds_a_link(made, one, other):
    low, high = sorted((one, other))
    assert set(align(made, high).links) <= set(align(made, low).links)


@given(comparisons(), cuts)
def test_links_are_those_at_or_above_the_cut_strongest_first(made, cut):
    links = align(made, cut).links
    assert all(link.similarity >= cut for link in links)
    assert list(links) == sorted(links, key=lambda link: (-link.similarity, link.left, link.right))
    assert {link for link in made.links if link.similarity >= cut} <= set(links)


@given(comparisons())
def test_swapping_twice_changes_nothing(made):
    assert swapped(swapped(made)) == made
