"""Words, numbers and signs of a text, in any script, and the form in which each is compared."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from tui.text.languages import Language
from tui.text.languages import language as language_of
from tui.text.spans import Span
from tui.text.spelling import fold_word
from tui.text.typography import fold
from tui.text.witness import Token

_APOSTROPHE = "'’ʼ＇"
_IGNORED = re.compile("[\u00ad\u0640\u064b-\u0652\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens, joiners, and the vowel signs that Arabic mostly leaves out."""


_JOINING = "\u00ad\u200c\u200d\u2060"
_COMBINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1dff\u20d0-\u20ff\ua66f-\ua69f\ua6f0-\uabff\ufb1e\ufe00-\ufe2f]"
)
"""Where every combining mark is, and more: most texts have none, and are cut by a pattern that is quickly made."""


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
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and ideographs: no spaces between words, so each character is a token."""
_SIGNS = "%‰°&+=$€£¥¢₹₽₺₴₩₪₫฿§#@"


@cache
def _pattern(*, eliding: bool, combining: bool) -> re.Pattern[str]:
    marks = _JOINING + (_marks() if combining else "")
    letter = rf"[^\W\d_{_UNSPACED}]"
    run = rf"{letter}[^\W_{_UNSPACED}{marks}]*(?:[{marks}]+[^\W_{_UNSPACED}]*)*"
    apostrophes = "" if eliding else rf"(?:[{_APOSTROPHE}]{run})*"
    common = "" if eliding else "(?:['’][A-Za-z]+)?"
    return re.compile(
        rf"[A-Za-z]{{2,}}{common}(?=[ ,.;:?!\"”)\n-]|$)"  # what nearly all English words are, found fast
        rf"|{_INITIALS}|{_NUMBER}|{run}{apostrophes}|[{_UNSPACED}][{marks}]*|[{_SIGNS}]"
    )


_INITIALS = r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"
_NUMBER = (
    r"\d+(?:(?:[.,٫٬]|[\u00a0\u2009\u202f](?=\d{3}(?!\d)))\d+)*"
    r"(?:(?:st|nd|rd|th|s)(?![^\W_]))?"
)


def tokenize(text: str, span: Span, *, language: str = "en") -> tuple[Token, ...]:
    """The tokens of a stretch of text, in order; punctuation is none.

    A script written without spaces gives one token a character. A token's form is the same for every way of
    writing it: case, quotes and dashes, spelling (neighbour, neighbor), initials (U.S., US), numbers
    (1,000 and 1000) and transliterated names.
    """
    known = language_of(language)
    forms = _forms(known.code)
    combining = _COMBINING.search(text, *span) is not None
    found = _pattern(eliding=known.eliding, combining=combining).finditer(text, *span)
    return tuple([_make(Token, (_make(Span, match.span()), forms[match[0]])) for match in found])


def words(text: str, *, language: str = "en") -> list[str]:
    """The tokens of a text as they are written: cheaper than `tokenize`, without places and forms."""
    combining = _COMBINING.search(text) is not None
    return _pattern(eliding=language_of(language).eliding, combining=combining).findall(text)


def forms(written: Iterable[str], *, language: str = "en") -> list[str]:
    """The form of each token."""
    known = _forms(language_of(language).code)
    return [known[token] for token in written]


class _Forms(dict[str, str]):
    """What is written, to its form in one language, filled as tokens are met."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._language = language_of(code)

    def __missing__(self, written: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[written] = form = _form(written, self._language)
        return form


_make = tuple.__new__  # what a named tuple's own constructor comes to, without a Python call for each token
_REMEMBERED = 200_000
_TO_APOSTROPHE = dict.fromkeys(map(ord, _APOSTROPHE), "'")


@lru_cache(maxsize=256)
def _forms(code: str) -> _Forms:
    return _Forms(code)


def _form(written: str, known: Language) -> str:
    if written.islower() and written.isascii() and written.isalpha():
        return fold_word(written, known.code)
    plain = written if written.isascii() else _IGNORED.sub("", unicodedata.normalize("NFKC", written))
    plain = plain or written
    first = plain[0]
    if first.isdigit():
        return _number(plain, known)
    if not first.isalpha():
        return fold(plain)
    if plain[1:2] == ".":
        return _acronym(plain.replace(".", ""), known)
    if len(plain) == 2 and plain.isupper():
        return _acronym(plain, known)
    if len(plain) > 2 and plain.isupper():
        plain = plain.capitalize()
    return fold_word(plain if plain.isalpha() else plain.translate(_TO_APOSTROPHE), known.code)


def _acronym(letters: str, known: Language) -> str:
    """US keeps its capitals, since "us" is a word of its own; UN does not need them."""
    small = fold_word(letters.lower().translate(_TO_APOSTROPHE), known.code)
    return letters if small in known.function_words and letters.isupper() else small


def _number(written: str, known: Language) -> str:
    if written.isascii() and written.isdigit():
        return written
    digits = re.sub(r"\s", "", fold(written)).replace("٫", ".").replace("٬", "")
    thousands, decimal = (",", ".") if known.decimal_point else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(decimal)}\d+)?\D*", digits):
        digits = digits.replace(thousands, "")
    return digits.replace(",", ".")
