"""Words, numbers and signs of a text, in any script, and the form in which each is compared."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from tui.text.languages import Language
from tui.text.languages import language as language_of
from tui.text.spans import Span
from tui.text.spelling import fold_word
from tui.text.typography import fold
from tui.text.witness import Token

_APOSTROPHE = "'’ʼ＇"
_IGNORED = re.compile("[\u00ad\u0640\u064b-\u0652\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens, joiners, and the vowel signs that Arabic mostly leaves out."""


def _marks() -> str:
    """Combining marks as a character class's inside: they belong to the letter before."""
    points = [*range(0x0300, 0x1E00), *range(0x20D0, 0x2100), *range(0xA800, 0xAC00), *range(0xFE00, 0xFE30)]
    marked = [point for point in points if unicodedata.category(chr(point)) in ("Mn", "Mc", "Me")]
    ranges: list[list[int]] = []
    for point in marked:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    joining = "\u00ad\u200c\u200d\u2060"
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + joining


_MARKS = _marks()
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and ideographs: no spaces between words, so each character is a token."""
_SIGNS = "%‰°&+=$€£¥¢₹₽₺₴₩₪₫฿§#@"


def _pattern(*, eliding: bool) -> re.Pattern[str]:
    letter = rf"[^\W\d_{_UNSPACED}]"
    run = rf"{letter}[^\W_{_UNSPACED}{_MARKS}]*(?:[{_MARKS}]+[^\W_{_UNSPACED}]*)*"
    apostrophes = "" if eliding else rf"(?:[{_APOSTROPHE}]{run})*"
    return re.compile(
        rf"(?P<initials>[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?)"
        rf"|(?P<number>\d+(?:(?:[.,٫٬]|[\u00a0\u2009\u202f](?=\d{{3}}(?!\d)))\d+)*"
        rf"(?:(?:st|nd|rd|th|s)(?![^\W_]))?)"
        rf"|(?P<word>{run}{apostrophes})"
        rf"|[{_UNSPACED}][{_MARKS}]*"
        rf"|[{_SIGNS}]"
    )


_PATTERNS = {eliding: _pattern(eliding=eliding) for eliding in (False, True)}


def tokenize(text: str, span: Span, *, language: str = "en") -> tuple[Token, ...]:
    """The tokens of a stretch of text, in order; punctuation is none.

    A script written without spaces gives one token a character. A token's form is the same for every way of
    writing it: case, quotes and dashes, spelling (neighbour, neighbor), initials (U.S., US), numbers
    (1,000 and 1000) and transliterated names.
    """
    known = language_of(language)
    found = _PATTERNS[known.eliding].finditer(text, *span)
    return tuple(Token(Span(*m.span()), _form(m[0], m.lastgroup, known.code)) for m in found)


def words(text: str, *, language: str = "en") -> Iterator[tuple[str, str]]:
    """Each token of a text as it is written, with its form: cheaper than `tokenize`, without places."""
    known = language_of(language)
    for m in _PATTERNS[known.eliding].finditer(text):
        yield m[0], _form(m[0], m.lastgroup, known.code)


@lru_cache(maxsize=131_072)
def _form(written: str, kind: str | None, code: str) -> str:
    known = language_of(code)
    plain = written if written.isascii() else _IGNORED.sub("", unicodedata.normalize("NFKC", written))
    if kind == "initials":
        return _acronym(plain.replace(".", ""), known)
    if kind == "number":
        return _number(plain, known)
    if kind == "word":
        if len(plain) == 2 and plain.isupper():
            return _acronym(plain, known)
        if len(plain) > 2 and plain.isupper():
            plain = plain.capitalize()
        return fold_word(plain.translate(_TO_APOSTROPHE), code)
    return fold(plain)


_TO_APOSTROPHE = dict.fromkeys(map(ord, _APOSTROPHE), "'")


def _acronym(letters: str, known: Language) -> str:
    """US keeps its capitals, since "us" is a word of its own; UN does not need them."""
    small = fold_word(letters.lower().translate(_TO_APOSTROPHE), known.code)
    return letters if small in known.function_words and letters.isupper() else small


def _number(written: str, known: Language) -> str:
    digits = re.sub(r"\s", "", fold(written)).replace("٫", ".").replace("٬", "")
    thousands, decimal = (",", ".") if known.decimal_point else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?\D*", digits):
        digits = digits.replace(thousands, "")
    return digits.replace(",", ".")
