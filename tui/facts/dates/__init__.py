"""Dates and times: what of the calendar and the clock a sentence names, and where it falls."""

from tui.facts.dates.finding import find

__all__ = ["find"]
