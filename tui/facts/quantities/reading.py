"""The amount that begins at a place in a sentence: a number with its unit, or a thing counted."""

from fractions import Fraction

from tui.facts.model import COUNT
from tui.facts.quantities import labels, nouns
from tui.facts.quantities.ages import age, since_birth
from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lengths import length_at
from tui.facts.quantities.lexing import END, HYPHENS, NOTHING, NUMBER, SIGN, WORD, Lexemes
from tui.facts.quantities.numbers import Number, number_at
from tui.facts.quantities.ones import counts_one
from tui.facts.quantities.ordinals import ORDINAL_SUFFIXES, ordinal_at
from tui.facts.quantities.portions import portion_at
from tui.facts.quantities.softening import behind
from tui.facts.quantities.unit_words import CURRENCIES, UNITS
from tui.facts.quantities.units import Unit, currency_before, per_behind, unit_behind
from tui.facts.word_sets import word_set

_MINUS = frozenset("-−–")
_NO_COUNT = word_set(
    "to way ways sided off time times timer on nil all love a by in and for up ish something fold one handed "
    "legged seater hander timers pronged level dimensional over under or out oh odd plus page-turner"
)
_DIMENSIONS = word_set("long high tall wide deep thick old olds strong")


def amount_at(lexemes: Lexemes, place: int, *, title: bool = False) -> Amount | None:
    """The amount at a place, or None; `title` where a heading has capitals throughout."""
    lexeme = lexemes[place]
    if (
        lexeme.sort == SIGN
        or lexeme.low == "minus"
        or (lexeme.sort == WORD and lexemes.at(place + 1).sort in (NUMBER, SIGN))
    ):
        found = _money(lexemes, place) or _negative(lexemes, place) or _magnitude(lexemes, place)
        if found:
            return found
    if lexeme.sort == SIGN and lexeme.text not in "½¼¾⅓⅔⅛":
        return None
    special = portion_at(lexemes, place) or ordinal_at(lexemes, place, title=title) or length_at(lexemes, place)
    if special:
        return (
            None
            if labels.is_name_in_capitals(lexemes, place, special.end) and not title and not special.ordinal
            else special
        )
    number = number_at(lexemes, place)
    return _numbered(lexemes, place, number, title=title) if number else None


def _money(lexemes: Lexemes, place: int) -> Amount | None:
    currency = currency_before(lexemes, place)
    if currency is None:
        return None
    code, start = currency
    number = number_at(lexemes, start, money=True)
    if number is None or (lexemes.at(number.end).glued and lexemes.at(number.end).sort in (WORD, NUMBER)):
        return None
    return Amount(place, number.end, number.value, code, scaled=number.scaled)


def _negative(lexemes: Lexemes, place: int) -> Amount | None:
    """Minus 4C, -0.3 per cent."""
    lexeme = lexemes[place]
    minus = (lexeme.low == "minus" and lexemes.at(place - 1).low != "or") or (
        lexeme.text in _MINUS and not lexeme.glued and lexemes.at(place + 1).glued
    )
    number = number_at(lexemes, place + 1) if minus else None
    if number is None:
        return None
    unit = unit_behind(lexemes, number)
    if unit is None and lexeme.low != "minus":
        return None
    amount = (
        _measured(place, number, unit)
        if unit
        else Amount(place, number.end, number.value, "degree" if number.value < 100 else COUNT)
    )
    return amount._replace(value=-amount.value) if unit else None


def _magnitude(lexemes: Lexemes, place: int) -> Amount | None:
    """Magnitude 6.1, magnitude-6.1, magnitude of 6.1."""
    if lexemes[place].low != "magnitude":
        return None
    joint = lexemes.at(place + 1).text in HYPHENS or lexemes.at(place + 1).low == "of"
    number = number_at(lexemes, place + 1 + joint)
    return Amount(place, number.end, number.value, "magnitude", closed=True) if number else None


def _measured(place: int, number: Number, unit: Unit) -> Amount:
    return Amount(
        place,
        unit.end,
        number.value * unit.factor,
        unit.name,
        per=unit.per,
        scaled=number.scaled,
        vague=number.vague,
        words=number.words,
        factor=unit.factor,
        closed=False,
    )


def _numbered(lexemes: Lexemes, place: int, number: Number, *, title: bool) -> Amount | None:
    """The amount whose number is read: a measure, an adjective with a hyphen, an age, a count; None for a label."""
    if _is_code(lexemes, place) or (not title and labels.is_name_in_capitals(lexemes, place, number.end)):
        return None
    if lexemes.glued_chain(number.end):
        return _hyphened(lexemes, place, number)
    unit = unit_behind(lexemes, number)
    if unit and not (number.value == 0 and unit.name not in ("percent", "celsius", "degree", "fahrenheit")):
        return _with_unit(lexemes, place, number, unit)
    if lexemes.at(number.end).glued and lexemes.at(number.end).sort == WORD:
        return _in_millions(lexemes, place, number)
    return _unmeasured(lexemes, place, number, title=title)


def _unmeasured(lexemes: Lexemes, place: int, number: Number, *, title: bool) -> Amount | None:
    """A number without a unit: an age, or a count."""
    if number.value == 0 or labels.is_score(lexemes, place):
        return None
    old = age(lexemes, place, number)
    if old or _is_no_count(lexemes, place, number):
        return old
    return _counted(lexemes, place, number, title=title)


def _is_code(lexemes: Lexemes, place: int) -> bool:
    """Whether the number is glued to what makes it no number: G20, 3-1, 9/11, 10:15."""
    lexeme, before = lexemes[place], lexemes.at(place - 1)
    if not lexeme.glued or before.text in "(“‘\"'«—–[~<>≈":
        return False
    if before.text in HYPHENS:
        return not (lexemes.at(place - 2).sort == NUMBER or lexemes.at(place - 2).low in ("to", "mid"))
    return True


def _with_unit(lexemes: Lexemes, place: int, number: Number, unit: Unit) -> Amount | None:
    if (unit.ambiguous and unit.name != "GBP") or (place and _is_labelled_unit(lexemes, place, unit)):
        return None
    if (
        number.value == 1
        and number.words
        and not number.article
        and not number.scaled
        and unit.name in ("day", "week", "month", "year")
    ):
        before = lexemes.at(place - 1).low
        if unit.name == "day" or before in ("in", "on", "at", "the", "this"):
            return None
    amount = _measured(place, number, unit)
    return since_birth(amount, lexemes) or amount


def _is_labelled_unit(lexemes: Lexemes, place: int, unit: Unit) -> bool:
    """Flat 4C, Section 2m: a letter that only looks like a unit."""
    before = lexemes.at(place - 1)
    letter = len(lexemes.at(unit.end - 1).text) == 1 and lexemes.at(unit.end - 1).sort == WORD
    return letter and before.sort == WORD and before.text[0].isupper() and labels.is_label(lexemes, place, unit.end)


def _hyphened(lexemes: Lexemes, place: int, number: Number) -> Amount | None:
    """An adjective: 600-mile, 34-year-old, 12-member, 5,000-strong."""
    first, end = lexemes.at(number.end + 1), number.end + 2
    if first.low in ("plus", "odd"):
        return _softened(lexemes, place, number)
    if first.low in _NO_COUNT or (first.low.endswith("ed") and len(first.low) > 3):
        return None
    if first.low in _OLD and lexemes.glued_chain(end) and lexemes[end + 1].low in ("old", "olds"):
        return Amount(place, end + 2, number.value, f"{first.low} old", words=number.words, closed=True)
    unit = unit_behind(lexemes, number._replace(end=number.end + 1))
    if unit:
        return _hyphened_unit(lexemes, _measured(place, number, unit))
    if lexemes.glued_chain(end) or first.text[0].isupper() or len(first.low) < 2 or first.low.endswith(("'s", "’s")):
        return None
    counted = None if first.low == "strong" else nouns.singular(first.low) or first.low
    return Amount(place, end, number.value, counted=counted, scaled=number.scaled, words=number.words, closed=True)


def _softened(lexemes: Lexemes, place: int, number: Number) -> Amount:
    """A count such as 20-plus; with a unit behind it, as in 20-odd years, a measure."""
    step = number.end + 2
    unit = unit_behind(lexemes, number._replace(end=step))
    if unit is None:
        return _counted(lexemes, place, number, title=False)
    odd = lexemes[step - 1].low == "odd"
    return _measured(place, number, unit)._replace(closed=True, approximate=odd, at_least=not odd)


_INCHES = frozenset(map(str, range(1, 12)))
_OLD = frozenset({"year", "month", "week", "day"})


def _hyphened_unit(lexemes: Lexemes, amount: Amount) -> Amount | None:
    """A measure of which all parts are joined: 600-mile, 20-month-long, $1m-a-year."""
    end = amount.end
    inches = lexemes.at(end + 1) if lexemes.at(end).text in HYPHENS and lexemes.at(end).glued else NOTHING
    if amount.unit == "foot" and inches.sort == NUMBER and inches.text in _INCHES:
        step = end + 2 + 2 * (lexemes.glued_chain(end + 2) and lexemes.at(end + 3).low == "inch")
        return amount._replace(end=step, value=amount.value + Fraction(int(inches.text), 12), closed=True)
    if not lexemes.glued_chain(end):
        return amount._replace(closed=True)
    per = per_behind(lexemes, end, hyphened=True)
    if per:
        return amount._replace(end=per[1], per=per[0], closed=True)
    return amount._replace(end=end + 2, closed=True) if lexemes[end + 1].low in _DIMENSIONS else None


_MILLIONS = {"m": 10**6, "k": 1000, "b": 10**9}


def _in_millions(lexemes: Lexemes, place: int, number: Number) -> Amount | None:
    """Two million people as 2m people; other letters behind digits make a code."""
    letter = lexemes.at(number.end)
    if letter.low in ORDINAL_SUFFIXES or letter.low not in _MILLIONS or not number.value:
        return None
    counted = nouns.many(lexemes, number.end + 1)
    return (
        Amount(place, number.end + 1, number.value * _MILLIONS[letter.low], counted=counted, scaled=True)
        if counted
        else None
    )


def millions_of(lexemes: Lexemes, amount: Amount) -> Amount:
    """Metres that are millions of something: 5m homes; the amount itself where they are none."""
    if amount.unit != "metre" or lexemes.at(amount.end - 1).text != "m" or not lexemes.at(amount.end - 1).glued:
        return amount
    counted = nouns.many(lexemes, amount.end)
    if counted is None or counted in ("hurdle", "heat", "final", "relay"):
        return amount
    return amount._replace(value=amount.value * 10**6, unit=COUNT, counted=counted, scaled=True)


_NEVER = word_set("something nothing anything")


def _is_no_count(lexemes: Lexemes, place: int, number: Number) -> bool:
    lexeme, before, after = lexemes[place], lexemes.at(place - 1), lexemes.at(number.end)
    if labels.is_label(lexemes, place, number.end):
        return True
    if number.value == 1 and not number.scaled:
        return not counts_one(lexemes, place, number.end)
    if not number.scaled and lexeme.sort == NUMBER and len(lexeme.text) == 4 and "1000" <= lexeme.text < "2200":
        return nouns.many(lexemes, number.end) is None
    toll = after.low in ("dead", "killed", "injured", "wounded", "missing")
    at_some = before.low == "at" and number.value < 100 and not toll and nouns.many(lexemes, number.end) is None
    odds = after.low == "to" and lexemes.at(number.end + 1).low in ("one", "1")
    in_parts = number.words and number.value < 20 and before.low in ("in", "by", "into") and after.sort in (SIGN, END)
    vague = number.vague and before.low in ("the", "in", "into") and after.low != "of"
    return odds or at_some or in_parts or vague or before.low in _NEVER


def _counted(lexemes: Lexemes, place: int, number: Number, *, title: bool) -> Amount:
    """A count, which ends with its number."""
    step = number.end + 2 * (lexemes.glued_chain(number.end) and lexemes.at(number.end + 1).low in ("plus", "odd"))
    after = behind(lexemes, step)
    step = after.place if after else step
    single = number.value == 1 and not number.scaled
    step += number.vague and lexemes.at(step).low == "of"
    counted = nouns.one(lexemes, step, title=title) if single else nouns.many(lexemes, step, title=title)
    return Amount(
        place, number.end, number.value, counted=counted, scaled=number.scaled, vague=number.vague, words=number.words
    )


def of_units(lexemes: Lexemes, amount: Amount) -> Amount:
    """Vague numbers with the unit behind `of`: millions of dollars; the amount itself where there is none."""
    if (
        not amount.vague
        or lexemes.at(amount.end).low != "of"
        or (not amount.bare and amount.counted not in _unit_words())
    ):
        return amount
    unit = unit_behind(lexemes, Number(amount.value, amount.end + 1, scaled=True))
    if unit is None or unit.end != amount.end + 2:
        return amount
    return amount._replace(
        end=unit.end, unit=unit.name, counted=None, value=amount.value * unit.factor, factor=unit.factor
    )


def _unit_words() -> frozenset[str]:
    return frozenset(UNITS) | frozenset(CURRENCIES) | {"pound"}
