"""Which sentences make one claim: groups that hold together as a whole, not chains of links."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from math import cbrt
from typing import TypeAlias

JOINED = 0.28
"""Two groups are joined when the best likeness between them, weighed with the mean of all, comes to this."""
_FEW = 3
"""Sources up to which that holds; what is alike by chance grows with their number."""
BEST = 0.7
"""The weight of the best likeness; the mean of all pairs has the rest."""
COHERENT = 0.12
"""And the mean of all their pairs must come to this: a group held together by one link ends here."""
MOST = 3
"""A group has at most so many different sentences of any source."""
_OFTEN = 512
"""Joins between two calls of the progress function."""
_EDGES = 200_000
"""Edges between two calls of the progress function."""

Edge: TypeAlias = tuple[int, int, float]
"""Two members and how alike they are, 0.0 to 1.0."""


@dataclass(slots=True)
class _Group:
    """Members, how many of them stand in each source, and what it shares with other groups.

    `total` is the sum of the likeness to all members of another group; `best` the highest, where that is enough
    for joining; `apart` are the groups that it is never joined with.
    """

    members: list[int]
    sources: Counter[int]
    version: int = 0
    total: dict[int, float] = field(default_factory=dict)
    best: dict[int, float] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)


_Offer: TypeAlias = tuple[float, int, int, int, int]
"""How alike two groups are, negative, their numbers, and the versions of them that were looked at."""


def joined_among(sources: int) -> float:
    """What two groups must come to among so many sources: odds that grow with the cube root of their number.

    Chosen on human clusters of two to four sources, and on made-up articles by tens and hundreds
    (`tests/bench/claims_speed.py`), where a threshold that stays joins what is alike by chance.
    """
    odds = JOINED / (1 - JOINED) * cbrt(max(1.0, sources / _FEW))
    return odds / (1 + odds)


def group(
    sources: Sequence[Iterable[int]],
    edges: Sequence[Edge],
    progress: Callable[[float], None],
    *,
    joined: float = JOINED,
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Members in groups, each in exactly one; members and groups ascending.

    Agglomerative clustering, the most alike first, where two groups are as alike as their best pair and their mean
    pair together say. What no edge joins counts as 0.0. About O(e log e) in the edges.

    Args:
        sources: Which sources each member stands in.
        edges: Pairs of members, each once.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.
        joined: What two groups must come to, 0.0 to 1.0.
        apart: Pairs of members that are never in one group.
    """
    groups = {number: _Group([number], Counter(set(of))) for number, of in enumerate(sources)}
    for one, other in apart:
        groups[one].apart.add(other)
        groups[other].apart.add(one)
    _connect(groups, edges, joined, lambda done: progress(0.3 * done))
    waiting = [offer for number in groups for offer in _offers(groups, number, joined) if offer[1] == number]
    heapify(waiting)
    joins, most = 0, max(len(groups), 1)
    while waiting:
        _, one, other, version, other_version = heappop(waiting)
        if not _is_current(groups, one, version) or not _is_current(groups, other, other_version):
            continue
        if max((groups[one].sources + groups[other].sources).values()) > MOST:
            continue
        _join(groups, one, other)
        for offer in _offers(groups, one, joined):
            heappush(waiting, offer)
        joins += 1
        if joins % _OFTEN == 0:
            progress(0.3 + 0.7 * joins / most)
    return sorted(sorted(grown.members) for grown in groups.values())


def _connect(
    groups: dict[int, _Group], edges: Sequence[Edge], joined: float, progress: Callable[[float], None]
) -> None:
    for number, (one, other, likeness) in enumerate(edges):
        groups[one].total[other] = groups[other].total[one] = likeness
        if likeness >= joined:
            groups[one].best[other] = groups[other].best[one] = likeness
        if number % _EDGES == 0:
            progress(number / len(edges))


def _offers(groups: dict[int, _Group], number: int, joined: float) -> list[_Offer]:
    """The groups that this one may be joined with."""
    own = groups[number]
    size, offers = len(own.members), []
    for other, best in own.best.items():
        if other in own.apart:
            continue
        there = groups[other]
        mean = own.total[other] / (size * len(there.members))
        value = BEST * best + (1 - BEST) * mean
        if value >= joined and mean >= COHERENT:
            if number < other:
                offers.append((-value, number, other, own.version, there.version))
            else:
                offers.append((-value, other, number, there.version, own.version))
    return offers


def _is_current(groups: dict[int, _Group], number: int, version: int) -> bool:
    return number in groups and groups[number].version == version


def _join(groups: dict[int, _Group], one: int, other: int) -> None:
    """Let the first group take in the second."""
    kept, taken = groups[one], groups.pop(other)
    kept.members += taken.members
    kept.sources += taken.sources
    kept.version += 1
    del kept.total[other], taken.total[one], kept.best[other], taken.best[one]
    for beside, total in taken.total.items():
        there = groups[beside].total
        del there[other]
        kept.total[beside] = there[one] = kept.total.get(beside, 0.0) + total
    for beside, best in taken.best.items():
        there = groups[beside].best
        del there[other]
        kept.best[beside] = there[one] = max(kept.best.get(beside, 0.0), best)
    for beside in taken.apart:
        groups[beside].apart -= {other}
        groups[beside].apart |= {one}
    kept.apart |= taken.apart
