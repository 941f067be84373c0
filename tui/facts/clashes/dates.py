"""When two dates may not both hold."""

import datetime as dt
from collections.abc import Iterator

from tui.facts.model import Date, Precision
from tui.facts.telling import Telling, are_beside
from tui.facts.word_sets import word_set

_LIMITS = word_set("since until till by from before after")
_NEARLY = word_set("before after")
"""These may only tell that a time is rough: shortly after five."""
_APART = frozenset(map(frozenset, (("morning", "afternoon"), ("morning", "evening"), ("afternoon", "night"))))
"""Parts of a day of which no hour is in both; the small hours are night to one and morning to the other."""
_LEAST = 2
"""How many words near the one must stand near the other: a date alone does not tell of what it is the date."""


def traits(telling: Telling) -> Iterator[tuple[str, ...]]:
    """What two comparable dates have at least one of in common: a word, or what they are the dates of."""
    if telling.measured:
        yield telling.measured.key
    for word in telling.near:
        yield (word,)


def comparable(left: Telling, right: Telling) -> bool:
    """Whether two dates seem to be of the same event: put by the same preposition, in like words."""
    if left.is_gloss or right.is_gloss or left.is_of_saying or right.is_of_saying or left.others != right.others:
        return False
    if _limits(left) != _limits(right):
        return False
    if left.measured and right.measured:
        return left.measured.key == right.measured.key
    if not are_beside(left, right) or _have_other_figures(left, right):
        return False
    if len(set(left.near) & set(right.near)) >= _LEAST:
        return True
    return len(left.sentence & right.sentence) > _LEAST + 1 or _are_short(left, right)


def _limits(telling: Telling) -> frozenset[str]:
    """What the word before a date makes of it; before and after a time of day only tell that it is rough."""
    return frozenset({telling.before} & (_LIMITS - _NEARLY if telling.date.time else _LIMITS))


def _have_other_figures(left: Telling, right: Telling) -> bool:
    """Whether the sentences give figures of one unit, and no figure that both have: of May one, of April another."""
    one, two = ({(figure.unit, figure.counted) for figure in side.fellows} for side in (left, right))
    return not one.isdisjoint(two) and set(left.fellows).isdisjoint(right.fellows)


def _are_short(left: Telling, right: Telling) -> bool:
    """Whether one sentence has few words besides those that the other has too."""
    common, fewer = len(left.sentence & right.sentence), min(len(left.sentence), len(right.sentence))
    return common >= _LEAST and common >= fewer - 1


def reason(left: Telling, right: Telling) -> tuple[str, str] | None:
    """The rule by which two comparable dates cannot both hold, and why; None where they can, or none can tell."""
    one, two = left.date, right.date
    rule = _of_days(one, two) or _of_times(one, two)
    if rule is None and _weekday(one) == _weekday(two) and are_parts_apart(left, right):
        rule = "different-parts-of-day"
    return (rule, f"{left.written} and {right.written} cannot both hold") if rule else None


def _of_days(one: Date, two: Date) -> str | None:
    if one.first and two.first and one.last and two.last:
        return None if one.first <= two.last and two.first <= one.last else "disjoint-periods"
    if one.year and two.year and one.precision is Precision.YEAR is two.precision and one.year != two.year:
        return "disjoint-periods"
    if one.month and two.month:
        return _of_months(one, two)
    weekday, other = _weekday(one), _weekday(two)
    return "different-weekdays" if weekday and other and weekday != other else None


def _of_months(one: Date, two: Date) -> str | None:
    """Days and months of which one has no year."""
    if one.month != two.month and not one.relative and not two.relative:
        return "different-months"
    return "different-days" if one.day and two.day and one.day != two.day and one.month == two.month else None


def are_parts_apart(left: Telling, right: Telling) -> bool:
    """Whether two dates name parts of a day that have no hour in common: Saturday afternoon, Saturday night."""
    return frozenset(telling.written.lower().split()[-1] for telling in (left, right)) in _APART


def _weekday(date: Date) -> int | None:
    """The day of the week, as written or as it follows from the day."""
    if date.relative and date.first is None:
        return None
    if date.weekday:
        return date.weekday
    return date.first.isoweekday() if date.first is not None and date.first == date.last else None


def _of_times(one: Date, two: Date) -> str | None:
    """Times on the clock in one zone that are further apart than they are exact."""
    if one.time is None or two.time is None or one.zone != two.zone:
        return None
    apart = abs(_minutes(one.time) - _minutes(two.time))
    exact = one.precision is Precision.MINUTE is two.precision
    return "different-times" if min(apart, 1440 - apart) > (15 if exact else 59) else None


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
