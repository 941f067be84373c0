"""What is known of each language."""

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from tui.text.languages import language, stemmed_languages
from tui.text.tokens import tokenize


def test_every_stemmer_has_a_language():
    older = {"porter", "dutch_porter"}
    assert len(stemmed_languages()) == len(set(Stemmer.algorithms()) - older)


@pytest.mark.parametrize("code", stemmed_languages())
def test_every_stemmed_language_has_function_words(code):
    known = language(code)
    assert len(known.function_words) >= 40
    assert known.stems(["a"])


@pytest.mark.parametrize("code", stemmed_languages())
def test_function_words_are_known_by_their_forms(code):
    known = language(code).function_words
    forms = {form for listed in sorted(known) for form in tokenize(listed, language=code).forms}
    assert forms - {"'"} <= known


def test_stems_join_inflections():
    assert len(set(language("en").stems(["negotiate", "negotiated", "negotiating"]))) == 1
    assert len(set(language("de").stems(["verhandlung", "verhandlungen"]))) == 1
    assert len(set(language("ru").stems(["переговоры", "переговоров"]))) == 1


@pytest.mark.parametrize(("code", "primary"), [("en-GB", "en"), ("pt_BR", "pt"), ("DE", "de"), ("nb", "no")])
def test_codes_with_regions_are_understood(code, primary):
    assert language(code).code == primary


@given(st.text(max_size=12))
def test_an_unknown_language_has_nothing_and_never_fails(code):
    assert language(f"zz{code}").stems(["word", "слово"]) == ["word", "слово"]
    assert not language(f"zz-{code}").function_words
