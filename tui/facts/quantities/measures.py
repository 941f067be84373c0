"""Amounts with all that belongs to their measure: smaller units, rates, and the unit of vague numbers."""

from fractions import Fraction

from tui.facts.model import COUNT
from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import DATE, NUMBER, SIGN, Lexemes
from tui.facts.quantities.numbers import number_at
from tui.facts.quantities.reading import amount_at, millions_of, of_units
from tui.facts.quantities.unit_words import TIMES
from tui.facts.quantities.units import per_behind


def whole_amount(lexemes: Lexemes, place: int, *, title: bool) -> Amount | None:
    """The amount at a place, with the smaller units and the rate that go on with it."""
    amount = amount_at(lexemes, place, title=title) if place < len(lexemes) else None
    if amount is None or amount.ordinal:
        return amount
    amount = of_units(lexemes, millions_of(lexemes, amount))
    amount = _compound(lexemes, amount) if not amount.closed else amount
    if amount.unit != COUNT and amount.per is None and not amount.closed:
        per = per_behind(lexemes, amount.end)
        if per and (amount.unit not in ("time", "year old") or per[0] != "time"):
            amount = amount._replace(end=per[1], per=per[0]) if amount.unit != "time" else amount
    return amount


def past_code(lexemes: Lexemes, place: int) -> int:
    """The place behind a number that is none, with all that is glued to it."""
    end = place + 1
    if lexemes[place].sort == NUMBER:
        while (
            lexemes.at(end).glued
            and (lexemes.at(end).sort != SIGN or lexemes.at(end).text in "-–/:")
            and lexemes.at(end).sort != DATE
        ):
            end += 1
    return end


_PARTS: dict[tuple[str, str], Fraction] = {
    ("year", "month"): Fraction(1, 12), ("week", "day"): Fraction(1, 7), ("day", "hour"): Fraction(1, 24),
    ("hour", "minute"): Fraction(1, 60), ("minute", "second"): Fraction(1, 60), ("foot", "inch"): Fraction(1, 12),
    ("hour", "second"): Fraction(1, 3600), ("day", "minute"): Fraction(1, 1440),
    ("stone", "pound"): Fraction(1, 14), ("pound", "ounce"): Fraction(1, 16), ("mile", "yard"): Fraction(1, 1760),
    ("metre", "centimetre"): Fraction(1, 100), ("kilogram", "gram"): Fraction(1, 1000),
}  # fmt: skip
_LARGER = frozenset(larger for larger, _ in _PARTS)


def _compound(lexemes: Lexemes, amount: Amount) -> Amount:
    """A measure with the smaller one that goes on with it: 6ft 2in, six years and nine months."""
    while amount.unit in _LARGER:
        step = amount.end + (
            lexemes.at(amount.end).low == "and" or (lexemes.at(amount.end).text == "," and amount.unit in TIMES)
        )
        if number_at(lexemes, step) is None:
            return amount
        smaller = amount_at(lexemes, step)
        ratio = _PARTS.get((amount.unit, smaller.unit)) if smaller and not smaller.closed else None
        if (
            smaller is None
            or ratio is None
            or smaller.value * ratio >= 1
            or lexemes.at(smaller.end).low in ("later", "earlier")
        ):
            return amount
        amount = amount._replace(end=smaller.end, value=amount.value + smaller.value * ratio)
    return amount
