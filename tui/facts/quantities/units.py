"""Units read behind numbers, currencies before or behind them, and what one of a unit is taken for."""

from fractions import Fraction
from typing import NamedTuple

from tui.facts.quantities.lexing import HYPHENS, NUMBER, WORD, Lexemes
from tui.facts.quantities.numbers import Number
from tui.facts.quantities.unit_words import (
    BEFORE_DIGITS,
    CODES,
    CURRENCIES,
    DOLLARS,
    GLUED_ONLY,
    QUALIFIED,
    SHORT_UNITS,
    SIGNS,
    SPEEDS,
    TAKEN_FOR,
    UNITS,
)
from tui.facts.word_sets import word_set

_ONE = Fraction(1)
_VIDEO = frozenset({480, 720, 1080, 1440, 2160})
_WEIGHED = word_set(
    "weigh weighs weighed weighing weight heavy heavier lose lost gain gained bench lift lifted ounce ounces"
)


class Unit(NamedTuple):
    """A unit that stands in the lexemes up to `end`; `factor` is what the number is multiplied by."""

    name: str
    end: int
    factor: Fraction = _ONE
    per: str | None = None
    ambiguous: bool = False
    """The word may mean two units: 200 pounds."""


def currency_before(lexemes: Lexemes, place: int) -> tuple[str, int] | None:
    """The currency that begins at a place and stands before a number, and the place behind it."""
    first, second = lexemes.at(place), lexemes.at(place + 1)
    if first.text in SIGNS:
        return (SIGNS[first.text], place + 1) if second.sort == NUMBER else None
    if first.sort != WORD:
        return None
    if second.text == "$" and second.glued and first.low in DOLLARS and lexemes.at(place + 2).sort == NUMBER:
        return DOLLARS[first.low], place + 2
    if second.sort == NUMBER:
        if first.text in CODES:
            return ("CNY" if first.text == "RMB" else first.text), place + 1
        if first.low in BEFORE_DIGITS and first.text[0].isupper():
            return BEFORE_DIGITS[first.low], place + 1
    return None


def unit_behind(lexemes: Lexemes, number: Number) -> Unit | None:
    """The unit that stands behind a number, with white space or without."""
    place = number.end
    first = lexemes.at(place)
    if first.low == "magnitude" or first.text == "%":
        return Unit("percent" if first.text == "%" else "magnitude", place + 1)
    if first.low == "of" and [lexemes.at(place + step).low for step in (1, 2, 3)] == ["a", "percentage", "point"]:
        return Unit("percentage point", place + 4)
    if first.sort == WORD:
        digits = lexemes.at(place - 1).sort == NUMBER
        return (_short(lexemes, place, number) if digits else None) or _word(lexemes, place, number)
    if first.text == "°":
        return _degrees(lexemes, place + 1)
    money = first.text in SIGNS and first.text != "$" and lexemes.at(place + 1).sort != NUMBER
    return Unit(SIGNS[first.text], place + 1) if money else None


def _degrees(lexemes: Lexemes, place: int) -> Unit:
    scale = {"c": "celsius", "f": "fahrenheit", "celsius": "celsius", "fahrenheit": "fahrenheit"}
    name = scale.get(lexemes.at(place).low)
    return Unit(name, place + 1) if name else Unit("degree", place)


def _short(lexemes: Lexemes, place: int, number: Number) -> Unit | None:
    """An abbreviation behind digits: 15km, 80p, 98F, 70 mph."""
    lexeme = lexemes[place]
    if lexeme.low in SPEEDS:
        name, per = SPEEDS[lexeme.low]
        return Unit(name, place + 1, per=per)
    if lexeme.glued and lexeme.text in ("p", "c"):
        if lexeme.text == "p" and number.value in _VIDEO:
            return None
        return Unit("GBP" if lexeme.text == "p" else "USD", place + 1, Fraction(1, 100))
    found = SHORT_UNITS.get(lexeme.text) or SHORT_UNITS.get(lexeme.text.lower() if len(lexeme.text) > 1 else "")
    if not found or (not lexeme.glued and lexeme.text in GLUED_ONLY):
        return None
    return _short_end(lexemes, place + 1, *found)


_PER_SHORT = {"h": "hour", "hr": "hour", "s": "second", "kg": "kilogram", "l": "litre", "day": "day", "min": "minute"}
_POWERS = {"²": "square", "³": "cubic"}


def _short_end(lexemes: Lexemes, place: int, name: str, factor: Fraction) -> Unit | None:
    """The unit whose abbreviation ends before a place, with what goes on with it: km/h, m²."""
    after = lexemes.at(place)
    if after.text in _POWERS:
        return Unit(f"{_POWERS[after.text]} {name}", place + 1)
    if after.text == "/" and after.glued and lexemes.at(place + 1).glued:
        per = _PER_SHORT.get(lexemes.at(place + 1).low)
        return Unit(name, place + 2, per=per) if per else None
    return None if after.glued and after.sort in (WORD, NUMBER) else Unit(name, place, factor)


def _word(lexemes: Lexemes, place: int, number: Number) -> Unit | None:
    """A unit's name, a currency's, or per cent."""
    low, after = lexemes[place].low, lexemes.at(place + 1)
    if low in ("per", "percent", "percentage", "basis"):
        return _of_hundred(lexemes, place)
    if low in ("square", "cubic", "sq", "light", "nautical", "kilowatt", "megawatt", "gigawatt", "terawatt"):
        return _compound(lexemes, place)
    if low in ("degree", "degrees"):
        return _degrees(lexemes, place + 1)
    if low in ("metric", "long") and after.low in ("ton", "tons", "tonne", "tonnes"):
        return Unit("tonne" if low == "metric" else "ton", place + 2)
    return _money(lexemes, place, number) or _plain(lexemes, place)


def _of_hundred(lexemes: Lexemes, place: int) -> Unit | None:
    """Per cent, percentage points, basis points."""
    low, after = lexemes[place].low, lexemes.at(place + 1)
    if low == "basis":
        return Unit("basis point", place + 2) if after.low in ("point", "points") else None
    if low == "per":
        return (_points(lexemes, place + 2) or Unit("percent", place + 2)) if after.low == "cent" else None
    return _points(lexemes, place + 1) or (Unit("percent", place + 1) if low == "percent" else None)


def _points(lexemes: Lexemes, place: int) -> Unit | None:
    """Percentage points; a hyphen may stand between the words."""
    place += lexemes.at(place).text in HYPHENS
    return Unit("percentage point", place + 1) if lexemes.at(place).low in ("point", "points") else None


def _plain(lexemes: Lexemes, place: int) -> Unit | None:
    low = lexemes[place].low
    known = UNITS.get(low)
    if not known or (
        low in ("second", "celsius", "magnitude", "times") and low != "times" and not _of_time(lexemes, place)
    ):
        return None
    return Unit(known[0], place + 1, known[1])


def _of_time(lexemes: Lexemes, place: int) -> bool:
    """Whether `second` behind a number is of time; it mostly is."""
    return lexemes[place].low == "second"


def _compound(lexemes: Lexemes, place: int) -> Unit | None:
    """Square metres, cubic feet, megawatt-hours, nautical miles."""
    first = lexemes[place].low
    step = place + 1 + (lexemes.at(place + 1).text in HYPHENS)
    second = UNITS.get(lexemes.at(step).low) or SHORT_UNITS.get(lexemes.at(step).low)
    if first in ("kilowatt", "megawatt", "gigawatt", "terawatt") and (not second or second[0] != "hour"):
        return Unit(first, place + 1)
    if second is None:
        return None
    first = "square" if first == "sq" else first
    name = "light-year" if first == "light" else f"{first} {second[0]}"
    return Unit(name, step + 1)


def _money(lexemes: Lexemes, place: int, number: Number) -> Unit | None:
    """A currency's name behind the number, with its country if that is told."""
    low, lexeme = lexemes[place].low, lexemes[place]
    if lexeme.text in CODES and not lexeme.glued:
        return Unit("CNY" if lexeme.text == "RMB" else lexeme.text, place + 1)
    qualified = _qualified(lexemes, place)
    if qualified or low in ("pound", "pounds"):
        return qualified or _pounds(lexemes, place, number)
    name = low in ("won", "real", "rand", "lira") and lexeme.text[0].isupper()
    verb = low == "won" and not number.scaled and number.value < 1000
    known = None if name or verb else CURRENCIES.get(low)
    return Unit(known[0], place + 1, known[1]) if known else None


def _qualified(lexemes: Lexemes, place: int) -> Unit | None:
    """A currency with its country: Swiss francs, US cents."""
    for length in (2, 1):
        country = " ".join(lexemes.at(place + offset).low for offset in range(length))
        noun = lexemes.at(place + length).low
        code = QUALIFIED.get((country, noun.removesuffix("s"))) or QUALIFIED.get((country, noun))
        if code:
            return Unit(code, place + length + 1)
    if lexemes[place].low == "us" and lexemes.at(place + 1).low in ("cents", "cent"):
        return Unit("USD", place + 2, Fraction(1, 100))
    return None


def _pounds(lexemes: Lexemes, place: int, number: Number) -> Unit:
    """Money or weight, as the words around tell."""
    end = place + 1
    if lexemes.at(end).low == "sterling":
        return Unit("GBP", end + 1)
    near = {lexeme.low for lexeme in lexemes[max(0, place - 10) : place + 6]}
    if lexemes.at(end).low == "of" or not near.isdisjoint(_WEIGHED):
        return Unit("pound", end, ambiguous=number.scaled)
    return Unit("GBP", end, ambiguous=not number.scaled)


def per_behind(lexemes: Lexemes, place: int, *, hyphened: bool = False) -> tuple[str, int] | None:
    """What one of a unit is taken for, if that follows at once: a barrel, per household, an hour; and where it ends."""
    first, second = lexemes.at(place), lexemes.at(place + 1)
    if hyphened or (first.text in HYPHENS and first.glued):
        return _hyphened_per(lexemes, place)
    if first.low in ("a", "an") and second.low in TAKEN_FOR:
        later = lexemes.at(place + 2).low in ("ago", "later", "earlier", "before", "after", "early", "apart", "long")
        noun = UNITS[second.low][0] if second.low in UNITS and second.low not in ("decade", "century") else second.low
        return None if later else (noun, place + 2)
    if first.low == "per":
        return _named_per(lexemes, place + 1)
    if first.text == "/" and first.glued and second.low in TAKEN_FOR:
        return second.low, place + 2
    return None


def _named_per(lexemes: Lexemes, place: int) -> tuple[str, int] | None:
    first, second = lexemes.at(place), lexemes.at(place + 1)
    if first.sort != WORD or first.text[0].isupper() or first.low in ("se", "cent"):
        return None
    if first.low == "annum":
        return "year", place + 1
    if first.low in ("square", "cubic") and second.low in UNITS:
        return f"{first.low} {UNITS[second.low][0]}", place + 2
    known = UNITS.get(first.low) if first.low not in ("decade", "century", "fortnight") else None
    return (known[0] if known else first.low), place + 1


def _hyphened_per(lexemes: Lexemes, place: int) -> tuple[str, int] | None:
    """£100-a-week, $20-per-hour."""
    words = [lexemes.at(place + offset) for offset in range(4)]
    chain = words[0].text in HYPHENS and words[2].text in HYPHENS and all(word.glued for word in words)
    if chain and words[1].low in ("a", "an", "per") and words[3].low in TAKEN_FOR:
        return words[3].low, place + 4
    return None
