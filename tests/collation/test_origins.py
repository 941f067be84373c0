"""Sources that echo each other are one origin."""

from tests.alignment.test_links import HARBOUR, PIER
from tests.alignment.texts import witness
from tests.collation.test_claims import MARKET
from tui.collation import collate


def test_sources_of_their_own_words_are_origins_of_their_own():
    assert collate([witness(*HARBOUR), witness(*PIER), witness(*MARKET)]).origins == (0, 1, 2)


def test_a_copy_echoes_its_source():
    found = collate([witness(*PIER), witness(*HARBOUR), witness(*HARBOUR)])
    assert found.origins == (0, 1, 1)
    assert {(claim.corroboration, claim.origins) for claim in found.claims} >= {(3, 2)}


def test_a_copy_with_a_few_words_changed_still_echoes():
    changed = [sentence.replace("the ", "a ", 1) for sentence in HARBOUR]
    assert changed != list(HARBOUR)
    assert collate([witness(*HARBOUR), witness(*changed)]).origins == (0, 0)


def test_one_sentence_taken_over_makes_no_echo():
    assert collate([witness(*HARBOUR), witness(HARBOUR[0], *MARKET)]).origins == (0, 1)


def test_sources_that_credit_one_wire_are_one_origin():
    sources = [witness(*HARBOUR), witness(*PIER), witness(*MARKET)]
    found = collate(sources, wires=["Northern Press", None, "northern  press"])
    assert found.origins == (0, 1, 0)


def test_crediting_nothing_is_no_wire():
    sources = [witness(*HARBOUR), witness(*PIER)]
    assert collate(sources, wires=["", " "]).origins == (0, 1)
    assert collate(sources, wires=[None, None]).origins == (0, 1)
