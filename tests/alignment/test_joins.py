"""Which sentences stand together."""

from hypothesis import given

from tests.alignment.texts import comparison, comparisons, witness
from tui.alignment.joins import LARGEST, SHARE_OF_BEST, group, identical, strongest
from tui.text.sides import Side, Sides
from tui.text.witness import Kind


def grouped(made):
    return [(found.members.left, found.members.right) for found in group(made.sides, made.links)]


def test_a_long_sentence_faces_the_two_it_was_split_into():
    left = witness("The mayor opened the bridge, and farmers protested against new taxes.")
    right = witness("The mayor opened the bridge.", "Farmers protested against new taxes.", "Rain is forecast.")
    assert grouped(comparison(left, right, (0, 0, 0.8), (0, 1, 0.7))) == [([0], [0, 1])]


def test_a_half_that_nothing_links_is_joined_where_the_texts_become_much_more_alike():
    left = witness("The mayor opened the bridge, and farmers protested against new taxes.", "Snow is rare here.")
    right = witness("The mayor opened the bridge.", "Farmers protested against new taxes.", "Rain is forecast.")
    assert grouped(comparison(left, right, (0, 0, 0.8))) == [([0], [0, 1])]


def test_a_doubtful_group_grows_by_links_alone():
    left = witness("The mayor opened the bridge, and farmers protested against new taxes.", "Snow is rare here.")
    right = witness("The mayor opened the bridge.", "Farmers protested against new taxes.", "Rain is forecast.")
    assert grouped(comparison(left, right, (0, 0, 0.4))) == [([0], [0])]
    assert grouped(comparison(left, right, (0, 0, 0.4), (0, 1, 0.35))) == [([0], [0, 1])]


def test_a_neighbour_that_adds_other_words_stays_apart():
    left = witness("The mayor opened the old bridge.", "Snow is rare here.")
    right = witness("The mayor opened the new bridge.", "A mayor in another country was arrested for fraud.")
    assert grouped(comparison(left, right, (0, 0, 0.9), (0, 1, 0.8))) == [([0], [0])]


def test_an_identical_sentence_faces_its_twin_alone():
    left = witness("Farmers protested against taxes.", "The mayor opened the bridge.")
    right = witness("The mayor opened the bridge.", "The mayor opened the bridge on Monday.")
    links = (1, 0, 0.9), (1, 1, 0.95), (0, 1, 0.3)
    assert grouped(comparison(left, right, *links)) == [([1], [0]), ([0], [1])]


def test_of_a_sentence_that_is_there_twice_one_faces_its_twin():
    left, right = witness("No comment."), witness("No comment.", "No comment.")
    assert grouped(comparison(left, right, (0, 0, 1.0), (0, 1, 1.0))) == [([0], [0])]


def test_sentences_without_a_word_are_identical_to_the_letter():
    sides = Sides(witness("* * *", "Rain."), witness("* * *", "…"))
    assert [(i, j) for i in (0, 1) for j in (0, 1) if identical(sides, i, j)] == [(0, 0)]


def test_a_sentence_linked_far_apart_stands_with_the_best():
    left = witness("The mayor opened the bridge.")
    right = witness("The mayor opened a bridge.", "Rain is forecast.", "The bridge was opened by the mayor.")
    assert grouped(comparison(left, right, (0, 0, 0.8), (0, 2, 0.9))) == [([0], [2])]


def test_a_heading_never_stands_with_the_sentence_below_it():
    left = witness("Bridge opened, farmers protest new taxes")
    right = witness("Bridge opened", "Farmers protest new taxes", kinds=[Kind.HEADING, Kind.BODY])
    assert grouped(comparison(left, right, (0, 0, 0.8), (0, 1, 0.8))) == [([0], [0])]


def test_furniture_between_two_sentences_does_not_keep_them_apart():
    left = witness("The mayor opened the bridge, and farmers protested against new taxes.")
    right = witness(
        "The mayor opened the bridge.",
        "Share this",
        "Farmers protested against new taxes.",
        kinds=[Kind.BODY, Kind.FURNITURE, Kind.BODY],
    )
    assert grouped(comparison(left, right, (0, 0, 0.8), (0, 2, 0.7))) == [([0], [0, 2])]


def test_repeated_sentences_face_each_other_in_order():
    text = witness("No comment.", "The mayor opened the bridge.", "No comment.", "No comment.")
    links = [(i, j, 1.0) for i in (0, 2, 3) for j in (0, 2, 3)]
    found = grouped(comparison(text, text, *links, (1, 1, 1.0)))
    assert sorted(found) == [([0], [0]), ([1], [1]), ([2], [2]), ([3], [3])]


@given(comparisons())
def test_groups_are_small_neighbours_and_disjoint(made):
    groups = group(made.sides, made.links)
    for side in Side:
        members = [number for found in groups for number in found.members[side]]
        assert len(members) == len(set(members))
        readable = [
            number for number, sentence in enumerate(made.sides[side].sentences) if sentence.kind is not Kind.FURNITURE
        ]
        for found in groups:
            ranks = [readable.index(number) for number in found.members[side]]
            assert ranks == list(range(ranks[0], ranks[0] + len(ranks)))
    assert all(len(found.members.left) + len(found.members.right) <= LARGEST for found in groups)


@given(comparisons())
def test_only_links_close_to_the_best_of_a_sentence_make_groups(made):
    for link in strongest(made.links):
        row = max(other.similarity for other in made.links if other.left == link.left)
        column = max(other.similarity for other in made.links if other.right == link.right)
        assert link.similarity >= SHARE_OF_BEST * min(row, column) > 0
