"""Claims under what a reader says of pairs of sentences.

What must be together is together with all that is together with it, and what is kept from one of them is kept from all
(K. Wagstaff and others, Constrained k-means clustering with background knowledge, ICML 2001). Groups grow under what
is kept apart alone, and what must be together joins whole groups afterwards (I. Davidson and S. S. Ravi, Agglomerative
hierarchical clustering with constraints, PKDD 2005): a link by hand adds to a claim and takes nothing away from it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from tui.collation.model import Constraints, Place

Members: TypeAlias = tuple[int, int]
"""Two members, the lesser first."""


class Bound(NamedTuple):
    """Constraints on members: `together` are sets of two or more that are in one group, `apart` pairs that never are.

    What is kept apart from a member of a set is kept apart from the whole set; no set has such a pair in it.
    """

    together: tuple[frozenset[int], ...]
    apart: frozenset[Members]


def bound(constraints: Constraints, of: Mapping[Place, int], likeness: Mapping[Members, float]) -> Bound:
    """The constraints as far as they can all hold, whatever order they come in. O(constraints²).

    Where links made by hand lead from one sentence to another that it was parted from, the parting holds: the links
    count one by one, the most alike first, and one that would bring the two together does not count.

    Args:
        constraints: What was said of sentences.
        of: The member that each sentence belongs to; no two that are parted belong to one.
        likeness: How alike two linked members are, 0.0 to 1.0; those that are not named are 0.0.
    """
    broken = {_ordered(of[one], of[other]) for one, other in constraints.broken if one in of and other in of}
    pinned = {_ordered(of[one], of[other]) for one, other in constraints.pinned if one in of and other in of}
    sets: dict[int, frozenset[int]] = {}
    for pair in sorted(pinned, key=lambda pair: (-likeness.get(pair, 0.0), pair)):
        one, other = (sets.get(member, frozenset((member,))) for member in pair)
        if not _clash(one, other, broken):
            sets |= dict.fromkeys(one | other, one | other)
    apart = {
        _ordered(*pair) for one, other in broken for pair in product(sets.get(one, (one,)), sets.get(other, (other,)))
    }
    return Bound(tuple(sorted({found for found in sets.values() if len(found) > 1}, key=min)), frozenset(apart))


def united(groups: Sequence[Sequence[int]], constraints: Bound) -> list[list[int]]:
    """The groups with all that must be together; members and groups ascending. O(members + sets · pairs apart).

    Groups with members of one set become one. Where two of them hold what is kept apart, the set's own members go
    to the first group alone, and the others stay. No group may hold what is kept apart.
    """
    grown = [set(members) for members in groups]
    at = {member: number for number, members in enumerate(grown) for member in members}
    for together in constraints.together:
        first, *others = sorted({at[member] for member in together})
        for other in others:
            whole = not _clash(grown[first], grown[other], constraints.apart)
            moving = grown[other] if whole else grown[other] & together
            grown[first], grown[other] = grown[first] | moving, grown[other] - moving
            at |= dict.fromkeys(moving, first)
    return sorted(sorted(members) for members in grown if members)


def _clash(ones: Iterable[int], others: Iterable[int], apart: Iterable[Members]) -> bool:
    """Whether a member of the one is kept apart from a member of the other."""
    ones, others = frozenset(ones), frozenset(others)
    return any((one in ones and other in others) or (one in others and other in ones) for one, other in apart)


def _ordered(one: int, other: int) -> Members:
    return (one, other) if one < other else (other, one)
