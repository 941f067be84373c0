"""Quantities of sentences such as news has them, beyond those that are labelled."""

import datetime as dt
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts import COUNT, Bound, Fact, Kind, Modality, Quantity, extract, facts_of
from tui.text.sentences import segment
from tui.text.spans import Span
from tui.text.witness import Kind as Place
from tui.text.witness import Witness


def found(text: str, language: str = "en") -> list[tuple[str, Quantity]]:
    facts = [fact for fact in extract(text, language=language) if fact.kind is Kind.QUANTITY]
    return [(text[slice(*fact.span)], fact.value) for fact in facts if isinstance(fact.value, Quantity)]


def written(text: str) -> list[str]:
    return [span for span, _ in found(text)]


def only(text: str) -> tuple[str, Quantity]:
    [one] = found(text)
    return one


@pytest.mark.parametrize(
    ("text", "span", "number", "unit"),
    [
        ("It weighed two and a half tonnes.", "two and a half tonnes", "2.5", "tonne"),
        ("It fell 300ft to the ground.", "300ft", "300", "foot"),
        ("The wait was 45 minutes.", "45 minutes", "45", "minute"),
        ("The talks took 2 hours 45 minutes.", "2 hours 45 minutes", "2.75", "hour"),
        ("The walk is 1.2 million kilometres long.", "1.2 million kilometres", "1200000", "kilometre"),
        ("Its price was C$12.50.", "C$12.50", "12.5", "CAD"),
        ("They owe 40 million Swiss francs.", "40 million Swiss francs", "40000000", "CHF"),
        ("It costs 99 cents.", "99 cents", "0.99", "USD"),
        ("It was minus 12C.", "minus 12C", "-12", "celsius"),
        ("The plot covers 20 square miles.", "20 square miles", "20", "square mile"),
        (
            "Rates went up by a quarter of a percentage point.",
            "a quarter of a percentage point",
            "1/4",
            "percentage point",
        ),
        ("It lasted a fortnight and a half-hour.", "half-hour", "1/2", "hour"),
        ("They were there for two decades.", "two decades", "20", "year"),
        ("The parcel weighed 30 pounds.", "30 pounds", "30", "pound"),
        ("A year-long inquiry found nothing.", "year-long", "1", "year"),
    ],
)
def test_a_measure_has_its_number_in_its_unit(text, span, number, unit):
    values = dict(found(text))
    assert (values[span].number, values[span].unit) == (Fraction(number), unit)


@pytest.mark.parametrize(
    ("text", "span", "bound", "approximate"),
    [
        ("Well over 100 people came.", "Well over 100", Bound.ABOVE, False),
        ("Just under 100 people came.", "Just under 100", Bound.BELOW, True),
        ("No more than 100 people came.", "No more than 100", Bound.AT_MOST, False),
        ("An estimated 100 people came.", "An estimated 100", Bound.EXACT, True),
        ("About 100 or more people came.", "About 100 or more", Bound.AT_LEAST, True),
        ("Slightly more than 100 people came.", "Slightly more than 100", Bound.ABOVE, True),
        ("At least another 100 people came.", "At least another 100", Bound.AT_LEAST, False),
        ("Dozens of people came.", "Dozens", Bound.AT_LEAST, True),
        ("100+ people came.", "100+", Bound.AT_LEAST, False),
    ],
)
def test_words_before_and_behind_a_number_bound_it(text, span, bound, approximate):
    assert (only(text)[0], only(text)[1].bound, only(text)[1].approximate) == (span, bound, approximate)
    assert only(text)[1].counted == "person"


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("It would cost $10-15m.", "$10-15m", 10_000_000, 15_000_000),
        ("Repairs cost £3m to £5m.", "£3m to £5m", 3_000_000, 5_000_000),
        ("Loans of 12 to 15 billion euros were made.", "12 to 15 billion euros", 12 * 10**9, 15 * 10**9),
        ("It takes between two and three hours.", "between two and three hours", 2, 3),
        ("Two or three dogs barked.", "Two or three", 2, 3),
    ],
)
def test_both_ends_of_a_range_are_in_one_unit(text, span, low, high):
    assert only(text)[0] == span
    assert (only(text)[1].low, only(text)[1].high, only(text)[1].bound) == (low, high, Bound.BETWEEN)


def test_a_change_from_one_number_to_another_is_no_range():
    assert found("Turnout fell from 61 to 54 per cent.") == [
        ("61", Quantity(Fraction(61), Fraction(61), "percent")),
        ("54 per cent", Quantity(Fraction(54), Fraction(54), "percent")),
    ]
    assert written("Prices range from 20 to 30 euros.") == ["from 20 to 30 euros"]


@pytest.mark.parametrize(
    "text",
    [
        "Hull won 3-1 and lost 2-5.",
        "The vote was 52-48.",
        "Flight 370 left Gate 12 for Terminal 4.",
        "Ring 0161 496 0000 or visit 10 Downing Street.",
        "He is in his 30s and wore the No 9 shirt.",
        "The G7 and the under-21s met on the M25.",
        "It was a three-way, one-sided, one-off affair, one on one.",
        "The Four Seasons played at BBC One.",
        "At first nobody spoke, and the First Minister first told her aides.",
        "The Second World War was over.",
        "No one knew which one of them it was.",
        "One man told reporters it was cold.",
        "The B-2 and the F-16 flew over.",
        "He took 5 for 32.",
        "Several people waited for a few hours and many years.",
    ],
)
def test_labels_scores_and_pronouns_are_no_quantities(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Maria Lopez, 47, was cleared.", [47]),
        ("A teacher, 52, and a boy of six were hurt.", [52, 6]),
        ("She was 17 when she left.", [17]),
        ("It is for people aged 65 and over.", [65]),
        ("A nine-year-old and a 40-year-old met.", [9, 40]),
        ("The club turned 100, its owner said.", [100]),
    ],
)
def test_ages_are_told_from_counts(text, ages):
    assert [value.number for _, value in found(text) if value.unit == "year old"] == ages


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Four former prime ministers spoke.", "minister"),
        ("They found 12 human bodies.", "body"),
        ("She has two wives and six knives.", "wife"),
        ("They sent 40 British soldiers.", "soldier"),
        ("Three of the last ten matches were lost.", "match"),
        ("He saw 15 MPs leave.", "mp"),
        ("There were 20 dead.", None),
        ("The 11-run win was their best.", "run"),
    ],
)
def test_what_is_counted_is_the_head_noun_in_the_singular(text, counted):
    assert found(text)[0][1].counted == counted


def test_ranks_are_no_counts():
    [(span, rank), *_] = found("Her fifth straight win put her third.")
    assert (span, rank.number, rank.counted, rank.ordinal, rank.unit) == ("fifth", 5, "win", True, COUNT)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Two-thirds of it is gone.", Fraction(200, 3)),
        ("Half the town left.", 50),
        ("Nine out of ten agreed.", 90),
        ("More than one in four voters agreed.", 25),
        ("Sales fell by a third.", Fraction(100, 3)),
    ],
)
def test_parts_of_a_whole_are_percent(text, percent):
    assert (only(text)[1].unit, only(text)[1].number) == ("percent", percent)


def test_a_rate_says_what_one_is_taken_for():
    assert only("It fetched $80 a barrel.")[1].per == "barrel"
    assert only("It drove at 70mph.")[1] == Quantity(Fraction(70), Fraction(70), "mile", per="hour")
    assert only("She earned £12 an hour.")[1].per == "hour"
    assert [value.per for _, value in found("He left for $80 a week later.")] == [None, None]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The firm cut 40 jobs.", Modality.STATED),
        ("The firm will cut 40 jobs.", Modality.PLANNED),
        ("The firm offered 40 jobs.", Modality.OFFERED),
        ("The firm denied that it had cut 40 jobs.", Modality.DENIED),
        ("The firm did not cut 40 jobs.", Modality.DENIED),
    ],
)
def test_a_fact_is_put_as_its_sentence_puts_it(text, modality):
    [fact] = [fact for fact in extract(text) if fact.kind is Kind.QUANTITY]
    assert fact.modality is modality


def test_in_other_languages_only_what_is_sure_is_read():
    assert [span for span, _ in found("Der Umsatz stieg um 12% auf 3,4 Millionen Euro.", "de")] == ["12%"]


def test_furniture_has_no_facts():
    text = "Share 12 photos"
    witness = Witness(text, segment(text, [(Span(0, len(text)), Place.FURNITURE)]))
    assert facts_of(witness, date="2024-03-05") == ()


PIECES = st.sampled_from(
    """
    at|least|some|12|3,400|two|a|million|$5|bn|m|%|people|hours|third|of|the|in|five|-|–|to|between|and|or|more|per|cent
    first|3-1|May|2019|Friday|half|dozens|year-old|,|.|“|”|Flight|No|20s|£|1/2|½|0|007|1.2.3|9:30|e\u0301|point|up|week
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)


@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", "", "\n", "\u00a0"]))
def test_any_text_has_facts_in_order_within_it(pieces, space):
    text = space.join(pieces)
    facts = extract(text, date=dt.date(2024, 3, 5))
    assert facts == extract(text, date=dt.date(2024, 3, 5))
    assert [fact.span.start for fact in facts] == sorted(fact.span.start for fact in facts)
    for fact in facts:
        quote = text[slice(*fact.span)]
        assert quote == quote.strip() != ""


@given(st.lists(PIECES, max_size=14))
def test_quantities_do_not_overlap_each_other_or_dates(pieces):
    facts = [fact for fact in extract(" ".join(pieces)) if fact.kind in (Kind.QUANTITY, Kind.DATE)]
    for first, second in pairwise(facts):
        assert first.span.end <= second.span.start, (text_of(first), second)


def text_of(fact: Fact) -> str:
    return str(fact)
