"""Times on the clock."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from tui.facts.dates.pieces import Piece, Role
from tui.facts.dates.words import COUNTS, PARTS_OF_DAY, WEEKDAYS, ZONES
from tui.facts.model import Date, Precision


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    hours = "|".join(word for word, count in COUNTS.items() if 0 < count <= 12 and len(word) > 2)
    near = rf"(?:this|yesterday|tomorrow)\s(?:{PARTS_OF_DAY})|tonight|yesterday|today"
    day = rf"\s(?:(?:on\s)?(?:{'|'.join(WEEKDAYS)})|{near})"
    return re.compile(
        r"(?<![\w.:,£$€/-])(?:"
        r"(?P<hour>\d\d?)(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[AaPp])(?:m\b|M\b|\.m\.|\.M\.)"
        r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:.]\d|\d)"
        rf"|(?P<dotted>[01]?\d|2[0-3])\.(?P<minute_dotted>[0-5]\d)(?=h\b|{day})"
        rf"|(?P<military>[01]\d|2[0-3])(?P<minute_military>[0-5]\d)(?=\s(?:{ZONES})\b|\shours\b|\son\s(?:{'|'.join(WEEKDAYS)})\b)"
        rf"|(?P<oclock>\d\d?|{hours})\so[’']clock"
        r"|(?P<noon>[Nn]oon|[Mm]idday)(?!-)|(?P<midnight>[Mm]idnight)(?!-)"
        rf")(?:\s(?P<zone>{ZONES})\b)?",
    )


def times(text: str) -> Iterator[Piece]:
    """Times of day with their zone: 7:15 p.m. GMT, 18:00, 0900 GMT, noon."""
    for found in _clock().finditer(text):
        time, minutes = _time(found)
        if time is None or (found["hour24"] and not _may_be_a_time(text, found)):
            continue
        precision = Precision.MINUTE if minutes else Precision.HOUR
        yield Piece(found.start(), found.end(), Date(precision, time=time, zone=found["zone"]), Role.TIME)


def _time(found: re.Match[str]) -> tuple[dt.time | None, bool]:
    """The time that was written, and whether its minutes were; None where there is no such hour."""
    if found["noon"] or found["midnight"]:
        return dt.time(12 if found["noon"] else 0), False
    if found["oclock"]:
        hour = int(found["oclock"]) if found["oclock"].isdigit() else COUNTS[found["oclock"]]
        return (dt.time(hour) if hour <= 12 else None), False
    for hours, minutes in (("hour24", "minute24"), ("dotted", "minute_dotted"), ("military", "minute_military")):
        if found[hours]:
            return dt.time(int(found[hours]), int(found[minutes])), True
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        return None, False
    return dt.time(hour % 12 + 12 * (found["half"] in "pP"), int(found["minute"] or 0)), bool(found["minute"])


@lru_cache(maxsize=1)
def _before_a_time() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[(,;:–—-]|\b(?:at|from|by|until|till|to|before|after|since|around|about|and|between|past|on|the|or|of|"
        r"is|was|nearly|almost|approximately|roughly|exactly|just|day|" + "|".join(WEEKDAYS) + r"))\s*\Z",
        re.IGNORECASE,
    )


def _may_be_a_time(text: str, found: re.Match[str]) -> bool:
    """Whether two numbers with a colon are no result, race time or verse."""
    return bool(found["zone"]) or bool(_before_a_time().search(text, max(0, found.start() - 20), found.start()))
