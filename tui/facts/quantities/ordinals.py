"""Ranks: third goal, the 67th minute, finished second."""

from fractions import Fraction

from tui.facts.quantities import nouns
from tui.facts.quantities.amounts import Amount
from tui.facts.quantities.lexing import DATE, END, HYPHENS, NUMBER, SIGN, WORD, Lexemes
from tui.facts.quantities.number_words import ONES, ORDINALS, SCALES, TENS
from tui.facts.word_sets import word_set

ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
_DETERMINERS = word_set("the its his her their our my your this that a an every each whose no only team's")
_RANKED = word_set(
    "finish finished finishes finishing come comes came coming place placed ranked rank ranks be is was were "
    "are put been stay stayed remain remained drop dropped move moved climbed qualified started seeded fell "
    "slipped"
)
_BEHIND_A_RANK = word_set("in at behind for overall on out and with")
_FIRST_OF = word_set("prize place team instance base gear choice round leg half stage dose phase day time")
_SET_PHRASES = word_set(
    "aid lady minister ministers responder responders name names cousin cousins person class hand degree "
    "refusal thing things lieutenant secretary nations world and-foremost thoughts nature opinion"
)


def ordinal_at(lexemes: Lexemes, place: int, *, title: bool = False) -> Amount | None:
    """The rank that begins at a place."""
    found = _value(lexemes, place)
    if found is None:
        return None
    value, end = found
    lexeme, after = lexemes[place], lexemes.at(end)
    if _in_a_name(lexemes, place, end, title=title) or _is_in_a_phrase(lexemes, place, end, value):
        return None
    counted = nouns.one(lexemes, end, title=title)
    word = lexeme.sort == WORD
    adverb = (place == 0 and after.text == ",") or (word and value == 1 and not _is_rank(lexemes, place, end, counted))
    part = counted is None and lexemes.at(place - 1).low in ("a", "an")
    if adverb or part or (word and value == 2 and not _is_second(lexemes, place, counted)):
        return None
    return Amount(place, end, Fraction(value), counted=counted, ordinal=True, closed=True)


def _is_in_a_phrase(lexemes: Lexemes, place: int, end: int, value: int) -> bool:
    """Whether the word is one of a compound, stands before another number, or in a set phrase: at first, first aid."""
    before, after = lexemes.at(place - 1), lexemes.at(end)
    if (after.text in HYPHENS and after.glued) or (before.text in HYPHENS and lexemes[place].glued):
        return True
    if after.low in ONES or after.low in TENS or after.sort == NUMBER or after.low in _VAGUE:
        return True
    ranked = after.low in ("class", "name", "degree") and value > 3
    return (after.low in _SET_PHRASES and not ranked) or (before.low in ("at", "from") and value == 1)


_VAGUE = word_set("few couple several dozen hundred")


def _value(lexemes: Lexemes, place: int) -> tuple[int, int] | None:
    """The rank, and the place behind it."""
    lexeme, after = lexemes[place], lexemes.at(place + 1)
    if lexeme.sort == NUMBER:
        fits = after.glued and after.text in ORDINAL_SUFFIXES and "." not in lexeme.text
        fits = fits and not lexemes.at(place + 2).low.startswith(("century", "anniversary-"))
        return (int(lexeme.text.replace(",", "")), place + 2) if fits else None
    if lexeme.low in TENS:
        step = place + 1 + (after.text in HYPHENS)
        rest = ORDINALS.get(lexemes.at(step).low, 0)
        return (TENS[lexeme.low] + rest, step + 1) if 0 < rest < 10 and lexemes.at(step).glued else None
    if lexeme.low in ("hundredth", "thousandth", "millionth") and lexemes.at(place - 1).low in SCALES:
        return None
    return (ORDINALS[lexeme.low], place + 1) if lexeme.low in ORDINALS else None


def _in_a_name(lexemes: Lexemes, place: int, end: int, *, title: bool) -> bool:
    """Second World War, First Minister, Elizabeth the Second, the Fifth Avenue."""
    lexeme, after = lexemes[place], lexemes.at(end)
    if title:
        return False
    if after.sort == WORD and after.text[0].isupper() and not after.text.isupper():
        return place > 0 or not lexemes.at(end + 1).low.islower()
    opening = place == 0 or lexemes.at(place - 1).sort == SIGN
    return lexeme.text[0].isupper() and not opening


def _is_rank(lexemes: Lexemes, place: int, end: int, counted: str | None) -> bool:
    """Whether `first` ranks something and is no adverb."""
    before, after = lexemes.at(place - 1), lexemes.at(end)
    if before.low in _DETERMINERS or before.low.endswith(("'s", "’s", "s'", "s’")):
        return after.low not in ("and", ",") and (
            counted is not None or after.low in ("to", "of", "in", "for", "since", "", ".")
        )
    if before.low in _RANKED or lexemes.at(place - 2).low in ("finished", "came", "placed"):
        return after.sort in (SIGN, END, DATE) or after.low in _BEHIND_A_RANK
    if before.sort == WORD and before.low not in nouns.BOUNDARIES and before.low != "s" and counted in _FIRST_OF:
        return after.low == counted
    return (
        before.low in ("in", "second", "with", "took", "won", "win", "for")
        and after.low == counted
        and counted in _FIRST_OF
    )


def _is_second(lexemes: Lexemes, place: int, counted: str | None) -> bool:
    """Whether `second` is no unit of time and no verb."""
    before = lexemes.at(place - 1)
    if before.low in ("a", "an", "per", "each", "every", "split", "one", "half", "to"):
        return counted is not None and before.low not in ("split", "to", "per")
    return before.sort != NUMBER and before.low not in ONES
