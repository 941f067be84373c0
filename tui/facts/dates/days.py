"""Days named by their date, their weekday, or their distance from the day of writing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.facts.dates.pieces import Piece, Role, Shift
from tui.facts.dates.words import (
    COUNTS,
    MONTH_NUMBERS,
    MONTHS,
    NAMED_BY_DAYS,
    NAMED_DAYS,
    PARTS_OF_DAY,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
)
from tui.facts.model import Date, Precision

MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
YEAR = r"(?:1[0-9]|20|21)\d\d"
_DAY = r"(?<![\d.,:£$€])(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|and|until|till|through)\s)"
_BEHIND = rf"(?:,?\s(?P<year>{YEAR})(?![\d%]|[,:.]\d))?"


@lru_cache(maxsize=1)
def _day_first() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<week>[Ww]eek\s(?:of|beginning)\s(?:the\s)?)?(?P<day>{_DAY}){_TH}(?:{_TO}(?:the\s)?(?P<until>{_DAY}){_TH})?"
        rf"(?:\sof)?\s(?P<month>{MONTH})(?!\w){_BEHIND}"
    )


@lru_cache(maxsize=1)
def _month_first() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<week>[Ww]eek\s(?:of|beginning)\s)?(?P<month>{MONTH})\s(?:the\s)?(?P<day>{_DAY}){_TH}"
        rf"(?![\d%:]|[.,]\d|\s(?:per\s?cent|million|billion))"
        rf"(?:{_TO}(?P<until>{_DAY}){_TH}(?![\d:%]))?{_BEHIND}"
    )


@lru_cache(maxsize=1)
def _numeric() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d/.-])(?:(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
        rf"|(?P<one>\d\d?)(?P<mark>[/.])(?P<two>\d\d?)(?P=mark)(?P<last>{YEAR}))(?![\d/-]|\.\d)"
    )


def dated(text: str) -> Iterator[Piece]:
    """Days of months, also several of one month: 14 March 2026, Feb. 2, 7 to 19 October; ISO 8601 dates."""
    for pattern in (_day_first(), _month_first()):
        for found in pattern.finditer(text):
            yield from _of_month(found)
    for found in _numeric().finditer(text):
        yield from _in_digits(found)


def _of_month(found: re.Match[str]) -> Iterator[Piece]:
    month, day = MONTH_NUMBERS[found["month"].rstrip(".")], int(found["day"])
    year = int(found["year"]) if found["year"] else None
    days = int(found["until"]) - day + 1 if found["until"] else 1
    if days < 1:
        return
    week = bool(found["week"])
    date = Date(Precision.WEEK if week else Precision.DAY, year, month, day)
    yield Piece(found.start(), found.end(), date, Role.ALONE if week else Role.DAY, days=7 if week else days)


def _in_digits(found: re.Match[str]) -> Iterator[Piece]:
    """Day and month in digits only where they cannot be mistaken for each other."""
    if found["year"]:
        year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    else:
        year, one, two = int(found["last"]), int(found["one"]), int(found["two"])
        month, day = (two, one) if one > 12 else (one, two)
        if not (month <= 12 < day or month == day) or (found["mark"] == "." and one <= 12):
            return
    yield Piece(found.start(), found.end(), Date(Precision.DAY, year, month, day), Role.DAY)


@lru_cache(maxsize=1)
def _weekday() -> re.Pattern[str]:
    short = "|".join(SHORT_WEEKDAYS)
    return re.compile(
        rf"(?<![\w-])(?P<named>(?:{NAMED_DAYS})\s)?(?:(?P<any>\b(?:an?|every|each)\s(?:\w+\s)?)"
        rf"|(?P<which>last|next|this|following|previous|Last|Next|This)\s|(?P<time>[Ee]arly|[Ll]ate)\s(?:on\s)?)?"
        rf"(?P<day>{'|'.join(WEEKDAYS)}|(?:{short})\b\.(?=\s)|(?:{short})(?=,?\s(?:\d|{MONTH}\s\d)))"
        rf"(?P<part>\s(?:{PARTS_OF_DAY})\b)?(?![\w])(?P<paper>\s(?:{NAMED_BY_DAYS})\b)?"
    )


_SIDES = {"last": -1, "previous": -1, "next": 1, "this": 1}


def weekdays(text: str) -> Iterator[Piece]:
    """Days of the week: Friday night, last Wednesday; none in names such as Black Friday."""
    for found in _weekday().finditer(text):
        if found["named"] or found["paper"]:
            continue
        which = (found["which"] or "").lower()
        start = found.end("any") if found["any"] else found.start()
        if found["time"] and " on" in text[found.start() : found.start("day")].lower():
            start = found.start("day")
        weekday = WEEKDAY_NUMBERS[found["day"].rstrip(".")]
        date = Date(Precision.DAY, weekday=weekday, relative=bool(which))
        loose = bool(found["any"]) or which in ("following", "previous")
        end = found.end("part") if found["part"] else found.end("day")
        yield Piece(start, end, date, Role.WEEKDAY, side=_SIDES.get(which, 0), loose=loose)


@lru_cache(maxsize=1)
def _near() -> re.Pattern[str]:
    parts = "morning|afternoon|evening|lunchtime"
    return re.compile(
        rf"\b(?:(?P<yesterday>[Yy]esterday)(?:\s(?:{parts}))?|(?P<tomorrow>[Tt]omorrow)(?:\s(?:{parts}|night))?"
        rf"|(?P<today>[Tt]oday|[Tt]onight|[Tt]his\s(?:{parts}))|(?P<night>[Ll]ast\snight)"
        rf"|(?P<loose>(?:next|following|previous)\s(?:day|morning|afternoon|evening|night)))\b(?![-’']?\w*-)"
    )


_NEAR_SHIFTS = {"yesterday": -1, "tomorrow": 1, "today": 0, "night": -1, "loose": 0}


def near_days(text: str) -> Iterator[Piece]:
    """Days told by their distance from today: yesterday evening, tonight, the next day."""
    for found in _near().finditer(text):
        kind = str(found.lastgroup)
        loose = kind == "loose"
        shift = None if loose else Shift(_NEAR_SHIFTS[kind], "day")
        yield Piece(
            found.start(), found.end(), Date(Precision.DAY, relative=True), Role.NEAR_DAY, shift=shift, loose=loose
        )


@lru_cache(maxsize=1)
def _ago() -> re.Pattern[str]:
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    return re.compile(
        rf"\b(?P<ten>(?:{tens})-)?(?P<count>\d{{1,4}}|{'|'.join(COUNTS)})\s"
        rf"(?P<unit>minute|hour|day|week|month|year|decade)s?\sago\b",
        re.IGNORECASE,
    )


def ago(text: str) -> Iterator[Piece]:
    """Lengths of time counted back from the day of writing: three days ago."""
    for found in _ago().finditer(text):
        written = found["count"].lower()
        count = int(written) if written.isdigit() else COUNTS[written]
        count += COUNTS[found["ten"][:-1].lower()] if found["ten"] else 0
        unit = found["unit"].lower()
        shift = Shift(-count, unit) if unit in ("day", "week", "month", "year") else None
        yield Piece(found.start(), found.end(), Date(Precision(unit), relative=True), shift=shift)
