"""What two whole texts say that may not both hold."""

from collections.abc import Iterator, Sequence
from itertools import product

from tui.facts.bearers import key, may_be_one
from tui.facts.clashes.pairing import clash, clashes
from tui.facts.clashes.quantities import are_of_one_sort, is_portion, part_company, reason
from tui.facts.clashes.times import are_of_other_times
from tui.facts.kin import happening_stems
from tui.facts.measured import STATE, is_one_thing
from tui.facts.model import Conflict, Fact, Modality, Quotation
from tui.facts.telling import Telling, are_beside, tellings
from tui.facts.variants import clashes as quoted_clashes
from tui.text.witness import Witness

_SHARED, _FEWEST = 0.33, 3
"""Share of the shorter sentence's words that two unlinked sentences must have in common, and how many."""
_SHARED_SHORT, _FEWEST_SHORT = 0.66, 2
"""The same of sentences so short that they have no more, where the words beside the facts agree; where these tell that
one thing is measured, no share is asked for."""
_REMARK = 8
"""Words from which two wordings are of one remark though it is not told who made it."""
_TOLLS = frozenset({"dead", "hurt", "missing"})
_ANYONE = frozenset({"person", "peopl", "man", "woman", "child", "member", "way", "part", "case"})
"""Stems of what is counted often, each time of other things."""
_FEWEST_TOLL = 1
"""How many words the sentences of two tolls must have in common."""
SURE = frozenset({"age", "duration", STATE})
"""What is measured of one thing only: two values clash wherever in the texts they stand."""


def clash_of_measures(left: Telling, right: Telling) -> tuple[str, str] | None:
    """The rule and the reason by which two measures of one thing cannot both hold, wherever they stand."""
    mine, theirs = left.measured, right.measured
    if mine is None or theirs is None or mine.key[0] not in SURE or not is_one_thing(mine, theirs):
        return None
    if are_of_other_times(left, right):
        return None
    if mine.key[0] == STATE and len(set(left.near) & set(right.near)) < _FEWEST - 1:
        return None
    if not _put_alike(left, right) and mine.key[0] != "age":
        return None
    return None if part_company(left.quantity, right.quantity) else reason(left, right)


def _put_alike(left: Telling, right: Telling) -> bool:
    """Whether both are put in the same way, and not denied."""
    return left.fact.modality is right.fact.modality is not Modality.DENIED


def clashing_anywhere(left: Sequence[Telling], right: Sequence[Telling]) -> Iterator[tuple[Telling, Telling, Conflict]]:
    """The clashes of two whole texts: of sentences that share many words, and of what is measured of one thing.

    As `clashes`, and O(n · m) in what is measured of one thing only.
    """
    pairs = list(clashes(left, right, _share_words))
    told = {(one.fact.value, two.fact.value) for one, two, _ in pairs}
    pairs += [
        pair
        for pair in (*_clashing_tolls(left, right), *_clashing_singles(left, right))
        if (pair[0].fact.value, pair[1].fact.value) not in told
    ]
    yield from pairs
    found = {(one.number, two.number) for one, two, _ in pairs}
    for one, two in product(sure(left), sure(right)):
        rule = None if (one.number, two.number) in found else clash_of_measures(one, two)
        if rule is not None:
            yield one, two, Conflict(one.fact, two.fact, *rule)


def _tolls(told: Sequence[Telling]) -> dict[str, Telling]:
    """How many were killed, hurt or are missing, where a text that tells of it tells first of them all."""
    tolls: dict[str, Telling] = {}
    for telling in told:
        if telling.role in _TOLLS and telling.measured and telling.measured.key == ("number", telling.role):
            tolls.setdefault(telling.role, telling)
    return {role: telling for role, telling in tolls.items() if not is_portion(telling)}


def _clashing_tolls(left: Sequence[Telling], right: Sequence[Telling]) -> Iterator[tuple[Telling, Telling, Conflict]]:
    """The two texts' tolls where they differ and neither text tells of the other's number at all."""
    mine, theirs = _tolls(left), _tolls(right)
    values = [{telling.fact.value for telling in side if telling.role in _TOLLS} for side in (left, right)]
    for role in sorted(mine.keys() & theirs.keys()):
        one, two = mine[role], theirs[role]
        settled = one.fact.value in values[1] or two.fact.value in values[0]
        if settled or len(one.sentence & two.sentence) < _FEWEST_TOLL:
            continue
        conflict = clash(one, two)
        if conflict is not None:
            yield one, two, conflict


def _singles(told: Sequence[Telling]) -> dict[str, Telling]:
    """What a text counts only once, by its noun; of people, hours and the like each may be another's."""
    counted: dict[str, list[Telling]] = {}
    for telling in told:
        if telling.measured and telling.measured.key[0] == "number" and not telling.role:
            counted.setdefault(telling.measured.key[1].partition(" ")[0], []).append(telling)
    return {noun: of[0] for noun, of in counted.items() if len(of) == 1 and noun not in _ANYONE}


def _clashing_singles(left: Sequence[Telling], right: Sequence[Telling]) -> Iterator[tuple[Telling, Telling, Conflict]]:
    """The clashes of what either text counts once only, where both tell of one happening or have more in common."""
    mine, theirs = _singles(left), _singles(right)
    for noun in sorted(mine.keys() & theirs.keys()):
        one, two = mine[noun], theirs[noun]
        common = one.sentence & two.sentence
        told = len(common) >= _FEWEST or (len(common) >= _FEWEST_SHORT and not happening_stems().isdisjoint(common))
        rule = reason(one, two) if told and _put_alike(one, two) and are_of_one_sort(one, two) else None
        if rule is not None:
            yield one, two, Conflict(one.fact, two.fact, *rule)


def sure(told: Sequence[Telling]) -> list[Telling]:
    """Those that measure what there is one of only."""
    return [telling for telling in told if telling.measured and telling.measured.key[0] in SURE]


def _share_words(one: Telling, two: Telling) -> bool:
    common, fewer = len(one.sentence & two.sentence), min(len(one.sentence), len(two.sentence))
    if common >= _FEWEST:
        return common >= _SHARED * fewer
    if common < _FEWEST_SHORT:
        return False
    if one.measured and two.measured:
        same = is_one_thing(one.measured, two.measured)
        return same and (one.measured.key[0] != "number" or common >= _SHARED_SHORT * fewer)
    return common >= _SHARED_SHORT * fewer and are_beside(one, two)


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
