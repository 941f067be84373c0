"""Lists inside a clause: no goals, no cards and no winner."""

from collections.abc import Iterator, Sequence
from enum import Enum

from tui.collation.parts.clauses import Clause
from tui.collation.parts.words import Row
from tui.facts.word_sets import word_set

_LONGEST = 8
"""Words that an item may have."""
_TRAILING = word_set("of for from about to with")
"""Prepositions whose phrase belongs to the noun before it."""
_OWNED = word_set("his her its their")
_INSIDE = word_set("of the de la van von der al bin")
_INCLUDING = word_set("include includes included including")
_RANGES = word_set("between from than")


class _Opener(Enum):
    """What every item of a list begins with; items of two sorts make no list."""

    NO = "no"
    NEITHER = "neither"
    ARTICLE = "a"
    DEFINITE = "the"
    OWNED = "its"
    NUMBER = "number"
    NAME = "name"
    PAST = "verb"
    BARE = "bare"


_PLAIN = {"a": _Opener.ARTICLE, "an": _Opener.ARTICLE, "the": _Opener.DEFINITE, "no": _Opener.NO}
_OF_TWO = (_Opener.NO, _Opener.NEITHER, _Opener.NUMBER)
"""What two items suffice for: where else may belong to one of them or to both."""


def items_of(row: Row, clause: Clause) -> tuple[Clause, ...]:
    """The items of the first list of the clause, in order; none where there is no list that is surely parted right."""
    for place in range(clause.first + 1, clause.end - 1):
        if row.form(place) in ("and", "or", "nor") and not row.enclosed[place]:
            items = _items(row, clause, place)
            if items:
                return items
    return ()


def _items(row: Row, clause: Clause, joining: int) -> tuple[Clause, ...]:
    is_nor = row.form(joining) == "nor"
    last = joining if is_nor else joining + 1
    opener = _Opener.NEITHER if is_nor else _opener(row, last)
    if opener is None:
        return ()
    between = list(_between(row, clause, joining, opener))
    end_before = between[0].first if between else joining
    first = _first(row, clause, end_before, opener)
    if first is None or (not between and opener not in _OF_TWO):
        return ()
    end = _end(row, clause, last, opener)
    if end is None:
        return ()
    found = (Clause(first, end_before), *between, Clause(last, end))
    return found if _are_items(row, found, opener) else ()


def _opener(row: Row, place: int) -> _Opener | None:
    form = row.form(place)
    if form in _PLAIN:
        return _PLAIN[form]
    if form in _OWNED:
        return _Opener.OWNED
    if row.is_number(place):
        return _Opener.NUMBER
    if row.is_name(place):
        return _Opener.NAME
    if row.is_past(place) and not row.is_finite(place):
        return _Opener.PAST
    return _Opener.BARE if row.is_content(place) else None


def _between(row: Row, clause: Clause, joining: int, opener: _Opener) -> Iterator[Clause]:
    """The items between the first comma and the conjunction, as long as they are of the last one's sort."""
    commas = [comma for comma in row.commas if clause.first < comma < joining]
    found: list[Clause] = []
    end = joining
    for comma in reversed(commas):
        if comma == end or _opener(row, comma) is not opener or end - comma > _LONGEST:
            break
        found.append(Clause(comma, end))
        end = comma
    yield from reversed(found)


def _first(row: Row, clause: Clause, end: int, opener: _Opener) -> int | None:
    """Where the item in front of the first comma begins."""
    low = max([clause.first, end - _LONGEST, *(comma for comma in row.commas if comma < end)])
    if opener is _Opener.NEITHER:
        return next((at for at in range(end - 1, low - 1, -1) if row.form(at) == "neither"), None)
    if opener is _Opener.NAME:
        first = end
        while first > low and (row.is_name(first - 1) or row.form(first - 1) in _INSIDE):
            first -= 1
        return next((at for at in range(first, end) if row.is_name(at)), None)
    if opener is _Opener.BARE:
        return _first_bare(row, low, end)
    starts = [at for at in range(low, end) if _opener(row, at) is opener]
    while starts and row.form(starts[-1] - 1) == "of":
        starts.pop()
    return starts[-1] if starts else None


def _first_bare(row: Row, low: int, end: int) -> int | None:
    """Behind the preposition or the verb before it or, of items of one word each, the word itself."""
    for at in range(end - 1, low - 1, -1):
        if row.is_preposition(at) or row.form(at) in _INCLUDING or row.is_past(at):
            return at + 1 if at + 1 < end else None
        if not row.is_content(at):
            return end - 1 if end - 1 > at else None
    return end - 1 if row.is_content(end - 1) else None


def _end(row: Row, clause: Clause, last: int, opener: _Opener) -> int | None:
    """Where the last item ends: at a mark, a verb, or a phrase that may belong to all of them.

    None where names are adjectives of what follows: French, Dutch and Danish ports.
    """
    at = last + 1
    while at < min(clause.end, last + _LONGEST):
        form = row.form(at)
        if row.before[at].strip() or row.is_finite(at) or (opener is not _Opener.PAST and row.is_past(at)):
            break
        if opener is _Opener.NAME and not row.is_name(at) and form not in _INSIDE:
            return None if row.is_content(at) and not row.is_past(at) else at
        if opener is not _Opener.PAST and not row.is_content(at) and not _trails(row, at, opener):
            break
        at += 1
    while at > last + 1 and not row.is_content(at - 1):
        at -= 1
    return at


def _trails(row: Row, place: int, opener: _Opener) -> bool:
    """Whether the word is a preposition whose phrase belongs to the item, or stands behind one."""
    preposition = row.form(place) in _TRAILING and opener not in (_Opener.NUMBER, _Opener.BARE)
    return preposition or row.form(place - 1) in _TRAILING


def _are_items(row: Row, items: Sequence[Clause], opener: _Opener) -> bool:
    """Whether each is a phrase of its own, and all are alike."""
    sizes = [item.end - item.first for item in items]
    for item, size in zip(items, sizes, strict=True):
        inside = range(item.first, item.end)
        if size > _LONGEST or not any(map(row.is_content, inside)) or any(map(row.is_finite, inside)):
            return False
        if opener is not _Opener.PAST and any(map(row.is_past, inside[1:])):
            return False
        if opener is _Opener.NAME and not all(row.is_name(at) or row.form(at) in _INSIDE for at in inside):
            return False
    if opener is _Opener.NUMBER:
        counted = all(row.is_content(item.first + 1) and not row.is_number(item.first + 1) for item in items)
        return min(sizes) > 1 and counted and row.form(items[0].first - 1) not in _RANGES
    if opener is _Opener.BARE:
        return set(sizes) == {1} if min(sizes) == 1 else True
    return opener is _Opener.NAME or min(sizes) > 1
