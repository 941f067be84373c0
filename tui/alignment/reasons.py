"""Why two sentences are linked, in words that stand in the left one."""

import re
from collections.abc import Sequence
from functools import cache

from tui.alignment.columns import Column
from tui.alignment.model import Reason
from tui.alignment.profiles import Profile, Profiles
from tui.text.languages import language as language_of
from tui.text.tokens import Tokens, tokenize

_MOST = 6
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]")
_RUN = 4
"""Words that a quotation must share to be called the same."""


class Reasoner:
    """Reasons for the links between two texts, each text's sentences read once."""

    def __init__(
        self, profiles: Profiles, idf: Column, left: Sequence[Tokens], right: Sequence[Tokens], language: str
    ) -> None:
        self._profiles = profiles
        self._idf = idf.tolist()
        self._names = (profiles.names & (not language_of(language).capital_nouns)).tolist()
        self._numbers = profiles.numbers.tolist()
        self._left = _Side(profiles.left, profiles.term_of, left, language)
        self._right = _Side(profiles.right, profiles.term_of, right, language)

    def reasons(self, left: int, right: int) -> tuple[Reason, ...]:
        """What the two sentences share: the rarest first, at most six of a kind."""
        ours = self._left.terms(left)
        if self._profiles.left.forms[left] == self._profiles.right.forms[right]:
            return (Reason("identical", " ".join(self._profiles.left.written[left])),)
        idf, names, numbers = self._idf, self._names, self._numbers
        shared = sorted(ours.keys() & self._right.terms(right).keys(), key=lambda term: (-idf[term], term))
        kinds: dict[str, list[str]] = {"words": [], "names": [], "numbers": []}
        for term in shared:
            kind = "numbers" if numbers[term] else "names" if names[term] else "words"
            kinds[kind].append(ours[term])
        found = [Reason(kind, ", ".join(texts[:_MOST])) for kind, texts in kinds.items() if texts]
        if run := self._quoted(left, right):
            found.append(Reason("quotation", run))
        return tuple(found)

    def _quoted(self, left: int, right: int) -> str:
        """The longest run of quoted words that both sentences quote, the first of the longest."""
        theirs = {run for quotation in self._right.quotations(right) for run in _runs(quotation.forms, _RUN)}
        best: tuple[str, ...] = ()
        for quotation in self._left.quotations(left) if theirs else ():
            quoted, start = quotation.forms, 0
            while start + _RUN <= len(quoted):
                end = start + _RUN
                if quoted[start:end] in theirs:
                    while end < len(quoted) and quoted[end - _RUN + 1 : end + 1] in theirs:
                        end += 1
                    best = max(best, quotation.written[start:end], key=len)
                start = max(start + 1, end - _RUN + 1)
        return " ".join(best)


class _Side:
    """One text's sentences, by the terms and the quotations in them."""

    def __init__(self, side: Profile, term_of: dict[str, int], texts: Sequence[Tokens], language: str) -> None:
        self._side = side
        self._term_of = term_of
        self._texts = texts
        self._language = language
        self.terms = cache(self._terms)
        self.quotations = cache(self._quotations)

    def _terms(self, sentence: int) -> dict[int, str]:
        """Each content term with the first word that stands for it."""
        term_of = self._term_of
        found = {term_of[written]: written for written in reversed(self._side.written[sentence])}
        found.pop(-1, None)
        return found

    def _quotations(self, sentence: int) -> list[Tokens]:
        return [tokenize(quoted, language=self._language) for quoted in _QUOTED.findall(self._texts[sentence].quote)]


def _runs(quoted: tuple[str, ...], length: int) -> list[tuple[str, ...]]:
    return [quoted[at : at + length] for at in range(len(quoted) - length + 1)]
