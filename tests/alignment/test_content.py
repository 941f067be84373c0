"""What of a word is compared."""

import pytest

from tests.alignment.texts import witness
from tui.alignment.content import common_language, words_of
from tui.text.sides import Sides


@pytest.mark.parametrize(("form", "language"), [("the", "en"), ("und", "de"), ("%", "en"), ("$", "und")])
def test_function_words_and_signs_carry_no_content(form, language):
    assert words_of(language)[form] == (form, False)


def test_inflections_of_a_content_word_have_one_key():
    assert words_of("en")["negotiation"] == words_of("en")["negotiations"]
    assert words_of("en")["negotiations"].content


def test_a_language_nobody_described_compares_words_as_they_are():
    assert words_of("und")["rivers"] == ("rivers", True)


def test_witnesses_in_two_languages_have_none_in_common():
    english, german = witness("One."), witness("Eins.", language="de")
    assert common_language(Sides(german, german)) == "de"
    assert common_language(Sides(english, german)) == common_language(Sides(german, english)) == "und"
