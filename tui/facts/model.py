"""What a fact is, what it may say, and what a clash of two facts is."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from tui.text.spans import Span


class Kind(StrEnum):
    """The five kinds of fact; each has its own type of value."""

    QUANTITY = "quantity"
    DATE = "date"
    QUOTATION = "quotation"
    NAME = "name"
    ATTRIBUTION = "attribution"


CLAIM = "claim"
"""The kind of a candidate for conflict in which whole sentences seem to say the opposite; others have a fact's kind."""


class Bound(StrEnum):
    """How a quantity's numbers limit what was the case."""

    EXACT = "exact"
    BELOW = "below"
    AT_MOST = "at most"
    ABOVE = "above"
    AT_LEAST = "at least"
    BETWEEN = "between"


class Modality(StrEnum):
    """How the sentence puts the fact: an offer is no deed, and a denial no claim."""

    STATED = "stated"
    """As having been, or as being so."""
    DENIED = "denied"
    """As not so: negated, or denied by someone."""
    OFFERED = "offered"
    """As offered, proposed, demanded or asked for."""
    PLANNED = "planned"
    """As to come or merely possible: planned, expected, feared, or under an if."""


class Precision(StrEnum):
    """The shortest period that a date tells from its neighbours, finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class NameSort(StrEnum):
    """What bears a name, as far as rules can tell."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many or how much, as exact fractions in one unit.

    `low` and `high` are equal for `EXACT`; `BELOW` and `AT_MOST` have no `low`, `ABOVE` and `AT_LEAST` no `high`;
    `BETWEEN` has both, low < high, ends included.
    """

    low: Fraction | None
    high: Fraction | None
    unit: str
    """A unit's English name in the singular (hour, mile, kilogram, celsius, year old), percent, percentage point,
    time (two times), an ISO 4217 code for money (USD), or `COUNT` for things counted. Never converted."""
    bound: Bound = Bound.EXACT
    approximate: bool = False
    """Said to be rough: about, some, nearly, dozens of."""
    counted: str | None = None
    """With `COUNT`, the head noun of what is counted or ranked: one word, singular, lower case; None where unnamed."""
    ordinal: bool = False
    """A rank (third); its unit is `COUNT` and its bound `EXACT`."""
    per: str | None = None
    """What one of `unit` is taken for, as a unit's name or a noun: hour in 70 mph, barrel in $80 a barrel."""

    def __post_init__(self) -> None:
        """Raises ValueError where the numbers do not fit the bound."""
        if not _fits(self.low, self.high, self.bound):
            raise ValueError(f"{self.low} and {self.high} do not fit {self.bound}")

    @property
    def number(self) -> Fraction | None:
        """The one number that was written; None for `BETWEEN`."""
        if self.bound is Bound.BETWEEN:
            return None
        return self.high if self.low is None else self.low


COUNT = "count"
"""The unit of things counted one by one, and of ranks."""


def _fits(low: Fraction | None, high: Fraction | None, bound: Bound) -> bool:
    if low is not None and high is not None:
        return low == high if bound is Bound.EXACT else bound is Bound.BETWEEN and low < high
    if high is not None:
        return bound in (Bound.BELOW, Bound.AT_MOST)
    return low is not None and bound in (Bound.ABOVE, Bound.AT_LEAST)


@dataclass(frozen=True, slots=True)
class Date:
    """A moment or period of the calendar or the clock: what was written, and where it falls if that is known."""

    precision: Precision
    year: int | None = None
    """As written; a decade's or century's first year, or the first of several."""
    month: int | None = None
    """1 to 12, as written."""
    day: int | None = None
    """1 to 31, as written."""
    weekday: int | None = None
    """1 for Monday to 7 for Sunday, as written."""
    time: dt.time | None = None
    """On the clock as written, without a zone: 7:15 p.m. is 19:15, noon 12:00."""
    zone: str | None = None
    """The zone's letters as written: GMT."""
    relative: bool = False
    """Counted from the day of writing or another day: yesterday, last May, the next day."""
    first: dt.date | None = None
    """First day of the period meant; None where neither the words nor the day of writing tell."""
    last: dt.date | None = None
    """Last day of the period, included; None exactly where `first` is."""

    def __post_init__(self) -> None:
        """Raises ValueError where only one end is known or the ends are in the wrong order."""
        if (self.first is None) is not (self.last is None):
            raise ValueError("a period has both ends or none")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"{self.first} is after {self.last}")


class Quotation(NamedTuple):
    """Words in quotation marks that someone said or wrote; the fact's span is what stands between the marks."""

    words: tuple[str, ...]
    """The forms of the quotation's tokens (`tui.text.tokens`), by which two quotations are compared."""
    speaker: str | None = None
    """Who said it: a name in its canonical form, else the noun phrase as written (a spokesman); None if not told."""
    verb: str | None = None
    """The verb of saying in its base form (say), or "according to"; None where there is none."""
    nested: bool = False
    """Stands inside another quotation."""
    continued: bool = False
    """Goes on with the quotation before it: after an inserted "he said", or in the next paragraph."""


class Name(NamedTuple):
    """A proper name; the fact's span has neither title nor possessive ending."""

    canonical: str
    """The fullest form in the text of what bears it, as written there: Maria Lopez, also where Lopez stands."""
    key: str
    """Equal for all spellings of one name: folded, in lower case, without diacritics, transliterations joined."""
    sort: NameSort = NameSort.UNKNOWN


class Attribution(NamedTuple):
    """Who is given as the source of what a sentence says; the fact's span runs from source to verb, or back."""

    source: str
    """A name in its canonical form, else the noun phrase as written: officials, two people familiar with the talks."""
    named: bool
    """Whether the source is a name, of a person or of an organisation."""
    verb: str
    """In its base form (say, warn), or "according to"."""


Value = Quantity | Date | Quotation | Name | Attribution


class Fact(NamedTuple):
    """Something stated at one place. Facts of a text stand in order of `span`, the longer first; they may nest."""

    kind: Kind
    span: Span
    """Code points of the text; no white space at either end."""
    value: Value
    """Of the type that `kind` names."""
    sentence: int
    """Index of the sentence in which the span starts."""
    modality: Modality = Modality.STATED


class Conflict(NamedTuple):
    """Two facts of one kind that may not both hold: a candidate until a reviewer decides."""

    left: Fact
    right: Fact
    rule: str
    """The rule's name in lower case with hyphens: disjoint-bounds."""
    reason: str
    """Why, in one line for a reader: < 3 h and 7 h cannot both hold."""
