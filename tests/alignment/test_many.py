"""Sentences of many texts, scored as if each two texts stood alone."""

import numpy as np
import pytest

from tests.alignment.test_links import HARBOUR, PIER
from tui.alignment.links import link_sentences
from tui.alignment.many import score_sentences
from tui.alignment.model import Cancelled
from tui.text.spans import Span
from tui.text.tokens import Tokens

MARKET = [
    "Fishmongers at the covered market raised the price of mackerel by a third.",
    "The ferry to the northern island will be out of service until spring, the harbour company said.",
]


def tokens(sentences):
    return [Tokens(sentence, Span(0, len(sentence))) for sentence in sentences]


def score(*texts, compared=None, progress=lambda _: None):
    count = sum(map(len, texts))
    compared = np.ones(count, dtype=bool) if compared is None else np.array(compared)
    return score_sentences(list(map(tokens, texts)), language="en", compared=compared, progress=progress)


def by_pair(found):
    pairs = zip(found.left.tolist(), found.right.tolist(), strict=True)
    return dict(zip(pairs, found.similarity.tolist(), strict=True))


def linked(left, right):
    links = link_sentences(left, right)
    return {(link.left, len(left) + link.right): link.similarity for link in links if link.similarity < 1}


def test_two_texts_are_scored_as_they_are_linked():
    assert by_pair(score(HARBOUR, PIER)).items() >= linked(HARBOUR, PIER).items()


def test_near_spellings_weigh_as_between_two_texts():
    left = ["Rescuers reached the harbour of Khartoumville at dawn.", "Divers found a hole in the hull."]
    right = ["The harbour of Khartumville was reached by rescuers.", "Divers left Khartoumville with the hull."]
    for one, other in ((left, right), (right, left)):
        assert by_pair(score(one, other)).items() >= linked(one, other).items()


def test_progress_rises_to_all():
    said = []
    score(HARBOUR, PIER, MARKET, progress=said.append)
    assert said == pytest.approx(sorted(said))
    assert 0.0 <= said[0] < said[-1] == 1.0


def test_a_third_text_changes_nothing_between_the_first_two():
    among_three = by_pair(score(HARBOUR, PIER, MARKET))
    two = by_pair(score(HARBOUR, PIER))
    both = len(HARBOUR) + len(PIER)
    assert {pair: one for pair, one in among_three.items() if pair[1] < both} == pytest.approx(two)
    assert any(pair[1] >= both for pair in among_three)


def test_sentences_of_one_text_are_no_pair():
    places = [*[0] * len(HARBOUR), *[1] * len(PIER), *[2] * len(MARKET)]
    assert all(places[left] < places[right] for left, right in by_pair(score(HARBOUR, PIER, MARKET)))


def test_a_sentence_that_is_not_compared_stands_in_no_pair():
    compared = [number != 0 for number in range(len(HARBOUR) + len(PIER))]
    found = by_pair(score(HARBOUR, PIER, compared=compared))
    assert found
    assert all(0 not in pair for pair in found)


def test_only_the_most_alike_are_proposed_where_texts_are_many(monkeypatch):
    cargo = ("grain", "timber", "copper", "salt")
    left = [f"The freighter unloaded {goods} at the northern quay on Monday." for goods in cargo]
    right = [f"On Monday a freighter at the northern quay unloaded {goods}." for goods in cargo]
    assert len(by_pair(score(left, right))) == 16
    monkeypatch.setattr("tui.alignment.many.PARTNERS", 1)
    assert set(by_pair(score(left, right))) == {(number, 4 + number) for number in range(4)}


def test_batches_change_nothing(monkeypatch):
    whole = by_pair(score(HARBOUR, PIER, MARKET))
    monkeypatch.setattr("tui.alignment.many._BATCH", 1)
    monkeypatch.setattr("tui.alignment.many._CELLS", 1)
    assert by_pair(score(HARBOUR, PIER, MARKET)) == pytest.approx(whole)


def test_no_texts_and_empty_texts_have_no_pairs():
    assert by_pair(score()) == {}
    assert by_pair(score([], [])) == {}
    assert by_pair(score(HARBOUR, [])) == {}


def test_it_can_be_ended_from_outside():
    def stop(share):
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        score(HARBOUR, PIER, progress=stop)
