"""What the sentences of two texts are made of: content stems, names and numbers over one vocabulary."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tui.alignment.columns import Flags, Integers
from tui.alignment.model import Progress
from tui.alignment.wording import Text, Wording
from tui.text.languages import language as language_of
from tui.text.tokens import Tokens

_SHORTEST_RUN = 2
"""Capitalised words side by side that make a name with its titles; one more where all nouns are capitalised."""


class Postings(NamedTuple):
    """Which sentence holds which term, by sentence then term, each pair once: parallel arrays.

    `times` is how often it does. `formal` is True where the term stands in that sentence only inside runs of
    capitalised words, as names with their titles do; `titled` where the whole sentence is capitalised like a headline.
    """

    sentence: Integers
    term: Integers
    times: Integers
    formal: Flags
    titled: Flags

    def at(self, places: Integers) -> "Postings":
        """The postings at these places, in their order."""
        return Postings(
            self.sentence[places], self.term[places], self.times[places], self.formal[places], self.titled[places]
        )


@dataclass(frozen=True, slots=True)
class Profile:
    """The sentences of one side.

    `written` holds each sentence's tokens; `forms` has one character for each token, the same for the same
    form on both sides; `stems` is how many content stems each sentence has, repeated ones counted again.
    """

    written: list[tuple[str, ...]]
    forms: list[str]
    stems: Integers
    content: Postings
    bigrams: Postings

    def __len__(self) -> int:
        return len(self.written)


class Profiles(NamedTuple):
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
        return self._replace(left=self.right, right=self.left)


def profile(
    left: Sequence[Tokens], right: Sequence[Tokens], *, language: str, progress: Progress = lambda _: None
) -> Profiles:
    """Both texts' sentences taken apart. Linear in them, but for sorting; `progress` may end it by raising."""
    wording = Wording(left, right, language=language, progress=progress)
    texts = wording.texts
    terms = tuple(wording.terms)
    capital, small = _capitals(texts, len(terms))
    nouns = language_of(language).capital_nouns
    names = capital > 2 * small
    pairs = [text.bigrams(len(wording.forms)) for text in texts]
    distinct, numbered = np.unique(np.concatenate([keys for _, keys in pairs]), return_inverse=True)
    cut = len(pairs[0][0])
    none = np.zeros(len(numbered), dtype=np.bool_)
    sides = [
        Profile(
            written=text.written,
            forms=text.characters(),
            stems=np.bincount(text.sentence[text.term >= 0], minlength=len(text.written)),
            content=_content(text, names | (small == 0), _SHORTEST_RUN + nouns),
            bigrams=_postings(sentence, bigram, none[: len(bigram)], none[: len(bigram)], len(distinct)),
        )
        for text, (sentence, _), bigram in zip(texts, pairs, (numbered[:cut], numbered[cut:]), strict=True)
    ]
    numbers = np.fromiter((term[0].isdigit() for term in terms), dtype=np.bool_, count=len(terms))
    return Profiles(sides[0], sides[1], terms, wording.term_of, names, numbers, len(distinct))


def _content(text: Text, proper: Flags, shortest: int) -> Postings:
    """The content stems' postings; in headlines only terms known as `proper` are formal.

    Runs of capitalised words begin at `shortest` words.
    """
    content = text.term >= 0
    run = _runs(content & text.capital, text.clause, shortest)[content]
    titled = text.titled()[content]
    formal = run & (~titled | proper[text.term[content]])
    return _postings(text.sentence[content], text.term[content], formal, titled, len(proper))


def _runs(grand: Flags, clause: Integers, shortest: int) -> Flags:
    """Which tokens stand in runs of at least that many such tokens, inside one clause."""
    begins = np.ones(len(grand), dtype=np.bool_)
    begins[1:] = ~grand[1:] | ~grand[:-1] | (clause[1:] != clause[:-1])
    run = np.cumsum(begins) - 1
    found: Flags = grand & (np.bincount(run, minlength=1)[run] >= shortest)
    return found


def _capitals(texts: Sequence[Text], terms: int) -> tuple[Integers, Integers]:
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
