"""Facts of two texts set against each other."""

from collections.abc import Sequence
from types import ModuleType

from tui.facts.clashes import dates, quantities
from tui.facts.model import Conflict, Kind, Modality
from tui.facts.telling import Telling

_RULES: dict[Kind, ModuleType] = {Kind.QUANTITY: quantities, Kind.DATE: dates}
COMPARED = frozenset(_RULES)
"""The kinds of fact that may clash here."""


def clash(left: Telling, right: Telling) -> Conflict | None:
    """Why two facts may not both hold; None where they may, or are not of the same thing. Symmetric.

    What is denied clashes with nothing here, and what is offered or to come only with its like.
    """
    if not _are_comparable(left, right):
        return None
    found = _RULES[left.fact.kind].reason(left, right)
    return Conflict(left.fact, right.fact, *found) if found else None


def _are_comparable(left: Telling, right: Telling) -> bool:
    one, two = left.fact, right.fact
    if one.kind is not two.kind or one.kind not in _RULES or one.modality is not two.modality:
        return False
    return one.modality is not Modality.DENIED and bool(_RULES[one.kind].comparable(left, right))


def clashes(left: Sequence[Telling], right: Sequence[Telling]) -> tuple[Conflict, ...]:
    """The conflicts of the facts of two linked sentences (or beads), in order of place on the left, then the right.

    A fact that holds together with one of the other side is settled and set against no other; of what is left, each
    fact is set against the one in whose words it is most at home. O(len(left) · len(right)).
    """
    settled = {_place(pair[side]) for pair in _agreeing(left, right) for side in (0, 1)}
    pairs = [
        (_nearness(one, two), conflict)
        for one in left
        for two in right
        if _place(one) not in settled and _place(two) not in settled and (conflict := clash(one, two))
    ]
    return _best(pairs)


def _agreeing(left: Sequence[Telling], right: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Pairs that are equal, or of the same thing and hold together."""
    return [
        (one, two)
        for one in left
        for two in right
        if one.fact.value == two.fact.value or (_are_comparable(one, two) and clash(one, two) is None)
    ]  # fmt: skip


def _place(telling: Telling) -> int:
    return id(telling)


def _nearness(left: Telling, right: Telling) -> float:
    """How many of the words near either stand near both, 0.0 to 1.0, and then how many of the sentences'."""
    near = len(set(left.near) & set(right.near)) / max(1, len(set(left.near) | set(right.near)))
    return near + len(left.sentence & right.sentence) / 1000


def _best(pairs: list[tuple[float, Conflict]]) -> tuple[Conflict, ...]:
    """Of all pairs the nearest ones, each fact in one of them only."""
    taken: set[int] = set()
    chosen: list[Conflict] = []
    for _, conflict in sorted(pairs, key=lambda pair: (-pair[0], pair[1].left.span, pair[1].right.span)):
        if id(conflict.left) not in taken and id(conflict.right) not in taken:
            taken |= {id(conflict.left), id(conflict.right)}
            chosen.append(conflict)
    return tuple(sorted(chosen, key=lambda conflict: (conflict.left.span, conflict.right.span)))
