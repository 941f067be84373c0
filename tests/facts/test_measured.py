"""What a quantity measures, told by the words beside it."""

import pytest

from tests.alignment.texts import witness
from tui.facts import Kind, facts_of
from tui.facts.clashes.texts import conflicts
from tui.facts.telling import tellings


def things(sentence):
    """What each quantity of the sentence measures, None where that is not told."""
    text = witness(sentence)
    quantities = [one for one in tellings(text, facts_of(text)) if one.fact.kind is Kind.QUANTITY]
    return [one.measured and one.measured.name for one in quantities]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks lasted less than three hours, and nobody slept.", ["duration of talks"]),
        ("After seven hours of intense negotiations they went home.", ["duration of negotiations"]),
        ("They left after a three-hour meeting in the town hall.", ["duration of meeting"]),
        ("The two sides met for four hours behind closed doors.", ["number of sides", "duration of talks"]),
        ("The port was closed for two days after the storm.", ["time closed"]),
        ("The blaze killed 12 people and injured 40.", ["number of dead", "number of injured"]),
        ("Two trams collide at the depot, 14 hurt.", ["number of trams", "number of injured"]),
        ("The driver, Anders Bakke, 52, was unhurt.", ["age of Anders Bakke"]),
        ("Police arrested 31-year-old Rolf Ekholm at the station.", ["age of Rolf Ekholm"]),
        ("The train carried 212 passengers to the coast.", ["number of passengers"]),
        ("The car stood about a mile from their hunting camp.", ["distance from camp"]),
        ("It sank 40 kilometres north of Orvik.", ["distance from orvik"]),
        ("He was released on a $10,000 bond.", ["amount of bond"]),
    ],
)
def test_the_words_beside_a_quantity_tell_what_it_measures(sentence, expected):
    assert things(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Seven months later the promise was broken.",
        "It was his first visit since the war.",
        "More people have crossed in the last 60 years than before.",
        "A 12-year-old New Jersey girl won the race.",
    ],
)
def test_where_they_do_not_tell_nothing_is_measured(sentence):
    assert things(sentence)[:1] == [None]


def clashing(one, other):
    left, right = witness(one), witness(other)
    return [
        (left.text[slice(*found.left.span)], right.text[slice(*found.right.span)])
        for found in conflicts(left, facts_of(left), right, facts_of(right))
    ]


def test_measures_of_one_thing_clash_though_their_sentences_share_no_other_word():
    one = "The talks lasted less than three hours, and then it rained."
    assert clashing(one, "After seven hours of tense negotiations both went home.") == [
        ("less than three hours", "seven hours")
    ]
    assert clashing(one, "After two hours of tense negotiations both went home.") == []
    assert clashing(one, "After seven hours of loud music both went home.") == []


def test_states_clash_only_where_the_same_was_in_them():
    one = "The harbour of Larnmouth was closed for less than two hours on Monday."
    assert clashing(one, "The harbour was closed for five hours.") == [("less than two hours", "five hours")]
    assert clashing(one, "Schools in the hills were closed for five days.") == []


def test_a_number_in_brackets_and_a_day_of_saying_clash_with_nothing():
    one = "The machine was sold in Bergen for 100 euros ($114), the dealer said on Monday."
    other = "The machine was sold in Bergen for 100 euros ($171), the dealer said on Tuesday."
    assert clashing(one, other) == []


def test_ages_clash_for_one_person():
    one = "Ron Sandvik, 82, and Mary Sandvik, 78, were found on Saturday."
    assert clashing(one, "They had not been seen: Mary, 78, and Ron, 81.") == [("82", "81")]


def test_a_title_is_no_remark_in_other_words():
    one = "She joined the group “Find Ron and Mary Sandvik” in May."
    other = "It read: “It is with sadness that we report that Ron and Mary Sandvik have been found dead near the road.”"
    assert clashing(one, other) == []


def test_what_was_years_ago_clashes_with_nothing_of_now():
    one = "The toolmaker cut 1,200 jobs at its plant in Dorset."
    assert clashing(one, "The toolmaker cut 400 jobs at its plant in Dorset.") == [("1,200", "400")]
    assert clashing(one, "Five years ago the toolmaker cut 400 jobs at its plant in Dorset.") == []
    led = "Tomas Reyes, 56, leads the union."
    assert clashing("Tomas Reyes, 58, said the plant would close by 2026.", led) == [("58", "56")]


def test_the_subject_is_what_stands_before_a_preposition():
    assert things("The meeting with the unions lasted five hours.") == ["duration of meeting"]
    assert things("It had a loss of $45 million this year.") == ["amount of loss"]
