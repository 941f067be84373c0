"""Bare years, told from other numbers of four digits by what stands around them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.facts.dates.pieces import Piece
from tui.facts.model import Date, Precision
from tui.facts.word_sets import word_set


@lru_cache(maxsize=1)
def _year() -> re.Pattern[str]:
    return re.compile(
        r"(?P<early>\b(?:[Ee]arly|[Ll]ate|[Mm]id)[-\s])?(?:(?<![\w.,:/$£€¥#+-])|(?<=[Mm]id-))(?P<year>(?:1\d|20|21)\d\d)"
        r"(?:[-–/](?P<until>\d\d(?:\d\d)?))?(?![\w/%°+]|[-–](?!\w*(?!\w)[^\d-])\d|,\d\d\d|\.\d|:\d)"
    )


_PLACES = word_set(
    "in since by until till from before after of during between circa c around about through throughout to dates dated"
)
_STARTS = word_set(
    "in since by until from before after during between around through throughout the a an its his her their "
    "our fiscal for when as and but"
)
_NUMBERED = word_set("some than least nearly almost over under reference number code")
"""Before a number that is no year."""
_COUNTED = re.compile(
    r"\s(?:(?:[a-z]+\s)?(?:people|men|women|children|troops|soldiers|jobs|homes|workers)|"
    r"(?:square|cubic)\s\w+|miles|feet|kilometres|kilometers|km|m|ft|tonnes|tons|kilograms|kilos|kg|"
    r"litres|gallons|acres|hectares|dollars|euros|pounds|yen|yuan|rupees|times|points|votes|seats|hours|days|weeks|"
    r"months|years|minutes|seconds|degrees|percent|per\scent|megawatts|MW|GW|kW|mph|km/h|GMT|UTC|hrs)\b"
)
_RACED = re.compile(r"\smet(?:re|er)s\b")
"""Counted even behind words that mostly stand before a year: in the 1500 metres."""
_WORD_BEFORE = re.compile(r"([\w'’]+)[\s(]*\Z")


def years(text: str) -> Iterator[Piece]:
    """Years of four digits, and spans of years such as 2019-20; not those that are part of a name (Euro 2024)."""
    for found in _year().finditer(text):
        number = int(found["year"])
        if _is_a_year(text, found, number):
            start = found.start() if found["early"] else found.start("year")
            until = _last(number, found["until"])
            if until is None or number < until <= number + 50:
                yield Piece(start, found.end(), Date(Precision.YEAR, number), days=(until or number) - number + 1)


def _last(first: int, written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else first // 100 * 100 + int(written)


def _is_a_year(text: str, found: re.Match[str], number: int) -> bool:
    start, end = found.start("year"), found.end()
    if text[start - 1 : start] in tuple("'\"‘“") and text[end : end + 1] in tuple("'\"’”"):
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    word = before[1] if before else ""
    small = word.lower()
    if _RACED.match(text, end) or (_COUNTED.match(text, end) and small not in ("in", "since", "the")):
        return False
    if found["early"]:
        return True
    if not 1900 <= number < 2100:
        return small in _PLACES
    if not word or not word[0].isupper() or small.endswith(("'s", "’s")):
        return small not in _NUMBERED
    return small in _STARTS or text[before.end(1) : start].strip() != "" if before else True
