"""What several sources say, and who of them says it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.test_links import HARBOUR, PIER
from tests.alignment.texts import witness, witnesses
from tui.alignment.model import Cancelled
from tui.collation import collate
from tui.collation.model import Place, Stance
from tui.text.witness import Kind

MARKET = (
    "Violinists of the city orchestra refused to rehearse on Thursday.",
    "An orchard in the hills was sold to a maker of umbrellas.",
)
NOTICE = "Subscribe to our newsletter and read four stories a month."


def placed(collation):
    """Each claim as the set of its places."""
    return {
        frozenset((source, sentence) for source, numbers in enumerate(claim.sentences) for sentence in numbers)
        for claim in collation.claims
    }


def test_two_copies_make_claims_of_two():
    found = collate([witness(*HARBOUR), witness(*HARBOUR)])
    assert [claim.corroboration for claim in found.claims] == [2] * len(HARBOUR)
    assert placed(found) == {frozenset({(0, n), (1, n)}) for n in range(len(HARBOUR))}


def test_reworded_sentences_make_a_claim_and_the_others_stand_alone():
    found = collate([witness(*HARBOUR), witness(*PIER)])
    assert {frozenset({(0, 0), (1, 0)}), frozenset({(0, 1), (1, 2)}), frozenset({(0, 2), (1, 1)})} <= placed(found)
    assert {frozenset({(0, 3)}), frozenset({(0, 4)}), frozenset({(1, 3)})} <= placed(found)


def test_the_most_corroborated_come_first_and_then_the_earliest():
    found = collate([witness(*MARKET, NOTICE), witness(NOTICE), witness(*PIER, NOTICE)])
    assert found.claims[0].corroboration == 3
    assert found.claims[0].sentences == ((2,), (0,), (len(PIER),))


def test_copies_do_not_make_a_claim_harder_to_find():
    other = witness("Fishmongers at the covered market raised the price of mackerel by a third on Thursday.")
    fishermen = len(HARBOUR) - 1
    assert frozenset({(0, fishermen), (1, 0)}) in placed(collate([witness(*HARBOUR), other]))
    crowd = collate([witness(*HARBOUR), *[other] * 30])
    assert crowd.claims[crowd.told[0][fishermen]].corroboration == 31


def test_one_source_has_its_sentences_alone():
    found = collate([witness(*HARBOUR)])
    assert placed(found) == {frozenset({(0, n)}) for n in range(len(HARBOUR))}
    assert found.only_here(0) == tuple(range(len(HARBOUR)))


def test_no_source_makes_no_claim():
    assert collate([]).claims == ()


def test_a_source_without_sentences_is_silent():
    found = collate([witness(), witness(*MARKET)])
    assert found.told[0] == ()
    assert all(claim.stance(0) is Stance.SILENT and claim.stance(1) is Stance.SAYS for claim in found.claims)


def test_furniture_makes_no_claim():
    kinds = [Kind.BODY, Kind.FURNITURE]
    found = collate([witness(MARKET[0], NOTICE, kinds=kinds), witness(MARKET[1], NOTICE, kinds=kinds)])
    assert placed(found) == {frozenset({(0, 0)}), frozenset({(1, 0)})}
    assert found.told == ((found.told[0][0], None), (found.told[1][0], None))
    assert found.corroborations(0) == (1, None)


def test_a_notice_that_everybody_carries_is_one_claim():
    sources = [witness(f"{name} told nobody of the flood at the mill.", NOTICE, NOTICE) for name in ("Ann", "Bo", "Cy")]
    found = collate(sources * 20)
    notice = found.claims[found.told[0][1]]
    assert notice.sentences == ((1, 2),) * 60


def test_sentences_without_a_word_are_alike_when_they_are_written_alike():
    found = collate([witness("* * *", "…"), witness("* * *")])
    assert placed(found) == {frozenset({(0, 0), (1, 0)}), frozenset({(0, 1)})}


def test_the_same_words_in_two_languages_are_one_claim():
    found = collate([witness(NOTICE), witness(NOTICE, language="de")])
    assert [claim.corroboration for claim in found.claims] == [2]


def test_omissions_are_what_enough_others_say():
    sources = [witness(*HARBOUR), witness(*HARBOUR), witness(*PIER), witness(*MARKET)]
    found = collate(sources)
    missing = found.omissions(3)
    assert missing
    assert all(found.claims[number].corroboration >= 2 and not found.claims[number].sentences[3] for number in missing)
    assert len(found.omissions(3, floor=3)) < len(missing)
    assert found.omissions(3, floor=4) == ()


def test_only_here_is_what_no_other_says():
    found = collate([witness(*HARBOUR, MARKET[0]), witness(*HARBOUR)])
    assert [found.claims[number].representative for number in found.only_here(0)] == [Place(0, len(HARBOUR))]
    assert found.only_here(1) == ()


def test_each_sentence_knows_how_many_say_it():
    found = collate([witness(*HARBOUR, MARKET[0]), witness(*HARBOUR), witness(HARBOUR[1])])
    assert found.corroborations(0) == tuple([3 if sentence == HARBOUR[1] else 2 for sentence in HARBOUR] + [1])


def test_a_base_source_is_read_first_and_in_its_order():
    found = collate([witness(*MARKET, *HARBOUR), witness(*HARBOUR)])
    order = found.in_order_of(0)
    assert sorted(order) == list(range(len(found.claims)))
    assert [found.claims[number].sentences[0][0] for number in order] == list(range(len(MARKET) + len(HARBOUR)))


def test_a_claim_is_quoted_with_a_sentence_of_its_own():
    sources = [witness(*HARBOUR), witness(*PIER), witness(*MARKET)]
    for claim in collate(sources).claims:
        assert claim.representative.sentence in claim.sentences[claim.representative.source]


def test_a_heading_stands_for_no_claim_that_has_a_sentence():
    headed = witness(HARBOUR[0], kinds=[Kind.TITLE])
    found = collate([headed, witness(PIER[0]), witness(PIER[0], kinds=[Kind.HEADING])])
    assert [claim.representative for claim in found.claims] == [Place(1, 0)]


def test_progress_rises_to_the_end():
    shares = []
    collate([witness(*HARBOUR), witness(*PIER)], progress=shares.append)
    assert all(after >= before - 1e-9 for before, after in pairwise(shares))
    assert shares[0] == 0.0
    assert shares[-1] == 1.0


def test_it_can_be_ended_from_outside():
    def stop(share):
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        collate([witness(*HARBOUR), witness(*PIER)], progress=stop)


SOURCES = st.lists(witnesses(max_size=5), max_size=5)


@settings(max_examples=60, deadline=None)
@given(SOURCES)
def test_every_sentence_but_furniture_is_in_one_claim(sources):
    found = collate(sources)
    counted = [place for places in placed(found) for place in places]
    assert len(counted) == len(set(counted))
    assert set(counted) == {
        (source, number)
        for source, one in enumerate(sources)
        for number, sentence in enumerate(one.sentences)
        if sentence.kind is not Kind.FURNITURE
    }
    for source, numbers in enumerate(found.told):
        for sentence, claim in enumerate(numbers):
            assert claim is None or sentence in found.claims[claim].sentences[source]


@settings(max_examples=60, deadline=None)
@given(SOURCES.flatmap(lambda sources: st.tuples(st.just(sources), st.permutations(range(len(sources))))))
def test_the_order_of_the_sources_decides_nothing(drawn):
    sources, order = drawn
    found = collate(sources)
    turned = collate([sources[number] for number in order])
    back = {frozenset((order[source], sentence) for source, sentence in places) for places in placed(turned)}
    assert back == placed(found)
    said = [claim.representative for claim in turned.claims]
    quotes = [sources[order[source]].quote(sentence) for source, sentence in said]
    assert quotes == [sources[c.representative.source].quote(c.representative.sentence) for c in found.claims]
