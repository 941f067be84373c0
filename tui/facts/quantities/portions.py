"""Fractions of a whole, as percent: half of voters, two-thirds, one in five."""

from fractions import Fraction

from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import HYPHENS, NUMBER, WORD, Lexemes
from tui.facts.quantities.number_words import ONES
from tui.facts.quantities.numbers import Number, is_part, number_at
from tui.facts.quantities.unit_words import LENGTHS, UNITS
from tui.facts.word_sets import word_set

_WHOLES = word_set("of the its their his her our my your all those these this that")
_AFTER_A_PART = word_set(
    "of in by more less since to from over on at during between for than as and or but compared after this last "
    "full empty say said"
)
_BOUNDING = word_set("nearly almost about around roughly over under than least by to approximately only just some")
_BEFORE_A_SIDE = word_set("the first second other last a and better this that each")
"""Before a half that is one of two and no share."""
_TIMES = word_set(
    "game games match matches innings start starts attempt attempts appearance appearances outing outings race "
    "races season seasons over overs meeting meetings"
)


def portion_at(lexemes: Lexemes, place: int) -> Amount | None:
    """The portion that begins at a place; `half an hour` is an amount of hours."""
    low = lexemes[place].low
    if low in ("half", "quarter", "three"):
        measured = _of_a_unit(lexemes, place)
        if measured:
            return measured
    if low == "half":
        return _half(lexemes, place)
    if low == "a" and lexemes.at(place + 1).low == "quarter":
        measured = _of_a_unit(lexemes, place + 1)
        if measured:
            return measured._replace(start=place)
    if low in ("a", "an", "one"):
        part = _one_part(lexemes, place)
        if part:
            return part
    if low in ONES or lexemes[place].sort == NUMBER:
        return _several_parts(lexemes, place) or _out_of(lexemes, place)
    return None


def _of_a_unit(lexemes: Lexemes, place: int) -> Amount | None:
    """Half an hour, half-hour, a quarter of a mile, three-quarters of an hour."""
    low, second, third = (lexemes.at(place + offset) for offset in range(3))
    if low.low == "half":
        if second.low in ("a", "an") and (third.low in LENGTHS or third.low == "percentage"):
            points = third.low == "percentage" and lexemes.at(place + 3).low == "point"
            unit, factor = ("percentage point", Fraction(1)) if points else UNITS.get(third.low, ("", Fraction(1)))
            return _whole(place, place + 3 + points, factor / 2, unit) if unit else None
        if second.text in HYPHENS and third.glued and third.low in ("hour", "mile", "minute", "inch"):
            return _whole(place, place + 3, Fraction(1, 2), UNITS[third.low][0])
        return None
    step = place + 1 if low.low == "quarter" else place + 2 + (second.text in HYPHENS)
    quarters = low.low == "quarter" or lexemes.at(step - 1).low == "quarters"
    rest = [lexemes.at(step + offset).low for offset in range(4)]
    points = rest[2:] == ["percentage", "point"]
    if quarters and rest[0] == "of" and rest[1] in ("a", "an") and (rest[2] in LENGTHS or points):
        unit, factor = ("percentage point", Fraction(1)) if points else UNITS[rest[2]]
        return _whole(place, step + 3 + points, factor * Fraction(1 if low.low == "quarter" else 3, 4), unit)
    return None


def _whole(start: int, end: int, value: Fraction, unit: str) -> Amount:
    return Amount(start, end, value, unit, closed=True, words=True)


def _half(lexemes: Lexemes, place: int) -> Amount | None:
    previous, after = lexemes.at(place - 1), lexemes.at(place + 1)
    told = previous.low in _BOUNDING or after.low in _WHOLES
    if not told or previous.low in _BEFORE_A_SIDE:
        return None
    if after.sort == WORD and after.low not in _WHOLES | _AFTER_A_PART and previous.low in ("to", "by", "only", "just"):
        return None
    if after.low in ("time", "term") or (after.text in HYPHENS and after.glued):
        return None
    return _whole(place, place + 1, Fraction(50), "percent")


def _one_part(lexemes: Lexemes, place: int) -> Amount | None:
    """A third, one-fifth, a quarter; an ordinal where a noun follows."""
    hyphen = lexemes.at(place + 1).text in HYPHENS
    step = place + 1 + hyphen
    word = lexemes.at(step).low
    parts = is_part(word)
    if not parts or word.endswith("s") or word == "half":
        return None
    after, written = lexemes.at(step + 1), lexemes[place].low
    if written != "one" and after.sort == WORD and after.low not in _AFTER_A_PART:
        return None
    if word == "quarter" and after.low != "of" and lexemes.at(place - 1).low not in _BOUNDING and written != "one":
        return None
    if (
        written != "one"
        and after.low in ("in", "on", "at", "and", "or", "but", "for", "as")
        and lexemes.at(place - 1).low not in _BOUNDING
    ):
        return None
    return _whole(place, step + 1, Fraction(100, parts), "percent")


def _several_parts(lexemes: Lexemes, place: int) -> Amount | None:
    """Two-thirds, three quarters."""
    count = number_at(lexemes, place)
    if not count or not count.words or not 1 < count.value < 100:
        return None
    step = count.end + (lexemes.at(count.end).text in HYPHENS)
    word = lexemes.at(step).low
    parts = is_part(word)
    if not parts or not word.endswith("s") or parts <= count.value or word in ("seconds", "halves"):
        return None
    if word == "quarters" and step == count.end and lexemes.at(step + 1).low not in _WHOLES:
        return None
    return _whole(place, step + 1, count.value * 100 / parts, "percent")


def _out_of(lexemes: Lexemes, place: int) -> Amount | None:
    """One in five, nine out of ten, three out of every ten."""
    count = number_at(lexemes, place)
    if not count or count.value != int(count.value) or not 0 < count.value < 1000:
        return None
    step = count.end
    words = [lexemes.at(step + offset).low for offset in range(3)]
    for connector in (("out", "of", "every"), ("out", "of"), ("in", "every"), ("of", "every"), ("in",)):
        if tuple(words[: len(connector)]) == connector:
            return _share(lexemes, place, count, step + len(connector))
    return None


def _share(lexemes: Lexemes, place: int, count: Number, step: int) -> Amount | None:
    whole = number_at(lexemes, step)
    if not whole or whole.value <= count.value or whole.value != int(whole.value):
        return None
    after = lexemes.at(whole.end)
    if (
        after.low in UNITS
        or after.low in _TIMES
        or after.text == "%"
        or (after.glued and after.text != "," and after.sort == WORD)
    ):
        return None
    common = (
        whole.value in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 25, 30, 40, 50, 100, 200, 250, 500)
        or whole.value >= 1000
    )
    fitting = lexemes.at(step - 1).low != "in" or common
    fits_words = whole.words == count.words or count.words or lexemes.at(step - 1).low != "in"
    return _whole(place, whole.end, count.value * 100 / whole.value, "percent") if fitting and fits_words else None
