"""The heaviest way through two orders at once."""

from bisect import bisect_left
from collections.abc import Sequence


def heaviest_chain(points: Sequence[tuple[int, int]], weights: Sequence[int], *, bonus: int = 0) -> list[int]:
    """The indices of the points of the heaviest chain in which both coordinates rise, in that order.

    O(n log n): a longest increasing subsequence (Fredman 1975) with weights.

    Args:
        points: Distinct places, one coordinate for each side.
        weights: Positive, one for each point.
        bonus: Added for each step of exactly one on both sides, so that unbroken runs are preferred.
    """
    totals = [0] * len(points)
    before = [-1] * len(points)
    at = {point: index for index, point in enumerate(points)}
    ends: list[int] = []
    tops: list[int] = []
    for index in sorted(range(len(points)), key=lambda index: (points[index][0], -points[index][1])):
        left, right = points[index]
        slot = bisect_left(ends, right)
        best = tops[slot - 1] if slot else -1
        total = totals[best] if slot else 0
        step = at.get((left - 1, right - 1), -1) if bonus else -1
        if step >= 0 and totals[step] + bonus >= total:
            best, total = step, totals[step] + bonus
        totals[index], before[index] = total + weights[index], best
        _raise(ends, tops, totals, slot, index, right)
    return _walk_back(tops[-1] if tops else -1, before)


def _raise(ends: list[int], tops: list[int], totals: list[int], slot: int, index: int, right: int) -> None:
    """Puts a chain's end on the frontier, on which a later end always has a greater total."""
    total = totals[index]
    if slot < len(ends) and ends[slot] == right and totals[tops[slot]] >= total:
        return
    beaten = slot
    while beaten < len(ends) and totals[tops[beaten]] <= total:
        beaten += 1
    ends[slot:beaten] = [right]
    tops[slot:beaten] = [index]


def _walk_back(last: int, before: Sequence[int]) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]
