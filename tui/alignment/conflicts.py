"""Candidates for conflict between two witnesses."""

from tui.facts import Conflict, Fact, facts_of
from tui.facts.clashes import clashes, settings
from tui.facts.variants import clashes as quoted_clashes
from tui.text.sides import Sides
from tui.text.witness import Witness


def find_conflicts(sides: Sides[Witness], dates: Sides[str | None]) -> tuple[Conflict, ...]:
    """The facts of two witnesses that may not both hold, by place on the left, then on the right.

    They are looked for in the whole of both: what clashes most may share no word but what is measured.

    Args:
        sides: The two witnesses.
        dates: The day of writing that each states, None where it states none.
    """
    facts = Sides(facts_of(sides.left, date=dates.left), facts_of(sides.right, date=dates.right))
    return conflicts_between(sides, facts)


def conflicts_between(sides: Sides[Witness], facts: Sides[tuple[Fact, ...]]) -> tuple[Conflict, ...]:
    """The same of two witnesses whose facts are at hand. O(facts of the left · facts of the right)."""
    told = Sides(settings(sides.left, facts.left), settings(sides.right, facts.right))
    found = (*clashes(told.left, told.right), *quoted_clashes(facts.left, facts.right))
    return tuple(sorted(found, key=lambda conflict: (conflict.left.span, conflict.right.span, conflict.rule)))
