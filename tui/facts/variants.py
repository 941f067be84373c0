"""Quotations of two witnesses compared as quotations: the same words, a part of them, changed words, other speakers."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from tui.facts.bearers import key, may_be_one
from tui.facts.lexicon import function_words, words
from tui.facts.model import Conflict, Fact, Name, Quotation
from tui.text.languages import language


class Relation(StrEnum):
    """How the words of two quotations are related."""

    IDENTICAL = "identical"
    PART = "part"
    """One has a part of the other's words, unchanged."""
    CHANGED = "changed"
    """Some words are added, dropped or replaced."""


class Variant(NamedTuple):
    """Two quotations, one of each witness, that may be of the same words."""

    left: Fact
    right: Fact
    relation: Relation
    similarity: float
    """0.0 to 1.0: the share of their words, weighed, that stand in both in the same order; 1.0 where identical."""


_LIGHT, _SMALL, _FULL = 0.2, 0.6, 1.0
"""What a word counts: very common ones hardly, other function words less than the rest."""
_FEWEST_CHANGED = 4
_SURE = 0.65
"""Similarity from which changed words are the same remark whoever is said to have made it."""
_LIKELY = 0.4
"""The same for words of one named speaker that begin or end alike."""
_SHARED_SURE, _SHARED_LIKELY = 2.0, 1.5
"""Weight of the shared words that each needs."""
_SPREAD = 1.5
"""How much longer than the shorter quotation the stretch of the longer one may be that has its words."""
_FEWEST_OTHER = 4
_MOST_NAMED = 3
"""Changes told in a reason."""


def variants(left: Iterable[Fact], right: Iterable[Fact]) -> tuple[Variant, ...]:
    """The quotations of two witnesses that may be of the same words, in the order of the left, then of the right.

    The same for the sides swapped. Compares every pair of which the words promise enough; for each, quadratic in
    the words at most.
    """
    mine = [(fact, fact.value) for fact in left if isinstance(fact.value, Quotation)]
    theirs = [(fact, fact.value) for fact in right if isinstance(fact.value, Quotation)]
    pairs = ((a, b, _related(one, other)) for a, one in mine for b, other in theirs)
    return tuple(Variant(a, b, *related) for a, b, related in pairs if related)


def _related(one: Quotation, other: Quotation) -> tuple[Relation, float] | None:
    if one.words == other.words:
        return (Relation.IDENTICAL, 1.0) if _says_something(one.words) else None
    short, long = sorted((one, other), key=lambda quotation: (len(quotation.words), quotation.words))
    common = set(short.words) & set(long.words)
    if not common or (not _says_something(tuple(common)) and len(common) < _FEWEST_CHANGED - 1):
        return None
    if _is_part(short.words, long.words):
        weighed = _weight(short.words) / _weight(long.words)
        return (Relation.PART, round(weighed, 4)) if _says_something(short.words) and len(short.words) > 1 else None
    return _changed(short, long)


def _says_something(spoken: Sequence[str]) -> bool:
    return any(word not in function_words() for word in spoken)


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    size = len(short)
    return any(long[at : at + size] == short for at in range(len(long) - size + 1))


def _weight(spoken: Iterable[str]) -> float:
    light, small = words("light"), function_words()
    return sum(_LIGHT if word in light else _SMALL if _is_small(word, small) else _FULL for word in spoken)


def _is_small(word: str, small: frozenset[str]) -> bool:
    return word in small or word.partition("'")[0] in small


def _changed(short: Quotation, long: Quotation) -> tuple[Relation, float] | None:
    """Whether the longer quotation has the shorter one's words, with changes, in one stretch."""
    if len(short.words) < _FEWEST_CHANGED:
        return None
    stems = language("en").stems
    blocks = [op for op in LCSseq.opcodes(stems(short.words), stems(long.words)) if op.tag == "equal"]
    if not blocks:
        return None
    start, end = blocks[0].dest_start, blocks[-1].dest_end
    start, end = max(0, start - blocks[0].src_start), min(len(long.words), end + len(short.words) - blocks[-1].src_end)
    stretch = long.words[start:end]
    if len(stretch) > _SPREAD * len(short.words) + 1:
        return None
    shared = sum(_weight(short.words[op.src_start : op.src_end]) for op in blocks)
    similarity = 2 * shared / (_weight(short.words) + _weight(stretch))
    sure = similarity >= _SURE and shared >= _SHARED_SURE
    if sure or (similarity >= _LIKELY and shared >= _SHARED_LIKELY and _is_likely(short, long)):
        return Relation.CHANGED, round(similarity, 4)
    return None


def _is_likely(short: Quotation, long: Quotation) -> bool:
    """Whether two quotations of one speaker begin or end alike and are about as long."""
    if short.speaker is None or long.speaker is None or not may_be_one(key(short.speaker), key(long.speaker)):
        return False
    alike = short.words[:2] == long.words[:2] or short.words[-2:] == long.words[-2:]
    return alike and len(long.words) <= _SPREAD * len(short.words)


def clashes(left: Sequence[Fact], right: Sequence[Fact]) -> tuple[Conflict, ...]:
    """Where two witnesses' facts give one remark in other words, or to another speaker."""
    named = _named(left), _named(right)
    conflicts = (
        _reworded(variant) if variant.relation is Relation.CHANGED else _other_speaker(variant, *named)
        for variant in variants(left, right)
    )
    return tuple(conflict for conflict in conflicts if conflict)


def _named(facts: Iterable[Fact]) -> frozenset[tuple[int, str | None]]:
    """Which names stand in which sentence."""
    return frozenset((fact.sentence, fact.value.canonical) for fact in facts if isinstance(fact.value, Name))


def _quoted(fact: Fact) -> Quotation:
    if not isinstance(fact.value, Quotation):
        raise TypeError(f"{fact.kind} is no quotation")
    return fact.value


def _reworded(variant: Variant) -> Conflict:
    one, other = _quoted(variant.left), _quoted(variant.right)
    changes = _changes(one.words, other.words)
    told = ", ".join(changes[:_MOST_NAMED]) + (", …" if len(changes) > _MOST_NAMED else "")
    return Conflict(variant.left, variant.right, "changed-quotation", f"one remark in other words: {told}")


def _changes(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """What is replaced, dropped and added from one quotation to another."""
    blocks = [op for op in LCSseq.opcodes(one, other) if op.tag == "equal"]
    starts = [(0, 0), *((op.src_end, op.dest_end) for op in blocks)]
    ends = [*((op.src_start, op.dest_start) for op in blocks), (len(one), len(other))]
    gaps = [(one[a:b], other[c:d]) for (a, c), (b, d) in zip(starts, ends, strict=True)]
    return [_change(" ".join(before), " ".join(after)) for before, after in gaps if before or after]


def _change(before: str, after: str) -> str:
    if before and after:
        return f"'{before}' -> '{after}'"
    return f"without '{before}'" if before else f"with '{after}'"


def _other_speaker(
    variant: Variant, left: frozenset[tuple[int, str | None]], right: frozenset[tuple[int, str | None]]
) -> Conflict | None:
    """The same words of two people, if both are named beside them: whom a pronoun means may be mistaken."""
    one, other = _quoted(variant.left), _quoted(variant.right)
    shorter = min(one.words, other.words, key=len)
    told = (variant.left.sentence, one.speaker) in left and (variant.right.sentence, other.speaker) in right
    if not told or len(shorter) < _FEWEST_OTHER or may_be_one(key(one.speaker or ""), key(other.speaker or "")):
        return None
    reason = f"the same words said by {one.speaker} and by {other.speaker}"
    return Conflict(variant.left, variant.right, "other-speaker", reason)
