"""Tokens, their places and their forms."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.spans import Span
from tui.text.tokens import tokenize
from tui.text.typography import fold


def tokens(text, language="en"):
    return [text[slice(*token.span)] for token in tokenize(text, Span(0, len(text)), language=language)]


def folded(text, language="en"):
    return [token.form for token in tokenize(text, Span(0, len(text)), language=language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank, twice.", ["The", "ferry", "sank", "twice"]),
        ("It cost $1,200.50 (15%).", ["It", "cost", "$", "1,200.50", "15", "%"]),
        ("the U.S. fleet", ["the", "U.S.", "fleet"]),
        ("a two-thirds share", ["a", "two", "thirds", "share"]),
        ("don't say O’Neill's", ["don't", "say", "O’Neill's"]),
        ("in the 1990s, on the 3rd", ["in", "the", "1990s", "on", "the", "3rd"]),
        ("5.5bn", ["5.5", "bn"]),
        ("caf\u00e9 cafe\u0301", ["caf\u00e9", "cafe\u0301"]),
        ("—“”…", []),
        ("", []),
    ],
)
def test_words_numbers_and_signs_are_tokens(text, expected):
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("船沉了。", "zh", ["船", "沉", "了"]),
        ("السفينة غرقت", "ar", ["السفينة", "غرقت"]),
        ("हिन्दी में", "hi", ["हिन्दी", "में"]),
        ("l’eau d'un puits", "fr", ["l", "eau", "d", "un", "puits"]),
        ("İstanbul’da", "tr", ["İstanbul’da"]),
    ],
)
def test_every_script_has_tokens(text, language, expected):
    assert tokens(text, language) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Neighbour", "neighbor"),
        ("finalised", "Finalized"),
        ("the U.S. Navy", "the US Navy"),
        ("the U.K.", "the UK"),
        ("don’t", "don't"),
        ("1,000", "1000"),
        ("HARBOUR", "harbor"),
        ("Orbán", "Orban"),
        ("inter\u00adnational", "international"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_ways_of_writing_have_one_form(one, other):
    assert folded(one) == folded(other)


def test_the_country_is_not_the_pronoun():
    assert folded("US") != folded("us")
    assert folded("UN") == folded("un")


def test_decimals_and_thousands_follow_the_language():
    assert folded("1.000,5", "de") == folded("1,000.5", "en")
    assert folded("٣٤", "ar") == ["34"]


def test_tokens_of_a_stretch_have_places_in_the_whole_text():
    text = "One. Two words."
    assert [text[slice(*token.span)] for token in tokenize(text, Span(5, 15))] == ["Two", "words"]


@given(st.text())
def test_tokens_are_in_order_disjoint_and_never_empty(text):
    end = 0
    for token in tokenize(text, Span(0, len(text))):
        assert token.span.start >= end
        assert token.span.end > token.span.start
        assert token.form
        end = token.span.end


@given(st.text(), st.sampled_from(["en", "fr", "zh", "xx"]))
def test_words_and_forms_are_those_of_the_tokens_in_their_places(text, language):
    found = tokenize(text, language=language)
    assert list(found.written) == tokens(text, language)
    assert list(found.forms) == folded(text, language)
    assert len(found) == len(found.written) == len(list(found))
    assert [found[place] for place in range(len(found))] == list(found)


@given(st.text(), st.integers(0, 30), st.integers(0, 30), st.sampled_from(["en", "fr", "ja"]))
def test_a_stretch_has_the_tokens_that_it_has_by_itself(text, start, end, language):
    span = Span(min(start, len(text)), max(min(start, len(text)), min(end, len(text))))
    there, alone = tokenize(text, span, language=language), tokenize(text[slice(*span)], language=language)
    assert there.written == alone.written
    assert there.clauses == alone.clauses


@given(st.text(alphabet="ab ,;:\n\u00a0.5é"))
def test_clauses_part_the_tokens_at_pauses(text):
    parts = [tokenize(clause) for clause in re.split(r"[,;:]\s", text)]
    whole = tokenize(text)
    assert [word for part in parts for word in part.written] == list(whole.written)
    assert [len(part) for part in parts if part] == list(whole.clauses)


def test_equal_words_elsewhere_in_a_text_are_other_tokens():
    text = "One two. One two."
    first, again, second = tokenize(text, Span(0, 8)), tokenize(text, Span(0, 8)), tokenize(text, Span(9, 17))
    assert first == again
    assert hash(first) == hash(again)
    assert first != second
    assert first.forms == second.forms


@given(st.text())
def test_no_form_holds_a_control_character(text):
    assert all(form.isprintable() or not form.isascii() for form in folded(text))


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)


def test_folding_makes_typography_plain():
    assert fold("“It’s\u00a0Over” – ٣") == '"it\'s over" - 3'
