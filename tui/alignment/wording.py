"""The words of two texts as numbers: which form and which content stem each of them is."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from tui.alignment.columns import Flags, Integers
from tui.alignment.model import Progress
from tui.text.languages import Language
from tui.text.languages import language as language_of
from tui.text.tokens import Tokens, forms

_TITLE_CASE = 0.8
"""From this share of capitalised content words up, a sentence's capitals say nothing about names."""
_SENTENCES = 250
"""How many sentences are read between two calls of the progress function."""
_REMEMBERED = 200_000


class Word(NamedTuple):
    """A word as the scorer reads it: `stem` is None for function words and signs."""

    form: str
    stem: str | None
    capital: bool


class Text(NamedTuple):
    """One side's tokens in a row: parallel arrays; `term` is -1 where there is no content stem.

    Names do not reach across clauses.
    """

    written: list[tuple[str, ...]]
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

    def __init__(self, left: Sequence[Tokens], right: Sequence[Tokens], *, language: str, progress: Progress) -> None:
        sides = [_written(left, lambda done: progress(0.3 * done))]
        sides.append(_written(right, lambda done: progress(0.3 + 0.3 * done)))
        surfaces = dict.fromkeys(chain.from_iterable(chain.from_iterable(sides)))
        read = _lexicon(language_of(language).code).read(surfaces)
        self.terms: dict[str, int] = {}
        self.forms: dict[str, int] = {}
        term = [self.terms.setdefault(stem, len(self.terms)) if stem else -1 for _, stem, _ in read]
        self.term_of = dict(zip(surfaces, term, strict=True))
        self._number = {surface: number for number, surface in enumerate(surfaces)}
        self._term = _array(term)
        self._form = _array([self.forms.setdefault(form, len(self.forms)) for form, _, _ in read])
        self._capital = np.array([capital for _, _, capital in read], dtype=np.bool_)
        self.texts = [self._text(*side) for side in zip((left, right), sides, strict=True)]

    def _text(self, sentences: Sequence[Tokens], written: list[tuple[str, ...]]) -> Text:
        flat = _array(list(map(self._number.__getitem__, chain.from_iterable(written))))
        return Text(
            written=written,
            sentence=_repeated(map(len, written)),
            clause=_repeated(chain.from_iterable(sentence.clauses for sentence in sentences)),
            term=self._term[flat],
            form=self._form[flat],
            capital=self._capital[flat],
        )


def _written(sentences: Sequence[Tokens], progress: Progress) -> list[tuple[str, ...]]:
    """The words of each sentence."""
    found: list[tuple[str, ...]] = []
    for start in range(0, len(sentences), _SENTENCES):
        found += [sentence.written for sentence in sentences[start : start + _SENTENCES]]
        progress(len(found) / len(sentences))
    return found


def _repeated(sizes: Iterable[int]) -> Integers:
    """The number of its group for every member of groups of these sizes."""
    each = _array(list(sizes))
    return np.repeat(np.arange(len(each)), each)


def _array(numbers: list[int]) -> Integers:
    return np.array(numbers, dtype=np.int64)


class _Lexicon:
    """How words as written are read in one language, remembered."""

    def __init__(self, known: Language) -> None:
        self._language = known
        self._known: dict[str, Word] = {}

    def read(self, written: Iterable[str]) -> list[Word]:
        """What each word is."""
        written = list(written)
        known = self._known
        if unknown := [word for word in written if word not in known]:
            known |= self._look_up(unknown)
        found = [known[word] for word in written]
        if len(known) > _REMEMBERED:
            self._known = {}
        return found

    def _look_up(self, written: list[str]) -> dict[str, Word]:
        function_words = self._language.function_words
        folded = forms(written, language=self._language.code)
        heads = [_head(form) for form in folded]
        content = [
            form[0].isalpha()
            and not (len(head) == 1 and head.isascii())
            and head not in function_words
            and form not in function_words
            for form, head in zip(folded, heads, strict=True)
        ]
        stems = iter(self._language.stems([head for head, kept in zip(heads, content, strict=True) if kept]))
        return {
            word: Word(form, (next(stems) or head) if kept else head if form[0].isdigit() else None, word[0].isupper())
            for word, form, head, kept in zip(written, folded, heads, content, strict=True)
        }


def _head(form: str) -> str:
    """A form without what stands behind its apostrophe, unless little is left: `harbor's`, but `o'brien`."""
    head = form.partition("'")[0] if "'" in form else form
    return head if len(head) > 1 else form


@lru_cache(maxsize=64)
def _lexicon(code: str) -> _Lexicon:
    return _Lexicon(language_of(code))
