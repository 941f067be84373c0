"""The words of two texts as numbers: which form and which content stem each of them is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.alignment.model import Progress
from tui.text.languages import Language
from tui.text.languages import language as language_of
from tui.text.tokens import forms, words

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_TITLE_CASE = 0.8
"""From this share of capitalised content words up, a sentence's capitals say nothing about names."""
_PAUSE = re.compile(r"[,;:]\s")
"""What parts clauses: names do not reach across it."""
_SENTENCES = 250
"""How many sentences are read between two calls of the progress function."""
_REMEMBERED = 200_000


class Word(NamedTuple):
    """A word as the scorer reads it: `stem` is None for function words and signs."""

    form: str
    stem: str | None
    capital: bool


@dataclass(frozen=True, slots=True)
class Text:
    """One side's tokens in a row: parallel arrays; `term` is -1 where there is no content stem."""

    written: list[list[str]]
    sentence: Integers
    clause: Integers
    term: Integers
    form: Integers
    capital: Flags

    def titled(self) -> Flags:
        """Which tokens stand in a sentence whose content words are mostly capitalised."""
        content = self.term >= 0
        of = len(self.written)
        capitals = np.bincount(self.sentence[content & self.capital], minlength=of)
        every = np.bincount(self.sentence[content], minlength=of)
        return ((capitals > _TITLE_CASE * every) & (every > 3))[self.sentence]

    def bigrams(self, forms_: int) -> tuple[Integers, Integers]:
        """The sentence and a key for each pair of neighbouring tokens."""
        beside = self.sentence[1:] == self.sentence[:-1]
        return self.sentence[1:][beside], (self.form[:-1] * forms_ + self.form[1:])[beside]

    def characters(self) -> list[str]:
        """Each sentence with a character for every token."""
        points = (self.form % _CHARACTERS + _FIRST_CHARACTER).astype("<u4")
        text = points.tobytes().decode("utf-32-le")
        ends = np.cumsum([len(sentence) for sentence in self.written]).tolist()
        return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


_FIRST_CHARACTER = 0x10000
_CHARACTERS = 0x100000


class Wording:
    """Both texts' words, numbered in the order they are met.

    `term_of` gives the number of a word's content stem in `terms`, -1 where it has no content.
    """

    def __init__(self, left: Sequence[str], right: Sequence[str], *, language: str, progress: Progress) -> None:
        sides = [_clauses(left, language, lambda done: progress(0.3 * done))]
        sides.append(_clauses(right, language, lambda done: progress(0.3 + 0.3 * done)))
        surfaces = dict.fromkeys(chain.from_iterable(chain.from_iterable(chain.from_iterable(sides))))
        lexicon = _lexicon(language_of(language).code)
        read = [lexicon[surface] for surface in surfaces]
        self.terms: dict[str, int] = {}
        self.forms: dict[str, int] = {}
        term = [self.terms.setdefault(stem, len(self.terms)) if stem else -1 for _, stem, _ in read]
        self.term_of = dict(zip(surfaces, term, strict=True))
        self._number = {surface: number for number, surface in enumerate(surfaces)}
        self._term = _array(term)
        self._form = _array([self.forms.setdefault(form, len(self.forms)) for form, _, _ in read])
        self._capital = np.array([capital for _, _, capital in read], dtype=np.bool_)
        self.texts = [self._text(side) for side in sides]

    def _text(self, sentences: list[list[list[str]]]) -> Text:
        number = self._number
        written = [clauses[0] if len(clauses) == 1 else [*chain(*clauses)] for clauses in sentences]
        flat = _array([number[word] for sentence in written for word in sentence])
        return Text(
            written=written,
            sentence=_repeated(written),
            clause=_repeated(list(chain.from_iterable(sentences))),
            term=self._term[flat],
            form=self._form[flat],
            capital=self._capital[flat],
        )


def _clauses(sentences: Sequence[str], language: str, progress: Progress) -> list[list[list[str]]]:
    """The words of each clause of each sentence."""
    found: list[list[list[str]]] = []
    for start in range(0, len(sentences), _SENTENCES):
        some = sentences[start : start + _SENTENCES]
        found += [[words(clause, language=language) for clause in _PAUSE.split(sentence)] for sentence in some]
        progress(len(found) / len(sentences))
    return found


def _repeated(groups: Sequence[Sequence[str]]) -> Integers:
    """The number of its group for every member."""
    return np.repeat(np.arange(len(groups)), _array(list(map(len, groups))))


def _array(numbers: list[int]) -> Integers:
    return np.array(numbers, dtype=np.int64)


class _Lexicon(dict[str, Word]):
    """What is written, to how it is read in one language, filled as words are met."""

    def __init__(self, known: Language) -> None:
        super().__init__()
        self.code = known.code
        self._language = known

    def __missing__(self, written: str) -> Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[written] = word = self._read(written)
        return word

    def _read(self, written: str) -> Word:
        form = forms((written,), language=self.code)[0]
        head = form.partition("'")[0]
        head = head if len(head) > 1 else form
        capital = written[0].isupper()
        if form[0].isdigit():
            return Word(form, head, capital=False)
        bare = len(head) == 1 and head.isascii()
        if bare or not form[0].isalpha() or {head, form} & self._language.function_words:
            return Word(form, None, capital=capital)
        return Word(form, self._language.stems([head])[0] or head, capital=capital)


@lru_cache(maxsize=64)
def _lexicon(code: str) -> _Lexicon:
    return _Lexicon(language_of(code))
