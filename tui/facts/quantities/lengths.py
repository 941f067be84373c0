"""Amounts without a number of their own: a decade, within a year, twice, week-long, a couple of months."""

from fractions import Fraction

from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import HYPHENS, Lexemes
from tui.facts.quantities.unit_words import LENGTHS, TIMES, UNITS
from tui.facts.word_sets import word_set

_BEFORE_A_LENGTH = word_set(
    "within for in after nearly almost about around roughly than over under least to last lasted lasts lasting "
    "take takes took taken taking wait waited waiting spent spend spends stayed half ran runs by just quite of "
    "only into"
)
_BEHIND_A_LENGTH = word_set("later earlier before after late early apart long away wide deep high tall off or")
_NOT_BEHIND = word_set("when where that which who")
_LONG = {f"{unit}long": unit for unit in ("day", "week", "month", "year", "decade", "hour")}


def length_at(lexemes: Lexemes, place: int) -> Amount | None:
    """The amount at a place that is told without a number."""
    low = lexemes[place].low
    if low in ("twice", "thrice"):
        return Amount(place, place + 1, Fraction(2 if low == "twice" else 3), "time", closed=True)
    if low in ("decades", "centuries", "millennia"):
        return _vague(lexemes, place)
    if low in _LONG:
        unit, factor = UNITS[_LONG[low]]
        return Amount(place, place + 1, factor, unit, closed=True)
    if low in TIMES and lexemes.glued_chain(place + 1) and lexemes[place + 2].low == "long":
        unit, factor = UNITS[low]
        return None if lexemes[place].glued else Amount(place, place + 3, factor, unit, closed=True)
    if low in ("a", "an"):
        return _couple(lexemes, place) or _one_length(lexemes, place)
    return None


def _vague(lexemes: Lexemes, place: int) -> Amount | None:
    unit, factor = UNITS[lexemes[place].low]
    long = lexemes.glued_chain(place + 1) and lexemes[place + 2].low in ("long", "old")
    if (
        lexemes.at(place - 1).low in ("two", "three", "few", "several", "many", "recent")
        or lexemes.at(place + 1).low == "ago"
    ):
        return None
    return Amount(place, place + 3 if long else place + 1, 2 * factor, unit, vague=True, closed=True)


def _couple(lexemes: Lexemes, place: int) -> Amount | None:
    """A couple of months; a couple of games, which ends with its number."""
    if lexemes.at(place + 1).low != "couple" or lexemes.at(place + 2).low != "of":
        return None
    unit = UNITS.get(lexemes.at(place + 3).low)
    if unit is None:
        return None
    return Amount(place, place + 4, 2 * unit[1], unit[0], approximate=True, closed=True, words=True)


def _one_length(lexemes: Lexemes, place: int) -> Amount | None:
    """An hour, a decade: a length, where it is no rate and no certain day."""
    low, before, after = lexemes.at(place + 1).low, lexemes.at(place - 1), lexemes.at(place + 2)
    if (
        (low not in LENGTHS and low != "century")
        or after.low in ("ago", *_NOT_BEHIND)
        or (after.text in HYPHENS and after.glued)
    ):
        return None
    length = low in ("decade", "fortnight")
    told = before.low in _BEFORE_A_LENGTH or (after.low in _BEHIND_A_LENGTH and after.low != "or")
    more = after.low == "or" and lexemes.at(place + 3).low in ("so", "more", "less", "longer")
    half = [lexemes.at(place + offset).low for offset in (2, 3, 4)] == ["and", "a", "half"] and not lexemes.glued_chain(
        place + 5
    )
    if low == "second" and not (before.low in ("within", "than") or after.low in ("later", "earlier")):
        return None
    if after.low == "old":
        return Amount(place, place + 3, Fraction(1), f"{low} old", closed=True) if low in TIMES else None
    if not (length or told or more or half) or _is_some_one(lexemes, place):
        return None
    unit, factor = UNITS[low]
    amount = Amount(place, place + 2, factor, unit)
    return amount._replace(end=place + 5, value=factor * Fraction(3, 2), closed=True) if half else amount


def _is_some_one(lexemes: Lexemes, place: int) -> bool:
    """Whether a rate or a certain day is meant: £5 a day is read with its amount; in a day of talks; once in a year."""
    before, after = lexemes.at(place - 1).low, lexemes.at(place + 2).low
    if before == "to" and lexemes.at(place - 2).low == "up":
        return False
    if before in ("of", "by", "to", "into", "just", "quite", "only") and after not in _BEHIND_A_LENGTH:
        return before != "just" or lexemes.at(place - 2).low not in ("in", "for", "within", "after")
    return (before == "in" and after in ("of", "for")) or before in ("times", "once", "twice")
