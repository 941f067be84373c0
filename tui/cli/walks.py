"""What is read one line at a time: the list and one article. Each knows its lines and where its reader stands."""

import re
from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.articles import Collection
from tui.cli.places import Places
from tui.presentation.linear import about_line, said, sentence_line
from tui.reports.account import Account
from tui.text.search import occurrences
from tui.text.shown import one_line
from tui.text.witness import Kind

_PLACE = re.compile(r"(?:(?P<label>[a-z]+)\s+)?s?(?P<number>[0-9]{1,9})", re.IGNORECASE | re.ASCII)
_FIRST = 20
"""Articles that are listed unasked."""


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


class ListWalk(Walk):
    """The articles to choose from; each is read when its line is first wanted."""

    noun = "article"
    empty = "no articles"

    def __init__(self, collection: Collection, chosen: Sequence[int]) -> None:
        super().__init__()
        self._collection = collection
        self._chosen = chosen

    def __len__(self) -> int:
        return len(self._chosen)

    def line(self, place: int) -> str:
        """Label, title, byline, date and length, or why there is no article."""
        summary = self._collection.summary(self._chosen[place])
        if summary.error is not None:
            return one_line(f"{summary.label} cannot be read: {summary.source.name}: {summary.error}")
        parts = [summary.title]
        parts += [f"by {summary.byline}"] if summary.byline else []
        parts += [summary.date] if summary.date else []
        parts += [f"{summary.words} words", f"{summary.sentences} sentences"]
        return one_line(f"{summary.label}: {', '.join(parts)}")

    def texts(self, place: int) -> Iterator[str]:
        """Title and byline."""
        summary = self._collection.summary(self._chosen[place])
        yield summary.title
        yield summary.byline or ""

    def opening(self) -> list[str]:
        """The count, the first articles, and how to go on."""
        count = len(self)
        lines = [f"{count} article{'s' * (count != 1)}."]
        self.place = max(0, min(_FIRST, count) - 1)
        lines += [self.line(place) for place in range(min(_FIRST, count))]
        if count > _FIRST:
            lines.append(f"{_FIRST} of {count} listed; next or an empty line goes on.")
        labels = [self._collection.label(number) for number in self._chosen[:2]]
        parts = [f"read {labels[0]} reads one"] if labels else []
        parts += [f"pair {' '.join(labels)} compares two"] if len(labels) > 1 else []
        return [*lines, f"{', '.join([*parts, 'help names every command'])}."]

    def resume(self, places: Places) -> bool:
        """False: the list is read from its start."""
        del places
        return False

    def keep(self, places: Places) -> None:
        """Nothing is kept of the list."""

    def where(self) -> str:
        """The list and the place in it."""
        return f"the list, article {self.place + 1} of {len(self)}"

    def go_to(self, asked: str, *, sentence: bool) -> str:
        """The line of the article with that place in the list."""
        if sentence:
            raise Refused("the list has no sentences; read an article first, for example: read A")
        self.place = numbered(asked, len(self), self.noun)
        return self.here()


class ArticleWalk(Walk):
    """One article, sentence by sentence; the site's own lines with it, if wanted."""

    noun = "sentence"

    def __init__(self, account: Account, *, furniture: bool) -> None:
        super().__init__()
        self.account = account
        own = account.witness.sentences
        self._shown = [n for n, sentence in enumerate(own) if furniture or sentence.kind is not Kind.FURNITURE]

    def __len__(self) -> int:
        return len(self._shown)

    def line(self, place: int) -> str:
        """The sentence with its number."""
        return sentence_line(self.account.witness, self._shown[place])

    def texts(self, place: int) -> Iterator[str]:
        """The sentence."""
        yield self.account.witness.quote(self._shown[place])

    def opening(self) -> list[str]:
        """What the article states about itself, and its first sentence."""
        account = self.account
        return [f"{about_line(account.label, account.article)} {account.sentences} sentences.", self.here()]

    def resume(self, places: Places) -> bool:
        """Stand at the sentence where the article was left, or where that is left out at the next."""
        left = places.of_article(self.account)
        if left is not None and self._shown:
            self.place = min(bisect_left(self._shown, left), len(self) - 1)
        return self.place > 0

    def keep(self, places: Places) -> None:
        """Keep the sentence, and how much of the article lies behind it."""
        if self._shown:
            places.keep_article(self.account, self._shown[self.place], (self.place + 1) / len(self))

    def where(self) -> str:
        """The article and the sentence."""
        account = self.account
        here = account.witness.cite(self._shown[self.place]) if self._shown else "no sentence"
        return f"{account.label}, {here} of {account.sentences}: {one_line(account.article.title)}"

    def go_to(self, asked: str, *, sentence: bool) -> str:  # noqa: ARG002 (its lines are its sentences)
        """The sentence that readers call by this number."""
        if place_asked(asked).label not in (None, self.account.label):
            raise Refused(f"this is {self.account.label}; list leads to the others")
        wanted = numbered(asked, self.account.sentences, self.noun) + 1
        numbers = self.account.witness.numbers
        self.place = self._shown.index(numbers.index(wanted))
        return self.here()

    def headings(self) -> list[str]:
        """Title and headings with their numbers."""
        witness = self.account.witness
        kinds = (Kind.TITLE, Kind.HEADING)
        return [f"{witness.cite(n)}: {said(witness, (n,))}" for n in self._shown if witness.sentences[n].kind in kinds]


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
