"""Spellings that meet in one form, and words that must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.spelling import fold_word


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("neighbours", "neighbors"),
        ("finalised", "finalized"),
        ("organisation", "organization"),
        ("criticising", "criticizing"),
        ("centre", "center"),
        ("centred", "centered"),
        ("kilometres", "kilometers"),
        ("defence", "defense"),
        ("travelled", "traveled"),
        ("dialogue", "dialog"),
        ("analysed", "analyzed"),
        ("programme", "program"),
        ("sceptical", "skeptical"),
        ("paediatrician", "pediatrician"),
        ("colour's", "color's"),
        ("unfavourable", "unfavorable"),
        ("mould", "mold"),
        ("towards", "toward"),
    ],
)
def test_british_and_american_meet(british, american):
    assert fold_word(british) == fold_word(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rise", "rize"),
        ("four", "for"),
        ("hour", "hor"),
        ("tour", "tor"),
        ("our", "or"),
        ("advise", "advize"),
        ("promise", "promize"),
        ("prise", "prize"),
        ("acre", "acer"),
        ("filled", "filed"),
        ("called", "caled"),
        ("pence", "pense"),
        ("story", "storey"),
        ("tonne", "ton"),
        ("cheque", "check"),
    ],
)
def test_other_words_stay_apart(one, other):
    assert fold_word(one) != fold_word(other)


@pytest.mark.parametrize("name", ["Zelenskyy", "Zelenskiy", "Zelenskij", "Zelenskii", "Zelenskyj", "Zelensky"])
def test_transliterations_of_a_name_meet(name):
    assert fold_word(name) == "zelensky"
    assert fold_word(f"{name}'s") == "zelensky's"


def test_only_names_are_transliterated():
    assert fold_word("skiing") == "skiing"
    assert fold_word("radii") != fold_word("rady")


def test_only_english_is_spelled_american():
    assert fold_word("honour", "fr") == "honour"
    assert fold_word("Größe", "de") == fold_word("GRÖSSE", "de")


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True))
def test_a_form_is_its_own_form(word):
    assert fold_word(fold_word(word)) == fold_word(word)
