"""Ages that are told by a number alone."""

from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import END, NUMBER, SIGN, WORD, Lexemes
from tui.facts.quantities.nouns import BOUNDARIES, many
from tui.facts.quantities.numbers import Number
from tui.facts.word_sets import word_set

YEAR_OLD = "year old"
OLDEST = 125
_OF = word_set(
    "boy girl man woman child teenager baby son daughter youth youngster pensioner toddler lad widow widower"
)
_PEOPLE = word_set(
    "them us people those adults men women pupils anyone everyone workers patients residents voters children "
    "drivers pensioners players aged someone persons peers members citizens anybody everybody staff drinkers "
    "americans britons motorists mothers fathers parents employees customers passengers and"
)


def age(lexemes: Lexemes, place: int, number: Number) -> Amount | None:
    """The number as an age, where the words around tell that it is one: Leon Mercer, 47, was jailed."""
    if number.scaled or not 0 < number.value <= OLDEST or number.value.denominator != 1:
        return None
    before, after = lexemes.at(place - 1), lexemes.at(number.end)
    stops = (after.sort in (SIGN, END) and after.text not in tuple("%°$£€-")) or after.low in _AFTER
    told = [lexemes.at(place - 2).low, before.low] == ["age", "of"] or _is_aged(lexemes, place, stops=stops)
    if before.low in ("over", "under") and lexemes.at(place - 2).low in _PEOPLE:
        told = told or many(lexemes, number.end) is None
    told = told or (stops and (_behind_a_name(lexemes, place, number.end) or _told_of_someone(lexemes, place)))
    return _years(place, number) if told else None


def _is_aged(lexemes: Lexemes, place: int, *, stops: bool) -> bool:
    """Whether `aged` stands before the number, or before a range or two that begin with it."""
    before, second = lexemes.at(place - 1), lexemes.at(place - 2)
    if before.low == "and":
        return stops and second.sort == NUMBER and lexemes.at(place - 3).low == "aged"
    ranges = before.low in ("between", "from") and second.low == "aged"
    return before.low == "aged" or ranges or (before.low == "age" and stops)


_AFTER = word_set("and or but when after in on at who was is from with as while to were are")


def _years(place: int, number: Number) -> Amount:
    return Amount(place, number.end, number.value, YEAR_OLD, words=number.words)


def _behind_a_name(lexemes: Lexemes, place: int, end: int) -> bool:
    """Whether the number is set off by commas behind a name or a noun: Leon Mercer, 47, was; the driver, 34, was."""
    name, comma, after = lexemes.at(place - 2), lexemes.at(place - 1), lexemes.at(end)
    if comma.text != "," or lexemes[place].sort != NUMBER or after.text not in (",", ".", ";", ")", ""):
        return False
    if name.sort != WORD or len(name.text) < 2 or name.text.isupper() or lexemes.at(end + 1).sort == NUMBER:
        return False
    return name.text[0].isupper() or (after.text == "," and name.low not in BOUNDARIES)


def _told_of_someone(lexemes: Lexemes, place: int) -> bool:
    """A girl of six; she is 12; turned 90; people over 70."""
    second, first, third = lexemes.at(place - 1), lexemes.at(place - 2), lexemes.at(place - 3)
    if second.low in ("of", "than"):
        return first.low in _OF if second.low == "of" else first.low in ("older", "younger")
    if second.low == "both":
        return first.text == ","
    if second.low in ("turned", "turns", "turning"):
        return first.low not in ("a", "the", "and", "which")
    if second.low in ("over", "under"):
        return (first.low in _PEOPLE and first.low != "and") or first.low in ("are", "were") or third.low == "aged"
    return second.low in ("is", "was", "be") and first.low in ("he", "she", "who") and third.low != "all"


def since_birth(amount: Amount, lexemes: Lexemes) -> Amount | None:
    """Forty years old, six months of age: a length of time as an age; None where nothing of the kind follows."""
    if amount.unit not in ("year", "month", "week", "day"):
        return None
    first, second = lexemes.at(amount.end), lexemes.at(amount.end + 1)
    length = 1 if first.low == "old" else 2 if (first.low, second.low) == ("of", "age") else 0
    if not length:
        return None
    return Amount(
        amount.start, amount.end + length, amount.value, f"{amount.unit} old", closed=True, words=amount.words
    )
