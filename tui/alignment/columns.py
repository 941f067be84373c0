"""Numbers side by side, one for each pair, posting or sentence: what the engine works in."""

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def sums(places: Integers, weights: Column, size: int) -> Column:
    """The sum of the weights at each of that many places."""
    return np.bincount(places, weights, size).astype(np.float64, copy=False)


def grouped(keys: Integers, size: int) -> tuple[Integers, Integers, Integers]:
    """The places of equal keys in a row; and of each key below `size` where its row begins, and how long it is."""
    counts = np.bincount(keys, minlength=size)
    return np.argsort(keys, kind="stable"), np.cumsum(counts) - counts, counts


def expanded(first: Integers, counts: Integers) -> tuple[Integers, Integers]:
    """For each of the runs that begin there and are so long: which run, and the place, of all their members."""
    run = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(run)) - np.repeat(np.cumsum(counts) - counts, counts)
    return run, first[run] + within
