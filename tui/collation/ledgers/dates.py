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
    year that all fully told days have.
    """
    found = [_dated(at, fact) for at, fact in cited(survey, Kind.DATE)]
    days = [one for one in found if one.period and one.period[0] == one.period[1]]
    placed = [_placed(survey, one, days) for one in found]
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


def _row(survey: Survey, clashes: Clashes, period: Period, dated: Iterable[_Dated]) -> Row:
    found = sorted(dated, key=lambda one: one.cited)
    cells = tuple(Cell(one.cited, written(survey, one.cited)) for one in found)
    return Row(_name(period), cells, _note(survey, period, found), clashes.among(cell.cited for cell in cells))


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


def _note(survey: Survey, period: Period, found: Sequence[_Dated]) -> str:
    """What was concluded, and who is most exact where several sources tell it less or more precisely."""
    notes = []
    if any(one.note == "agrees" for one in found):
        notes.append(f"agree: {_name(period).replace(' (', ' was a ').rstrip(')')}")
    notes += sorted({one.note for one in found if one.note and one.note != "agrees"})
    rungs = {_rung(one.value) for one in found}
    if len({one.cited.source for one in found}) > 1 and len(rungs) > 1:
        best = min(rungs)
        finest = [one for one in found if _rung(one.value) == best]
        if len({one.cited.source for one in finest}) == 1:
            notes.append(f"most exact: {written(survey, finest[0].cited)}")
    return "; ".join(notes)


def _rung(value: Date) -> tuple[int, int]:
    """How precisely a date is told: finer periods first, and of equal ones those that need no other to be placed."""
    parts = sum(part is not None for part in (value.year, value.month, value.day, value.time))
    return _ORDER.index(value.precision), -parts
