"""The pairs of sentences worth scoring: those that share content, with what each shares.

A pair's values are held in columns, one number for each pair, so that cost and memory follow the pairs that
share something and not the whole grid.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property

import numpy as np
import numpy.typing as npt

from tui.alignment.columns import Column, Flags, Integers, expanded, grouped
from tui.alignment.profiles import Postings


class Pairs(ABC):
    """Pairs of a left and a right sentence, by their two texts, then left, then right, each once.

    `left` and `right` number the sentences, and `places` tells where they stand in their texts, from 0; `rows` and
    `columns` are how many sentences a pair's two texts have. Sums and means are over these two texts as well.
    """

    def __init__(
        self,
        left: Integers,
        right: Integers,
        *,
        places: tuple[Integers, Integers],
        rows: Integers | int,
        columns: Integers | int,
    ) -> None:
        self.left = left
        self.right = right
        self.places = places
        self.rows = rows
        self.columns = columns
        self._beside: dict[tuple[int, int], npt.NDArray[np.int32]] = {}

    def __len__(self) -> int:
        return len(self.left)

    @cached_property
    def _across(self) -> "Segments":
        return Segments(self.left, np.arange(len(self)))

    @cached_property
    def _down(self) -> "Segments":
        return Segments(self.right, np.argsort(self.right, kind="stable"))

    @abstractmethod
    def total(self, values: Column) -> Column | float:
        """The sum of the values over the pairs of the two texts."""

    @abstractmethod
    def mean_of_best(self, values: Column) -> Column | float:
        """The mean over all sentences of the best of their values, 0 where they have none; of the sides' the mean."""

    def both(self, of: Callable[["Segments", Column], Column], values: Column) -> tuple[Column, Column]:
        """Something of each pair's row and of its column, the higher and the lower of the two."""
        across, down = of(self._across, values), of(self._down, values)
        return np.maximum(across, down), np.minimum(across, down)

    def beside(self, values: Column, down: int, across: int) -> Column:
        """The values of the pairs that many sentences further on both sides, 0 where there is none."""
        key = (down, across)
        if key not in self._beside:
            left, right = self.places[0] + down, self.places[1] + across
            inside = (left >= 0) & (left < self.rows) & (right >= 0) & (right < self.columns)
            self._beside[key] = self._find(left, right, inside)
        return np.append(values, 0.0)[self._beside[key]]

    @abstractmethod
    def _find(self, left: Integers, right: Integers, inside: Flags) -> npt.NDArray[np.int32]:
        """The pair of the sentences at these places of each pair's texts, `len(self)` where there is none."""


class PairsOfTwo(Pairs):
    """Pairs of sentences of two texts, which have so many: `rows` × `columns` is the grid."""

    def __init__(self, left: Integers, right: Integers, rows: int, columns: int) -> None:
        super().__init__(left, right, places=(left, right), rows=rows, columns=columns)
        self._size = rows, columns

    def total(self, values: Column) -> float:
        """The sum of the values."""
        return float(values.sum())

    def mean_of_best(self, values: Column) -> float:
        """As for any pairs, for all of them at once."""
        rows, columns = map(np.zeros, self._size)
        np.maximum.at(rows, self.left, values)
        np.maximum.at(columns, self.right, values)
        return float(rows.mean() + columns.mean()) / 2 if len(self) else 0.0

    def _find(self, left: Integers, right: Integers, inside: Flags) -> npt.NDArray[np.int32]:
        rows, columns = self._size
        own = self.left * columns + self.right
        wanted = np.where(inside, left * columns + right, -1)
        if rows * columns > _LOOKED_UP:
            return _searched(own, wanted)
        place = np.full(rows * columns + 1, len(own), dtype=np.int32)
        place[own] = np.arange(len(own))
        return place[wanted]


class PairsOfMany(Pairs):
    """Pairs of sentences of many texts, each sentence numbered once for every text it is compared with."""

    def __init__(
        self,
        numbers: tuple[Integers, Integers],
        *,
        places: tuple[Integers, Integers],
        sizes: tuple[Integers, Integers],
        texts: Integers,
    ) -> None:
        super().__init__(*numbers, places=places, rows=sizes[0], columns=sizes[1])
        begins = np.ones(len(texts), dtype=np.bool_)
        begins[1:] = texts[1:] != texts[:-1]
        self._grid = np.cumsum(begins) - 1
        self._width = int(max(sizes[0].max(initial=0), sizes[1].max(initial=0), 1))

    def total(self, values: Column) -> Column:
        """The sum of the values over the pairs of each pair's two texts."""
        total: Column = np.bincount(self._grid, values)[self._grid]
        return total

    def mean_of_best(self, values: Column) -> Column:
        """As for two texts, for each pair's own."""
        sides = [
            self._sum_of_best(self._across, values) / self.rows,
            self._sum_of_best(self._down, values) / self.columns,
        ]
        mean: Column = (sides[0] + sides[1]) / 2
        return mean

    def _sum_of_best(self, segments: "Segments", values: Column) -> Column:
        """The sum of the best values of the sentences of one side."""
        return self.total(segments.once(segments.best(values)))

    def _find(self, left: Integers, right: Integers, inside: Flags) -> npt.NDArray[np.int32]:
        return _searched(self._keys(*self.places), np.where(inside, self._keys(left, right), -1))

    def _keys(self, left: Integers, right: Integers) -> Integers:
        return (self._grid * self._width + left) * self._width + right


def _searched(keys: Integers, wanted: Integers) -> npt.NDArray[np.int32]:
    """Where each wanted one stands among the keys, which ascend; their number where it is none of them."""
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[found] == wanted, found, len(keys)).astype(np.int32)


_LOOKED_UP = 5_000_000
"""Cells up to which a table of the whole grid finds a neighbour faster than a search."""


class Segments:
    """The pairs gathered by one of their sentences."""

    def __init__(self, key: Integers, order: Integers) -> None:
        sorted_key = key[order]
        first = np.ones(len(order), dtype=np.bool_)
        first[1:] = sorted_key[1:] != sorted_key[:-1]
        self._starts = np.flatnonzero(first)
        self._order = order
        self._segment = np.empty(len(order), dtype=np.int64)
        self._segment[order] = np.cumsum(first) - 1

    def once(self, values: Column) -> Column:
        """The values of one pair of each sentence, 0 for its others."""
        firsts = self._order[self._starts]
        kept = np.zeros(len(values))
        kept[firsts] = values[firsts]
        return kept

    def best(self, values: Column) -> Column:
        """The highest of the sentence's values."""
        return np.maximum.reduceat(values[self._order], self._starts)[self._segment]

    def best_other(self, values: Column) -> Column:
        """The highest of the sentence's other values, 0 where there is none."""
        ordered = values[self._order]
        best = np.maximum.reduceat(ordered, self._starts)[self._segment]
        at_best = values == best
        ties = np.add.reduceat(at_best[self._order].astype(np.int64), self._starts)[self._segment]
        rest = np.maximum.reduceat(np.where(at_best, 0.0, values)[self._order], self._starts)[self._segment]
        return np.where(at_best & (ties == 1), rest, best)

    def sum_other(self, values: Column) -> Column:
        """The sum of the sentence's other values."""
        return np.add.reduceat(values[self._order], self._starts)[self._segment] - values


class Crossing:
    """Where the postings of two sides meet: every two postings of one term."""

    def __init__(self, left: Postings, right: Postings, rows: int, terms: int) -> None:
        self.left = left
        self.right = right
        self._order, self._starts, each = grouped(right.term, terms)
        self._counts = each[left.term]
        self._ends = np.searchsorted(left.sentence, np.arange(rows + 1))

    def load(self) -> Integers:
        """How many meetings each left sentence has."""
        total = np.concatenate(([0], np.cumsum(self._counts)))[self._ends]
        return np.diff(total)

    def within(self, first: int, last: int) -> tuple[Integers, Integers]:
        """The meetings of the left sentences from `first` to before `last`, as places in either's postings."""
        start, end = self._ends[first], self._ends[last]
        run, place = expanded(self._starts[self.left.term[start:end]], self._counts[start:end])
        return start + run, self._order[place]
