"""A sentence as words, numbers and signs, which rules for quantities read one by one."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tui.text.spans import Span

NUMBER, WORD, SIGN, DATE, END = "number", "word", "sign", "date", "end"


class Lexeme(NamedTuple):
    """A word, number or sign, or a whole date; `glued` where nothing stands between it and the one before."""

    text: str
    low: str
    start: int
    end: int
    sort: str
    glued: bool


NOTHING = Lexeme("", "", 0, 0, END, False)


class Lexemes(tuple[Lexeme, ...]):
    """The lexemes of a sentence; past either end there is `NOTHING`."""

    __slots__ = ()

    def at(self, place: int) -> Lexeme:
        """The lexeme at a place, also one that is not there."""
        return self[place] if 0 <= place < len(self) else NOTHING

    def glued_chain(self, place: int) -> bool:
        """Whether a hyphen and a word are glued to the lexeme before `place`: two-day."""
        return (
            self.at(place).text in HYPHENS
            and self.at(place).glued
            and self.at(place + 1).glued
            and self.at(place + 1).sort == WORD
        )

    def glued_chain_of_letters(self, place: int) -> bool:
        """Whether the lexeme at `place` goes on with the word before it: 5m2."""
        return self.at(place).glued and self.at(place).sort in (WORD, NUMBER)


HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–")


@lru_cache(maxsize=1)
def _lexeme() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")


def lex(text: str, dates: Iterable[Span] = ()) -> Lexemes:
    """The lexemes of a text in order; each date, given by its span in the text, is one."""
    starts = {date.start: date.end for date in dates}
    found: list[Lexeme] = []
    end = skip = -1
    for match in _lexeme().finditer(text):
        start = match.start()
        if start < skip:
            continue
        if start in starts:
            skip = starts[start]
            found.append(Lexeme(text[start:skip], "", start, skip, DATE, start == end))
            end = skip
            continue
        written = match.group()
        sort = NUMBER if written[0].isdigit() else WORD if written[0].isalpha() else SIGN
        found.append(Lexeme(written, written.lower(), start, match.end(), sort, start == end))
        end = match.end()
    return Lexemes(found)
