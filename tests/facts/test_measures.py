"""Quantities in one unit of their dimension, and how exactly each is meant."""

from fractions import Fraction

import pytest

from tui.facts import COUNT, Bound, Quantity
from tui.facts.clashes.measures import dimension_of, disjoint, shown


def amount(number, unit=COUNT, bound=Bound.EXACT, *, rough=False, **more):
    """So many of a unit: a number, or a range as two."""
    low, high = (Fraction(str(end)) for end in (number if isinstance(number, tuple) else (number, number)))
    low = None if bound in (Bound.BELOW, Bound.AT_MOST) else low
    high = None if bound in (Bound.ABOVE, Bound.AT_LEAST) else high
    return Quantity(low, high, unit, bound, rough, **more)


@pytest.mark.parametrize(
    ("larger", "of", "smaller"),
    [
        ("mile", 1760, "yard"), ("yard", 3, "foot"), ("foot", 12, "inch"), ("kilometre", 1000, "metre"),
        ("stone", 14, "pound"), ("pound", 16, "ounce"), ("tonne", 1000, "kilogram"), ("mile", 8, "furlong"),
        ("square mile", 640, "acre"), ("acre", 4840, "square yard"), ("square yard", 9, "square foot"),
        ("square kilometre", 100, "hectare"), ("cubic metre", 1000, "litre"), ("week", 7, "day"), ("day", 24, "hour"),
        ("hour", 60, "minute"), ("year", 12, "month"), ("year old", 12, "month old"), ("gigawatt", 1000, "megawatt"),
        ("percentage point", 100, "basis point"),
    ],
)  # fmt: skip
def test_units_of_one_dimension_are_so_many_of_each_other(larger, of, smaller):
    (dimension, one), (also, other) = (dimension_of(amount(1, unit)) for unit in (larger, smaller))
    assert dimension == also
    assert one == of * other


def test_a_speed_is_of_one_dimension_in_whatever_time():
    in_hours, in_seconds = (dimension_of(amount(1, "kilometre", per=per)) for per in ("hour", "second"))
    assert in_hours == ("metre per second", Fraction(1000, 3600))
    assert in_seconds == ("metre per second", 1000)
    assert dimension_of(amount(1, "USD", per="hour")) == ("USD per hour", 1)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (amount(12), amount(13), True),
        (amount(98), amount(99), True),
        (amount(99), amount(100), False),
        (amount(600), amount(640), True),
        (amount(600), amount(625), False),
        (amount(12, "mile"), amount(12.4, "mile"), False),
        (amount(12, "mile"), amount(12.6, "mile"), True),
        (amount(12.2, "mile"), amount(12.4, "mile"), True),
        (amount(100, rough=True), amount(111), True),
        (amount(100, rough=True), amount(110), False),
        (amount(600, "mile", rough=True), amount(966, "kilometre"), False),
        (amount(40, "celsius"), amount(104, "fahrenheit"), False),
        (amount(40, "celsius"), amount(95, "fahrenheit"), True),
        (amount(12, bound=Bound.BELOW), amount(12), True),
        (amount(12, bound=Bound.ABOVE), amount(12), True),
        (amount(12, bound=Bound.AT_MOST), amount(12), False),
        (amount(12, bound=Bound.AT_LEAST), amount(12), False),
        (amount(12, bound=Bound.BELOW, rough=True), amount(12), False),
        (amount(200, bound=Bound.BELOW), amount(200), False),
        (amount(12, "mile", Bound.BELOW), amount(12, "mile"), False),
        (amount(12, bound=Bound.BELOW), amount(12, bound=Bound.ABOVE), True),
        (amount((3, 5), bound=Bound.BETWEEN), amount(6), True),
        (amount((3, 5), bound=Bound.BETWEEN), amount(4), False),
        (amount(70, bound=Bound.BELOW, rough=True), amount(50), True),
        (amount(3, "mile"), amount(3, "hour"), None),
    ],
)
def test_two_quantities_are_disjoint_beyond_how_exactly_they_are_meant(left, right, expected):
    assert disjoint(left, right) is expected
    assert disjoint(right, left) is expected


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (amount(3, "hour", Bound.BELOW), "< 3 h"),
        (amount(3.5, "hour", Bound.AT_LEAST), "≥ 3.5 h"),
        (amount(600, "mile", rough=True), "about 600 mi"),
        (amount((3, 5), "percent", Bound.BETWEEN), "3 to 5%"),
        (amount((3, 5), "day", Bound.BETWEEN, rough=True), "about 3 to 5 day"),
        (amount(12000, bound=Bound.ABOVE, rough=True), "> 12,000"),
        (amount(3, ordinal=True), "rank 3"),
        (amount(70, "mile", per="hour"), "70 mi/hour"),
    ],
)
def test_a_quantity_is_shown_in_one_short_piece(quantity, words):
    assert shown(quantity) == words
