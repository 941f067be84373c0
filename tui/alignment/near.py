"""Stems that are nearly equal: misspellings, other transliterations, parts of compounds."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist, cpdist

from tui.alignment.columns import Column, Integers, expanded, grouped
from tui.alignment.model import Progress
from tui.alignment.pairs import Crossing
from tui.alignment.profiles import Postings

_NEAR = 0.88
"""Jaro-Winkler similarity from which two stems may be one word."""
_LETTERS = 5
"""Letters that such a stem has at least."""
_START = 3
"""Letters that both begin with."""
_SCORER = JaroWinkler.normalized_similarity


def near_crossing(content: Crossing, terms: Sequence[str], idf: Column, rows: int) -> tuple[Crossing, Column]:
    """Meetings of stems that are nearly equal, as if each two of them were one term; and its mass."""
    ours, theirs, likeness = _near_terms(content, terms)
    both = Crossing(_renamed(content.left, ours), _renamed(content.right, theirs), rows, max(len(likeness), 1))
    return both, likeness * np.minimum(idf[ours], idf[theirs])


def near_terms(spelled: Sequence[str], progress: Progress) -> tuple[Integers, Column, Integers]:
    """For each of these stems those nearly equal to it, and how alike they are; and where each stem's begin and end.

    Costs the square of the stems that begin alike; `progress` may end it by raising.
    """
    none = np.zeros(0, dtype=np.int64)
    ours, theirs, values = [none], [none], [np.zeros(0)]
    groups = _by_start(range(len(spelled)), spelled)
    for number, group in enumerate(groups.values()):
        stems = [spelled[term] for term in group]
        likeness = cdist(stems, stems, scorer=_SCORER, score_cutoff=_NEAR, dtype=np.float64, workers=1)
        np.fill_diagonal(likeness, 0.0)
        rows, columns = np.nonzero(likeness)
        terms = np.array(group, dtype=np.int64)
        ours.append(terms[rows])
        theirs.append(terms[columns])
        values.append(likeness[rows, columns])
        progress(number / len(groups))
    one, other, alike = np.concatenate(ours), np.concatenate(theirs), np.concatenate(values)
    order = np.lexsort((other, one))
    ends = np.searchsorted(one[order], np.arange(len(spelled) + 1))
    return other[order], alike[order], ends


def _renamed(postings: Postings, terms: Integers) -> Postings:
    """The postings of the terms listed, each listing a term of its own."""
    order, starts, counts = grouped(postings.term, int(terms.max(initial=0)) + 1)
    listing, place = expanded(starts[terms], counts[terms])
    chosen = order[place]
    by_sentence = np.argsort(postings.sentence[chosen], kind="stable")
    chosen = chosen[by_sentence]
    return postings.at(chosen)._replace(term=listing[by_sentence])


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
    likeness = cpdist(
        [spelled[term] for term in ours],
        [spelled[term] for term in theirs],
        scorer=_SCORER,
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
