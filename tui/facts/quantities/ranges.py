"""Two amounts that a word or dash joins: the ends of a range, the sides of a change, or a score."""

from fractions import Fraction

from tui.facts.model import COUNT
from tui.facts.quantities.ages import OLDEST, YEAR_OLD
from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import DASHES, NUMBER, SIGN, Lexemes
from tui.facts.quantities.measures import past_code, whole_amount
from tui.facts.quantities.number_words import SCALES, SHORT_SCALES
from tui.facts.quantities.numbers import number_at
from tui.facts.quantities.softening import before
from tui.facts.word_sets import word_set

_NONE = Amount(0, 0, Fraction(0))


def other_end(lexemes: Lexemes, first: Amount, *, title: bool) -> Amount | None:
    """The amount joined by `to`, `and`, `or` or a dash to the first; its end is negative where both are a score."""
    place = first.end
    sign = lexemes.at(place)
    dash = sign.text in DASHES and (sign.glued or not lexemes.at(place + 1).glued)
    if dash and lexemes.at(place + 1).low in ("to", "or"):
        place += 1
    step = place + 1
    joins = dash or sign.low == "to" or (sign.low == "and" and _is_between(lexemes, first)) or sign.low == "or"
    if not joins:
        return None
    other = (
        _money_end(lexemes, first, step) or _aged_end(lexemes, first, step) or whole_amount(lexemes, step, title=title)
    )
    if other is None or other.ordinal or other.vague or first.vague:
        return (
            _NONE._replace(end=-past_code(lexemes, step))
            if dash and sign.glued and lexemes.at(step).sort == NUMBER
            else None
        )
    if sign.low == "or" and not _is_either(first, other):
        return None
    return _scored(lexemes, first, other) if dash or sign.low == "to" else other


def _aged_end(lexemes: Lexemes, first: Amount, step: int) -> Amount | None:
    """The other end of ages: aged 18 to 24."""
    number = number_at(lexemes, step) if first.unit == YEAR_OLD else None
    if number is None or number.value <= first.value or number.value > OLDEST or number.scaled:
        return None
    return Amount(step, number.end, number.value, YEAR_OLD, words=number.words)


def _money_end(lexemes: Lexemes, first: Amount, step: int) -> Amount | None:
    """The other end where only the first has the sign of its currency: $10-15m."""
    if not first.unit.isupper() or lexemes.at(step).sort != NUMBER or lexemes.at(step - 1).text not in DASHES:
        return None
    number = number_at(lexemes, step, money=True)
    if number is None or (lexemes.at(number.end).glued and lexemes.at(number.end).text not in tuple(".,;)")):
        return None
    return Amount(step, number.end, number.value, first.unit, scaled=number.scaled)


def _scored(lexemes: Lexemes, first: Amount, other: Amount) -> Amount:
    """The other end, or, where both are the result of a game or a vote, one with a negative end."""
    if not first.bare or other.unit != COUNT or first.scaled or other.scaled:
        return other
    dash = lexemes.at(first.end).text in DASHES
    score = first.value >= other.value if not _is_from(lexemes, first) else False
    if score or (dash and other.counted is None and not _is_between(lexemes, first)):
        return _NONE._replace(end=-_past_row(lexemes, other.end))
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
        and 0 < other.value - first.value <= max(first.value, Fraction(2))
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


def sharing(lexemes: Lexemes, first: Amount, other: Amount) -> tuple[Amount, Amount]:
    """Both ends with the unit and the scale that only one of them has: 12 to 15 billion, $10-15m."""
    if other.scaled and not first.scaled and (first.bare or first.unit == other.unit or other.bare):
        scale = _scale(lexemes, other)
        if first.value < other.value / scale:
            first = first._replace(value=first.value * scale, scaled=True)
    if first.bare and not other.bare:
        value = first.value * other.factor
        first = first._replace(value=value, unit=other.unit, counted=other.counted, per=other.per)
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
        other = other._replace(unit=first.unit, per=first.per, value=other.value * first.factor)
    if first.unit == other.unit == COUNT and first.counted is None:
        first = first._replace(counted=other.counted)
    return first, other


_CHANGE = word_set(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing climb climbs "
    "climbed climbing drop drops dropped dropping increase increases increased increasing decrease decreased "
    "jump jumped jumps cut cuts cutting lower lowered lowers raise raised raises raising reduce reduced reduces "
    "surge surged slip slipped slid slide widen widened narrow narrowed go goes went gone move moved shift "
    "shifted swell swelled swollen shrink shrank shrunk decline declined expand expanded slump slumped plunge "
    "plunged soar soared up down dip dipped edge edged ease eased tumble tumbled rocket rocketed improve "
    "improved change changed extend extended advance advanced halve halved accelerate slow slowed tighten "
    "strengthen weaken weakened sank sink crept nudged revise revised downgraded upgraded lift lifted hike "
    "hiked"
)


def is_range(lexemes: Lexemes, first: Amount, other: Amount, *, measured: bool) -> bool:
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
