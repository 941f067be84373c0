"""Amounts joined: ranges, compound measures, rates, and the words that bound or soften them."""

from dataclasses import dataclass, replace
from fractions import Fraction

from tui.facts.model import COUNT, Bound, Quantity
from tui.facts.quantities import nouns
from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import DASHES, DATE, NUMBER, SIGN, WORD, Lexemes
from tui.facts.quantities.number_words import SCALES, SHORT_SCALES
from tui.facts.quantities.numbers import number_at
from tui.facts.quantities.reading import amount_at, millions_of, of_units
from tui.facts.quantities.softening import before, behind
from tui.facts.quantities.unit_words import TIMES
from tui.facts.quantities.units import per_behind
from tui.facts.word_sets import word_set


@dataclass(frozen=True, slots=True)
class Joined:
    """A quantity in the lexemes from `start` to `end`."""

    start: int
    end: int
    quantity: Quantity
    safe: bool
    """Digits with a sign of money or percent: to be read in any language."""


def joined_at(lexemes: Lexemes, place: int, reach: int, *, title: bool) -> tuple[list[Joined], int]:
    """What is read at a place, mostly nothing or one quantity, and the place to read on from.

    Nothing before `reach` is taken again.
    """
    first = _amount(lexemes, place, title=title)
    if first is None:
        return [], _past_code(lexemes, place)
    other = None if first.closed else _other_end(lexemes, first, title=title)
    if other is None:
        return [_alone(lexemes, first, reach)], first.end if first.per is None else first.end
    if other.end < 0:
        return [], -other.end
    measured = not first.bare
    first, other = _sharing(lexemes, first, other)
    if _is_range(lexemes, first, other, measured=measured):
        found = _range(lexemes, first, other, reach)
        return [found], found.end
    return [_alone(lexemes, first, reach), _alone(lexemes, other, first.end)], other.end


def _amount(lexemes: Lexemes, place: int, *, title: bool) -> Amount | None:
    amount = amount_at(lexemes, place, title=title)
    if amount is None or amount.ordinal:
        return amount
    amount = of_units(lexemes, millions_of(lexemes, amount))
    amount = _compound(lexemes, amount) if not amount.closed else amount
    if amount.unit != COUNT and amount.per is None and not amount.closed:
        per = per_behind(lexemes, amount.end)
        if per and (amount.unit not in ("time", "year old") or per[0] != "time"):
            amount = replace(amount, end=per[1], per=per[0]) if amount.unit != "time" else amount
    return amount


def _past_code(lexemes: Lexemes, place: int) -> int:
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
        amount = replace(amount, end=smaller.end, value=amount.value + smaller.value * ratio)
    return amount


_NONE = Amount(0, 0, Fraction(0))


def _other_end(lexemes: Lexemes, first: Amount, *, title: bool) -> Amount | None:
    """The amount that a `to`, `and`, `or` or dash joins to the first; one with a negative end where both are a score."""
    place = first.end
    sign = lexemes.at(place)
    dash = sign.text in DASHES and (sign.glued or not lexemes.at(place + 1).glued)
    if dash and lexemes.at(place + 1).low in ("to", "or"):
        place += 1
    step = place + 1
    joins = dash or sign.low == "to" or (sign.low == "and" and _is_between(lexemes, first)) or sign.low == "or"
    if not joins:
        return None
    other = _amount(lexemes, step, title=title)
    if other is None or other.ordinal or other.vague or first.vague:
        return (
            replace(_NONE, end=-_past_code(lexemes, step))
            if dash and sign.glued and lexemes.at(step).sort == NUMBER
            else None
        )
    if sign.low == "or" and not _is_either(first, other):
        return None
    return _scored(lexemes, first, other) if dash or sign.low == "to" else other


def _scored(lexemes: Lexemes, first: Amount, other: Amount) -> Amount:
    """The other end, or, where both are the result of a game or a vote, one with a negative end."""
    if not first.bare or other.unit != COUNT or first.scaled or other.scaled:
        return other
    dash = lexemes.at(first.end).text in DASHES
    score = first.value >= other.value if not _is_from(lexemes, first) else False
    if (score and (dash or first.value < 20)) or (dash and other.counted is None and not _is_between(lexemes, first)):
        return replace(_NONE, end=-_past_row(lexemes, other.end))
    return other


def _past_row(lexemes: Lexemes, end: int) -> int:
    """The place behind further numbers that dashes join: 2-1-3."""
    while lexemes.at(end).text in DASHES and lexemes.at(end + 1).sort == NUMBER and lexemes.at(end + 1).glued:
        end += 2
    return end


def _is_either(first: Amount, other: Amount) -> bool:
    """Two or three: neighbours, written alike."""
    return (
        first.bare
        and first.words == other.words
        and 0 < other.value - first.value <= max(first.value, 2)
        and not other.closed
    )


def _is_between(lexemes: Lexemes, first: Amount) -> bool:
    start = before(lexemes, first.start, small_count=False, length=False).place
    return lexemes.at(start - 1).low == "between"


def _is_from(lexemes: Lexemes, first: Amount) -> bool:
    start = before(lexemes, first.start, small_count=False, length=False).place
    return lexemes.at(start - 1).low == "from"


def _scale(lexemes: Lexemes, amount: Amount) -> int:
    scale = 1
    for lexeme in lexemes[amount.start : amount.end]:
        if lexeme.low in SCALES:
            scale *= SCALES[lexeme.low]
        elif lexeme.glued and lexeme.low in SHORT_SCALES:
            scale *= SHORT_SCALES[lexeme.low]
    return scale


def _sharing(lexemes: Lexemes, first: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Both ends with the unit and the scale that only one of them has: 12 to 15 billion, $10-15m."""
    if other.scaled and not first.scaled and (first.bare or first.unit == other.unit or other.bare):
        scale = _scale(lexemes, other)
        if first.value < other.value / scale:
            first = replace(first, value=first.value * scale, scaled=True)
    if first.bare and not other.bare:
        value = first.value * other.factor
        first = replace(first, value=value, unit=other.unit, counted=other.counted, per=other.per)
    elif (
        other.bare
        and first.unit != COUNT
        and (
            lexemes.at(first.end).text in DASHES
            or _is_from(lexemes, first)
            or other.scaled
            or _is_between(lexemes, first)
        )
    ):
        other = replace(other, unit=first.unit, per=first.per, value=other.value * first.factor)
    if first.unit == other.unit == COUNT and first.counted is None:
        first = replace(first, counted=other.counted)
    return first, other


_CHANGE = word_set(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing climb climbs "
    "climbed climbing drop drops dropped dropping increase increases increased increasing decrease decreased jump "
    "jumped jumps cut cuts cutting lower lowered lowers raise raised raises raising reduce reduced reduces surge "
    "surged slip slipped slid slide widen widened narrow narrowed go goes went gone move moved shift shifted "
    "swell swelled swollen shrink shrank shrunk decline declined expand expanded slump slumped plunge plunged "
    "soar soared up down dip dipped edge edged ease eased tumble tumbled rocket rocketed improve improved change "
    "changed extend extended advance advanced halve halved accelerate slow slowed tighten strengthen weaken "
    "weakened sank sink crept nudged revise revised downgraded upgraded lift lifted hike hiked"
)


def _is_range(lexemes: Lexemes, first: Amount, other: Amount, *, measured: bool) -> bool:
    """Whether the two are the ends of one quantity, and not a change from one to the other or by one to the other."""
    if first.unit != other.unit or first.value >= other.value or other.per != (first.per or other.per):
        return False
    begin = before(lexemes, first.start, small_count=False, length=False).place
    if lexemes.at(begin - 1).low == "between":
        return True
    start = begin - (lexemes.at(begin - 1).low == "from")
    if start == begin and (not measured or lexemes.at(first.end).low != "to"):
        return True
    return not _is_change(lexemes, start)


def _is_change(lexemes: Lexemes, start: int) -> bool:
    """Whether a verb of change stands before a place in its clause."""
    for place in range(start - 1, max(-1, start - 12), -1):
        lexeme = lexemes[place]
        if lexeme.low in _CHANGE:
            return True
        if lexeme.sort == SIGN and lexeme.text in ",;:—":
            return False
    return False


def _range(lexemes: Lexemes, first: Amount, other: Amount, reach: int) -> Joined:
    softened = before(lexemes, first.start, small_count=False, length=False)
    start = max(softened.place, reach)
    approximate = softened.approximate and start == softened.place
    if lexemes.at(start - 1).low in ("between", "from") and start - 1 >= reach:
        start -= 1
    end = other.end
    quantity = Quantity(
        first.value, other.value, other.unit, Bound.BETWEEN, approximate, other.counted, per=other.per
    )  # fmt: skip
    return Joined(start, end, quantity, other.unit == "percent")


def _alone(lexemes: Lexemes, amount: Amount, reach: int) -> Joined:
    """One amount with what bounds and softens it."""
    amount = _borrowing(lexemes, amount)
    if amount.ordinal:
        return Joined(
            amount.start,
            amount.end,
            Quantity(amount.value, amount.value, COUNT, counted=amount.counted, ordinal=True),
            safe=False,
        )
    small = amount.unit == COUNT and amount.words and amount.value < 10
    softened = before(lexemes, amount.start, small_count=small, length=amount.unit in TIMES and not amount.vague)
    bound, start, approximate = Bound.EXACT, amount.start, amount.approximate
    if softened.place >= reach:
        bound, start, approximate = softened.bound, softened.place, approximate or softened.approximate
    end = amount.end
    after = behind(lexemes, end)
    if after:
        end = after.place
        bound = after.bound if after.bound is not Bound.EXACT else bound
        approximate = approximate or after.approximate
    if amount.vague and bound not in (Bound.BELOW, Bound.AT_MOST):
        bound, approximate = Bound.AT_LEAST, True
    return Joined(start, end, _bounded(amount, bound, approximate=approximate), _is_safe(lexemes, amount))


def _bounded(amount: Amount, bound: Bound, *, approximate: bool) -> Quantity:
    low = None if bound in (Bound.BELOW, Bound.AT_MOST) else amount.value
    high = None if bound in (Bound.ABOVE, Bound.AT_LEAST) else amount.value
    return Quantity(low, high, amount.unit, bound, approximate, amount.counted, per=amount.per)


def _is_safe(lexemes: Lexemes, amount: Amount) -> bool:
    written = lexemes[amount.start : amount.end]
    plain = all("," not in one.text and "." not in one.text for one in written)
    return plain and not amount.scaled and (written[-1].text == "%" or (written[0].text in "$£€" and len(written) == 2))


def _borrowing(lexemes: Lexemes, amount: Amount) -> Amount:
    """A bare number with the unit of the amount that it is compared with: 2.1 per cent, up from 1.4."""
    if not amount.bare or amount.vague or nouns.many(lexemes, amount.end):
        return amount
    previous = [lexemes.at(amount.start - offset).low for offset in (1, 2)]
    if (
        (previous[0] == "from" and previous[1] in ("up", "down"))
        or previous == ["with", "compared"]
        or previous[0] == "against"
    ):
        for place in range(amount.start - 3, max(-1, amount.start - 20), -1):
            if lexemes[place].sort in (NUMBER, WORD) and number_at(lexemes, place):
                other = amount_at(lexemes, max(0, place - (lexemes.at(place - 1).text in "$£€")))
                if other and other.unit == "percent":
                    return replace(amount, unit=other.unit)
                return amount
    return amount
