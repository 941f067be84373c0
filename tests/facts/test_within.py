"""What one article says of one thing in two ways."""

import pytest

from tests.alignment.texts import witness
from tui.facts import facts_of
from tui.facts.within import conflicts_within
from tui.text.witness import Kind


def clashing(*sentences, headings=0):
    """The written ends of each clash; the first so many sentences are headings."""
    kinds = [Kind.HEADING] * headings + [Kind.BODY] * (len(sentences) - headings)
    text = witness(*sentences, kinds=kinds)
    found = conflicts_within(text, facts_of(text))
    return [(text.text[slice(*one.left.span)], text.text[slice(*one.right.span)], one.rule) for one in found]


@pytest.mark.parametrize(
    ("sentences", "headings", "expected"),
    [
        (
            ("Three-hour meeting ends without a word", "They left after seven hours of tense negotiations."),
            1,
            [("Three-hour", "seven hours", "different-values")],
        ),
        (
            ("Olga Brandt, 52, was unhurt.", "Her neighbours said that Olga Brandt, 54, had called for help."),
            0,
            [("52", "54", "different-values")],
        ),
        (
            ("Explosion at mill kills 14 workers", "An explosion at a flour mill killed 12 workers on Monday."),
            1,
            [("14", "12", "different-values")],
        ),
        (
            ("The long-awaited weekend conference of the league in Bergen on Friday ended early.",),
            0,
            [("weekend", "Friday", "different-weekdays")],
        ),
        (
            (
                "‘We will never give up this harbour’, says mayor",
                "“We will not ever give up this town or harbour,” the mayor said.",
            ),
            1,
            [
                (
                    "We will never give up this harbour",
                    "We will not ever give up this town or harbour,",
                    "changed-quotation",
                )
            ],
        ),
    ],
)
def test_a_text_may_clash_with_itself(sentences, headings, expected):
    assert clashing(*sentences, headings=headings) == expected


@pytest.mark.parametrize(
    ("sentences", "headings"),
    [
        (("The first meeting lasted two hours.", "The second meeting lasted five hours."), 0),
        (("The meeting lasted less than three hours.", "They left after two hours of negotiations."), 0),
        (("The weekend match on Saturday was sold out.",), 0),
        (("The weekend match on Sunday was sold out.",), 0),
        (("The weekend match in Bergen: on Friday the last ticket went.",), 0),
        (("The weekend match in Bergen before Friday was sold out.",), 0),
        (("The weekend match was moved to a pitch in Hull on Friday.",), 0),
        (("Sunday's vote, they said on Monday, was fair.",), 0),
        (
            (
                "Explosion at mill kills 12 workers",
                "An explosion at a flour mill killed 12 workers on Monday.",
                "In 1987 an explosion at the mill killed 30 workers.",
            ),
            1,
        ),
        (("Mayor defiant on harbour", "Some 40 people met the mayor.", "Some 90 ships lay in the harbour."), 1),
    ],
)
def test_what_is_of_two_things_or_can_hold_is_no_clash(sentences, headings):
    assert clashing(*sentences, headings=headings) == []


def test_a_text_without_facts_has_none():
    assert clashing("Nothing was said.") == []
