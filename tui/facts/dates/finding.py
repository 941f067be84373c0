"""The dates of a text: pieces found by many patterns, joined, and resolved."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from tui.facts.dates.clock import times
from tui.facts.dates.days import ago, dated, near_days, weekdays
from tui.facts.dates.periods import decades_and_centuries, months, quarters, relative_periods, seasons, weekends
from tui.facts.dates.pieces import Piece, Role
from tui.facts.dates.resolving import resolved
from tui.facts.dates.tense import looks_ahead
from tui.facts.dates.words import TRIGGERS
from tui.facts.dates.years import years
from tui.facts.modality import modality
from tui.facts.model import Date, Fact, Kind
from tui.text.spans import Span
from tui.text.witness import Kind as Place
from tui.text.witness import Witness

_LONG = ("0s", "0’s", "0's", "entury", "ties", "ies")
_DIGITS = tuple("0123456789")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = ("spring", "summer", "autumn", "winter", "fall", "Spring", "Summer", "Autumn", "Winter", "Fall")
_SIDES = ("ext ", "ast ", "his ", "following ", "previous ")
_FINDERS: tuple[tuple[Callable[[str], Iterator[Piece]], tuple[tuple[str, ...], ...]], ...] = (
    (dated, (_DIGITS, (*_MONTHS, "-", "/"))),
    (weekdays, (("day", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),)),
    (
        near_days,
        (("oday", "esterday", "omorrow", "onight", " day", "night", "morning", "afternoon", "evening", "lunch"),),
    ),
    (times, ((*_DIGITS, "noon", "midday", "midnight", "Noon", "Midday", "Midnight", "clock"),)),
    (ago, ((" ago",),)),
    (decades_and_centuries, (_LONG,)),
    (quarters, (("quarter", "Q"),)),
    (seasons, (_SEASONS, (*_DIGITS, "by ", "since ", "until "))),
    (months, (_MONTHS,)),
    (relative_periods, (_SIDES, ("week", "month", "year", "quarter", "decade", *_SEASONS))),
    (weekends, (("weekend",),)),
    (years, (_DIGITS,)),
)
"""In the order in which they may take what another could have, and of what a sentence must have one each."""


def find(witness: Witness, written: dt.date | None = None) -> tuple[Fact, ...]:
    """The dates and times of a text in its order, resolved against the day of writing where that is known.

    Linear in the text. Only what is written in English, and dates in digits; of other languages only the latter.
    """
    english = witness.language.lower().startswith("en")
    return tuple(
        fact
        for index, sentence in enumerate(witness.sentences)
        if sentence.kind is not Place.FURNITURE and _may_have_dates(sentence.tokens.written)
        for fact in _in_sentence(witness, index, written, english=english)
    )


def _may_have_dates(words: Iterable[str]) -> bool:
    return any(word[0].isdigit() or word.lower() in TRIGGERS or word.endswith((*_LONG, "’s", "'s")) for word in words)


def _in_sentence(witness: Witness, index: int, written: dt.date | None, *, english: bool) -> Iterator[Fact]:
    span = witness.sentences[index].span
    text = witness.text[slice(*span)]
    pieces = _joined(text, _pieces(text, english=english))
    for piece in pieces:
        ahead = partial(looks_ahead, text, piece.start, piece.end)
        date = resolved(piece, written, ahead)
        if date is not None:
            place = Span(span.start + piece.start, span.start + piece.end)
            yield Fact(Kind.DATE, place, date, index, modality(text, piece.start, piece.end))


def _pieces(text: str, *, english: bool) -> list[Piece]:
    """The pieces in order, none on another: what an earlier finder took is left alone."""
    if not english:
        return [piece for piece in dated(text) if text[piece.start].isdigit() and text[piece.end - 1].isdigit()]
    taken: list[Piece] = []
    for finder, needs in _FINDERS:
        if all(any(map(text.__contains__, marks)) for marks in needs):
            for piece in finder(text):
                if all(piece.end <= other.start or other.end <= piece.start for other in taken):
                    taken.append(piece)
    return sorted(taken, key=lambda piece: piece.start)


_TIME_TO_DAY = frozenset({" on ", ", ", " ", " on the "})
_DAYS = frozenset({Role.DAY, Role.WEEKDAY, Role.NEAR_DAY})


def _joined(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that tell of one day or moment made one: 7:45 p.m. on Saturday; Friday, Jan. 9."""
    days = _join(text, pieces, _one_day)
    return _join(text, days, _one_moment)


def _join(text: str, pieces: Iterable[Piece], one: Callable[[Piece, Piece, str], Piece | None]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        whole = one(joined[-1], piece, text[joined[-1].end : piece.start]) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(piece)
    return joined


def _one_day(left: Piece, right: Piece, between: str) -> Piece | None:
    if left.role is Role.WEEKDAY and right.role is Role.DAY and between in (", ", " ", " the ", ", the "):
        return _merged(left, right, right)
    return None


def _one_moment(left: Piece, right: Piece, between: str) -> Piece | None:
    if left.role is Role.TIME and right.role in _DAYS:
        return _merged(left, right, right) if between.replace(" local time", "") in _TIME_TO_DAY else None
    if left.role in _DAYS and right.role is Role.TIME:
        return _merged(left, right, left) if between in (" at ", ", ", " ") else None
    return None


def _merged(left: Piece, right: Piece, day: Piece) -> Piece:
    """Both in one: the day's resolution, and every field that either has."""
    time = left if left.role is Role.TIME else right if right.role is Role.TIME else day
    one, two = left.date, right.date
    date = Date(
        time.date.precision,
        one.year or two.year,
        one.month or two.month,
        one.day or two.day,
        one.weekday or two.weekday,
        one.time if one.time is not None else two.time,
        one.zone or two.zone,
        relative=one.relative or two.relative,
    )
    role = Role.DAY if time is day else Role.ALONE
    return day._replace(start=left.start, end=right.end, date=date, role=role)
