"""Dates and times: what of the calendar and the clock a sentence names, and where it falls."""

import datetime as dt

from tui.facts.model import Fact
from tui.text.witness import Witness


def find(witness: Witness, written: dt.date | None = None) -> tuple[Fact, ...]:
    """The dates and times of a text in its order, resolved against the day of writing where that is known."""
    return ()
