"""Every scorer by its name."""

import pytest

from tests.alignment.texts import witness
from tui.alignment.comparison import compare, swapped
from tui.alignment.scorers import DEFAULT_SCORER, SCORERS, scorer
from tui.settings import SCORERS as SETTING_SCORERS

ONE = witness(
    "The harbour of Larnmouth was closed on Monday after a crane fell into the water.",
    "Nobody was hurt, the harbour master Ida Kroll said.",
    "Ferries are expected to sail again on Thursday.",
)
OTHER = witness(
    "A crane fell into the water at Larnmouth on Monday, and its harbour was closed.",
    "Ferries should sail again on Thursday, the company said.",
    "The council meets next week.",
)


def similarities(name, left=ONE, right=OTHER):
    return {(link.left, link.right): link.similarity for link in compare(left, right, scorer=name).links}


@pytest.mark.parametrize("name", SCORERS)
def test_every_scorer_finds_the_sentences_that_say_the_same(name):
    found = similarities(name)
    assert max(found, key=found.get) in {(0, 0), (2, 1)}
    assert all(0.0 <= similarity <= 1.0 for similarity in found.values())


@pytest.mark.parametrize("name", SCORERS)
def test_no_scorer_tells_left_from_right(name):
    there = similarities(name, OTHER, ONE)
    assert similarities(name) == {(left, right): similarity for (right, left), similarity in there.items()}


def test_scorers_differ_and_a_comparison_tells_which_one_judged_it():
    assert len({tuple(similarities(name).values()) for name in SCORERS}) == len(SCORERS)
    assert compare(ONE, OTHER).scorer == DEFAULT_SCORER
    assert swapped(compare(ONE, OTHER, scorer="wording")).scorer == "wording"


def test_the_wording_scorer_counts_the_same_words_in_the_same_order():
    found = similarities("wording", witness("One two three four five"), witness("Five one two six four"))
    assert found == {(0, 0): pytest.approx(0.6)}


def test_an_unknown_scorer_is_refused():
    with pytest.raises(KeyError):
        scorer("guess")


def test_a_setting_takes_the_same_scorers():
    assert set(SETTING_SCORERS) == set(SCORERS)
