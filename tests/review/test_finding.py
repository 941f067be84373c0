"""Sentences found again in texts that were edited."""

import pytest

from tests.alignment.texts import witness
from tests.review.makers import version
from tui.review.anchors import LONGEST_QUOTATION, anchor
from tui.review.finding import Finder, Found

OLD = (
    "Mayor opens the bridge",
    "The harbour was closed for three days after the storm.",
    "No one was hurt.",
    "“We were lucky,” said the harbour master on Tuesday.",
    "No one was hurt.",
    "* * *",
)


def found(sentence, *new):
    at = anchor(version(witness(*OLD)), sentence)
    return Finder(version(witness(*new))).find([at])[at]


def test_a_sentence_is_found_where_it_was():
    assert [found(number, *OLD) for number in range(6)] == [Found(number, False) for number in range(6)]


def test_a_sentence_is_found_where_it_has_moved_to():
    assert found(1, "New first line.", *OLD[2:], OLD[1]) == Found(5, False)


def test_of_equal_sentences_the_nearest_is_it():
    assert found(4, "No one was hurt.", "A.", "B.", "No one was hurt.", "C.", "D.") == Found(3, False)


def test_spelling_and_typography_do_not_count():
    assert found(3, '"We were lucky," said the Harbour Master on Tuesday.') == Found(0, False)
    assert found(1, "The harbor was closed for three days after the storm.") == Found(0, False)


@pytest.mark.parametrize(
    "new",
    [
        "The harbour was closed for seven days after the storm.",
        "The harbour was closed for three days after the heavy storm of last week.",
        "The harbour was closed for three days.",
    ],
)
def test_a_reworded_sentence_is_found_and_said_to_be(new):
    assert found(1, "Ships waited outside.", new) == Found(1, True)


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        ("The harbour was closed to all ships and boats.", True),
        ("The harbour was closed to all ships and boats again.", False),
    ],
)
def test_half_of_the_wording_is_enough_and_less_is_not(new, kept):
    old = version(witness("The harbour was closed when storms came."))
    found = Finder(version(witness(new))).find([anchor(old, 0)])
    assert list(found.values()) == [Found(0, True) if kept else None]


def test_texts_whose_digest_is_not_known_are_not_taken_for_one():
    unknown = version(witness("One."))._replace(key="")
    assert not Finder(unknown).has_text_of(anchor(unknown, 0))


def test_a_sentence_that_is_gone_is_not_found():
    assert found(1, "The harbour master closed his office.", "A storm came.", "Three days later it was open.") is None


def test_a_short_sentence_is_not_taken_for_another():
    assert found(2, "No ship was hurt.") is None


def test_signs_alone_are_found_to_the_letter_only():
    assert found(5, "- - -", "* * *") == Found(1, False)
    assert found(5, "- - -") is None


def test_in_an_empty_text_nothing_is_found():
    assert found(1) is None


def test_a_sentence_longer_than_its_quotation_is_found():
    long = "word " * LONGEST_QUOTATION + "end."
    at = anchor(version(witness(long)), 0)
    assert len(at.quotation) == LONGEST_QUOTATION
    assert Finder(version(witness("First.", long))).find([at])[at] == Found(1, False)
