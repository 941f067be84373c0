"""Dates on one line of time."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.collation.ledgers.rows import Cell, Clashes, Row, cited, written
from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Date, Fact, Kind, Precision

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDER = tuple(Precision)


@dataclass(frozen=True, slots=True)
class Dates:
    """`placed` is the line of time, earliest first, the longer period before those in it; the rest has no place."""

    placed: tuple[Row, ...]
    unplaced: tuple[Cell, ...]


Period = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class _Dated:
    cited: Cited
    value: Date
    period: Period | None
    note: str = ""


def date_ledger(survey: Survey) -> Dates:
    """Every date on the line or beside it.

    A day of the week stands with the day that its claim, or all sources, have for it; a day without a year in the
    year that all fully told days have. Where a claim tells one day, a month or year around it and a time of the clock
    stand with it: they tell the same less or more exactly.
    """
    found = [_dated(at, fact) for at, fact in cited(survey, Kind.DATE)]
    days = [one for one in found if one.period and one.period[0] == one.period[1]]
    placed = [_placed(survey, one, days) for one in found]
    placed = [_with_its_claim(survey, one, placed) for one in placed]
    rows: dict[Period, list[_Dated]] = defaultdict(list)
    for one in placed:
        if one.period is not None:
            rows[one.period].append(one)
    order = sorted(rows, key=lambda period: (period[0], -period[1].toordinal()))
    clashes = Clashes(survey)
    line = tuple(_row(survey, clashes, period, rows[period]) for period in order)
    return Dates(line, tuple(Cell(one.cited, written(survey, one.cited)) for one in placed if one.period is None))


def _dated(at: Cited, fact: Fact) -> _Dated:
    value = fact.value
    assert isinstance(value, Date)
    period = (value.first, value.last) if value.first is not None and value.last is not None else None
    return _Dated(at, value, period)


def _placed(survey: Survey, one: _Dated, days: Sequence[_Dated]) -> _Dated:
    """The date on a day that others tell, where its words fit that day alone."""
    if one.period is not None or one.value.relative:
        return one
    value = one.value
    if value.month and value.day and not value.year:
        years = Counter(day.period[0].year for day in days if day.period and day.value.year)
        return _on(one, _day(years, value.month, value.day), "in the year that others tell")
    if value.weekday and not value.month:
        return _on(one, _weekday(survey, one, days), "agrees")
    return one


def _on(one: _Dated, day: dt.date | None, note: str) -> _Dated:
    return one if day is None else _Dated(one.cited, one.value, (day, day), note)


def _day(years: Counter[int], month: int, day: int) -> dt.date | None:
    if len(years) != 1:
        return None
    try:
        return dt.date(next(iter(years)), month, day)
    except ValueError:
        return None


def _weekday(survey: Survey, one: _Dated, days: Sequence[_Dated]) -> dt.date | None:
    told = survey.collation.told
    claim = told[one.cited.source][one.cited.sentence]
    fitting = {
        day.period[0]: told[day.cited.source][day.cited.sentence] == claim is not None
        for day in days
        if day.period and day.value.day and day.period[0].isoweekday() == one.value.weekday
    }
    same = [day for day, in_claim in fitting.items() if in_claim]
    chosen = same or list(fitting)
    return chosen[0] if len(chosen) == 1 else None


def _with_its_claim(survey: Survey, one: _Dated, placed: Sequence[_Dated]) -> _Dated:
    """The date on the one day that other sentences of its claim tell within it, or that a clock's time is of."""
    claim = survey.collation.told[one.cited.source][one.cited.sentence]
    is_clock = one.period is None and one.value.time is not None and not one.value.relative
    if claim is None or not (is_clock or (one.period and one.period[0] != one.period[1])):
        return one
    days = {
        other.period[0]
        for other in placed
        if other.period is not None
        and other.period[0] == other.period[1]
        and survey.collation.told[other.cited.source][other.cited.sentence] == claim
        and (is_clock or other.cited.source != one.cited.source)
    }
    fitting = [day for day in days if one.period is None or one.period[0] <= day <= one.period[1]]
    return _on(one, fitting[0], "") if len(days) == len(fitting) == 1 else one


def _row(survey: Survey, clashes: Clashes, period: Period, dated: Iterable[_Dated]) -> Row:
    found = sorted(dated, key=lambda one: one.cited)
    cells = tuple(Cell(one.cited, written(survey, one.cited)) for one in found)
    clash = clashes.among(cell.cited for cell in cells)
    return Row(_name(period), cells, _note(period, found), clash, () if clash else _exact(found))


def _name(period: Period) -> str:
    """The period for a reader: 15 August 2025 (Friday), August 2025, 2025."""
    first, last = period
    month = _MONTHS[first.month - 1]
    if first == last:
        return f"{first.day} {month} {first.year} ({_DAYS[first.weekday()]})"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and (last + dt.timedelta(1)).day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{month} {first.year}"
    return f"{first.day} {month} {first.year} to {last.day} {_MONTHS[last.month - 1]} {last.year}"


def _note(period: Period, found: Sequence[_Dated]) -> str:
    """What was concluded."""
    notes = []
    if any(one.note == "agrees" for one in found):
        notes.append(f"agree: {_name(period).replace(' (', ' was a ').rstrip(')')}")
    notes += sorted({one.note for one in found if one.note and one.note != "agrees"})
    return "; ".join(notes)


def _exact(found: Sequence[_Dated]) -> tuple[int, ...]:
    """The sources that tell the date most exactly, where others tell it less so."""
    rungs: dict[int, tuple[int, int]] = {}
    for one in found:
        rungs[one.cited.source] = min(_rung(one.value), rungs.get(one.cited.source, _rung(one.value)))
    best = min(rungs.values())
    exact = tuple(sorted(source for source, rung in rungs.items() if rung == best))
    return exact if len(exact) < len(rungs) else ()


def _rung(value: Date) -> tuple[int, int]:
    """How precisely a date is told: finer periods first, and of equal ones those that need no other to be placed."""
    parts = sum(part is not None for part in (value.year, value.month, value.day, value.time))
    return _ORDER.index(value.precision), -parts
