"""Units brought to one unit of their dimension, and how exactly a number that was written is meant."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from tui.facts.model import COUNT, Bound, Quantity

_F = Fraction
_SCALES: dict[str, dict[str, Fraction]] = {
    "second": {
        "millisecond": _F(1, 1000), "second": _F(1), "minute": _F(60), "hour": _F(3600), "day": _F(86400),
        "week": _F(604800), "month": _F(2629746), "year": _F(31556952),
    },
    "metre": {
        "nanometre": _F(1, 10**9), "micrometre": _F(1, 10**6), "millimetre": _F(1, 1000), "centimetre": _F(1, 100),
        "metre": _F(1), "kilometre": _F(1000), "inch": _F(254, 10000), "foot": _F(3048, 10000), "yard": _F(9144, 10000),
        "mile": _F(1609344, 1000), "nautical mile": _F(1852), "furlong": _F(201168, 1000),
    },
    "gram": {
        "microgram": _F(1, 10**6), "milligram": _F(1, 1000), "gram": _F(1), "kilogram": _F(1000), "tonne": _F(10**6),
        "ounce": _F(28349523125, 10**9), "pound": _F(45359237, 10**5), "stone": _F(635029318, 10**5),
    },
    "litre": {"millilitre": _F(1, 1000), "litre": _F(1), "cubic metre": _F(1000)},
    "square metre": {
        "square metre": _F(1), "hectare": _F(10000), "square kilometre": _F(10**6), "acre": _F(40468564224, 10**7),
        "square mile": _F(2589988110336, 10**6), "square foot": _F(9290304, 10**8), "square yard": _F(83612736, 10**8),
    },
    "watt": {"watt": _F(1), "kilowatt": _F(1000), "megawatt": _F(10**6), "gigawatt": _F(10**9), "terawatt": _F(10**12)},
    "percent": {"percent": _F(1)},
    "percentage point": {"percentage point": _F(1), "basis point": _F(1, 100)},
    "year old": {"year old": _F(1), "month old": _F(1, 12), "week old": _F(1, 52), "day old": _F(1, 365)},
}  # fmt: skip
_SCALE_OF = {unit: (dimension, scale) for dimension, units in _SCALES.items() for unit, scale in units.items()}
_EXACT_ALIKE = frozenset({COUNT, "year old"})


class Measure(NamedTuple):
    """What a quantity allows, in its dimension's unit; None where there is no end. `slack` is for either end."""

    dimension: str
    low: Fraction | None
    high: Fraction | None
    slack: Fraction


@lru_cache(maxsize=4096)
def measure(quantity: Quantity, *, converted: bool) -> Measure:
    """What a quantity allows; more loosely where it is `converted`, compared with one in another unit."""
    dimension, scale = dimension_of(quantity)
    if quantity.unit in ("celsius", "fahrenheit"):
        return _temperature(quantity, converted=converted)
    ends = (quantity.low, quantity.high)
    if quantity.approximate and quantity.bound in (Bound.BELOW, Bound.ABOVE):
        ends = (quantity.number, quantity.number)  # nearly 70 is not 50
    low, high = (None if end is None else end * scale for end in ends)
    return Measure(dimension, low, high, _slack(quantity, converted=converted) * scale)


def dimension_of(quantity: Quantity) -> tuple[str, Fraction]:
    """The unit of the quantity's dimension, and how many of it one of its own unit is; a currency is its own."""
    if quantity.unit in ("celsius", "fahrenheit"):
        return "celsius", Fraction(1)
    dimension, scale = _SCALE_OF.get(quantity.unit, (quantity.unit, Fraction(1)))
    if quantity.per:
        per, of = _SCALE_OF.get(quantity.per, (quantity.per, Fraction(1)))
        if dimension in ("metre", "litre", "gram") and per == "second":
            return f"{dimension} per {per}", scale / of
        return f"{dimension} per {quantity.per}", scale
    return dimension, scale


def _temperature(quantity: Quantity, *, converted: bool) -> Measure:
    fahrenheit = quantity.unit == "fahrenheit"
    low, high = (
        end if end is None or not fahrenheit else (end - 32) * Fraction(5, 9) for end in (quantity.low, quantity.high)
    )
    return Measure("celsius", low, high, Fraction(converted or quantity.approximate))


def _slack(quantity: Quantity, *, converted: bool) -> Fraction:
    """How far a number may be off what is meant, in its own unit.

    A tenth for one said to be rough; for a round one half a step of its last digit that is not nought, but at most
    a twentieth; for small things counted one by one nothing. A number in another unit was converted, and rounded.
    """
    number = max(abs(end) for end in (quantity.low, quantity.high) if end is not None)
    rough = number / 10 if quantity.approximate else Fraction(0)
    small = quantity.unit in _EXACT_ALIKE and number < 100
    round_off = Fraction(0) if small else min(_step(number) / 2, number / 20)
    if converted:
        round_off = max(round_off, _step(number) / 2 if number < 10 else Fraction(0), number / 25)
    return max(rough, round_off)


def _step(number: Fraction) -> Fraction:
    """One of the last digit that is not nought: 100 for 600, 0.1 for 3.4."""
    if number == 0:
        return Fraction(0)
    step = Fraction(1)
    while number % (step * 10) == 0:
        step *= 10
    while number % step and step > Fraction(1, 10**6):
        step /= 10
    return step


def disjoint(left: Quantity, right: Quantity) -> bool | None:
    """Whether two quantities cannot both hold; None where they are of unlike dimensions."""
    converted = left.unit != right.unit
    one, two = measure(left, converted=converted), measure(right, converted=converted)
    if one.dimension != two.dimension:
        return None
    return _lies_below(one, left, two, right) or _lies_below(two, right, one, left)


def _lies_below(one: Measure, lower: Quantity, two: Measure, upper: Quantity) -> bool:
    """Whether all that the one allows is less than all that the other does.

    Of a small count exactly the bound is out: fewer than 12, and 12.
    """
    if one.high is None or two.low is None:
        return False
    gap = two.low - one.high
    slack = one.slack + two.slack
    if gap > slack:
        return True
    strict = lower.bound is Bound.BELOW or upper.bound is Bound.ABOVE
    rough = lower.approximate or upper.approximate
    return gap == 0 and strict and not rough and lower.unit == COUNT and one.high < 100


_SHORT = {
    "second": "s", "minute": "min", "hour": "h", "percent": "%", "metre": "m", "kilometre": "km", "mile": "mi",
    "kilogram": "kg", "celsius": "°C", "fahrenheit": "°F",
}  # fmt: skip
_BOUNDS = {Bound.BELOW: "< ", Bound.AT_MOST: "≤ ", Bound.ABOVE: "> ", Bound.AT_LEAST: "≥ "}


def shown(quantity: Quantity) -> str:
    """A quantity in one short piece for a reader: < 3 h, about 600 mi, rank 3."""
    if quantity.ordinal:
        return f"rank {_number(quantity.low or Fraction(0))}"
    if quantity.bound is Bound.BETWEEN:
        assert quantity.low is not None
        assert quantity.high is not None
        number = f"{_number(quantity.low)} to {_number(quantity.high)}"
    else:
        number = _number(quantity.number or Fraction(0))
    about = "about " if quantity.approximate and quantity.bound in (Bound.EXACT, Bound.BETWEEN) else ""
    unit = "" if quantity.unit == COUNT else _SHORT.get(quantity.unit, quantity.unit)
    per = f"/{quantity.per}" if quantity.per else ""
    space = " " if unit and unit != "%" else ""
    return f"{_BOUNDS.get(quantity.bound, '')}{about}{number}{space}{unit}{per}"


def _number(number: Fraction) -> str:
    return f"{float(number):,.2f}".rstrip("0").rstrip(".")
