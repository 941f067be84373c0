"""A number with what it is a number of, before anything bounds it or joins it to another."""

from fractions import Fraction
from typing import NamedTuple

from tui.facts.model import COUNT


class Amount(NamedTuple):
    """What stands in the lexemes from `start` to `end`: a number, and its unit if one is written with it."""

    start: int
    end: int
    value: Fraction
    unit: str = COUNT
    counted: str | None = None
    per: str | None = None
    scaled: bool = False
    """Has a word of scale, which the other end of a range borrows."""
    vague: bool = False
    """At least so many, and roughly: dozens."""
    approximate: bool = False
    """Roughly so many, by its own words: a couple of."""
    at_least: bool = False
    """At least so many, by its own words: 20-plus miles."""
    closed: bool = False
    """Whole as it stands: neither end of a range, nor followed by a noun or a further unit."""
    words: bool = False
    ordinal: bool = False
    factor: Fraction = Fraction(1)
    """What the number was multiplied by to come to the unit."""

    @property
    def bare(self) -> bool:
        """Whether no unit is written with the number."""
        return self.unit == COUNT and not self.ordinal and self.counted is None
