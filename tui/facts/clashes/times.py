"""Whether two sentences tell of two times."""

from tui.facts.clashes import dates
from tui.facts.model import Precision
from tui.facts.telling import Telling

_YEARS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)


def are_of_other_times(left: Telling, right: Telling) -> bool:
    """Whether the sentences of two quantities tell of two times: of five years ago and of now, of March and of April.

    A year that only one of them tells of is another time than now; a day, a month and a quarter are only where
    the other tells of another one. Ages are told as they are now, whatever the year that a sentence tells of.
    """
    if left.measured and left.measured.key[0] == "age":
        return False
    one, two = ({_year(date) for date in side.frame if _is_year(date)} for side in (left, right))
    if one != two and one.isdisjoint(two):
        return True
    days, others = ([date for date in side.frame if not (_is_year(date) or _is_time(date))] for side in (left, right))
    return bool(days and others) and all(_are_apart(day, other) for day in days for other in others)


def _is_year(telling: Telling) -> bool:
    return telling.date.precision in _YEARS and not telling.written.lower().startswith("this")


def _is_time(telling: Telling) -> bool:
    """Whether a time on the clock is told without its day."""
    date = telling.date
    return date.time is not None and date.weekday is date.day is None


def _year(telling: Telling) -> object:
    """The first day of a year or years, where that is known; else the words that count from the day of writing."""
    return telling.date.first or telling.written.lower()


def _are_apart(one: Telling, two: Telling) -> bool:
    if one.date.precision is Precision.QUARTER is two.date.precision:
        return one.written != two.written
    return dates.reason(one, two) is not None
