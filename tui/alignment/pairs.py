"""The pairs of sentences worth scoring: those that share content, with what each shares.

A pair's values are held in columns, one number for each pair, so that cost and memory follow the pairs that
share something and not the whole grid.
"""

from collections.abc import Callable
from functools import cached_property

import numpy as np
import numpy.typing as npt

from tui.alignment.profiles import Postings
from tui.alignment.wording import Integers

Column = npt.NDArray[np.float64]


class Pairs:
    """Pairs of a left and a right sentence, by left then right, each once; `rows` × `columns` is the grid."""

    def __init__(self, left: Integers, right: Integers, rows: int, columns: int) -> None:
        self.left = left
        self.right = right
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

    @property
    def places(self) -> tuple[Integers, Integers]:
        """Where the two sentences of each pair stand in their texts, from 0."""
        return self.left, self.right

    def total(self, values: Column) -> "Column | float":
        """The sum of the values over the pairs of the two texts."""
        return float(values.sum())

    def mean_of_best(self, values: Column) -> "Column | float":
        """The mean over all sentences of the best of their values, 0 where they have none; of the sides' the mean."""
        rows, columns = np.zeros(self.rows), np.zeros(self.columns)
        np.maximum.at(rows, self.left, values)
        np.maximum.at(columns, self.right, values)
        return float(rows.mean() + columns.mean()) / 2 if len(self) else 0.0

    def both(self, of: Callable[["Segments", Column], Column], values: Column) -> tuple[Column, Column]:
        """Something of each pair's row and of its column, the higher and the lower of the two."""
        across, down = of(self._across, values), of(self._down, values)
        return np.maximum(across, down), np.minimum(across, down)

    def beside(self, values: Column, down: int, across: int) -> Column:
        """The values of the pairs that many sentences further on both sides, 0 where there is none."""
        key = (down, across)
        if key not in self._beside:
            self._beside[key] = self._places(down, across)
        return np.append(values, 0.0)[self._beside[key]]

    def mirrored(self) -> Integers:
        """The place of each pair with its sides swapped, where both sides are the same text."""
        found: Integers = np.searchsorted(self.left * self.columns + self.right, self.right * self.columns + self.left)
        return found

    def _places(self, down: int, across: int) -> npt.NDArray[np.int32]:
        own = self.left * self.columns + self.right
        right = self.right + across
        wanted = np.where((right >= 0) & (right < self.columns), own + down * self.columns + across, -1)
        cells = self.rows * self.columns
        if cells <= _LOOKED_UP:
            place = np.full(cells, len(own), dtype=np.int32)
            place[own] = np.arange(len(own))
            found = place[np.clip(wanted, 0, cells - 1)] if cells else own
            return np.where((wanted >= 0) & (wanted < cells), found, len(own)).astype(np.int32)
        found = np.searchsorted(own, wanted)
        inside = np.minimum(found, len(own) - 1)
        return np.where(own[inside] == wanted, inside, len(own)).astype(np.int32)


class TextPairs(Pairs):
    """Pairs of sentences of many texts, by their two texts, then left, then right.

    `left` and `right` number each sentence once for every text it is compared with; `rows` and `columns`, the
    sums and the means are of each pair's own two texts.
    """

    rows: Integers  # type: ignore[assignment]
    columns: Integers  # type: ignore[assignment]

    def __init__(
        self,
        numbers: tuple[Integers, Integers],
        *,
        places: tuple[Integers, Integers],
        sizes: tuple[Integers, Integers],
        texts: Integers,
    ) -> None:
        super().__init__(*numbers, *sizes)  # type: ignore[arg-type]
        self._in_texts = places
        begins = np.ones(len(texts), dtype=np.bool_)
        begins[1:] = texts[1:] != texts[:-1]
        self._grid = np.cumsum(begins) - 1
        self._width = int(max(sizes[0].max(initial=0), sizes[1].max(initial=0), 1))

    @property
    def places(self) -> tuple[Integers, Integers]:
        """Where the two sentences of each pair stand in their texts, from 0."""
        return self._in_texts

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

    def _places(self, down: int, across: int) -> npt.NDArray[np.int32]:
        own = self._keys(*self._in_texts)
        left, right = self._in_texts[0] + down, self._in_texts[1] + across
        inside = (left >= 0) & (left < self.rows) & (right >= 0) & (right < self.columns)
        wanted = np.where(inside, self._keys(left, right), -1)
        found = np.minimum(np.searchsorted(own, wanted), max(len(own) - 1, 0))
        return np.where(own[found] == wanted, found, len(own)).astype(np.int32)

    def _keys(self, left: Integers, right: Integers) -> Integers:
        return (self._grid * self._width + left) * self._width + right


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
        each = np.bincount(right.term, minlength=terms)
        self._order = np.argsort(right.term, kind="stable")
        self._starts = np.cumsum(each) - each
        self._counts = each[left.term]
        self._ends = np.searchsorted(left.sentence, np.arange(rows + 1))

    def load(self) -> Integers:
        """How many meetings each left sentence has."""
        total = np.concatenate(([0], np.cumsum(self._counts)))[self._ends]
        return np.diff(total)

    def within(self, first: int, last: int) -> tuple[Integers, Integers]:
        """The meetings of the left sentences from `first` to before `last`, as places in either's postings."""
        start, end = self._ends[first], self._ends[last]
        counts = self._counts[start:end]
        ours = np.repeat(np.arange(start, end), counts)
        within = np.arange(len(ours)) - np.repeat(np.cumsum(counts) - counts, counts)
        return ours, self._order[self._starts[self.left.term[ours]] + within]
