"""What proposed pairs of sentences of many texts share, weighed as if each two texts stood alone."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from tui.alignment.columns import Column, Integers, expanded, sums
from tui.alignment.evidence import LONGEST, Evidence, Meetings, Sentences, Shared, formal_meetings
from tui.alignment.model import Progress
from tui.alignment.near import near_terms
from tui.alignment.pairs import PairsOfMany
from tui.alignment.profiles import Postings, Profiles


class _Met(NamedTuple):
    """Where the two sentences of a pair hold one term: the pair, the places in the postings, the term's idf."""

    pair: Integers
    ours: Integers
    theirs: Integers
    idf: Column


class _Index:
    """Postings by sentence, and how many sentences of each text hold each term."""

    def __init__(self, postings: Postings, terms: int, text_of: Integers, texts: int) -> None:
        self.postings = postings
        self.terms = max(terms, 1)
        self._key = postings.sentence * self.terms + postings.term
        self._held = np.zeros(1 << _BITS, dtype=np.bool_)
        self._held[_hashed(self._key)] = True
        self._ends = np.searchsorted(postings.sentence, np.arange(len(text_of) + 1))
        cells = text_of[postings.sentence] * self.terms + postings.term
        self._frequency = np.bincount(cells, minlength=texts * self.terms).astype(np.int32)

    def expand(self, sentences: Integers) -> tuple[Integers, Integers]:
        """For every posting of these sentences, which of them it is of, and its place."""
        first = self._ends[sentences]
        return expanded(first, self._ends[sentences + 1] - first)

    def find(self, sentences: Integers, terms: Integers) -> tuple[Integers, Integers]:
        """Which of these sentences hold the term beside them, and the places of those postings."""
        wanted = sentences * self.terms + terms
        # a search costs a hundred times as much as a look at a small table, and most of what is wanted is not there
        which = np.flatnonzero(self._held[_hashed(wanted)])
        wanted = wanted[which]
        place = np.searchsorted(self._key, wanted)
        found = self._key[np.minimum(place, len(self._key) - 1)] == wanted
        return which[found], place[found]

    def frequency(self, texts: Integers, terms: Integers) -> npt.NDArray[np.int32]:
        """How many sentences of a text hold a term."""
        held: npt.NDArray[np.int32] = self._frequency[texts * self.terms + terms]
        return held


_BITS = 22
"""The table of what may be held has two to this many places."""


def _hashed(keys: Integers) -> npt.NDArray[np.uint64]:
    """A place in the table for each key: Knuth's multiplicative hashing (The Art of Computer Programming 3, 6.4)."""
    hashed: npt.NDArray[np.uint64] = (keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _BITS)
    return hashed


class ManyTexts:
    """The profiles of many texts' sentences, all on the left side, ready for any pairs of them."""

    def __init__(self, profiles: Profiles, text_of: Integers, texts: int, progress: Progress) -> None:
        self._profiles = profiles
        self._text_of = text_of
        self._texts = texts
        self._sizes = np.bincount(text_of, minlength=texts)
        self._place = np.arange(len(text_of)) - (np.cumsum(self._sizes) - self._sizes)[text_of]
        side = profiles.left
        self._content = _Index(side.content, len(profiles.terms), text_of, texts)
        often = np.bincount(side.bigrams.term, minlength=profiles.bigrams) > 1
        bigrams = side.bigrams.at(np.flatnonzero(often[side.bigrams.term]))
        self._bigrams = _Index(bigrams, profiles.bigrams, text_of, texts)
        self._near, self._likeness, self._near_ends = near_terms(profiles.terms, progress)
        self._forms = [forms[:LONGEST] for forms in side.forms]
        numbers = profiles.numbers[side.content.term]
        self._numbers = np.bincount(side.content.sentence, numbers, len(side)) > 0
        self._tokens = np.fromiter(map(len, self._forms), dtype=np.int64, count=len(side))

    def gather(self, left: Integers, right: Integers) -> Evidence:
        """What is known of these pairs, which come by their texts, then left, then right."""
        text_of = self._text_of
        a, b = text_of[left], text_of[right]
        ours, left_rows = np.unique(left * self._texts + b, return_inverse=True)
        theirs, right_rows = np.unique(right * self._texts + a, return_inverse=True)
        pairs = PairsOfMany(
            (left_rows, right_rows),
            places=(self._place[left], self._place[right]),
            sizes=(self._sizes[a], self._sizes[b]),
            texts=a * self._texts + b,
        )
        sides = [self._weigh(rows // self._texts, rows % self._texts) for rows in (ours, theirs)]
        return Evidence(pairs, sides[0], sides[1], self._shared(left, right), np.zeros(0))

    def _idf(self, index: _Index, a: Integers, b: Integers, terms: Integers) -> Column:
        held = index.frequency(a, terms) + index.frequency(b, terms)
        idf: Column = np.log((self._sizes[a] + self._sizes[b] + 1) / (held + 0.5))
        return idf

    def _weigh(self, sentences: Integers, others: Integers) -> Sentences:
        """These sentences, each weighed beside another text."""
        row, place = self._content.expand(sentences)
        content, size = self._profiles.left.content, len(sentences)
        term = content.term[place]
        idf = self._idf(self._content, self._text_of[sentences][row], others[row], term)
        weight = (1 + np.log(content.times[place])) * idf
        return Sentences(
            mass=sums(row, idf, size),
            name_mass=sums(row, idf * self._profiles.names[term], size),
            norm=np.sqrt(sums(row, weight**2, size)),
            numbers=self._numbers[sentences],
            tokens=self._tokens[sentences],
        )

    def _shared(self, left: Integers, right: Integers) -> Shared:
        content, size = self._profiles.left.content, len(left)
        met = self._meet(self._content, left, right)
        term = content.term[met.ours]
        a, b = self._text_of[left[met.pair]], self._text_of[right[met.pair]]
        held = self._content.frequency(a, term) + self._content.frequency(b, term)
        times = (1 + np.log(content.times[met.ours])) * (1 + np.log(content.times[met.theirs]))
        beside = self._meet(self._bigrams, left, right)
        meetings = Meetings(
            pair=met.pair,
            weight=times * met.idf**2,
            idf=met.idf,
            held=held,
            name=self._profiles.names[term],
            number=self._profiles.numbers[term],
            formal=formal_meetings(content, met.ours, content, met.theirs),
        )
        return meetings.shared(
            size,
            near=self._nearly(left, right),
            neighbours=sums(beside.pair, beside.idf, size),
            sequence=self._sequence(left, right),
        )

    def _meet(self, index: _Index, left: Integers, right: Integers) -> _Met:
        pair, ours = index.expand(left)
        met, theirs = index.find(right[pair], index.postings.term[ours])
        pair, ours = pair[met], ours[met]
        terms = index.postings.term[ours]
        return _Met(pair, ours, theirs, self._idf(index, self._text_of[left[pair]], self._text_of[right[pair]], terms))

    def _nearly(self, left: Integers, right: Integers) -> Column:
        """The mass of nearly equal stems of each pair, at least one of the two wanting in the other text."""
        pair, ours = self._content.expand(left)
        term = self._profiles.left.content.term[ours]
        first = self._near_ends[term]
        which, place = expanded(first, self._near_ends[term + 1] - first)
        pair, term, other = pair[which], term[which], self._near[place]
        met, _ = self._content.find(right[pair], other)
        pair, term, other, likeness = pair[met], term[met], other[met], self._likeness[place[met]]
        a, b = self._text_of[left[pair]], self._text_of[right[pair]]
        wanting = (self._content.frequency(a, other) == 0) | (self._content.frequency(b, term) == 0)
        idf = np.minimum(self._idf(self._content, a, b, term), self._idf(self._content, a, b, other))
        return sums(pair, likeness * idf * wanting, len(left))

    def _sequence(self, left: Integers, right: Integers) -> Column:
        forms = self._forms
        ours, theirs = [forms[number] for number in left.tolist()], [forms[number] for number in right.tolist()]
        common = cpdist(ours, theirs, scorer=LCSseq.similarity, dtype=np.int32, workers=1)
        return common.astype(np.float64)
