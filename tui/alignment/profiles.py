"""What the sentences of two texts are made of: tokens, content stems, names and numbers over one vocabulary."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
_SHORTEST_RUN = 2
"""Capitalised words side by side that make a name with its titles; one more where all nouns are capitalised."""
_SENTENCES = 250
"""How many sentences are read between two calls of the progress function."""
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
    with their titles do; `titled` where the whole sentence is capitalised like a headline.
    """

    sentence: Integers
    term: Integers
    count: Integers
    formal: Flags
    titled: Flags

    def at(self, places: Integers) -> "Postings":
        """The postings at these places, in their order."""
        return Postings(
            self.sentence[places], self.term[places], self.count[places], self.formal[places], self.titled[places]
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """The sentences of one side.

    `written` holds each sentence's tokens; `forms` has one character for each token, the same for the same
    form on both sides; `stems` is how many content stems each sentence has, repeated ones counted again.
    """

    written: list[list[str]]
    forms: list[str]
    stems: Integers
    content: Postings
    bigrams: Postings

    def __len__(self) -> int:
        return len(self.written)


@dataclass(frozen=True, slots=True)
class Profiles:
    """Both sides over one vocabulary.

    A content stem's number is its place in `terms`, and `term_of` gives it for a word as written, -1 where
    it has no content; `names` and `numbers` say which terms are such
    (where nouns have capitals, `names` are nouns too); `bigrams` counts the different pairs of
    neighbouring forms.
    """

    left: Profile
    right: Profile
    terms: tuple[str, ...]
    term_of: dict[str, int]
    names: Flags
    numbers: Flags
    bigrams: int

    @property
    def swapped(self) -> "Profiles":
        """The same with its sides the other way round."""
        return replace(self, left=self.right, right=self.left)


def profile(
    left: Sequence[str], right: Sequence[str], *, language: str, progress: Progress = lambda _: None
) -> Profiles:
    """Both texts taken apart. Linear in their length, but for sorting; `progress` may end it by raising."""
    written: list[list[list[str]]] = [[], []]
    for done, side, sentences in ((0.0, written[0], left), (0.3, written[1], right)):
        for start in range(0, len(sentences), _SENTENCES):
            side += [words(sentence, language=language) for sentence in sentences[start : start + _SENTENCES]]
            progress(done + 0.3 * len(side) / len(sentences))
    numbering = _Numbering(_lexicon(language_of(language).code), written)
    progress(0.8)
    texts = [numbering.text(side) for side in written]
    terms = tuple(numbering.terms)
    capital, small = _capitals(texts, len(terms))
    nouns = language_of(language).capital_nouns
    names = capital > 2 * small
    pairs = [text.bigrams(len(numbering.forms)) for text in texts]
    distinct, numbered = np.unique(np.concatenate([keys for _, keys in pairs]), return_inverse=True)
    cut = len(pairs[0][0])
    none = np.zeros(len(numbered), dtype=np.bool_)
    sides = [
        Profile(
            written=text.written,
            forms=text.characters(),
            stems=np.bincount(text.sentence[text.term >= 0], minlength=len(text.written)),
            content=text.content(names | (small == 0), _SHORTEST_RUN + nouns),
            bigrams=_postings(sentence, bigram, none[: len(bigram)], none[: len(bigram)], len(distinct)),
        )
        for text, (sentence, _), bigram in zip(texts, pairs, (numbered[:cut], numbered[cut:]), strict=True)
    ]
    numbers = np.fromiter((term[0].isdigit() for term in terms), dtype=np.bool_, count=len(terms))
    term_of = dict(zip(numbering.surfaces, numbering.term.tolist(), strict=True))
    return Profiles(sides[0], sides[1], terms, term_of, names, numbers, len(distinct))


class _Numbering:
    """Numbers for the words of both sides as written, and what each of them is."""

    def __init__(self, lexicon: "_Lexicon", sides: Sequence[Sequence[list[str]]]) -> None:
        self.surfaces: dict[str, int] = {}
        self.terms: dict[str, int] = {}
        self.forms: dict[str, int] = {}
        for side in sides:
            for sentence in side:
                self.surfaces.update(dict.fromkeys(sentence, 0))
        read = [lexicon[surface] for surface in self.surfaces]
        self.surfaces = {surface: number for number, surface in enumerate(self.surfaces)}
        self.term = _array([self.terms.setdefault(stem, len(self.terms)) if stem else -1 for _, stem, _ in read])
        self.form = _array([self.forms.setdefault(form, len(self.forms)) for form, _, _ in read])
        self.capital = np.array([capital for _, _, capital in read], dtype=np.bool_)

    def text(self, written: list[list[str]]) -> "_Text":
        surfaces = self.surfaces
        flat = _array([surfaces[word] for sentence in written for word in sentence])
        lengths = _array(list(map(len, written)))
        sentence = np.repeat(np.arange(len(written)), lengths)
        return _Text(written, sentence, self.term[flat], self.form[flat], self.capital[flat])


def _array(numbers: list[int]) -> Integers:
    return np.array(numbers, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Text:
    """One side's tokens in a row: parallel arrays; `term` is -1 where there is no content stem."""

    written: list[list[str]]
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

    def content(self, proper: Flags, shortest: int) -> Postings:
        """The content stems' postings; in headlines only terms known as `proper` are formal.

        Runs of capitalised words begin at `shortest` words.
        """
        content = self.term >= 0
        run = _runs(content & self.capital, self.sentence, shortest)[content]
        titled = self.titled()[content]
        formal = run & (~titled | proper[self.term[content]])
        return _postings(self.sentence[content], self.term[content], formal, titled, len(proper))

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


def _runs(grand: Flags, sentence: Integers, shortest: int) -> Flags:
    """Which tokens stand in runs of at least that many such tokens, inside one sentence."""
    begins = np.ones(len(grand), dtype=np.bool_)
    begins[1:] = ~grand[1:] | ~grand[:-1] | (sentence[1:] != sentence[:-1])
    run = np.cumsum(begins) - 1
    found: Flags = grand & (np.bincount(run, minlength=1)[run] >= shortest)
    return found


def _capitals(texts: Sequence[_Text], terms: int) -> tuple[Integers, Integers]:
    """How often each term is capitalised where that means something, and how often it is not capitalised."""
    capital = np.zeros(terms, dtype=np.int64)
    small = np.zeros(terms, dtype=np.int64)
    for text in texts:
        content = text.term >= 0
        first = np.ones(len(content), dtype=np.bool_)
        first[1:] = text.sentence[1:] != text.sentence[:-1]
        inside = content & text.capital & ~first & ~text.titled()
        capital += np.bincount(text.term[inside], minlength=terms)
        small += np.bincount(text.term[content & ~text.capital], minlength=terms)
    return capital, small


def _postings(sentence: Integers, term: Integers, formal: Flags, titled: Flags, terms: int) -> Postings:
    terms = max(terms, 1)
    keys, first, place, count = np.unique(
        sentence * terms + term, return_index=True, return_inverse=True, return_counts=True
    )
    loose = np.bincount(place[~formal], minlength=len(keys))
    return Postings(keys // terms, keys % terms, count, loose == 0, titled[first])


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
