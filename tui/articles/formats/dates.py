"""Days and hours as pages, mails and feeds write them."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_NO_DAY = re.compile(r"\d{4}(?:-\d\d)?$")
_FIGURES = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})(?!\d)(?:\W*[\sT](\d{1,2}):(\d\d))?")
_LOOSE = re.compile(r"([+-]\d\d):?(\d\d)$")


def iso(written: str) -> str:
    """The day, with the hour and its zone where they are stated, in ISO 8601; empty where it cannot be told.

    Understands ISO 8601, the dates of mails and feeds (RFC 5322), and year, month and day in figures. Of a month or a
    year no more is said than it says.
    """
    text = written.strip()
    if _NO_DAY.match(text):
        return text
    for parse in (_moment, parsedate_to_datetime, _figures):
        try:
            found = parse(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if isinstance(found, datetime):
            return found.isoformat(timespec="minutes").replace("+00:00", "Z")
        return found.isoformat()
    return ""


def _moment(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(_LOOSE.sub(r"\1:\2", text.replace(" UTC", "Z")))


def _figures(text: str) -> date:
    """Year, month and day as 2025년 3월 14일 has them, the hour where it follows at once."""
    found = _FIGURES.match(text)
    if found is None:
        raise ValueError(text)
    year, month, day, hour, minute = (int(figure) if figure else None for figure in found.groups())
    assert year is not None
    assert month is not None
    assert day is not None
    return date(year, month, day) if hour is None else datetime(year, month, day, hour, minute or 0)  # noqa: DTZ001 (none is stated)
