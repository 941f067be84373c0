"""Stems that are nearly equal: misspellings, other transliterations, parts of compounds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cpdist

from tui.alignment.pairs import Column, Crossing
from tui.alignment.profiles import Postings
from tui.alignment.wording import Integers

_NEAR = 0.88
"""Jaro-Winkler similarity from which two stems may be one word."""
_LETTERS = 5
"""Letters that such a stem has at least."""
_START = 3
"""Letters that both begin with."""


def near_crossing(content: Crossing, terms: Sequence[str], idf: Column, rows: int) -> tuple[Crossing, Column]:
    """Meetings of stems that are nearly equal, as if each two of them were one term; and its mass."""
    ours, theirs, likeness = _near_terms(content, terms)
    both = Crossing(_renamed(content.left, ours), _renamed(content.right, theirs), rows, max(len(likeness), 1))
    return both, likeness * np.minimum(idf[ours], idf[theirs])


def near_terms(spelled: Sequence[str]) -> tuple[Integers, Column, Integers]:
    """For each of these stems those nearly equal to it, and how alike they are; and where each stem's begin and end.

    Costs the square of the stems that begin alike.
    """
    ours: list[int] = []
    theirs: list[int] = []
    for group in _by_start(range(len(spelled)), spelled).values():
        for place, term in enumerate(group):
            ours += [term] * (len(group) - place - 1)
            theirs += group[place + 1 :]
    one, other, likeness = _likeness(ours, theirs, spelled)
    both = np.concatenate((one, other))
    order = np.argsort(both, kind="stable")
    ends = np.searchsorted(both[order], np.arange(len(spelled) + 1))
    return np.concatenate((other, one))[order], np.concatenate((likeness, likeness))[order], ends


def _renamed(postings: Postings, terms: Integers) -> Postings:
    """The postings of the terms listed, each listing a term of its own."""
    order = np.argsort(postings.term, kind="stable")
    counts = np.bincount(postings.term, minlength=int(terms.max(initial=0)) + 1)
    starts = (np.cumsum(counts) - counts)[terms]
    sizes = counts[terms]
    listing = np.repeat(np.arange(len(terms)), sizes)
    within = np.arange(len(listing)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    chosen = order[starts[listing] + within]
    by_sentence = np.argsort(postings.sentence[chosen], kind="stable")
    chosen = chosen[by_sentence]
    return replace(postings.at(chosen), term=listing[by_sentence])


def _near_terms(content: Crossing, spelled: Sequence[str]) -> tuple[Integers, Integers, Column]:
    """Stems of the two sides that are nearly equal, at least one of them wanting on the other side."""
    sides = [set(postings.term.tolist()) for postings in (content.left, content.right)]
    starting = [_by_start(terms, spelled) for terms in sides]
    both = sides[0] & sides[1]
    ours: list[int] = []
    theirs: list[int] = []
    for start, group in starting[0].items():
        others = starting[1].get(start, ())
        wanting = [other for other in others if other not in both]
        for term in group:
            found = wanting if term in both else others
            ours += [term] * len(found)
            theirs += found
    return _likeness(ours, theirs, spelled)


def _likeness(ours: list[int], theirs: list[int], spelled: Sequence[str]) -> tuple[Integers, Integers, Column]:
    """Those of the stems side by side that are nearly equal, and how alike they are, 0.0 to 1.0."""
    likeness = cpdist(
        [spelled[term] for term in ours],
        [spelled[term] for term in theirs],
        scorer=JaroWinkler.normalized_similarity,
        score_cutoff=_NEAR,
        dtype=np.float64,
        workers=1,
    )
    kept = np.flatnonzero(likeness)
    return np.array(ours, dtype=np.int64)[kept], np.array(theirs, dtype=np.int64)[kept], likeness[kept]


def _by_start(terms: Iterable[int], spelled: Sequence[str]) -> dict[str, list[int]]:
    """The longer ones of the terms, in order, by their first letters."""
    by_start: dict[str, list[int]] = defaultdict(list)
    for term in sorted(terms):
        stem = spelled[term]
        if len(stem) >= _LETTERS and stem[0].isalpha():
            by_start[stem[:_START]].append(term)
    return by_start
