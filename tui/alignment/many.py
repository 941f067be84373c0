"""Sentences of many texts scored at once: one index proposes the pairs, and only those are looked at.

Each pair is weighed as if its two texts stood alone, so that a pair among two hundred texts is as alike as it is
between two; what is not proposed is not seen as a neighbour either.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from tui.alignment.columns import Column, Flags, Integers, sums
from tui.alignment.crossings import ManyTexts
from tui.alignment.evidence import FEWEST_STEMS, Evidence
from tui.alignment.links import believed
from tui.alignment.model import Progress
from tui.alignment.pairs import Crossing
from tui.alignment.profiles import Postings, Profiles, profile
from tui.alignment.scorer import fitted
from tui.text.tokens import Tokens

PARTNERS = 200
"""With so many sentences of other texts is one proposed to be alike, and with those as alike as the last."""
_CELLS = 2_000_000
"""Cells of the grid of all sentences that are looked at between two calls of the progress function."""
_MEETINGS = 100_000_000
"""Where the texts have more, their commonest terms propose nothing."""
_BATCH = 50_000
"""About how many pairs are scored between two calls of the progress function."""


class Likeness(NamedTuple):
    """Pairs of sentences of different texts, by their numbers among all, the earlier one `left`; each once.

    `similarity`, 0.0 to 1.0, is what `link_sentences` would say of the two; `wording` the share of their words
    that they have in common and in the same order, 0.0 to 1.0.
    """

    left: Integers
    right: Integers
    similarity: Column
    wording: Column


def score_sentences(
    texts: Sequence[Sequence[Tokens]], *, language: str, compared: Flags, progress: Progress
) -> Likeness:
    """Which sentences of different texts may say the same thing, numbered through all texts in order.

    Costs as much as the rarer terms meet, and then as the pairs proposed: about `PARTNERS` for each sentence.

    Args:
        texts: The sentences of each text.
        language: ISO 639-1 code of all of them.
        compared: For each sentence, whether it is to stand in a pair; the others only surround.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.

    Raises:
        Cancelled: When `progress` raises it.
    """
    sentences = [sentence for text in texts for sentence in text]
    text_of = np.repeat(np.arange(len(texts)), np.array([len(text) for text in texts], dtype=np.int64))
    profiles = profile(sentences, (), language=language, progress=lambda done: progress(0.1 * done))
    proposed = _propose(profiles, compared, text_of, lambda done: progress(0.1 + 0.2 * done))
    many = ManyTexts(profiles, text_of, len(texts), lambda done: progress(0.3 + 0.05 * done))
    scorer, none = fitted(), np.zeros(0, dtype=np.int64)
    parts = [Likeness(none, none, np.zeros(0), np.zeros(0))]
    for done, (left, right) in _batches(*proposed, text_of, len(texts)):
        evidence = many.gather(left, right)
        similarity = believed(evidence, scorer.probability(evidence, lambda _: None))
        parts.append(Likeness(left, right, similarity, _same_words(evidence)))
        progress(0.35 + 0.65 * done)
    return Likeness(*map(np.concatenate, zip(*parts, strict=True)))


def _same_words(evidence: Evidence) -> Column:
    pairs = evidence.pairs
    tokens = evidence.left.tokens[pairs.left] + evidence.right.tokens[pairs.right]
    shared: Column = 2 * evidence.shared.sequence / np.maximum(tokens, 1)
    return shared


def _propose(profiles: Profiles, compared: Flags, text_of: Integers, progress: Progress) -> tuple[Integers, Integers]:
    """Pairs of sentences of different texts that are among the most alike for one of the two, ascending."""
    side, terms, size = profiles.left, len(profiles.terms), len(profiles.left)
    content = _telling(side.content, compared & (side.stems >= FEWEST_STEMS), terms)
    frequency = np.bincount(content.term, minlength=terms)
    weight = np.log((size + 1) / (frequency[content.term] + 0.5)) * (1 + np.log(content.times))
    norm = np.sqrt(np.bincount(content.sentence, weight**2, size)) + 1e-9
    weight /= norm[content.sentence]
    crossing = Crossing(content, content, size, terms)
    keys = [np.zeros(0, dtype=np.int64)]
    step = max(1, _CELLS // max(size, 1))
    for first in range(0, size, step):
        last = min(first + step, size)
        ours, theirs = crossing.within(first, last)
        cell = (content.sentence[ours] - first) * size + content.sentence[theirs]
        angle = sums(cell, weight[ours] * weight[theirs], (last - first) * size)
        angle = angle.reshape(last - first, size)
        angle[text_of[first:last, None] == text_of[None, :]] = 0.0
        rows, columns = _best(angle, PARTNERS)
        rows += first
        keys.append(np.unique(np.minimum(rows, columns) * size + np.maximum(rows, columns)))
        progress(last / size)
    key = np.unique(np.concatenate(keys))
    return key // max(size, 1), key % max(size, 1)


def _telling(content: Postings, told: Flags, terms: int) -> Postings:
    """The postings of sentences that are compared, the commonest terms of many texts left out."""
    content = content.at(np.flatnonzero(told[content.sentence]))
    frequency = np.bincount(content.term, minlength=terms)
    rising = np.argsort(frequency, kind="stable")
    usable = np.zeros(terms, dtype=np.bool_)
    usable[rising] = np.cumsum(frequency[rising] ** 2) <= _MEETINGS
    return content.at(np.flatnonzero(usable[content.term]))


def _best(angle: Column, most: int) -> tuple[Integers, Integers]:
    """Rows and columns of the highest values above 0.0, of each row at most so many."""
    if angle.shape[1] > most:
        least = np.partition(angle, -most, axis=1)[:, -most]
        angle = np.where(angle >= least[:, None], angle, 0.0)
    rows, columns = np.nonzero(angle)
    return rows, columns


def _batches(
    left: Integers, right: Integers, text_of: Integers, texts: int
) -> Iterator[tuple[float, tuple[Integers, Integers]]]:
    """The pairs by their texts, all of two texts together; and the share of pairs that is then done."""
    grid = text_of[left] * texts + text_of[right]
    order = np.lexsort((right, left, grid))
    left, right, grid = left[order], right[order], grid[order]
    ends = np.flatnonzero(np.append(grid[1:] != grid[:-1], True)) + 1 if len(grid) else np.zeros(0, dtype=np.int64)
    first = 0
    while first < len(left):
        last = int(ends[min(int(np.searchsorted(ends, first + _BATCH)), len(ends) - 1)])
        yield last / len(left), (left[first:last], right[first:last])
        first = last
