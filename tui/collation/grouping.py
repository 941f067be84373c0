"""Which sentences make one claim: groups that hold together as a whole, not chains of links."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TypeAlias

JOINED = 0.3
"""Two groups are joined when the best likeness between them, weighed with the mean of all, comes to this."""
BEST = 0.7
"""The weight of the best likeness; the mean of all pairs has the rest."""
COHERENT = 0.12
"""And the mean of all their pairs must come to this: a group held together by one link ends here."""
MOST = 3
"""A group has at most so many different sentences of any source."""
_OFTEN = 512
"""Joins between two calls of the progress function."""

Edge: TypeAlias = tuple[int, int, float]
"""Two members and how alike they are, 0.0 to 1.0."""


@dataclass(slots=True)
class _Group:
    """Members, their sources, and what it shares with others: the sum and the best of the likeness."""

    members: list[int]
    sources: Counter[int]
    version: int = 0
    beside: dict[int, tuple[float, float]] = field(default_factory=dict)


def group(
    sources: Sequence[Iterable[int]], edges: Iterable[Edge], progress: Callable[[float], None]
) -> list[list[int]]:
    """Members in groups, each in exactly one; members and groups ascending.

    Agglomerative clustering, the most alike first, where two groups are as alike as their best pair and their mean
    pair together say. What no edge joins counts as 0.0. About O(e log e) in the edges.

    Args:
        sources: Which sources each member stands in.
        edges: Pairs of members, each once.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.
    """
    groups = {number: _Group([number], Counter(set(of))) for number, of in enumerate(sources)}
    for one, other, likeness in edges:
        groups[one].beside[other] = groups[other].beside[one] = (likeness, likeness)
    waiting = [entry for number in groups for entry in _offers(groups, number, below=False)]
    heapify(waiting)
    joins, most = 0, max(len(groups), 1)
    while waiting:
        _, one, other, version, other_version = heappop(waiting)
        if not _is_current(groups, one, version) or not _is_current(groups, other, other_version):
            continue
        if (groups[one].sources + groups[other].sources).most_common(1)[0][1] > MOST:
            continue
        _join(groups, one, other)
        for entry in _offers(groups, one, below=True):
            heappush(waiting, entry)
        joins += 1
        if joins % _OFTEN == 0:
            progress(joins / most)
    return sorted(sorted(grown.members) for grown in groups.values())


_Offer: TypeAlias = tuple[float, int, int, int, int]


def _offers(groups: dict[int, _Group], number: int, *, below: bool) -> list[_Offer]:
    """The groups that this one may be joined with, the most alike of all to be first; those `below` it too."""
    own = groups[number]
    size, offers = len(own.members), []
    for other, (total, best) in own.beside.items():
        if other < number and not below:
            continue
        mean = total / (size * len(groups[other].members))
        value = BEST * best + (1 - BEST) * mean
        if mean >= COHERENT and value >= JOINED:
            first, second = min(number, other), max(number, other)
            offers.append((-value, first, second, groups[first].version, groups[second].version))
    return offers


def _is_current(groups: dict[int, _Group], number: int, version: int) -> bool:
    return number in groups and groups[number].version == version


def _join(groups: dict[int, _Group], one: int, other: int) -> None:
    """Let the first group take in the second."""
    kept, taken = groups[one], groups.pop(other)
    kept.members += taken.members
    kept.sources += taken.sources
    kept.version += 1
    del kept.beside[other]
    for beside, (total, best) in taken.beside.items():
        if beside == one:
            continue
        there = groups[beside].beside
        del there[other]
        before = kept.beside.get(beside, (0.0, 0.0))
        kept.beside[beside] = there[one] = (before[0] + total, max(before[1], best))
