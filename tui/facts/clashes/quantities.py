"""When two quantities may not both hold."""

from collections.abc import Iterator

from tui.facts.clashes.measures import dimension_of, disjoint, shown
from tui.facts.model import COUNT, Quantity
from tui.facts.telling import Telling, are_beside
from tui.facts.word_sets import word_set

_OFFSETS = word_set("later earlier before after ago away apart late early")
_CHANGES = word_set("by to from")
_RANKED = frozenset({None, "time", "place", "position", "rank"})
"""What a rank tells something of; any other noun it only picks one of: the second goal is not the third."""
_WHOLE = frozenset({"hurt", "missing", "held"})
"""Of these, others are other than the dead: seven others were injured."""
_PEOPLE = word_set(
    "person man woman child people passenger worker soldier civilian student resident patient migrant protester"
)


def traits(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What two comparable quantities have at least one of in common: a word or a role, and their dimension."""
    quantity = telling.fact.value
    assert isinstance(quantity, Quantity)
    sort = "rank" if quantity.ordinal else dimension_of(quantity)[0]
    if quantity.unit == "magnitude":
        yield (sort,)
    if telling.role:
        yield sort, "role", telling.role
    for word in telling.near:
        yield sort, "near", word


def comparable(left: Telling, right: Telling) -> bool:
    """Whether two quantities seem to be of the same thing: one dimension, and the same counted in like words."""
    one, two = left.fact.value, right.fact.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if one.ordinal or two.ordinal:
        return one.ordinal and two.ordinal and one.counted == two.counted in _RANKED and _are_close(left, right, 2)
    if dimension_of(one)[0] != dimension_of(two)[0] or (left.role != right.role and left.role and right.role):
        return False
    if left.is_part != right.is_part and not (left.role == right.role and left.role in _WHOLE):
        return False
    if _is_offset(left) != _is_offset(right) or _is_change(left, right):
        return False
    return _of_one_thing(left, right, one, two)


def _of_one_thing(left: Telling, right: Telling, one: Quantity, two: Quantity) -> bool:
    if one.unit == COUNT:
        return _of_one_count(left, right, one.counted, two.counted)
    if one.unit == "magnitude":
        return True
    if (one.unit == "percent" or one.unit.isupper()) and not are_beside(left, right):
        return False
    strict = one.unit in ("time", "year old", "percent", "month old") or one.unit.isupper()
    return _are_close(left, right, 2 if strict else 1)


def _of_one_count(left: Telling, right: Telling, one: str | None, two: str | None) -> bool:
    """Whether the same is counted: the same noun in like words, or nouns for people who met with the same."""
    shared_role = bool(left.role) and left.role == right.role
    if one and two and one != two:
        return shared_role and {one, two} <= _PEOPLE and "person" in (one, two)
    if one is None or two is None:
        return shared_role or _are_close(left, right, 2 + (one != two))
    return shared_role or _are_close(left, right, 1, but=one)


def _are_close(left: Telling, right: Telling, least: int, *, but: str = "") -> bool:
    """Whether at least so many words near the one stand near the other, or one more anywhere in both sentences."""
    near = (set(left.near) & set(right.near)) - {but}
    if len(near) >= least:
        return True
    return bool(near) and len(left.sentence & right.sentence) > least + 2


def _is_offset(telling: Telling) -> bool:
    """Whether a length counts from some moment or place on: seven months later."""
    return telling.after in _OFFSETS and telling.fact.value.unit != COUNT  # type: ignore[union-attr]


def _is_change(left: Telling, right: Telling) -> bool:
    """Whether one tells how much something changed, and the other to what: rose by 5, rose to 5."""
    words = {left.before, right.before} & _CHANGES
    return bool(words) and left.before != right.before and {left.before, right.before} <= _CHANGES


def reason(left: Telling, right: Telling) -> tuple[str, str] | None:
    """The rule by which two comparable quantities cannot both hold, and why; None where they can."""
    one, two = left.fact.value, right.fact.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if not disjoint(one, two):
        return None
    plain = one.bound == two.bound and one.bound.value == "exact"
    rule = "different-ranks" if one.ordinal else "different-values" if plain else "disjoint-bounds"
    noun = f" ({one.counted})" if one.counted and one.counted == two.counted else ""
    return rule, f"{shown(one)} and {shown(two)} cannot both hold{noun}"
