"""The fitted scorer: its weights, its features, its symmetry."""

import json

import numpy as np
import pytest

from tests.alignment.test_links import HARBOUR, PIER
from tui.alignment.evidence import gather
from tui.alignment.features import contextual, cosine, lexical
from tui.alignment.pairs import PairsOfTwo
from tui.alignment.profiles import profile
from tui.alignment.scorer import WEIGHTS, Reading, Scale, fitted, probability
from tui.text.tokens import tokenize


def evidence(left, right, language="en"):
    sides = ([tokenize(sentence, language=language) for sentence in side] for side in (left, right))
    return gather(profile(*sides, language=language), lambda _: None)


def by_pair(gathered, column):
    pairs = zip(gathered.pairs.left.tolist(), gathered.pairs.right.tolist(), strict=True)
    return dict(zip(pairs, column.tolist(), strict=True))


def test_every_weight_is_of_a_feature_that_exists():
    found = evidence(HARBOUR, PIER)
    first = dict(lexical(found))
    second = first | dict(contextual(found, cosine(found)))
    assert set(fitted().first.weights) == set(first)
    assert set(fitted().second.weights) == set(fitted().scales) == set(second)


def test_the_weights_tell_where_they_come_from():
    provenance = json.loads(WEIGHTS.read_text(encoding="utf-8"))["provenance"]
    assert {"script", "date", "data"} <= set(provenance)
    assert all("terms" in source or "Creative Commons" in source for source in provenance["data"].values())


def test_no_feature_tells_left_from_right():
    ours, theirs = evidence(HARBOUR, PIER), evidence(PIER, HARBOUR)
    there = dict(lexical(theirs)) | dict(contextual(theirs, np.clip(cosine(theirs), 0, 1)))
    for name, column in (*lexical(ours), *contextual(ours, np.clip(cosine(ours), 0, 1))):
        mirrored = {(left, right): value for (right, left), value in by_pair(theirs, there[name]).items()}
        assert by_pair(ours, column) == pytest.approx(mirrored), name


def test_only_pairs_that_share_content_are_scored():
    found = evidence(HARBOUR, PIER)
    pairs = set(zip(found.pairs.left.tolist(), found.pairs.right.tolist(), strict=True))
    assert (0, 0) in pairs
    assert (4, 3) not in pairs


def test_words_of_both_texts_weigh_less_than_words_of_two_sentences():
    common = "The ferry company spoke about {}."
    left = [common.format(word) for word in ("lobsters there", "widgets there", "apples there")]
    right = [common.format(word) for word in ("apples here", "cellars here", "widgets here")]
    found = evidence(left, right)
    angles = by_pair(found, cosine(found))
    assert max(angles, key=angles.get) in {(1, 2), (2, 0)}
    assert angles[0, 1] < angles[1, 2]


def near(left, right):
    """The mass of nearly equal stems of the first sentence of either side; None where the two share nothing."""
    found = evidence(left, right)
    return by_pair(found, found.shared.near).get((0, 0))


def test_near_spellings_count():
    assert near(["Rescuers reached Khartoumville harbour"], ["Storms destroyed Khartumville cranes"]) > 0
    assert near(["Rescuers reached Kabul harbour"], ["Storms destroyed Kabur cranes"]) > 0
    assert near(["Rescuers reached Abel harbour"], ["Storms destroyed Abet cranes"]) is None


def test_spellings_that_stand_on_both_sides_are_two_words():
    left = ["Rescuers reached Khartoumville harbour", "Storms destroyed Khartumville cranes"]
    assert near(left, [left[1], left[0]]) is None


def test_terms_are_counted_by_how_few_sentences_have_them():
    left = ["Ferry lobsters rudder captain", *["Ferry captain rudder"] * 2]
    right = ["Ferry lobsters rudder captain", "Ferry mackerel quay"]
    found = evidence(left, right)
    shared = [by_pair(found, column)[0, 0] for column in (found.shared.terms, found.shared.few, found.shared.unique)]
    assert shared == [4, 3, 1]


def test_a_word_with_a_capital_more_than_twice_as_often_as_without_is_a_name():
    def names(*sentences):
        found = profile(*([tokenize(one) for one in side] for side in (sentences, ())), language="en")
        return {term for term, name in zip(found.terms, found.names, strict=True) if name}

    assert names("They saw Hope sail.", "They saw Hope sink.", "They saw Hope burn.", "Any hope is gone.") == {"hope"}
    assert names("They saw Hope sail.", "They saw Hope sink.", "Any hope is gone.") == set()


def test_the_title_of_a_name_is_formal_in_a_headline_too():
    left = ["On Monday Foreign Minister Lind spoke to farmers.", "The minister left."]
    right = ["Minister Lind Visits Northern Harbour Towns"]
    found = evidence(left, right)
    assert by_pair(found, found.shared.terms)[0, 0] == 2
    assert by_pair(found, found.shared.loose)[0, 0] == 0


def test_probability_grows_with_the_odds():
    assert probability(np.array([-50.0, 0.0, 50.0])) == pytest.approx([0.0, 0.5, 1.0])


def test_a_feature_without_a_weight_adds_nothing():
    reading = Reading(-1.0, {"known": 3.0})
    odds = reading.odds(2)
    reading.add(odds, "unknown", np.array([9.0, 9.0]))
    reading.add(odds, "known", np.array([0.0, 1.0]))
    assert odds.tolist() == [-1.0, 2.0]


def test_no_feature_counts_for_more_than_five_spreads():
    standing = Scale(mean=1.0, spread=2.0).standing(np.array([1.0, 3.0, 900.0, -900.0]))
    assert standing.tolist() == [0.0, 1.0, 5.0, -5.0]


def grid(rows, columns, kept=lambda *_: True):
    cells = [(row, column) for row in range(rows) for column in range(columns) if kept(row, column)]
    return PairsOfTwo(*np.array(cells).T, rows, columns)


def test_neighbours_are_found_in_small_and_large_grids(monkeypatch):
    pairs = grid(3, 4, lambda row, column: (row, column) != (1, 2))
    values = np.arange(1.0, 12.0)
    small = [pairs.beside(values, down, across).tolist() for down in (-1, 0, 1) for across in (-1, 0, 1)]
    monkeypatch.setattr("tui.alignment.pairs._LOOKED_UP", 0)
    again = grid(3, 4, lambda row, column: (row, column) != (1, 2))
    large = [again.beside(values, down, across).tolist() for down in (-1, 0, 1) for across in (-1, 0, 1)]
    assert small == large
    at = dict(zip(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True), small[8], strict=True))
    assert at[0, 0] == 6.0
    assert at[0, 1] == 0.0
    assert at[2, 3] == 0.0


def test_the_best_other_of_a_row_and_a_column():
    pairs = grid(2, 2)
    values = np.array([0.9, 0.4, 0.9, 0.1])
    more, less = pairs.both(lambda segments, column: segments.best_other(column), values)
    assert more.tolist() == [0.9, 0.9, 0.9, 0.9]
    assert less.tolist() == [0.4, 0.1, 0.1, 0.4]


def test_very_long_texts_leave_their_commonest_terms_out(monkeypatch):
    monkeypatch.setattr("tui.alignment.evidence._MEETINGS", 4)
    left = [f"The ferry hit pier {word} again" for word in ("seven", "eleven", "nineteen")]
    right = [f"Ferry strikes pier {word}" for word in ("nineteen", "seven", "eleven")]
    found = evidence(left, right)
    assert set(zip(found.pairs.left.tolist(), found.pairs.right.tolist(), strict=True)) == {(0, 1), (1, 2), (2, 0)}


def test_only_the_beginning_of_an_endless_sentence_is_read_in_order(monkeypatch):
    monkeypatch.setattr("tui.alignment.evidence.LONGEST", 3)
    found = evidence(["harbour ferry pier rudder captain"], ["harbour ferry pier rudder captain"])
    assert found.shared.sequence.tolist() == [3.0]
