"""Quantities: how many and how much a sentence says, with unit, bound and what is counted."""

from tui.facts.quantities.finding import find

__all__ = ["find"]
