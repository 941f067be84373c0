"""When two quantities may not both hold."""

from collections.abc import Iterator

from tui.facts.clashes.measures import dimension_of, disjoint, shown
from tui.facts.clashes.times import are_of_other_times
from tui.facts.kin import joined
from tui.facts.measured import Measured, is_one_thing
from tui.facts.model import COUNT, Bound, Quantity
from tui.facts.telling import Telling, are_beside
from tui.facts.word_sets import word_set
from tui.text.languages import language

_OFFSETS = word_set("later earlier before after ago away apart late early")
_CHANGES = word_set("by to from")
_RANKED = frozenset({None, "time", "place", "position", "rank"})
"""What a rank tells something of; any other noun it only picks one of: the second goal is not the third."""
_WHOLE = frozenset({"hurt", "missing", "held"})
"""Of these, others are other than the dead: seven others were injured."""
_PEOPLE = word_set(
    "person man woman child people passenger worker soldier civilian student resident patient migrant protester"
)
_KNOWN = word_set("the these those his her its their")
"""Before a number of what was spoken of already: the two products."""
_ALIKE = 0.5
"""Share of the words near two numbers that they must have in common where a sentence has several of the kind."""


def traits(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What two comparable quantities have at least one of in common: a word or a role, and their dimension."""
    quantity = telling.quantity
    sort = "rank" if quantity.ordinal else dimension_of(quantity)[0]
    if quantity.unit == "magnitude":
        yield (sort,)
    if telling.role:
        yield sort, "role", telling.role
    for word in telling.near:
        yield sort, "near", word


def comparable(left: Telling, right: Telling) -> bool:
    """Whether two quantities seem to be of the same thing: one dimension, and the same counted in like words."""
    one, two = left.quantity, right.quantity
    if one.ordinal or two.ordinal:
        return one.ordinal and two.ordinal and one.counted == two.counted in _RANKED and _are_close(left, right, 2)
    if not are_of_one_sort(left, right) or not _of_one_thing(left, right, one, two):
        return False
    return not (left.fellows or right.fellows) or _are_alike(left, right)


def are_of_one_sort(left: Telling, right: Telling) -> bool:
    """Whether no word beside two quantities tells that they are of two things, or of two times."""
    one, two = left.quantity, right.quantity
    if dimension_of(one)[0] != dimension_of(two)[0] or (left.role != right.role and left.role and right.role):
        return False
    return not (_are_told_apart(left, right, one, two) or are_of_other_times(left, right))


def _are_told_apart(left: Telling, right: Telling, one: Quantity, two: Quantity) -> bool:
    """Whether words beside the numbers tell that they are of two things."""
    if left.is_gloss or right.is_gloss or left.others != right.others or _are_portions(left, right):
        return True
    if left.measured and right.measured and not is_one_thing(left.measured, right.measured):
        return True
    if _is_length_of_unnamed(left, right) or _is_length_of_unnamed(right, left):
        return True
    if one.unit == COUNT and _count_others(left, right):
        return True
    if _has_both(left.fellows, one, two) or _has_both(right.fellows, two, one) or part_company(one, two):
        return True
    return _is_offset(left) != _is_offset(right) or _is_change(left, right)


def _is_length_of_unnamed(left: Telling, right: Telling) -> bool:
    """Whether the one tells how long something took that the other, of no known thing, does not name."""
    if left.measured is None or right.measured or left.measured.key[0] != "duration":
        return False
    return left.measured.key[1] not in joined(sorted(right.sentence))


def _count_others(left: Telling, right: Telling) -> bool:
    """Whether one count is of what was spoken of already, of a part, by another, or what a count had risen to later."""
    if (left.before == "to") is not (right.before == "to"):
        return True
    if left.role and left.role == right.role:
        return False
    told_of = (left.before == "of") is not (right.before == "of") or is_portion(left) is not is_portion(right)
    return told_of or (left.before in _KNOWN) is not (right.before in _KNOWN) or _have_other_subjects(left, right)


def _are_portions(left: Telling, right: Telling) -> bool:
    """Whether one is told as a part and the other is not, or both are parts and little else is told of them alike."""
    if (left.after == "more") is not (right.after == "more"):
        return True
    if left.is_part != right.is_part and not (left.role == right.role and left.role in _WHOLE):
        return True
    return is_portion(left) and is_portion(right) and not _share_near(left, right)


def is_portion(telling: Telling) -> bool:
    """Whether a number is told as a part: of all who were killed, but not seven others injured, who are all."""
    counted = telling.quantity.unit == COUNT
    return (counted and telling.after == "of") or (telling.is_part and telling.role not in _WHOLE)


def _has_both(fellows: tuple[Quantity, ...], own: Quantity, other: Quantity) -> bool:
    """Whether a sentence has another's number too, as it stands or in parts: sixteen is twelve with four more."""
    numbers = {fellow.number for fellow in fellows if fellow.number is not None}
    if own.number is not None and other.unit == COUNT and other.bound is Bound.EXACT:
        numbers |= {own.number + number for number in numbers}
    return other.number in numbers


def part_company(one: Quantity, two: Quantity) -> bool:
    """Whether two bounds part a whole in groups, such as those under 50 and those of 50 and more."""
    return one.number is not None and one.number == two.number and one.bound is not two.bound


def _is_offset(telling: Telling) -> bool:
    """Whether a length counts from some moment or place on: seven months later."""
    return telling.after in _OFFSETS and telling.quantity.unit != COUNT


def _is_change(left: Telling, right: Telling) -> bool:
    """Whether one tells how much something changed, and the other to what: rose by 5, rose to 5."""
    return left.before != right.before and {left.before, right.before} <= _CHANGES


def _of_one_thing(left: Telling, right: Telling, one: Quantity, two: Quantity) -> bool:
    if one.unit == COUNT:
        return _of_one_count(left, right, one.counted, two.counted)
    if one.unit == "magnitude":
        return True
    told = _are_told_one(left.measured, right.measured)
    of_whole = one.unit == "percent" or one.unit.isupper()
    if of_whole and not told and (_have_other_subjects(left, right) or not _are_near(left, right)):
        return False
    if of_whole and (left.fellows or right.fellows) and not are_beside(left, right):
        return False
    if one.unit == "year old" and left.role != right.role and "held" in (left.role, right.role):
        return False
    strict = of_whole or one.unit in ("time", "year old", "month old")
    return _are_close(left, right, 2 if strict and not told else 1)


def _are_near(left: Telling, right: Telling) -> bool:
    """Whether the word next to one fact is near the other, and vice versa where they have few words in common."""
    one_way = left.nearest in right.near or right.nearest in left.near
    return are_beside(left, right) or (one_way and len(set(left.near) & set(right.near)) > 1)


def _have_other_subjects(left: Telling, right: Telling) -> bool:
    """Whether either clause begins with a word that the other sentence does not have: sales fell, profits fell."""
    return bool(left.near and right.near) and left.near[0] not in right.sentence and right.near[0] not in left.sentence


def _are_told_one(one: Measured | None, two: Measured | None) -> bool:
    return one is not None and two is not None and is_one_thing(one, two)


def _of_one_count(left: Telling, right: Telling, one: str | None, two: str | None) -> bool:
    """Whether the same is counted: the same noun in like words, or nouns for people who met with the same."""
    shared_role = bool(left.role) and left.role == right.role
    if one and two and _kind(one) != _kind(two):
        return shared_role and "person" in (one, two) and _is_human(one) and _is_human(two)
    if one is None or two is None:
        return shared_role or _are_close(left, right, 2 + (one != two))
    return shared_role or _are_close(left, right, 1, but=one)


def _is_human(noun: str) -> bool:
    """Whether a noun is of people, as far as its ending tells."""
    return noun in _PEOPLE or noun.endswith(("er", "or", "ist", "ian", "man", "woman"))


def _kind(noun: str) -> list[str]:
    return joined(language("en").stems([noun]))


def _are_close(left: Telling, right: Telling, least: int, *, but: str = "") -> bool:
    """Whether at least so many words near the one stand near the other, or one more anywhere in both sentences."""
    near = (set(left.near) & set(right.near)) - {but}
    if len(near) >= least:
        return True
    return bool(near) and len(left.sentence & right.sentence) > least + 2


def _are_alike(left: Telling, right: Telling) -> bool:
    """Whether two of several numbers stand in like words: the same role, or most of what is near."""
    return bool(left.role and left.role == right.role) or _share_near(left, right)


def _share_near(left: Telling, right: Telling) -> bool:
    mine, theirs = set(left.near), set(right.near)
    return len(mine & theirs) >= _ALIKE * max(1, len(mine | theirs))


def reason(left: Telling, right: Telling) -> tuple[str, str] | None:
    """The rule by which two comparable quantities cannot both hold, and why; None where they can."""
    one, two = left.quantity, right.quantity
    if not disjoint(one, two):
        return None
    plain = one.bound is two.bound is Bound.EXACT
    rule = "different-ranks" if one.ordinal else "different-values" if plain else "disjoint-bounds"
    measured = left.measured if _are_told_one(left.measured, right.measured) else None
    noun = measured.name if measured else one.counted if one.counted == two.counted else None
    return rule, f"{shown(one)} and {shown(two)} cannot both hold" + (f" ({noun})" if noun else "")
