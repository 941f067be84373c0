"""Whether facts of two texts are told of one thing, as far as the words around them tell."""

from collections.abc import Iterator, Sequence
from itertools import product

from tui.facts.clashes.measures import disjoint, shown
from tui.facts.clashes.pairing import clashes
from tui.facts.measured import STATE, Measured
from tui.facts.model import COUNT, Conflict, Date, Fact, Modality, Quantity, Quotation
from tui.facts.names import key, may_be_one
from tui.facts.telling import Telling, tellings
from tui.facts.variants import clashes as quoted_clashes
from tui.text.witness import Witness

_ALIKE = 0.5
"""Share of the words near two numbers that they must have in common where a sentence has several of the kind."""
_SHARED, _FEWEST = 0.33, 3
"""Share of the shorter sentence's words that two unlinked sentences must have in common, and how many."""
_REMARK = 8
"""Words from which two wordings are of one remark though it is not told who made it."""
SURE = frozenset({"age", "duration", STATE})
"""What is measured of one thing only: two values clash wherever in the texts they stand."""


def may_clash(left: Telling, right: Telling) -> bool:
    """Whether two facts that a rule sets against each other are told of one thing, as far as words tell."""
    if left.is_gloss or right.is_gloss:
        return False
    one, two = left.fact.value, right.fact.value
    if isinstance(one, Date):
        near = set(left.near) & set(right.near)
        return left.lead == right.lead or (left.lead in near and right.lead in near)
    if (left.measured and right.measured and not is_one_thing(left.measured, right.measured)) or _years_apart(
        left, right
    ):
        return False
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if _are_parts(one, two, right.fellows) or _are_parts(two, one, left.fellows) or _part_company(one, two):
        return False
    return not (left.fellows or right.fellows) or _are_near(left, right)


def _years_apart(left: Telling, right: Telling) -> bool:
    """Whether one sentence tells of a year that the other does not: of what was five years ago, and of now.

    Ages are told as they are now, whatever the year that a sentence tells of.
    """
    if left.measured and left.measured.key[0] == "age":
        return False
    one, two = ({(date.first, date.year) for date in side.frame} for side in (left, right))
    return one != two and one.isdisjoint(two)


def _are_near(left: Telling, right: Telling) -> bool:
    """Whether two of several numbers stand in like words: the same role, or most of what is near."""
    mine, theirs = set(left.near), set(right.near)
    if left.role and left.role == right.role:
        return True
    if left.measured and right.measured and left.measured.key[0] in SURE:
        return True
    return len(mine & theirs) >= _ALIKE * max(1, len(mine | theirs))


def _are_parts(whole: Quantity, part: Quantity, fellows: tuple[Quantity, ...]) -> bool:
    """Whether the whole is told elsewhere in parts: sixteen, and twelve with four more."""
    if whole.unit != COUNT or part.number is None:
        return False
    return any(other.number is not None and part.number + other.number == whole.number for other in fellows)


def _part_company(one: Quantity, two: Quantity) -> bool:
    """Whether two bounds part a whole in groups, such as those under 50 and those of 50 and more."""
    return one.number is not None and one.number == two.number and one.bound is not two.bound


def is_one_thing(left: Measured, right: Measured) -> bool:
    """Whether two measures are of one thing; counts tell it by their noun alone."""
    measure, thing = left.key
    if measure != right.key[0]:
        return False
    if measure == "age":
        return may_be_one(thing, right.key[1])
    if measure == "number":
        return thing.split(" ")[0] == right.key[1].split(" ")[0]
    return thing == right.key[1]


def clash_of_measures(left: Telling, right: Telling) -> tuple[str, str] | None:
    """The rule and the reason by which two measures of one thing cannot both hold, wherever they stand."""
    mine, theirs = left.measured, right.measured
    if mine is None or theirs is None or mine.key[0] not in SURE or not is_one_thing(mine, theirs):
        return None
    if _years_apart(left, right):
        return None
    if mine.key[0] == STATE and len(set(left.near) & set(right.near)) < _FEWEST - 1:
        return None
    one, two = left.fact, right.fact
    in_one_way = one.modality is two.modality and one.modality is not Modality.DENIED
    if not in_one_way and mine.key[0] != "age":
        return None
    assert isinstance(one.value, Quantity)
    assert isinstance(two.value, Quantity)
    if not disjoint(one.value, two.value) or _part_company(one.value, two.value):
        return None
    plain = {one.value.bound.value, two.value.bound.value} == {"exact"}
    rule = "different-values" if plain else "disjoint-bounds"
    return rule, f"{shown(one.value)} and {shown(two.value)} cannot both hold ({mine.name})"


def clashing(left: Sequence[Telling], right: Sequence[Telling]) -> Iterator[tuple[Telling, Telling, Conflict]]:
    """The clashes of facts whose sentences are known to say the same, each with the two that clash."""
    mine, theirs = ({id(telling.fact): telling for telling in side} for side in (left, right))
    for conflict in clashes(left, right):
        one, two = mine[id(conflict.left)], theirs[id(conflict.right)]
        if may_clash(one, two):
            yield one, two, Conflict(conflict.left, conflict.right, conflict.rule, _told(conflict.reason, one))


def _told(reason: str, telling: Telling) -> str:
    """The reason with what is measured, where that is told, in place of a bare noun."""
    if telling.measured is None:
        return reason
    return f"{reason.partition(' (')[0]} ({telling.measured.name})"


def clashing_anywhere(left: Sequence[Telling], right: Sequence[Telling]) -> Iterator[tuple[Telling, Telling, Conflict]]:
    """The clashes of two whole texts: of sentences that share many words, and of what is measured of one thing.

    As `clashes`, and O(n · m) in what is measured of one thing only.
    """
    found = set[tuple[int, int]]()
    for one, two, conflict in clashing(left, right):
        if _share_words(one, two):
            found.add((one.number, two.number))
            yield one, two, conflict
    for one, two in product(sure(left), sure(right)):
        rule = None if (one.number, two.number) in found else clash_of_measures(one, two)
        if rule is not None:
            yield one, two, Conflict(one.fact, two.fact, *rule)


def sure(told: Sequence[Telling]) -> list[Telling]:
    """Those that measure what there is one of only."""
    return [telling for telling in told if telling.measured and telling.measured.key[0] in SURE]


def _share_words(one: Telling, two: Telling) -> bool:
    mine, theirs = one.sentence, two.sentence
    common = len(mine & theirs)
    return common >= _FEWEST and common >= _SHARED * min(len(mine), len(theirs))


def conflicts(left: Witness, left_facts: Sequence[Fact], right: Witness, right_facts: Sequence[Fact]) -> list[Conflict]:
    """What two texts say that may not both hold, by place on the left, then on the right."""
    told = tellings(left, tuple(left_facts)), tellings(right, tuple(right_facts))
    found = [conflict for _, _, conflict in clashing_anywhere(*told)]
    found += [conflict for conflict in quoted_clashes(left_facts, right_facts) if is_remark(conflict)]
    return sorted(found, key=lambda conflict: (conflict.left.span, conflict.right.span, conflict.rule))


def is_remark(conflict: Conflict) -> bool:
    """Whether two quotations that clash are of one remark: of one speaker, or long enough to be no label or title."""
    one, other = conflict.left.value, conflict.right.value
    if not isinstance(one, Quotation) or not isinstance(other, Quotation):
        return False
    if one.speaker and other.speaker and may_be_one(key(one.speaker), key(other.speaker)):
        return True
    return min(len(one.words), len(other.words)) >= _REMARK
