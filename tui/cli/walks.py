"""What is read one line at a time: it knows its lines, and where its reader stands."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.cli.places import Places
from tui.reports.account import Account
from tui.text.search import occurrences
from tui.text.shown import one_line

_PLACE = re.compile(r"(?:(?P<label>[a-z]+)\s+)?s?(?P<number>[0-9]{1,9})", re.IGNORECASE | re.ASCII)


class Refused(Exception):  # noqa: N818 (an answer like any other)
    """What was asked for cannot be done; the message is the line that says why."""


class Place(NamedTuple):
    """A number as people give it, behind the label of one side where they name it."""

    label: str | None
    number: int


class Walk(ABC):
    """Lines in order, and the place of the one that is being read, from 0."""

    noun = "row"
    empty = "nothing to read here"
    accounts: Sequence[Account] = ()

    def __init__(self) -> None:
        self.place = 0

    @abstractmethod
    def __len__(self) -> int:
        """How many lines there are."""

    @abstractmethod
    def line(self, place: int) -> str:
        """The line at a place."""

    @abstractmethod
    def texts(self, place: int) -> Iterable[str]:
        """What can be found there."""

    @abstractmethod
    def opening(self) -> list[str]:
        """What is said at first."""

    @abstractmethod
    def where(self) -> str:
        """Where the reader stands."""

    @abstractmethod
    def go_to(self, asked: str, *, sentence: bool) -> str:
        """The line at a number, counted in lines or in sentences.

        Raises:
            Refused: There is no such line.
        """

    def sentences(self) -> Sequence[tuple[Account, int]]:
        """The first sentence of the line, with its article; nothing where the line is none of a text."""
        return ()

    def headings(self) -> list[str]:
        """A line for every heading."""
        return []

    @abstractmethod
    def resume(self, places: Places) -> bool:
        """Stand where the reader left off; False where that is unknown, or the start."""

    @abstractmethod
    def keep(self, places: Places) -> None:
        """Keep where the reader stands, if that is worth it."""

    def here(self) -> str:
        """The line at the place."""
        return self.line(self.place) if len(self) else self.empty

    def step(self, by: int) -> str:
        """The line so many further on.

        Raises:
            Refused: The lines end before.
        """
        if not 0 <= self.place + by < len(self):
            raise Refused(
                f"End: that was the last {self.noun}." if by > 0 else f"Start: this is the first {self.noun}."
            )
        self.place += by
        return self.here()

    def end(self, *, last: bool) -> str:
        """The first line, or the last."""
        self.place = max(0, len(self) - 1) if last else 0
        return self.here()

    def find(self, words: str) -> list[str]:
        """The next line with these words, looked for from the start again after the end.

        Raises:
            Refused: No line has them.
        """
        for offset in range(1, len(self) + 1):
            place = (self.place + offset) % len(self)
            if any(occurrences(text, words) for text in self.texts(place)):
                around = ["On from the start."] if place <= self.place else []
                self.place = place
                return [*around, self.here()]
        raise Refused(f"not found: {one_line(words)}")


def place_asked(asked: str) -> Place:
    """The number that people give: `12`, `s12` or `B s12`.

    Raises:
        Refused: It is none.
    """
    found = _PLACE.fullmatch(asked)
    if found is None:
        raise Refused(f"no number: {one_line(asked)}" if asked else "which number?")
    label = found["label"]
    return Place(label.upper() if label else None, int(found["number"]))


def numbered(asked: str, count: int, noun: str) -> int:
    """The place, from 0, that a number from 1 to `count` stands for.

    Raises:
        Refused: It is no such number.
    """
    number = place_asked(asked).number
    if not 1 <= number <= count:
        raise Refused(f"no {noun} {number}; the last is {count}")
    return number - 1
