"""What two whole texts say that may not both hold, wherever in them it stands."""

import pytest

from tests.facts.test_pairs import read
from tui.facts import facts_of
from tui.facts.clashes.texts import conflicts


def found(left, right):
    left, right = read(left), read(right)
    return [conflict.rule for conflict in conflicts(left, facts_of(left), right, facts_of(right))]


@pytest.mark.parametrize(
    ("left", "right", "rule"),
    [
        (
            "A blast hit the mill in Hull. Twelve people were killed by it.",
            "The mill in Hull exploded. Fifteen people died in it.",
            "different-values",
        ),
        (
            "Three bridges fell in the storm on the coast of Norfolk.",
            "On the coast of Norfolk the storm took down five bridges.",
            "different-values",
        ),
        (
            "Ida Kroll said: “We never saw the crane lean.”",
            "Ida Kroll said: “We never saw the crane move.”",
            "changed-quotation",
        ),
        (
            "“We never saw the crane lean before it fell down,” it said.",
            "“We never saw the crane move before it fell down,” it said.",
            "changed-quotation",
        ),
    ],
)
def test_what_whole_texts_tell_of_one_thing_clashes(left, right, rule):
    assert found(left, right) == found(right, left) == [rule]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "A blast hit the mill in Hull. Twelve people were killed by it, later fifteen.",
            "The mill in Hull exploded. Fifteen people died in it.",
        ),
        ("The flood killed twelve.", "Fifteen died on the ferry."),
        ("Three bridges fell.", "The county lost five bridges to rust."),
        ("“We never saw the crane lean,” it said.", "“We never saw the crane move,” it said."),
        ("The talks in Varden lasted three hours.", "The talks in Varden may last five hours."),
        ("The strike lasted two days.", "The strike lasted two days, and the strike in Leeds five days."),
    ],
)
def test_what_may_be_of_something_else_or_is_settled_does_not(left, right):
    assert found(left, right) == found(right, left) == []
