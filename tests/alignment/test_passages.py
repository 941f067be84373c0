"""What two sentences share, word by word."""

import itertools

from hypothesis import given

from tests.alignment.texts import witness, witnesses
from tui.alignment.passages import shared_passages
from tui.text.sides import Sides


def shared(left, right, language="en"):
    """The shared passages of two sentences, as they are written on either side."""
    sides = Sides(witness(left, language=language), witness(right, language=language))
    return [(left[slice(*p.left)], right[slice(*p.right)]) for p in shared_passages(sides, (0,), (0,))]


def all_of(text):
    return tuple(range(len(text.sentences)))


def test_words_that_differ_stand_between_passages():
    assert shared("The mayor opened the old bridge on Monday.", "The mayor closed the old bridge on Monday!") == [
        ("The mayor", "The mayor"),
        ("the old bridge on Monday", "the old bridge on Monday"),
    ]


def test_punctuation_inside_a_run_is_part_of_it():
    assert shared("He said: “Never again”, twice.", 'Yesterday he said "never again" twice.') == [
        ("He said: “Never again”, twice", 'he said "never again" twice')
    ]


def test_a_lone_function_word_is_no_passage():
    assert shared("Rain fell in the north.", "Farmers rejoiced in every village of the south.") == []


def test_function_words_stay_with_the_word_they_stand_beside():
    assert shared("Rain fell in the north.", "Snow lay in the north.") == [("in the north", "in the north")]


def test_spelling_and_typography_are_shared():
    assert shared("The neighbour’s colour programme", "The neighbor's color program") == [
        ("The neighbour’s colour programme", "The neighbor's color program")
    ]


def test_inflections_are_shared():
    assert shared("Long negotiations failed", "A negotiation failed") == [("negotiations failed", "negotiation failed")]


def test_a_slip_of_one_letter_is_shared():
    assert shared("Governor Wetherspoon resigned", "Governor Wetherspon resigned") == [
        ("Governor Wetherspoon resigned", "Governor Wetherspon resigned")
    ]


def test_numbers_are_shared_only_when_equal():
    assert shared("Officials counted 120000 people", "Officials counted 120001 people") == [
        ("Officials counted", "Officials counted"),
        ("people", "people"),
    ]


def test_short_names_are_not_confused():
    assert shared("Iran protested", "Iraq protested") == [("protested", "protested")]


def test_a_slip_in_a_word_of_five_letters_is_shared():
    assert shared("Lopez resigned", "Loppez resigned") == [("Lopez resigned", "Loppez resigned")]
    assert shared("Lope resigned", "Loppe resigned") == [("resigned", "resigned")]


def test_words_of_content_outweigh_small_ones_where_they_cross():
    assert shared("As if it were Mayor Hansen", "Mayor Hansen, as if it rained") == [("Mayor Hansen", "Mayor Hansen")]


def test_what_stands_once_is_shared_once():
    left = "Heavy overnight rainfall came, and heavy overnight rainfall went."
    assert len(shared(left, "Heavy overnight rainfall stopped.")) == 1
    assert len(shared("Heavy overnight rainfall stopped.", left)) == 1


def test_a_long_run_out_of_order_is_shared():
    left = "After heavy overnight rainfall, the council closed every school."
    right = "The council closed every school after heavy overnight rainfall."
    assert shared(left, right) == [
        ("After heavy overnight rainfall", "after heavy overnight rainfall"),
        ("the council closed every school", "The council closed every school"),
    ]


def test_a_single_word_out_of_order_is_not():
    assert shared("Monday the bridge opened", "The bridge opened Monday") == [
        ("the bridge opened", "The bridge opened")
    ]


def test_scripts_without_spaces_are_shared_character_by_character():
    assert shared("市长开放大桥", "市长关闭大桥", "zh") == [("市长", "市长"), ("大桥", "大桥")]
    assert shared("市开放桥", "市关闭桥", "zh") == []


def test_a_passage_never_crosses_the_end_of_a_sentence():
    left = witness("The mayor opened the bridge.", "Crowds cheered loudly.")
    right = witness("The mayor opened the bridge, crowds cheered loudly.")
    found = shared_passages(Sides(left, right), (0, 1), (0,))
    assert [left.text[slice(*passage.left)] for passage in found] == [
        "The mayor opened the bridge",
        "Crowds cheered loudly",
    ]


def test_two_languages_share_the_words_written_alike():
    sides = Sides(witness("Bürgermeister Hansen resigned", language="de"), witness("Mayor Hansen resigned"))
    assert len(shared_passages(sides, (0,), (0,))) == 1


@given(witnesses(), witnesses())
def test_passages_are_whole_tokens_of_one_sentence_each_disjoint_and_in_order(left, right):
    found = shared_passages(Sides(left, right), all_of(left), all_of(right))
    assert list(found) == sorted(found, key=lambda passage: passage.left)
    for text, spans in ((left, [p.left for p in found]), (right, sorted(p.right for p in found))):
        tokens = [[token.span for token in sentence.tokens] for sentence in text.sentences]
        for span in spans:
            assert any(
                span.start in {token.start for token in inside} and span.end in {token.end for token in inside}
                for inside in tokens
            )
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@given(witnesses(), witnesses())
def test_swapping_the_sides_swaps_the_passages(left, right):
    there = shared_passages(Sides(left, right), all_of(left), all_of(right))
    back = shared_passages(Sides(right, left), all_of(right), all_of(left))
    assert {(p.left, p.right) for p in there} == {(p.right, p.left) for p in back}


@given(witnesses())
def test_a_sentence_shares_all_its_words_with_itself(text):
    for number, sentence in enumerate(text.sentences):
        if {token.form for token in sentence.tokens} & {"river", "rivers", "mayor", "mayors", "42", "flood"}:
            (passage,) = shared_passages(Sides(text, text), (number,), (number,))
            assert passage.left == passage.right
            assert passage.left == (sentence.tokens[0].span.start, sentence.tokens[-1].span.end)


def test_endless_sentences_are_compared_by_their_rarer_words():
    words = [f"word{number}" for number in range(400)]
    left = " the of ".join(words)
    right = "indeed " + " the of ".join(words[200:] + words[:200])
    assert [len(one.split()) for one, _ in shared(left, right)] == [598, 598]
