"""What the sentences of two texts are made of: tokens, content stems, names and numbers over one vocabulary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tui.text.languages import Language
from tui.text.languages import language as language_of
from tui.text.tokens import forms, words

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_TITLE_CASE = 0.6
"""From this share of capitalised content words up, a sentence's capitals say nothing about names."""
_REMEMBERED = 200_000


class Word(NamedTuple):
    """A token as the scorer reads it: `stem` is None for function words and signs."""

    form: str
    stem: str | None
    capital: bool


@dataclass(frozen=True, slots=True)
class Postings:
    """Which sentence holds which term, by sentence then term, each pair once: parallel arrays.

    `formal` is True where the term stands in that sentence only inside runs of capitalised words, as names
    with their titles do.
    """

    sentence: Integers
    term: Integers
    count: Integers
    formal: Flags


@dataclass(frozen=True, slots=True)
class Profile:
    """The sentences of one side.

    `written` holds each sentence's tokens, `read` what they are; `forms` has one character for each token,
    the same for the same form on both sides; `stems` is how many content stems each sentence has.
    """

    written: tuple[list[str], ...]
    read: tuple[list[Word], ...]
    forms: tuple[str, ...]
    stems: Integers
    content: Postings
    bigrams: Postings

    def __len__(self) -> int:
        return len(self.written)


@dataclass(frozen=True, slots=True)
class Profiles:
    """Both sides over one vocabulary.

    A content stem's number is its place in `terms`; `names` and `numbers` say which of them are such;
    `bigrams` counts the different pairs of neighbouring forms.
    """

    left: Profile
    right: Profile
    terms: dict[str, int]
    names: Flags
    numbers: Flags
    bigrams: int


def profile(left: Sequence[str], right: Sequence[str], *, language: str) -> Profiles:
    """Both texts taken apart. Linear in their length, but for sorting."""
    lexicon = _lexicon(language_of(language).code)
    terms: dict[str, int] = {}
    forms_: dict[str, int] = {}
    texts = [_take(sentences, lexicon, terms, forms_) for sentences in (left, right)]
    names = _names(texts, len(terms))
    numbers = np.fromiter((term[0].isdigit() for term in terms), dtype=np.bool_, count=len(terms))
    pairs = [text.bigrams(len(forms_)) for text in texts]
    distinct, numbered = np.unique(np.concatenate([keys for _, keys in pairs]), return_inverse=True)
    cut = len(pairs[0][0])
    sides = [
        Profile(
            written=tuple(text.written),
            read=tuple(text.read),
            forms=text.characters(),
            stems=np.bincount(text.sentence[text.term >= 0], minlength=len(text.written)),
            content=text.content(names),
            bigrams=_postings(sentence, bigram, np.zeros(len(bigram), dtype=np.bool_), len(distinct)),
        )
        for text, (sentence, _), bigram in zip(texts, pairs, (numbered[:cut], numbered[cut:]), strict=True)
    ]
    return Profiles(sides[0], sides[1], terms, names, numbers, len(distinct))


@dataclass(frozen=True, slots=True)
class _Text:
    """One side's tokens in a row: parallel arrays; `term` is -1 where there is no content stem."""

    written: list[list[str]]
    read: list[list[Word]]
    sentence: Integers
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

    def content(self, names: Flags) -> Postings:
        """The content stems' postings."""
        content = self.term >= 0
        grand = content & self.capital
        joined = grand[1:] & grand[:-1] & (self.sentence[1:] == self.sentence[:-1])
        run = np.zeros(len(grand), dtype=np.bool_)
        run[1:] |= joined
        run[:-1] |= joined
        run = run[content]
        run &= ~self.titled()[content] | names[self.term[content]]
        return _postings(self.sentence[content], self.term[content], run, len(names))

    def bigrams(self, forms_: int) -> tuple[Integers, Integers]:
        """The sentence and a key for each pair of neighbouring tokens."""
        beside = self.sentence[1:] == self.sentence[:-1]
        return self.sentence[1:][beside], (self.form[:-1] * forms_ + self.form[1:])[beside]

    def characters(self) -> tuple[str, ...]:
        """Each sentence with a character for every token."""
        points = (self.form % _CHARACTERS + _FIRST_CHARACTER).astype("<u4")
        text = points.tobytes().decode("utf-32-le")
        ends = np.cumsum([len(sentence) for sentence in self.written]).tolist()
        return tuple([text[start:end] for start, end in zip([0, *ends], ends, strict=False)])


_FIRST_CHARACTER = 0x10000
_CHARACTERS = 0x100000


def _take(sentences: Iterable[str], lexicon: "_Lexicon", terms: dict[str, int], forms_: dict[str, int]) -> _Text:
    written = [words(sentence, language=lexicon.code) for sentence in sentences]
    read = [[lexicon[word] for word in sentence] for sentence in written]
    flat = [word for sentence in read for word in sentence]
    of = len(flat)
    numbered = (terms.setdefault(stem, len(terms)) if stem else -1 for _, stem, _ in flat)
    return _Text(
        written=written,
        read=read,
        sentence=np.repeat(np.arange(len(read)), np.fromiter(map(len, read), dtype=np.int64, count=len(read))),
        term=np.fromiter(numbered, dtype=np.int64, count=of),
        form=np.fromiter((forms_.setdefault(word[0], len(forms_)) for word in flat), dtype=np.int64, count=of),
        capital=np.fromiter((word[2] for word in flat), dtype=np.bool_, count=of),
    )


def _names(texts: Sequence[_Text], terms: int) -> Flags:
    """Terms that are nearly always capitalised inside sentences."""
    capital = np.zeros(terms, dtype=np.int64)
    small = np.zeros(terms, dtype=np.int64)
    for text in texts:
        content = text.term >= 0
        first = np.ones(len(content), dtype=np.bool_)
        first[1:] = text.sentence[1:] != text.sentence[:-1]
        inside = content & text.capital & ~first & ~text.titled()
        capital += np.bincount(text.term[inside], minlength=terms)
        small += np.bincount(text.term[content & ~text.capital], minlength=terms)
    return capital > 2 * small


def _postings(sentence: Integers, term: Integers, formal: Flags, terms: int) -> Postings:
    keys, place, count = np.unique(sentence * max(terms, 1) + term, return_inverse=True, return_counts=True)
    loose = np.bincount(place[~formal], minlength=len(keys))
    return Postings(keys // max(terms, 1), keys % max(terms, 1), count, loose == 0)


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


_LEXICONS: dict[str, _Lexicon] = {}


def _lexicon(code: str) -> _Lexicon:
    return _LEXICONS.setdefault(code, _Lexicon(language_of(code)))
