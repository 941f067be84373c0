"""Close words, opposite claim: when two like sentences turn each other's claim round, and when they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts.opposition import Opposition, opposition
from tui.text.tokens import tokenize


def opposed(left: str, right: str) -> Opposition | None:
    return opposition(tokenize(left), tokenize(right))


@pytest.mark.parametrize(
    ("left", "right", "rule", "words"),
    [
        (
            "The council accepted the offer from the union.",
            "The council rejected the offer from the union.",
            "opposite-words",
            ("accepted", "rejected"),
        ),
        (
            "Shares in Norvik rose 3% after the results.",
            "Shares in Norvik fell 3% after the results.",
            "opposite-words",
            ("rose", "fell"),
        ),
        (
            "The firm confirmed it was in talks with Harrow Bank.",
            "The firm denied it was in talks with Harrow Bank.",
            "opposite-words",
            ("confirmed", "denied"),
        ),
        (
            "The mayor did not sign the tram treaty in Oslo.",
            "The mayor signed the tram treaty in Oslo.",
            "negation",
            ("not sign", "signed"),
        ),
        (
            "The minister failed to secure a deal with farmers in Vienna.",
            "The minister secured a deal with farmers in Vienna.",
            "negation",
            ("failed to secure", "secured"),
        ),
        (
            "Mayor Suffers Heavy Blow After Vote on Tram Line",
            "Mayor Dismisses Reports of Heavy Blow After Vote on Tram Line",
            "denied-report",
            ("Heavy", "Dismisses Reports"),
        ),
    ],
)
def test_a_claim_turned_round_names_the_words(left: str, right: str, rule: str, words: tuple[str, str]) -> None:
    found = opposed(left, right)
    assert found is not None
    assert (found.rule, left[slice(*found.left)], right[slice(*found.right)]) == (rule, *words)
    assert all(word in found.reason for word in words[1:])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The council did not accept the offer.", "The council rejected the offer."),
        ("The union offered to accept the pay deal.", "The union rejected the pay deal."),
        ("The bank may raise interest rates in spring.", "The bank cut interest rates in spring."),
        ("He suggested relief from sanctions for the country.", "There was no relief from sanctions for the country."),
        ("Shares in Norvik rose 3% on Monday.", "Shares in Norvik fell 3% on Tuesday."),
        ("Shares rose as oil fell in London.", "Oil fell and shares rose in London."),
        ("Rovers won against Albion in the cup final.", "Albion lost against Rovers in the cup final."),
        ("The dog was found alive near the lake.", "The dog's owner was found dead near the lake."),
        ("Not only did the mayor sign the tram treaty, he praised it.", "The mayor signed the tram treaty."),
        ("The talks began in Geneva on Monday.", "The talks ended in Geneva on Monday."),
        ("Mayor Dismisses Reports of Heavy Blow After Vote With Kroll", "Kroll Celebrates After Ballot With Mayor"),
        ("Petrol prices rose in March.", "Demand for petrol fell in March."),
        (
            "The union accepted the pay offer of the port after talks that ministers from Oslo had led for weeks.",
            "The union rejected the pay offer of a yard whose owners had closed docks, sold cranes and sued workers.",
        ),
    ],
)
def test_agreement_offers_other_days_and_other_subjects_raise_no_alarm(left: str, right: str) -> None:
    assert opposed(left, right) is None


def test_other_languages_raise_no_alarm() -> None:
    left, right = "Der Rat nahm das Angebot nicht an.", "Der Rat nahm das Angebot der Stadt an."
    assert opposition(tokenize(left, language="de"), tokenize(right, language="de")) is None


CLAIMS = st.lists(
    st.sampled_from(["the", "council", "not", "no", "accepted", "rejected", "offer", "denied", "reports", "of", ","]),
    max_size=10,
).map(" ".join)


@given(CLAIMS, CLAIMS)
def test_an_alarm_is_symmetric_and_its_spans_are_words(left: str, right: str) -> None:
    forth, back = opposed(left, right), opposed(right, left)
    assert (forth is None) is (back is None)
    assert opposed(left, left) is None
    if forth and back:
        assert forth.rule == back.rule
        assert left[slice(*forth.left)].strip()
        assert right[slice(*forth.right)].strip()
