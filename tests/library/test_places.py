"""A place is found again after the text has changed."""

from hypothesis import given
from hypothesis import strategies as st

from tests.alignment.texts import witness
from tui.library import LONGEST_QUOTATION, Place, find_place, place_at

THREE = witness("Rain fell.", "The mayor spoke.", "The bridge opened.")


def test_an_unchanged_text_gives_the_same_sentence():
    assert find_place(place_at(THREE, 1, offset=4, share=0.4), THREE) == 1


def test_a_place_keeps_what_it_was_made_of():
    assert place_at(THREE, 1, offset=4, share=0.4) == Place("The mayor spoke.", 1, 4, 0.4)


def test_the_sentence_is_followed_where_an_edit_moved_it():
    longer = witness("New first.", "Rain fell.", "The wind rose.", "The mayor spoke.")
    assert find_place(place_at(THREE, 1), longer) == 3


def test_the_nearest_of_equal_sentences_is_meant():
    text = witness("Yes.", "No.", "Yes.", "No.", "No.", "Yes.")
    assert find_place(Place("Yes.", 4, 0, 0.0), text) == 5
    assert find_place(Place("Yes.", 1, 0, 0.0), text) == 0


def test_a_sentence_that_is_gone_gives_its_number():
    assert find_place(Place("It snowed.", 1, 0, 0.0), THREE) == 1


def test_a_number_beyond_the_text_gives_its_last_sentence():
    assert find_place(Place("It snowed.", 40, 0, 0.0), THREE) == 2


def test_a_number_that_no_sentence_can_have_gives_the_first():
    assert find_place(Place("It snowed.", -7, 0, 0.0), THREE) == 0


def test_a_text_without_sentences_has_no_place():
    assert find_place(Place("Rain fell.", 0, 0, 0.0), witness()) is None


def test_an_endless_sentence_is_kept_by_its_beginning():
    text = witness("First.", "on and " * LONGEST_QUOTATION)
    kept = place_at(text, 1)
    assert len(kept.quotation) == LONGEST_QUOTATION
    assert find_place(kept, text) == 1


@given(st.lists(st.sampled_from(["Yes.", "No.", "Perhaps so."])), st.text(max_size=5), st.integers())
def test_some_sentence_is_found_wherever_there_is_one(sentences, quotation, number):
    text = witness(*sentences)
    found = find_place(Place(quotation, number, 0, 0.0), text)
    assert (found is None) == (not text.sentences)
    assert found is None or found in range(len(text.sentences))


@given(st.lists(st.sampled_from(["Yes.", "No.", "Perhaps so."]), min_size=1), st.data())
def test_every_place_in_a_text_leads_back_to_itself(sentences, data):
    text = witness(*sentences)
    number = data.draw(st.integers(0, len(text.sentences) - 1))
    assert find_place(place_at(text, number), text) == number
