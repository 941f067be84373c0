"""What the scorer looks at: each feature by name, a column over the pairs, the same whichever side is left.

Where a value belongs to one side, its higher and its lower occurrence are two features, so that swapping the
sides changes nothing.
"""

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np

from tui.alignment.columns import Column
from tui.alignment.evidence import Evidence
from tui.alignment.pairs import Pairs, Segments

Feature: TypeAlias = tuple[str, Column]
_LITTLE = 1e-6


def cosine(evidence: Evidence) -> Column:
    """The cosine of the sentences' idf vectors, 0.0 to 1.0."""
    pairs = evidence.pairs
    norms = evidence.left.norm[pairs.left] * evidence.right.norm[pairs.right]
    result: Column = evidence.shared.dot / np.maximum(norms, _LITTLE)
    return result


def lexical(evidence: Evidence) -> Iterator[Feature]:
    """The first reading: what two sentences share, where they stand, and how their neighbours do."""
    yield from _words(evidence)
    yield from _names_and_numbers(evidence)
    yield from _order(evidence)
    yield from _places(evidence.pairs)
    angle, mass = cosine(evidence), np.log1p(evidence.shared.mass)
    yield from _standing("cosine", angle, evidence.pairs)
    yield from _standing("mass", mass, evidence.pairs)


def contextual(evidence: Evidence, first: Column) -> Iterator[Feature]:
    """The second reading: the first one's probability beside those of the pairs around."""
    pairs = evidence.pairs
    yield "first", first
    yield "first log-odds", np.log((first + 1e-3) / (1 - first + 1e-3))
    yield from _standing("first", first, pairs)
    others = pairs.both(Segments.sum_other, first)
    yield "first, sum of others, more", others[0]
    yield "first, sum of others, fewer", others[1]
    diagonal = pairs.beside(first, -1, -1) + pairs.beside(first, 1, 1)
    yield "first, before and after", diagonal
    yield "first, two before and after", pairs.beside(first, -2, -2) + pairs.beside(first, 2, 2)
    yield "first, crossed", pairs.beside(first, -1, 1) + pairs.beside(first, 1, -1)
    order = _same_order(pairs, first)
    yield "same order", np.full(len(pairs), order)
    yield "same order, apart", order * _apart(pairs)
    yield "same order, before and after", order * diagonal
    yield "texts alike", np.full(len(pairs), pairs.mean_of_best(first))


def _words(evidence: Evidence) -> Iterator[Feature]:
    shared, pairs = evidence.shared, evidence.pairs
    left, right = evidence.left.mass[pairs.left], evidence.right.mass[pairs.right]
    yield "cosine", cosine(evidence)
    # the share of the sentence that has less to say
    yield "covered", shared.mass / np.maximum(np.minimum(left, right), _LITTLE)
    yield "shared terms", np.log1p(shared.terms)
    # terms that only these two sentences have, and that few have, point at one fact
    yield "terms of these two alone", np.log1p(shared.unique)
    yield "terms of few", np.log1p(shared.few)
    highest = np.log((pairs.rows + pairs.columns + 1) / 2.5)
    yield "rarest term", shared.rarest / np.maximum(highest, _LITTLE)
    # nearly equal stems: misspellings, other transliterations, compounds
    yield "near stems", np.log1p(shared.near)


def _names_and_numbers(evidence: Evidence) -> Iterator[Feature]:
    shared, pairs = evidence.shared, evidence.pairs
    yield "names", np.log1p(shared.names)
    yield "numbers", np.log1p(shared.numbers)
    yield "plain terms", np.log1p(np.maximum(shared.mass - shared.names - shared.numbers, 0.0))
    yield "outside formulas", np.log1p(shared.loose)
    all_names = evidence.left.name_mass[pairs.left] + evidence.right.name_mass[pairs.right] - shared.names
    yield "names, of all names", shared.names / np.maximum(all_names, 1e-3)
    left, right = evidence.left.numbers[pairs.left], evidence.right.numbers[pairs.right]
    yield "other numbers", (left & right & (shared.numbers == 0)).astype(np.float64)
    yield "numbers on one side", (left ^ right).astype(np.float64)


def _order(evidence: Evidence) -> Iterator[Feature]:
    shared, pairs = evidence.shared, evidence.pairs
    left, right = evidence.left.tokens[pairs.left], evidence.right.tokens[pairs.right]
    # function words too: wording taken over shows in them
    yield "same neighbours", np.log1p(shared.neighbours)
    yield "same sequence, of the shorter", shared.sequence / np.maximum(np.minimum(left, right), 1)
    yield "same sequence, of both", 2 * shared.sequence / np.maximum(left + right, 1)


def _places(pairs: Pairs) -> Iterator[Feature]:
    # news tells the most important first
    yield "apart", _apart(pairs)
    yield "lead, nearer", 1 / (1 + np.minimum(*pairs.places))
    yield "lead, farther", 1 / (1 + np.maximum(*pairs.places))
    # the longer a text, the less likely any one pair
    rows, columns = np.log(np.maximum(pairs.rows, 1)), np.log(np.maximum(pairs.columns, 1))
    yield "sentences, fewer", np.full(len(pairs), np.minimum(rows, columns))
    yield "sentences, more", np.full(len(pairs), np.maximum(rows, columns))


def _apart(pairs: Pairs) -> Column:
    """How far apart the sentences stand in their texts, 0.0 to 1.0."""
    left, right = pairs.places
    apart: Column = np.abs((left + 0.5) / pairs.rows - (right + 0.5) / pairs.columns)
    return apart


def _standing(name: str, values: Column, pairs: Pairs) -> Iterator[Feature]:
    """A value beside the others of its row, its column and its ring."""
    best = pairs.both(Segments.best, values)
    # best[0] is the higher of the two bests, so the pair's share of it is the lower
    yield f"{name}, of the best, more", values / np.maximum(best[1], _LITTLE)
    yield f"{name}, of the best, less", values / np.maximum(best[0], _LITTLE)
    other = pairs.both(Segments.best_other, values)
    yield f"{name}, before the next, more", values - other[1]
    yield f"{name}, before the next, less", values - other[0]
    across = np.maximum(pairs.beside(values, 0, -1), pairs.beside(values, 0, 1))
    down = np.maximum(pairs.beside(values, -1, 0), pairs.beside(values, 1, 0))
    yield f"{name}, beside, more", np.maximum(across, down)
    yield f"{name}, beside, less", np.minimum(across, down)
    corners = [pairs.beside(values, i, j) for i in (-1, 1) for j in (-1, 1)]
    yield f"{name}, ring", np.maximum.reduce([across, down, *corners])


def _same_order(pairs: Pairs, first: Column) -> Column | float:
    """How far the texts tell things in one order: the correlation of likely pairs' places, 0.0 to 1.0."""
    weight = first**2
    total = pairs.total(weight) + _LITTLE
    places = pairs.places
    left, right = (places[0] + 0.5) / pairs.rows, (places[1] + 0.5) / pairs.columns
    left = left - pairs.total(weight * left) / total
    right = right - pairs.total(weight * right) / total
    spread = pairs.total(weight * left**2) * pairs.total(weight * right**2) / total**2
    order: Column = np.maximum(0.0, pairs.total(weight * left * right) / total / np.sqrt(spread + _LITTLE))
    return order
