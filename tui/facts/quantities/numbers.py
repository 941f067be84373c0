"""Numbers read from digits and words."""

import re
from fractions import Fraction
from typing import NamedTuple

from tui.facts.quantities.lexing import HYPHENS, NUMBER, SIGN, WORD, Lexemes
from tui.facts.quantities.number_words import ONES, PARTS, SCALES, SHORT_SCALES, TENS, VAGUE, VULGAR

_PLAIN = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d\d\d)+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d\d\d")


class Number(NamedTuple):
    """A number that stands in the lexemes up to `end`."""

    value: Fraction
    end: int
    scaled: bool = False
    """Has a word of scale: 15 billion."""
    vague: bool = False
    """At least: dozens."""
    words: bool = False
    article: bool = False
    """Begins with the article that is the number: a million."""


def digits(written: str) -> Fraction | None:
    """The value of a number in digits as English writes it; None where it is a code, a version or no such number."""
    if not _PLAIN.fullmatch(written) or (len(written) > 1 and written[0] == "0" and written[1] not in ".,"):
        return None
    return Fraction(written.replace(",", ""))


def number_at(lexemes: Lexemes, place: int, *, money: bool = False) -> Number | None:
    """The number that begins at a place: in digits or words, with its scale. With `money`, 5m is five million."""
    first = lexemes.at(place)
    if first.sort == NUMBER:
        return _in_digits(lexemes, place, money=money)
    if first.text in VULGAR:
        return _scaled(lexemes, Number(Fraction(*VULGAR[first.text]), place + 1))
    if first.sort != WORD:
        return None
    return _vague(lexemes, place) or _with_article(lexemes, place) or _in_words(lexemes, place)


def _in_digits(lexemes: Lexemes, place: int, *, money: bool) -> Number | None:
    value = digits(lexemes[place].text)
    if value is None:
        return None
    end = place + 1
    after = lexemes.at(end)
    if after.glued and after.text in VULGAR:
        return _scaled(lexemes, Number(value + Fraction(*VULGAR[after.text]), end + 1))
    if after.glued and after.sort == WORD:
        scale = SHORT_SCALES.get(after.low)
        aged = lexemes.glued_chain(end + 1) and lexemes.at(end + 2).low in ("year", "pound", "dollar", "euro")
        if (
            scale
            and (money or aged or after.low not in ("m", "k", "b"))
            and not lexemes.glued_chain_of_letters(end + 1)
        ):
            return Number(value * scale, end + 1, scaled=True)
        if after.low in SCALES:
            return Number(value * SCALES[after.low], end + 1, scaled=True)
        return Number(value, end)
    return _scaled(lexemes, _and_a_half(lexemes, Number(value, end)))


def _scaled(lexemes: Lexemes, number: Number) -> Number:
    """The number with the words of scale behind it: 1.2 million, $5-million."""
    end = number.end
    if lexemes.at(end).text in HYPHENS and lexemes.at(end).glued and lexemes.at(end + 1).low in ("million", "billion"):
        end += 1
    value, scaled = number.value, number.scaled
    while lexemes.at(end).low in SCALES and lexemes.at(end).sort == WORD:
        value *= SCALES[lexemes[end].low]
        end, scaled = end + 1, True
    if not scaled and not number.words and money_scale(lexemes, end):
        return Number(value * SHORT_SCALES[lexemes[end].low], end + 1, scaled=True)
    return Number(value, end, scaled, words=number.words, article=number.article) if scaled else number


def money_scale(lexemes: Lexemes, place: int) -> bool:
    """Whether a short word of scale stands apart from its number: 5 bn."""
    return lexemes.at(place).text in ("bn", "mn", "tn", "trn", "mln")


def _and_a_half(lexemes: Lexemes, number: Number) -> Number:
    """Two and a half; also with hyphens."""
    for step in (1, 2):
        words = [lexemes.at(number.end + offset).low for offset in range(step - 1, 3 * step, step)]
        between = [lexemes.at(number.end + offset).text for offset in range(0, 3 * step, 2)] if step == 2 else []
        if words == ["and", "a", "half"] and all(sign in HYPHENS for sign in between):
            value = number.value + Fraction(1, 2)
            return Number(value, number.end + 3 * step, number.scaled, words=True)
    return number


def _vague(lexemes: Lexemes, place: int) -> Number | None:
    """Dozens, tens of thousands: at least two of them."""
    word = lexemes[place].low
    if word not in VAGUE:
        return None
    if lexemes.at(place + 1).low == "of" and lexemes.at(place + 2).low in VAGUE:
        value = 2 * VAGUE[word] * VAGUE[lexemes[place + 2].low]
        return Number(Fraction(value), place + 3, scaled=True, vague=True, words=True)
    return None if word == "tens" else Number(Fraction(2 * VAGUE[word]), place + 1, scaled=True, vague=True, words=True)


def _with_article(lexemes: Lexemes, place: int) -> Number | None:
    """A million, half a dozen, a quarter of a million."""
    first, second, third = (lexemes.at(place + offset).low for offset in range(3))
    if first in ("a", "an") and second in SCALES and lexemes.at(place + 2).low != "of":
        return _hundreds(lexemes, place + 1, Fraction(1), article=True)
    if first == "half" and second in ("a", "an") and third in SCALES and third != "hundred":
        return Number(Fraction(SCALES[third], 2), place + 3, scaled=True, words=True)
    if first in ("quarter", "quarters") and [lexemes.at(place + 1).low, lexemes.at(place + 2).low] == ["of", "a"]:
        scale = lexemes.at(place + 3).low
        return Number(Fraction(SCALES[scale], 4), place + 4, scaled=True, words=True) if scale in SCALES else None
    return None


def _in_words(lexemes: Lexemes, place: int) -> Number | None:
    low = lexemes[place].low
    if low in TENS:
        return _hundreds(lexemes, *_tens(lexemes, place))
    if low in ONES:
        return _hundreds(lexemes, place + 1, Fraction(ONES[low]))
    return None


def _tens(lexemes: Lexemes, place: int) -> tuple[int, Fraction]:
    value, end = TENS[lexemes[place].low], place + 1
    hyphen = lexemes.at(end).text in HYPHENS
    one = ONES.get(lexemes.at(end + hyphen).low, 0)
    if 0 < one < 10 and (hyphen or lexemes.at(end).sort == WORD):
        return end + hyphen + 1, Fraction(value + one)
    return end, Fraction(value)


def _hundreds(lexemes: Lexemes, end: int, value: Fraction, *, article: bool = False) -> Number:
    """The rest of a number in words whose beginning is read: two [hundred and fifty thousand]."""
    total, current, scaled = Fraction(0), value, False
    while True:
        low = lexemes.at(end).low
        if low in SCALES:
            scaled = True
            current *= SCALES[low]
            end += 1
            if SCALES[low] >= 1000:
                total, current = total + current, Fraction(0)
            continue
        step = end + (low == "and")
        more = lexemes.at(step).low
        if scaled and more in TENS:
            end, addition = _tens(lexemes, step)
        elif scaled and ONES.get(more, 0) > 0 and (current or total) and _continues(lexemes, step):
            end, addition = step + 1, Fraction(ONES[more])
        else:
            break
        current += addition
    number = Number(total + current, end, scaled, words=True, article=article)
    return _scaled(lexemes, _and_a_half(lexemes, number))


def _continues(lexemes: Lexemes, place: int) -> bool:
    """Whether the small number at a place may belong to the large one before: not `a thousand, one of them`."""
    return lexemes.at(place + 1).low not in ("of", "in", "was", "were") and lexemes.at(place - 1).sort != SIGN


def is_part(word: str) -> int | None:
    """Into how many parts a whole is cut: 3 for third and thirds; None for any other word."""
    return PARTS.get(word) or PARTS.get(word.removesuffix("s")) or (2 if word == "halves" else None)
