"""Which quantities and dates are candidates for a conflict, and which a reader would not set against each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts import Conflict, facts_of
from tui.facts.clashes.pairing import clash, clashes
from tui.facts.telling import Telling, tellings
from tui.text.sentences import segment
from tui.text.spans import Span
from tui.text.witness import Kind as Place
from tui.text.witness import Witness


def facts_in(text: str, date: str | None = None) -> tuple[Telling, ...]:
    witness = Witness(text, segment(text, [(Span(0, len(text)), Place.BODY)]))
    return tellings(witness, facts_of(witness, date=date))


def candidates(left: str, right: str) -> tuple[Conflict, ...]:
    return tuple(conflict for *_, conflict in clashes(facts_in(left), facts_in(right)))


CLASHING = [
    ("The strike lasted less than three hours.", "The strike lasted seven hours.", "disjoint-bounds"),
    ("The walkout lasted two days.", "After five days of the strike, staff came back.", "different-values"),
    ("The blast killed 12 people and hurt 30.", "The blast killed 12 people and wounded 40.", "different-values"),
    ("The blast killed at least 12 people.", "The blast killed nine people.", "disjoint-bounds"),
    ("About 5,000 people joined the march.", "Some 20,000 people joined the march.", "different-values"),
    ("Half of the voters backed the plan.", "Only 38 per cent of the voters backed the plan.", "different-values"),
    ("The firm will cut 500 jobs at the plant.", "The firm will cut 700 jobs at the plant.", "different-values"),
    ("The runway is 3 kilometres long.", "The runway is one mile long.", "different-values"),
    ("Water in the tank reached 40C.", "Water in the tank reached 95F.", "different-values"),
    ("The club paid £5m for the striker.", "The club paid £8m for the striker.", "different-values"),
    ("The fire began at the mill on Thursday.", "The fire began at the mill on 15 August 2025.", "different-weekdays"),
    ("The bridge opened to traffic in 1984.", "The bridge opened to traffic in 1994.", "disjoint-periods"),
    ("The bridge opened to traffic on 3 May.", "The bridge opened to traffic on 4 May.", "different-days"),
    ("The bridge opened to traffic in June.", "The bridge opened to traffic on 4 May.", "different-months"),
    ("The hearing starts at court at 9am.", "The hearing starts at court at 2pm.", "different-times"),
    (
        "One man died and five people, among them a girl, were injured.",
        "The fall left one man dead and seven others injured.",
        "different-values",
    ),
    (
        "The coast guard said the ferry was carrying 212 passengers.",
        "The ferry was carrying 198 passengers, the firm said, correcting an earlier figure.",
        "different-values",
    ),
    ("She finished the race third.", "She finished the race second.", "different-ranks"),
    ("A total of 12 people were killed in the blast.", "The blast killed 15 people.", "different-values"),
    ("Smoke rose 3 kilometres.", "They saw smoke at 8 kilometres.", "different-values"),
    (
        "The blast shook the market on Saturday afternoon.",
        "The blast shook the market on Saturday night.",
        "different-parts-of-day",
    ),
]

HOLDING = [
    ("The front line is some 600 miles long.", "The front line is 966 km long."),
    ("The blast killed at least 12 people.", "The blast killed 15 people."),
    ("The strike lasted less than three hours.", "The strike lasted two hours."),
    ("The strike lasted 90 minutes.", "The strike lasted one and a half hours."),
    ("About 5,000 people joined the march.", "Some 5,400 people joined the march."),
    ("The march drew 12 people.", "The march drew 3 dogs."),
    ("The blast killed 12 people.", "The blast injured 30 people."),
    ("The blast killed 12 people and hurt 30.", "The blast hurt 30 people and killed 12."),
    ("She paid $5m for the house.", "She paid £4m for the house."),
    ("The firm offered the workers a rise of 5 per cent.", "The firm gave the workers a rise of 3 per cent."),
    ("The firm denied that it had cut 500 jobs.", "The firm cut 700 jobs."),
    ("The firm plans to cut 500 jobs.", "The firm cut 700 jobs."),
    ("Profits rose by 5% in the year.", "Profits rose to 7% in the year."),
    ("Seven months later the minister resigned.", "The minister resigned after two months in office."),
    ("Half of the voters backed the plan.", "Some 52 per cent of the voters backed the plan."),
    ("The bridge opened to traffic in August.", "The bridge opened to traffic on 15 August."),
    ("The bridge opened to traffic in the 1990s.", "The bridge opened to traffic in 1994."),
    ("The fire began at the mill on Friday.", "The fire began at the mill on 15 August 2025."),
    ("The mill has been shut since 2015.", "The mill was shut in 2019."),
    ("The hearing starts at court at 9am.", "The hearing starts at court at 9.15am."),
    ("The strike (two hours) hit the port.", "The strike hit the port for seven hours."),
    ("The blast killed 12 people.", "The blast shook 30 workers at the mill."),
    ("The hearing starts at court at 9.50am.", "The hearing starts at court at 10.05am."),
    ("The blast shook the market on Saturday evening.", "The blast shook the market on Saturday night."),
    ("The mill opened on Monday.", "A bank in Leeds opened on Friday."),
    ("The bridge opens to traffic next year.", "The bridge opens to traffic in 2027."),
    ("The third goal came late.", "The second goal came late."),
    ("A tram costs £3 an hour.", "A tram costs £20 a day."),
    ("The blast killed 16 people, including four nurses.", "The blast killed four nurses and twelve others."),
    (
        "The chief said at a briefing on Tuesday that two had died.",
        "The chief said at a briefing on Friday that two had died.",
    ),
    ("He bought the clock for 100 euros.", "He put the clock up for sale at a price of 9,000 euros."),
    ("Rain fell for three days in Hull.", "The jury in Leeds sat for six days."),
    ("The crew of the tug towed the ship after two hours.", "Talks of the union with the crew lasted five hours."),
]


@pytest.mark.parametrize(("left", "right", "rule"), CLASHING)
def test_what_cannot_both_hold_is_a_candidate(left, right, rule):
    [conflict] = candidates(left, right)
    assert conflict.rule == rule
    assert "cannot both hold" in conflict.reason


@pytest.mark.parametrize(("left", "right"), HOLDING)
def test_what_can_both_hold_or_is_of_something_else_is_none(left, right):
    assert candidates(left, right) == ()


@pytest.mark.parametrize(("left", "right"), [(left, right) for left, right, *_ in [*CLASHING, *HOLDING]])
def test_swapping_the_sides_swaps_the_conflicts(left, right):
    there = {(one.left, one.right, one.rule) for one in candidates(left, right)}
    back = {(one.right, one.left, one.rule) for one in candidates(right, left)}
    assert there == back


@pytest.mark.parametrize(("year", "clashing"), [("2024", True), ("2019", False)])
def test_last_year_is_the_year_that_another_names(year, clashing):
    left = facts_in("Last year the blast in Hull killed 12 people.", date="2025-08-18")
    right = facts_in(f"In {year} the blast in Hull killed 15 people.", date="2025-08-18")
    assert ["different-values"] * clashing == [conflict.rule for *_, conflict in clashes(left, right)][:1]


def test_a_reason_shows_both_values_with_their_bounds():
    [conflict] = candidates("The strike lasted less than three hours.", "The strike lasted seven hours.")
    assert conflict.reason == "< 3 h and 7 h cannot both hold (duration of strike)"


def test_a_fact_that_agrees_with_one_is_set_against_no_other():
    left = "The blast killed 12 people, 4 people of them at once."
    assert candidates(left, "The blast killed 12 people.") == ()


def test_each_fact_is_in_one_conflict_at_most():
    left = "The strike lasted two hours, and the strike lasted three hours."
    [conflict] = candidates(left, "The strike lasted seven hours.")
    assert conflict.right.sentence == 0


SENTENCES = st.sampled_from([text for pair in [*CLASHING, *HOLDING] for text in pair[:2]])


@given(SENTENCES, SENTENCES)
def test_two_facts_clash_either_way_or_neither(left, right):
    for one in facts_in(left):
        for two in facts_in(right):
            there, back = clash(one, two), clash(two, one)
            assert (there is None) is (back is None)
            assert there is None or back is None or there.rule == back.rule


@given(SENTENCES)
def test_a_fact_never_clashes_with_itself(text):
    assert all(clash(one, one) is None for one in facts_in(text))
    assert candidates(text, text) == ()
