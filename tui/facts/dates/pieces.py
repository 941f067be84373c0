"""What a date is put together from: a weekday, a day of a month, a time on the clock."""

from enum import Enum, auto
from typing import NamedTuple

from tui.facts.model import Date


class Role(Enum):
    """What a piece may be joined with: a day with its weekday, and either with a time."""

    TIME = auto()
    WEEKDAY = auto()
    DAY = auto()
    NEAR_DAY = auto()
    """Yesterday, this morning."""
    ALONE = auto()


class Shift(NamedTuple):
    """How far from the day of writing: -3 weeks; 0 for this one."""

    number: int
    unit: str
    """day, week, month or year; weekend."""


class Piece(NamedTuple):
    """A stretch of a sentence and what it says of a date, not yet resolved."""

    start: int
    end: int
    date: Date
    role: Role = Role.ALONE
    shift: Shift | None = None
    side: int = 0
    """Of a weekday or month: -1 for the last one, 1 for the next one, 0 where it is not told."""
    days: int = 1
    """How many days a range has from its first day on."""
    loose: bool = False
    """Counted from some other day, or any such day: not to be resolved."""
