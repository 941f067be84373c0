"""Weeks, months, seasons, quarters, years, decades and centuries."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tui.facts.dates.days import MONTH, YEAR
from tui.facts.dates.pieces import Piece, Shift
from tui.facts.dates.words import DECADES, MONTH_NUMBERS, ORDINALS
from tui.facts.kin import happenings
from tui.facts.model import Date, Precision
from tui.facts.word_sets import word_set
from tui.text.languages import language

_EARLY = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)[-\s](?:to\s)?(?:(?:mid|late)[-\s])?)"
_BEFORE_MONTH = word_set(
    "in since by until till of last next this early late mid from during through before after for between "
    "around to throughout with than every each and or"
)


@lru_cache(maxsize=1)
def _month() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<early>{_EARLY})?(?P<which>(?:[Ll]ast|[Nn]ext|[Tt]his|following|previous)\s)?(?P<month>{MONTH})"
        rf"(?![\w-]|\s\d\d?\b(?![%:]|,\d\d\d))(?:(?:,|\sof)?\s(?P<year>{YEAR})(?![\d%]|,\d))?"
        rf"(?P<name>\s(?!I\b)[A-Z][a-z])?"
    )


def months(text: str) -> Iterator[Piece]:
    """Months: November 2021, early June, last May; May, March and April only where they cannot be other words."""
    surname = "May" in text and _is_surname(text)
    for found in _month().finditer(text):
        month = found["month"].rstrip(".")
        before = text[: found.start()].rsplit(maxsplit=1)
        word = before[-1].lower() if before else ""
        told = found["year"] or found["early"] or found["which"]
        if found["name"] and not told and word not in ("in", "since", "until", "last", "during"):
            continue
        if (
            not told
            and word[-1:] not in "(,"
            and word not in _BEFORE_MONTH
            and (month in _OTHER_WORDS or found["name"])
        ):
            continue
        if not told and ((month in _OTHER_WORDS and not word) or (month == "May" and surname)):
            continue
        yield _of_month(found, month)


def _is_surname(text: str) -> bool:
    """Whether May stands behind a title or a given name somewhere."""
    before = re.findall(r"([A-Z][a-z]+)\.? May\b", text)
    return any(word.lower() not in language("en").function_words | _BEFORE_MONTH for word in before)


_OTHER_WORDS = frozenset({"May", "March", "Mar", "Jan", "Dec", "Sep", "Apr"})


def _of_month(found: re.Match[str], month: str) -> Piece:
    which = (found["which"] or "").strip().lower()
    end = found.end("year") if found["year"] else found.end("month")
    if found["month"].endswith(".") and not found["year"] and end == len(found.string):
        end -= 1
    year = int(found["year"]) if found["year"] else None
    date = Date(Precision.MONTH, year, MONTH_NUMBERS[month], relative=bool(which))
    side = {"last": -1, "next": 1}.get(which, 0)
    shift = Shift(0, "year") if which == "this" else None
    return Piece(found.start(), end, date, shift=shift, side=side, loose=which in ("following", "previous"))


@lru_cache(maxsize=1)
def _relative() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<early>\b{_EARLY})?\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|following|previous)\s"
        r"(?:(?P<unit>week|month|year)(?:end)?|(?P<season>spring|summer|autumn|winter|fall)|(?P<quarter>quarter)|(?P<decade>decade))"
        r"\b(?![-’']?\w*-)"
    )


_SHIFTS = {"last": -1, "this": 0, "next": 1}


def relative_periods(text: str) -> Iterator[Piece]:
    """Weeks, months and years counted from that of writing: next month, last winter; not `the last year`."""
    for found in _relative().finditer(text):
        which = found["which"].lower()
        kind = "weekend" if found.group().endswith("weekend") else found.group().split()[-1]
        behind_the = (
            text[: found.start()].lower().endswith(("the ", "their ", "its ", "his ", "her ", "our ", "’s ", "'s "))
        )
        if (behind_the and which in _SHIFTS) or (kind == "decade" and which != "next"):
            continue
        kind = "season" if found["season"] else kind
        loose = which not in _SHIFTS or kind in ("season", "quarter", "decade")
        precision = Precision.DAY if kind == "weekend" else Precision(kind)
        shift = None if loose else Shift(_SHIFTS[which], kind)
        yield Piece(found.start(), found.end(), Date(precision, relative=True), shift=shift, loose=loose)


@lru_cache(maxsize=1)
def _weekend() -> re.Pattern[str]:
    events = "|".join(sorted(happenings()))
    return re.compile(
        r"\b(?:(?:at|over|for|by|during|until)\s+the)\s(?P<end>weekend)\b(?!\s(?:of|after|before)\b)"
        rf"|\b[Tt]he\s(?:[\w-]+\s){{0,2}}(?P<of>weekend)(?=\s(?:{events})\b)"
    )


def weekends(text: str) -> Iterator[Piece]:
    """The weekend that is near the day of writing, also where it stands before what happened on it."""
    for found in _weekend().finditer(text):
        yield Piece(*found.span(found.lastgroup or 0), Date(Precision.DAY), shift=Shift(0, "near weekend"))


@lru_cache(maxsize=1)
def _season() -> re.Pattern[str]:
    seasons = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
    return re.compile(
        rf"(?P<early>\b{_EARLY})?\b(?:(?:{seasons}|[Ff]all)(?:\sof|,)?\s(?P<year>{YEAR})\b(?!,\d|%)"
        rf"|(?<=\bby\s)(?:{seasons})\b|(?<=\bsince\s)(?:{seasons})\b|(?<=\buntil\s)(?:{seasons})\b)(?!-)"
    )


def seasons(text: str) -> Iterator[Piece]:
    """Seasons with their year: summer of 1976; never resolved, as they are not the same everywhere."""
    for found in _season().finditer(text):
        year = int(found["year"]) if found["year"] else None
        yield Piece(found.start(), found.end(), Date(Precision.SEASON, year), loose=True)


@lru_cache(maxsize=1)
def _quarter() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<nth>first|second|third|fourth|final)[-\s]quarter(?!-|s?\sfinal)(?:(?:\sof)?\s(?P<year>{YEAR})\b)?"
        rf"|Q(?P<n>[1-4])(?:(?:\sof)?,?\s(?P<also>{YEAR})\b)?)\b"
    )


def quarters(text: str) -> Iterator[Piece]:
    """Quarters of a year: third quarter of 2024, Q3."""
    for found in _quarter().finditer(text):
        written = found["year"] or found["also"]
        year = int(written) if written else None
        nth = int(found["n"]) if found["n"] else {"final": 4}.get(found["nth"]) or ORDINALS.index(found["nth"]) + 1
        shift = Shift(nth, "quarter") if year else None
        yield Piece(found.start(), found.end(), Date(Precision.QUARTER, year), shift=shift, loose=not year)


@lru_cache(maxsize=1)
def _long() -> re.Pattern[str]:
    ordinals = "|".join(f"{first}{rest}" for first, rest in ((f"[{o[0]}{o[0].upper()}]", o[1:]) for o in ORDINALS))
    return re.compile(
        rf"(?P<early>\b{_EARLY})?(?:\b(?P<decade>(?:1[5-9]|20)[1-9]0|2000)['’]?s\b"
        rf"|(?<=\s)['’‘](?P<short>[2-9]0)s\b|(?<=the\s)(?P<word>{'|'.join(DECADES)})\b(?!\sof)"
        rf"|\b(?P<nth>\d\d?)(?:st|nd|rd|th)[-\s][Cc]entury\b|\b(?P<ordinal>{ordinals}|[Tt]wenty-first)[-\s][Cc]entury\b)"
    )


def decades_and_centuries(text: str) -> Iterator[Piece]:
    """Decades and centuries: late 1980s, the '60s, 19th-century."""
    for found in _long().finditer(text):
        if found["decade"] or found["short"] or found["word"]:
            year = int(found["decade"] or 0) or DECADES.get(found["word"] or "") or 1900 + int(found["short"])
            yield Piece(found.start(), found.end(), Date(Precision.DECADE, year))
        else:
            word = (found["ordinal"] or "").lower()
            nth = int(found["nth"] or 0) or (21 if word == "twenty-first" else ORDINALS.index(word) + 1)
            yield Piece(found.start(), found.end(), Date(Precision.CENTURY, (nth - 1) * 100 + 1))
