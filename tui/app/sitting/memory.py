"""What outlasts the sitting, asked and kept without ever getting in the reader's way."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from tui.articles import Collection, Source, Summary, Unreadable
from tui.library import Entry, Library, LibraryError, Mark, find_place, keep_pair_place, pair_place, place_at
from tui.presentation.spot import Spot
from tui.text.sides import Side, Sides

T = TypeVar("T")


class Memory:
    """Places, shares read, marks and choices by article number.

    Where the library refuses, the sitting goes on without it: `trouble` then holds one line that says why.
    """

    def __init__(self, collection: Collection, library: Library) -> None:
        self._collection = collection
        self._library = library
        self._seen: dict[int, float] = {}
        self._places: dict[int, int] = {}
        self._kept: dict[int, tuple[int, float]] = {}
        self._pair: tuple[Sides[int], Side, int] | None = None
        self._pair_kept: tuple[Sides[int], Side, int] | None = None
        self._marks: dict[str, Spot] = {}
        self.awake = False
        self.trouble = ""

    def wake(self) -> None:
        """Ask the library from now on; before, nothing is remembered, and nothing is opened."""
        self.awake = True

    def of(self, collection: Collection) -> "Memory":
        """The same memory of other articles."""
        other = Memory(collection, self._library)
        other.awake, other.trouble = self.awake, self.trouble
        return other

    def _try(self, ask: Callable[[Library], T]) -> T | None:
        """What the library answers; None where it refuses, which it is asked only once to do."""
        if not self.awake:
            return None
        try:
            return ask(self._library)
        except LibraryError as error:
            if self._library.read_only:  # a guest's places last for the sitting, which is no trouble
                return None
            self.trouble = self.trouble or f"{error} (places and marks last for this sitting)"
            self._library = Library.open(None)
            return None

    def seen(self, number: int) -> float:
        """The share of an article that was ever read, 0.0 to 1.0; 0.0 while nothing is known of it."""
        if number not in self._seen and self.awake:
            summary = self._collection.known(number)
            if summary is None:
                return 0.0
            share = self._try(lambda library: library.seen(summary))
            self._seen[number] = share or 0.0
        return self._seen.get(number, 0.0)

    def summary(self, source: Source) -> Summary | None:
        """What a list shows of a source that has not changed since it was read; None where that is not remembered."""
        if not self.awake:
            return None
        try:
            return self._library.summary(source)
        except LibraryError:  # whoever needs the library for more will hear of it
            return None

    def keep_summaries(self) -> None:
        """Write down what has been read of the articles, if that is news and outlasts the sitting."""
        fresh = self._collection.fresh()
        if fresh and self._library.lasts:
            with suppress(LibraryError):
                self._library.keep_summaries(fresh)

    def place(self, number: int) -> int | None:
        """The sentence at which an article was left; None where it is new."""
        if number not in self._places:
            self.wake()
            article = self._collection.article(number)
            place = self._try(lambda library: library.place(article))
            found = find_place(place, self._collection.witness(number)) if place is not None else None
            if found is None:
                return None
            self._places[number] = found
        return self._places[number]

    def stand(self, number: int, sentence: int, share: float) -> None:
        """Remember for this sitting where one stands in an article and how much of it has been shown."""
        self._places[number] = sentence
        self._seen[number] = max(self._seen.get(number, 0.0), share)

    def keep(self, number: int) -> None:
        """Write down where one stands in an article, if that is news."""
        sentence, share = self._places.get(number), self._seen.get(number, 0.0)
        if sentence is None or self._kept.get(number) == (sentence, share):
            return
        try:
            article, witness = self._collection.article(number), self._collection.witness(number)
        except Unreadable:
            return
        self._kept[number] = (sentence, share)
        place = place_at(witness, sentence, share=share)
        self._try(lambda library: library.keep_place(article, place))

    def forget(self, number: int) -> None:
        """Ask the library anew where one stands in an article, whose text is another now."""
        self._places.pop(number, None)
        self._kept.pop(number, None)

    def pair_place(self, pair: Sides[int]) -> tuple[Side, int] | None:
        """The side and sentence at which a pair was left; None where it is new."""
        self.wake()
        entries: Sides[Entry] = pair.map(self._collection.summary)
        return self._try(lambda library: pair_place(library, entries))

    def stand_in_pair(self, pair: Sides[int], side: Side, sentence: int) -> None:
        """Remember for this sitting where one stands in a pair."""
        if self._pair is not None and self._pair[0] != pair:
            self.keep_pair()
        self._pair = pair, side, sentence

    def keep_pair(self) -> None:
        """Write down where one stands in the pair read last, if that is news."""
        if self._pair is not None and self._pair != self._pair_kept:
            pair, side, sentence = self._pair_kept = self._pair
            entries: Sides[Entry] = pair.map(self._collection.summary)
            self._try(lambda library: keep_pair_place(library, entries, side, sentence))

    def set_mark(self, letter: str, spot: Spot) -> None:
        """Mark a spot with a letter; one in an article outlasts the sitting, one in a pair does not."""
        self._marks[letter] = spot
        if len(spot.articles) == 1:
            article = self._collection.article(spot.articles[0])
            place = place_at(self._collection.witness(spot.articles[0]), spot.sentence)
            self._try(lambda library: library.keep_mark(letter, article, place))

    def mark(self, letter: str) -> Spot | None:
        """The spot marked with a letter, if its article is in the collection."""
        if letter not in self._marks:
            mark = self._try(lambda library: library.mark(letter))
            if mark is None:
                return None
            number = self._number(mark)
            if number is None:
                return None
            sentence = find_place(mark.place, self._collection.witness(number))
            self._marks[letter] = Spot((number,), Side.LEFT, sentence or 0)
        return self._marks[letter]

    def _number(self, mark: Mark) -> int | None:
        """The article that a mark stands in: of its file, else of its text among those read."""
        shelf = self._collection.shelf
        for place in () if shelf is None else (*shelf.having(mark.source), shelf.find(mark.key)):
            if place is not None:
                return place
        for number in self._collection.beside:
            source, known = self._collection.source(number), self._collection.known(number)
            if mark.source.identity and source.identity == mark.source.identity:
                return number if self._collection.summary(number).error is None else None
            if known is not None and known.key == mark.key:
                return number
        return None

    def letters(self) -> str:
        """The letters that mark something, in order."""
        kept = self._try(lambda library: library.marks()) or ()
        return " ".join(sorted({*self._marks, *(mark.name for mark in kept)}))

    def recall(self, name: str) -> str | None:
        """A choice of an earlier sitting."""
        self.wake()
        return self._try(lambda library: library.recall(name))

    def remember(self, name: str, value: str) -> None:
        """Keep a choice for the next sitting."""
        self.wake()
        self._try(lambda library: library.remember(name, value))

    def close(self) -> None:
        """Close the library; it may be closed twice."""
        self._library.close()
