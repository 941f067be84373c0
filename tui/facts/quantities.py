"""Quantities: how many and how much a sentence says, with unit, bound and what is counted."""

from collections.abc import Iterable

from tui.facts.model import Fact
from tui.text.spans import Span
from tui.text.witness import Witness


def find(witness: Witness, dates: Iterable[Span] = ()) -> tuple[Fact, ...]:
    """The quantities of a text in its order; none in the spans that dates take up."""
    return ()
