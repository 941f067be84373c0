"""Where a date falls: by its own words, or by the day on which the text was written."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace

from tui.facts.dates.pieces import Piece, Shift
from tui.facts.model import Date, Precision

Period = tuple[dt.date, dt.date]


def resolved(piece: Piece, written: dt.date | None, ahead: Callable[[], bool]) -> Date | None:
    """The piece's date with its first and last day where they can be told; None for a day that no calendar has.

    `ahead` tells whether the sentence looks ahead; it is asked only for a weekday alone.
    """
    try:
        period = None if piece.loose else _period(piece, written, ahead)
    except (OverflowError, ValueError):
        return None
    return replace(piece.date, first=period[0], last=period[1]) if period else piece.date


def _period(piece: Piece, written: dt.date | None, ahead: Callable[[], bool]) -> Period | None:
    date = piece.date
    if date.day and date.month:
        return _days(piece, written)
    if date.month:
        return _month(piece, written)
    if date.year:
        return _years(piece, date.year)
    if written is None:
        return None
    if date.weekday:
        return _weekday(date.weekday, piece.side, written, ahead)
    return _shifted(written, piece.shift, ahead) if piece.shift else None


def _days(piece: Piece, written: dt.date | None) -> Period | None:
    date = piece.date
    assert date.month is not None
    assert date.day is not None
    if date.year is None:
        dt.date(2000, date.month, date.day)  # no year has a 30 February
        if written is None:
            return None
        first = _nearest_day(date.month, date.day, date.weekday, written)
    else:
        first = dt.date(date.year, date.month, date.day)
    return first, first + dt.timedelta(days=piece.days - 1)


def _nearest_day(month: int, day: int, weekday: int | None, written: dt.date) -> dt.date:
    near = [
        dt.date(year, month, day) for year in range(written.year - 1, written.year + 2) if _exists(year, month, day)
    ]
    fitting = [one for one in near if one.isoweekday() == weekday]
    return min(fitting or near, key=lambda one: abs(one - written))


def _exists(year: int, month: int, day: int) -> bool:
    return day <= monthrange(year, month)[1]


def _month(piece: Piece, written: dt.date | None) -> Period | None:
    month, year = piece.date.month, piece.date.year
    assert month is not None
    if year is None:
        if written is None:
            return None
        year = written.year
        if piece.side:
            year += piece.side * ((month - written.month) * piece.side <= 0)
        elif not piece.shift:
            offset = (month - written.month + 6) % 12 - 6
            year = (written.year * 12 + written.month - 1 + offset) // 12
    return _whole_month(year, month)


def _whole_month(year: int, month: int) -> Period:
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])


def _years(piece: Piece, year: int) -> Period | None:
    if piece.date.precision is Precision.SEASON:
        return None
    if piece.shift and piece.shift.unit == "quarter":
        return dt.date(year, piece.shift.number * 3 - 2, 1), _whole_month(year, piece.shift.number * 3)[1]
    lengths = {Precision.DECADE: 10, Precision.CENTURY: 100}
    return dt.date(year, 1, 1), dt.date(year + lengths.get(piece.date.precision, piece.days) - 1, 12, 31)


def _weekday(weekday: int, side: int, written: dt.date, ahead: Callable[[], bool]) -> Period:
    behind = (written.isoweekday() - weekday) % 7
    if side < 0:
        day = written - dt.timedelta(days=behind or 7)
    elif side > 0 or ahead():
        day = written + dt.timedelta(days=(-behind) % 7 or 7 * (side > 0))
    else:
        day = written - dt.timedelta(days=behind)
    return day, day


def _shifted(written: dt.date, shift: Shift, ahead: Callable[[], bool]) -> Period | None:
    number = shift.number
    match shift.unit:
        case "day":
            day = written + dt.timedelta(days=number)
            return day, day
        case "week":
            monday = written + dt.timedelta(days=7 * number + 1 - written.isoweekday())
            return monday, monday + dt.timedelta(days=6)
        case "weekend":
            saturday = written + dt.timedelta(days=7 * number + 6 - written.isoweekday())
            return saturday, saturday + dt.timedelta(days=1)
        case "near weekend":
            back = not ahead() and written.isoweekday() < 6
            return _shifted(written, Shift(-1 if back else 0, "weekend"), ahead)
        case "month":
            months = written.year * 12 + written.month - 1 + number
            return _whole_month(months // 12, months % 12 + 1)
        case _:
            return dt.date(written.year + number, 1, 1), dt.date(written.year + number, 12, 31)
