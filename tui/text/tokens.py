"""Words, numbers and signs of a text, in any script, and the form in which each is compared."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple, overload

from tui.text.languages import Language
from tui.text.languages import language as language_of
from tui.text.spans import Span
from tui.text.spelling import fold_word
from tui.text.typography import fold

_APOSTROPHE = "'’ʼ＇"
_IGNORED = "[\u00ad\u0640\u064b-\u0652\u200b-\u200d\u2060\ufeff]"
"""Soft hyphens, joiners, and the vowel signs that Arabic mostly leaves out."""
_JOINING = "\u00ad\u200c\u200d\u2060"
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and ideographs: no spaces between words, so each character is a token."""
_SIGNS = "%°&+=$£¥¢§#@"
_FURTHER_SIGNS = "‰฿\u20a0-\u20bf"
_PAUSES = frozenset(",;:")
"""What parts clauses before white space; the pattern finds them too."""
_UNUSUAL = re.compile(
    "[^\0-\u00ac\u00ae-\u02bb\u02bd-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u2008\u200a\u200b\u200e-\u202e\u2030-\u205f\u2061-\u20cf"
    "\u2100-\u2bff]"
)
"""What needs the pattern for every script, and more; most European texts have none, and are cut by one quickly made."""


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


@cache
def _pattern(*, eliding: bool, unusual: bool) -> re.Pattern[str]:
    if unusual:
        marks = _JOINING + _marks()
        run = rf"[^\W\d_{_UNSPACED}][^\W_{_UNSPACED}{marks}]*(?:[{marks}]+[^\W_{_UNSPACED}]*)*"
        apostrophe, point, space = f"[{_APOSTROPHE}]", "[.,٫٬]", "[\u00a0\u2009\u202f]"
        single = rf"[{_UNSPACED}][{marks}]*|"
    else:
        run, apostrophe, point, space, single = r"[^\W\d_][^\W_]*", "['’]", "[.,]", "\u00a0", ""
    number = rf"\d+(?:(?:{point}|{space}(?=\d{{3}}(?!\d)))\d+)*(?:(?:st|nd|rd|th|s)(?![^\W_]))?"
    apostrophes = "" if eliding else rf"(?:{apostrophe}{run})*"
    return re.compile(rf"{_INITIALS}|{number}|{run}{apostrophes}|{single}[{_SIGNS}]|[{_FURTHER_SIGNS}]|[,;:](?=\s)")


_INITIALS = r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"


class Token(NamedTuple):
    """A word, number or mark: its form is compared, its span is shown."""

    span: Span
    form: str


class Tokens(Sequence[Token]):
    """The tokens of a stretch of a text, in order; found when they are first asked for, places apart from words.

    Most of what is compared needs the words of a sentence alone, and where each stands costs as much again.
    """

    __slots__ = ("_clauses", "_forms", "_spans", "_written", "language", "span", "text")

    def __init__(self, text: str, span: Span, language: str = "en") -> None:
        self.text = text
        self.span = span
        self.language = language
        self._written: tuple[str, ...] | None = None
        self._clauses: tuple[int, ...] = ()
        self._forms: tuple[str, ...] | None = None
        self._spans: tuple[Span, ...] | None = None

    @property
    def quote(self) -> str:
        """The stretch's own characters."""
        return self.text[slice(*self.span)]

    @property
    def written(self) -> tuple[str, ...]:
        """Each token as it stands in the text."""
        if self._written is None:
            pieces = self._cut()
            whole = _PAUSES.isdisjoint(pieces)
            self._written = tuple(pieces if whole else [piece for piece in pieces if piece not in _PAUSES])
            self._clauses = (len(pieces),) if whole else _lengths(pieces)
        return self._written

    def _cut(self) -> list[str]:
        """The tokens and the pauses between them; letters alone between two spaces are one without being looked at."""
        quote = self.quote
        unusual = not quote.isascii() and _UNUSUAL.search(quote) is not None
        find = _pattern(eliding=language_of(self.language).eliding, unusual=unusual).findall
        if unusual:
            return find(quote)
        pieces: list[str] = []
        for run in quote.split(" "):
            if run.isalpha():
                pieces.append(run)
            else:
                pieces += find(f"{run} ")
        return pieces

    @property
    def clauses(self) -> tuple[int, ...]:
        """How many tokens each clause has: a comma, semicolon or colon before white space ends one."""
        return self._clauses if self.written else ()

    @property
    def forms(self) -> tuple[str, ...]:
        """What of each token is compared."""
        if self._forms is None:
            self._forms = tuple(forms(self.written, language=self.language))
        return self._forms

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where each token stands in the text."""
        if self._spans is None:
            self._spans = tuple(self._find())
        return self._spans

    def _find(self) -> Iterator[Span]:
        """Each token behind the one before: what lies between them holds nothing that a token begins with."""
        find, end = self.text.find, self.span.start
        for word in self.written:
            start = find(word, end)
            end = start + len(word)
            yield _make(Span, (start, end))

    def read_in(self, language: str) -> "Tokens":
        """The tokens as another language would have them."""
        return self if language == self.language else Tokens(self.text, self.span, language)

    def __len__(self) -> int:
        return len(self.written)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, place: int | slice) -> Token | tuple[Token, ...]:
        if isinstance(place, slice):
            return tuple(map(Token, self.spans[place], self.forms[place]))
        return Token(self.spans[place], self.forms[place])

    def __iter__(self) -> Iterator[Token]:
        return map(Token, self.spans, self.forms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tokens) and (self.spans, self.forms) == (other.spans, other.forms)

    def __hash__(self) -> int:
        return hash((self.span, self.forms))


def _lengths(pieces: Iterable[str]) -> tuple[int, ...]:
    return tuple([sum(1 for _ in run) for pause, run in groupby(pieces, _PAUSES.__contains__) if not pause])


def tokenize(text: str, span: Span | None = None, *, language: str = "en") -> Tokens:
    """The tokens of a text or of a stretch of it, in order; punctuation is none.

    A script written without spaces gives one token a character. A token's form is the same for every way of
    writing it: case, quotes and dashes, spelling (neighbour, neighbor), initials (U.S., US), numbers
    (1,000 and 1000) and transliterated names.
    """
    return Tokens(text, Span(0, len(text)) if span is None else span, language)


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
    plain = written if written.isascii() else re.sub(_IGNORED, "", unicodedata.normalize("NFKC", written))
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
