"""Numbers that are no quantities: labels, parts of names, telephone numbers, addresses."""

from tui.facts.quantities import nouns
from tui.facts.quantities.lexing import END, HYPHENS, NUMBER, SIGN, WORD, Lexemes
from tui.facts.quantities.unit_words import UNITS
from tui.facts.word_sets import word_set
from tui.text.languages import language

_LABELLED = word_set(
    "no nos number numbers page pages chapter part parts paragraph section article clause rule law act scene "
    "season series episode week day game round stage phase step type grade room gate line question platform "
    "terminal runway lane zone tier group division junction exit route highway interstate motorway flight "
    "category version model figure table volume issue verse psalm unit block flat apartment suite floor size "
    "channel reference ref code pin extension dial call ring text phone tel fax lot bus train tram bib seat row "
    "seed seeded ranked door pier berth hole lap option mark class proposition amendment resolution case docket "
    "world formula area radio level levels year studio ward district precinct pool court sector test match heat "
    "set quarter half ps xbox iphone windows boeing airbus apollo euro expo track form schedule annex appendix "
    "chart exhibit count point title tropical stand car key sqn squadron battalion company platoon"
)
"""Words that a number behind them names one of."""

_ROADS = word_set(
    "street road avenue lane drive square place court way boulevard st rd ave blvd crescent terrace close downing park"
)
_PREFIXES = word_set("mid pre post sub magnitude")
_STARTS = language("en").function_words
_OPENING = frozenset("“‘\"'«")


def is_label(lexemes: Lexemes, place: int, end: int) -> bool:
    """Whether the number in the lexemes from `place` to `end`, without a unit, names something instead of counting."""
    before, after = lexemes.at(place - 1), lexemes.at(end)
    if _is_numbered(lexemes, place) or (lexemes[place].sort == NUMBER and _is_label_in_digits(lexemes, place, end)):
        return True
    if _is_title(lexemes, place, end) or (lexemes[place].glued and _is_glued_to_a_name(lexemes, place)):
        return True
    counted = nouns.many(lexemes, end) is not None or after.low in ("people", "per") or after.low in UNITS
    if before.low in _LABELLED:
        return not counted or (before.text[0].isupper() and (place > 1 or lexemes[place].sort == NUMBER))
    return not counted and _is_behind_a_name(lexemes, place)


def _is_numbered(lexemes: Lexemes, place: int) -> bool:
    """Whether a word or sign for `number` stands before: No 10, Vol. 2, #4."""
    before = lexemes.at(place - 1)
    if before.text == ".":
        return lexemes.at(place - 2).low in ("no", "nos", "vol", "pp")
    return before.text in ("#", "№", "No", "Nos", "NO")


def _is_label_in_digits(lexemes: Lexemes, place: int, end: int) -> bool:
    """Whether digits are of a row, an address, or one of a make: small numbers are mostly written in words."""
    single = len(lexemes[place].text) == 1 and _is_behind_a_name(lexemes, place)
    return single or _is_in_a_row(lexemes, place, end) or _is_address(lexemes, place, end)


def _is_glued_to_a_name(lexemes: Lexemes, place: int) -> bool:
    """B-2, Covid-19, G20, 9/11; not a range, a price or a bracket."""
    before = lexemes.at(place - 1)
    if before.sort in (WORD, NUMBER):
        return True
    if before.text in HYPHENS and before.glued:
        return lexemes.at(place - 2).sort == WORD and lexemes.at(place - 2).low not in _PREFIXES
    return before.text in ("/", "#", "№", "_", ".", ":") and (before.glued or before.text in "#№")


def _is_in_a_row(lexemes: Lexemes, place: int, end: int) -> bool:
    """Whether digits stand beside digits: a telephone number, a score of sets."""
    before, after = lexemes.at(place - 1), lexemes.at(end)
    return NUMBER in (before.sort, after.sort) or (after.text == "/" and lexemes.at(end + 1).sort == NUMBER)


def _is_title(lexemes: Lexemes, place: int, end: int) -> bool:
    """Whether the number begins what stands in marks and goes on like a title, or is all of it."""
    before, after = lexemes.at(place - 1), lexemes.at(end)
    if before.text not in _OPENING or lexemes[place].start != before.end:
        return False
    whole = after.text in ("”", "’", '"', "'", "»")
    return whole or (after.sort == WORD and after.text[0].isupper() and lexemes[place].sort == NUMBER)


def _is_address(lexemes: Lexemes, place: int, end: int) -> bool:
    if not lexemes.at(end).text[:1].isupper() or lexemes[place].sort != NUMBER:
        return False
    return any(
        lexemes.at(end + offset).low in _ROADS and lexemes.at(end + offset).text[0].isupper() for offset in range(3)
    )


def _is_behind_a_name(lexemes: Lexemes, place: int) -> bool:
    """Whether a name stands before the number: Apollo 11, Channel Four."""
    before = lexemes.at(place - 1)
    if before.sort != WORD or not before.text[0].isupper() or before.low.endswith(("'s", "’s")):
        return False
    return before.low not in _STARTS


def is_name_in_capitals(lexemes: Lexemes, place: int, end: int) -> bool:
    """Whether a number in words has a capital where no sentence begins: the Four Seasons."""
    lexeme, before, after = lexemes[place], lexemes.at(place - 1), lexemes.at(end)
    if lexeme.sort != WORD or not lexeme.text[0].isupper():
        return False
    opening = place == 0 or (before.sort == SIGN and before.text not in ",-–'’")
    if not opening:
        return True
    return after.sort == WORD and after.text[0].isupper() and nouns.singular(after.low) is None


def is_score(lexemes: Lexemes, place: int) -> bool:
    """Whether `312 for 7` stands at a place, or its last number does."""
    return _is_innings(lexemes, place) or _is_innings(lexemes, place - 2)


def _is_innings(lexemes: Lexemes, place: int) -> bool:
    return (
        lexemes.at(place).sort == NUMBER
        and lexemes.at(place + 1).low == "for"
        and lexemes.at(place + 2).sort == NUMBER
        and not (lexemes.at(place + 3).glued and lexemes.at(place + 3).sort == WORD)
        and (
            lexemes.at(place + 3).low in ("off", "in", "at", "after", "and", "on", "with", "dec", "declared")
            or lexemes.at(place + 3).sort in (SIGN, END)
        )
    )
