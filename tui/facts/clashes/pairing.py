"""Facts of two texts set against each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from tui.facts.clashes import dates, quantities
from tui.facts.model import Conflict, Kind, Modality
from tui.facts.telling import Telling
from tui.text.spans import Span

MANY = 100
"""A word that stands near more facts of one sort tells none of them from another."""


class _Rules(NamedTuple):
    """What is known of one kind of fact."""

    traits: Callable[[Telling], Iterator[tuple[str, ...]]]
    """What two comparable facts have at least one of in common."""
    comparable: Callable[[Telling, Telling], bool]
    """Whether two facts seem to be of the same thing."""
    reason: Callable[[Telling, Telling], tuple[str, str] | None]
    """The rule by which two comparable facts cannot both hold, and why."""


_RULES = {
    Kind.QUANTITY: _Rules(quantities.traits, quantities.comparable, quantities.reason),
    Kind.DATE: _Rules(dates.traits, dates.comparable, dates.reason),
}


def clash(left: Telling, right: Telling) -> Conflict | None:
    """Why two facts may not both hold; None where they may, or are not of the same thing. Symmetric.

    What is denied clashes with nothing here, and what is offered or to come only with its like.
    """
    return _conflict(left, right) if _are_comparable(left, right) else None


def _are_comparable(left: Telling, right: Telling) -> bool:
    one, two = left.fact, right.fact
    if one.kind is not two.kind or one.modality is not two.modality:
        return False
    return one.modality is not Modality.DENIED and _RULES[one.kind].comparable(left, right)


def _conflict(left: Telling, right: Telling) -> Conflict | None:
    """Why two comparable facts may not both hold; None where they may."""
    found = _RULES[left.fact.kind].reason(left, right)
    return Conflict(left.fact, right.fact, *found) if found else None


def clashes(
    left: Sequence[Telling], right: Sequence[Telling], meets: Callable[[Telling, Telling], bool] | None = None
) -> tuple[tuple[Telling, Telling, Conflict], ...]:
    """The conflicts of the facts of two linked sentences (or beads, or texts), by place on the left, then the right.

    A fact that holds together with one of the other side is settled and set against no other; of what is left, each
    fact is set against the one in whose words it is most at home. Linear in the facts, but for words that stand near
    fewer than `MANY` of them. Where the sentences are not known to be of one thing, `meets` tells which two are.
    """
    settled = _equal(left, right) | _equal(right, left)
    found: list[tuple[Telling, Telling, Conflict]] = []
    for one, two in _met(left, right):
        if _are_comparable(one, two):
            conflict = _conflict(one, two)
            if conflict is None:
                settled |= {id(one), id(two)}
            elif meets is None or meets(one, two):
                found.append((one, two, conflict))
    return _best([pair for pair in found if settled.isdisjoint((id(pair[0]), id(pair[1])))])


def _equal(own: Sequence[Telling], others: Sequence[Telling]) -> set[int]:
    """Those of its own facts whose value the other side has too, and for no other part of the day."""
    by_value: dict[object, list[Telling]] = defaultdict(list)
    for other in others:
        by_value[other.fact.value].append(other)
    equal = ((one, by_value.get(one.fact.value, ())) for one in own)
    return {id(one) for one, found in equal if not all(dates.are_parts_apart(one, other) for other in found)}


def _met(left: Sequence[Telling], right: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """The pairs that may be comparable, of one sort and with a word or a role in common, by place."""
    by_trait: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, telling in enumerate(right):
        for trait in _traits(telling):
            by_trait[trait].append(number)
    for one in left:
        lists = (by_trait[trait] for trait in _traits(one) if trait in by_trait)
        for number in sorted({number for numbers in lists if len(numbers) <= MANY for number in numbers}):
            yield one, right[number]


def _traits(telling: Telling) -> set[tuple[object, ...]]:
    """What comparable facts have at least one of in common."""
    fact = telling.fact
    return {(fact.kind, fact.modality, *trait) for trait in _RULES[fact.kind].traits(telling)}


def _nearness(left: Telling, right: Telling) -> float:
    """How many of the words near either stand near both, 0.0 to 1.0, and then how many of the sentences'."""
    near = len(set(left.near) & set(right.near)) / max(1, len(set(left.near) | set(right.near)))
    return near + len(left.sentence & right.sentence) / 1000


def _best(pairs: list[tuple[Telling, Telling, Conflict]]) -> tuple[tuple[Telling, Telling, Conflict], ...]:
    """Of all pairs the nearest ones, each fact in one of them only."""
    taken: set[int] = set()
    chosen: list[tuple[Telling, Telling, Conflict]] = []
    for one, two, conflict in sorted(pairs, key=lambda pair: (-_nearness(*pair[:2]), *_places(pair))):
        if id(one) not in taken and id(two) not in taken:
            taken |= {id(one), id(two)}
            chosen.append((one, two, conflict))
    return tuple(sorted(chosen, key=_places))


def _places(pair: tuple[Telling, Telling, Conflict]) -> tuple[Span, Span]:
    return pair[0].fact.span, pair[1].fact.span
