"""What each pair of sentences shares, weighed by how rare it is in the two texts."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from tui.alignment.columns import Column, Flags, Integers, sums
from tui.alignment.model import Progress
from tui.alignment.near import near_crossing
from tui.alignment.pairs import Crossing, Pairs, PairsOfTwo
from tui.alignment.profiles import Postings, Profile, Profiles

FEWEST_STEMS = 3
"""A sentence with fewer content stems is never compared, only recognised when it stands on both sides."""
_CELLS = 250_000
"""About how many pairs are looked at between two calls of the progress function."""
_MEETINGS = 3_000_000
"""Where the texts have more, the commonest terms count for nothing."""
LONGEST = 1000
"""Tokens of a sentence in which common sequences are looked for."""


class Sentences(NamedTuple):
    """One side, weighed: masses are sums of idf over a sentence's terms, `norm` the length of its vector."""

    mass: Column
    name_mass: Column
    norm: Column
    numbers: Flags
    tokens: Integers


class Shared(NamedTuple):
    """What the two sentences of each pair share.

    `mass` is the idf of all shared terms, `names`, `numbers` and `loose` that of names, of numbers, and of
    terms outside runs of capitalised words; `terms` how many there are, `unique` and `few` how many of those that
    two or at most four sentences have; `rarest` the highest idf. `near` is the mass of nearly equal stems,
    `neighbours` that of shared pairs of neighbouring tokens, `sequence` the longest common subsequence of
    tokens, `dot` the product of the two vectors.
    """

    dot: Column
    mass: Column
    names: Column
    numbers: Column
    loose: Column
    terms: Column
    unique: Column
    few: Column
    rarest: Column
    near: Column
    neighbours: Column
    sequence: Column


class Meetings(NamedTuple):
    """Content terms that both sentences of a pair have: the pair's place, and what is known of the term there.

    `weight` is the product of what it adds to the two vectors, `held` how many sentences of the two texts have it.
    """

    pair: Integers
    weight: Column
    idf: Column
    held: Integers
    name: Flags
    number: Flags
    formal: Flags

    def shared(self, pairs: int, *, near: Column, neighbours: Column, sequence: Column) -> Shared:
        """What that many pairs share."""

        def total(values: Column) -> Column:
            return sums(self.pair, values, pairs)

        rarest = np.zeros(pairs)
        np.maximum.at(rarest, self.pair, self.idf)
        return Shared(
            dot=total(self.weight),
            mass=total(self.idf),
            names=total(self.idf * self.name),
            numbers=total(self.idf * self.number),
            loose=total(self.idf * ~self.formal),
            terms=total(np.ones(len(self.pair))),
            unique=total((self.held == 2).astype(np.float64)),
            few=total((self.held <= 4).astype(np.float64)),
            rarest=rarest,
            near=near,
            neighbours=neighbours,
            sequence=sequence,
        )


class Evidence(NamedTuple):
    """All that is known of every pair worth scoring; `idf` is by term, over the sentences of both texts."""

    pairs: Pairs
    left: Sentences
    right: Sentences
    shared: Shared
    idf: Column


def gather(profiles: Profiles, progress: Progress) -> Evidence:
    """Find the pairs that share a content stem, or nearly share one, and what they share.

    Costs as much as the texts' terms meet, at worst the product of their lengths; `progress` may end it by
    raising.
    """
    rows, columns, terms = len(profiles.left), len(profiles.right), len(profiles.terms)
    idf = _idf(profiles.left.content, profiles.right.content, terms, rows + columns)
    sides = [_weigh(side, profiles, idf) for side in (profiles.left, profiles.right)]
    crossings = _Crossings(profiles, idf)
    parts: list[Shared] = []
    lefts: list[Integers] = []
    rights: list[Integers] = []
    for first, last in _blocks(crossings.load(), columns):
        cells, shared = crossings.within(first, last)
        lefts.append(cells // columns + first)
        rights.append(cells % columns)
        parts.append(shared)
        progress(last / rows)
    none = np.zeros(0, dtype=np.int64)
    pairs = PairsOfTwo(np.concatenate([none, *lefts]), np.concatenate([none, *rights]), rows, columns)
    nothing = Shared(*[np.zeros(0)] * len(Shared._fields))
    shared = Shared(*map(np.concatenate, zip(nothing, *parts, strict=True)))
    return Evidence(pairs, sides[0], sides[1], shared, idf)


def _idf(left: Postings, right: Postings, terms: int, sentences: int) -> Column:
    idf: Column = np.log((sentences + 1) / (_frequency(left, right, terms) + 0.5))
    return idf


def _frequency(left: Postings, right: Postings, terms: int) -> Integers:
    """How many sentences of both sides hold each term."""
    return np.bincount(left.term, minlength=terms) + np.bincount(right.term, minlength=terms)


def _weigh(side: Profile, profiles: Profiles, idf: Column) -> Sentences:
    content, of = side.content, len(side)
    weight = _weights(content, idf)
    named = profiles.names[content.term]
    return Sentences(
        mass=sums(content.sentence, idf[content.term], of),
        name_mass=sums(content.sentence, idf[content.term] * named, of),
        norm=np.sqrt(sums(content.sentence, weight**2, of)),
        numbers=np.bincount(content.sentence, profiles.numbers[content.term], of) > 0,
        tokens=np.minimum(np.fromiter(map(len, side.forms), dtype=np.int64, count=of), LONGEST),
    )


def _weights(postings: Postings, idf: Column) -> Column:
    weights: Column = (1 + np.log(postings.times)) * idf[postings.term]
    return weights


def _blocks(load: Integers, columns: int) -> Iterator[tuple[int, int]]:
    """Runs of left sentences with about as many meetings and cells as fit between two calls of progress."""
    first, used = 0, 0
    for row, meetings in enumerate(load.tolist()):
        if row > first and used + meetings + columns > _CELLS:
            yield first, row
            first, used = row, 0
        used += meetings + columns
    if len(load):
        yield first, len(load)


class _Crossings:
    """The meetings of content stems, of nearly equal stems and of neighbouring tokens."""

    def __init__(self, profiles: Profiles, idf: Column) -> None:
        self._profiles = profiles
        self._idf = idf
        rows, terms = len(profiles.left), len(profiles.terms)
        left, right = profiles.left.content, profiles.right.content
        long = [side.stems >= FEWEST_STEMS for side in (profiles.left, profiles.right)]
        self._content = _crossing(_only(left, long[0]), _only(right, long[1]), rows, terms)
        self._near, self._near_weight = near_crossing(self._content, profiles.terms, idf, rows)
        self._frequency = _frequency(left, right, terms)
        ours, theirs, pairs = profiles.left.bigrams, profiles.right.bigrams, profiles.bigrams
        self._bigrams = _crossing(ours, theirs, rows, pairs)
        self._bigram_idf = _idf(ours, theirs, pairs, rows + len(profiles.right))
        self._sequences = [[forms[:LONGEST] for forms in side.forms] for side in (profiles.left, profiles.right)]

    def load(self) -> Integers:
        return self._content.load() + self._near.load() + self._bigrams.load()

    def within(self, first: int, last: int) -> tuple[Integers, Shared]:
        """The cells, counted along the rows from `first`, whose sentences share something, and what."""
        columns = len(self._profiles.right)
        size = (last - first) * columns
        ours, theirs = self._content.within(first, last)
        left, right = self._content.left, self._content.right
        cell = (left.sentence[ours] - first) * columns + right.sentence[theirs]
        near_cell, near = self._nearly(first, last, columns)
        found = np.zeros(size, dtype=np.bool_)
        found[cell] = True
        found[near_cell] = True
        cells, term = np.flatnonzero(found), left.term[ours]
        met = Meetings(
            pair=(np.cumsum(found) - 1)[cell],
            weight=_weights(left, self._idf)[ours] * _weights(right, self._idf)[theirs],
            idf=self._idf[term],
            held=self._frequency[term],
            name=self._profiles.names[term],
            number=self._profiles.numbers[term],
            formal=formal_meetings(left, ours, right, theirs),
        )
        return cells, met.shared(
            len(cells),
            near=sums(near_cell, near, size)[cells],
            neighbours=self._neighbours(first, last, columns)[cells],
            sequence=self._sequence(first, last)[cells],
        )

    def _nearly(self, first: int, last: int, columns: int) -> tuple[Integers, Column]:
        ours, theirs = self._near.within(first, last)
        left, right = self._near.left, self._near.right
        cell = (left.sentence[ours] - first) * columns + right.sentence[theirs]
        return cell, self._near_weight[left.term[ours]]

    def _neighbours(self, first: int, last: int, columns: int) -> Column:
        ours, theirs = self._bigrams.within(first, last)
        left, right = self._bigrams.left, self._bigrams.right
        cell = (left.sentence[ours] - first) * columns + right.sentence[theirs]
        return sums(cell, self._bigram_idf[left.term[ours]], (last - first) * columns)

    def _sequence(self, first: int, last: int) -> Column:
        left, right = self._sequences
        common = cdist(left[first:last], right, scorer=LCSseq.similarity, dtype=np.int32, workers=1)
        return common.ravel().astype(np.float64)


def formal_meetings(left: Postings, ours: Integers, right: Postings, theirs: Integers) -> Flags:
    """Which meetings are of a name or its title; where one sentence is a headline, the other one tells."""
    formal, also_formal = left.formal[ours], right.formal[theirs]
    told = (formal | left.titled[ours]) & (also_formal | right.titled[theirs])
    return told & (formal | also_formal)


def _only(postings: Postings, sentences: Flags) -> Postings:
    return postings.at(np.flatnonzero(sentences[postings.sentence]))


def _crossing(left: Postings, right: Postings, rows: int, terms: int) -> Crossing:
    """Where two sides meet, the commonest terms of very long texts left out."""
    meetings = np.bincount(left.term, minlength=terms) * np.bincount(right.term, minlength=terms)
    if meetings.sum() > _MEETINGS:
        rising = np.argsort(meetings, kind="stable")
        usable = np.empty(terms, dtype=np.bool_)
        usable[rising] = np.cumsum(meetings[rising]) <= _MEETINGS
        left, right = (side.at(np.flatnonzero(usable[side.term])) for side in (left, right))
    return Crossing(left, right, rows, terms)
