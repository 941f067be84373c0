"""The articles at hand, read when they are first wanted."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from tui.articles.glimpse import glimpse
from tui.articles.origin import Source, Stamp, Unreadable, stamp_of
from tui.articles.shelf import Shelf
from tui.articles.summary import Summary, summarize

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.text.witness import Witness

KEPT = 48
"""Articles whose text stays in memory."""

UNSETTLED_SECONDS = 2
"""A file read so shortly after a change has no stamp: it could change again and still carry the same time."""


def label_of(number: int) -> str:
    """The label of the article with this number: A to Z, then AA, AB and so on."""
    label = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        label = chr(ord("A") + letter) + label
    return label


def number_of(label: str) -> int | None:
    """The number that a label of letters A to Z stands for, None where it is no label."""
    if not (label.isascii() and label.isalpha() and len(label) <= 8):
        return None
    number = 0
    for letter in label:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class Collection:
    """Sources by number, in the order given; safe to use from several threads.

    Nothing is read before it is asked for; summaries are kept for ever, the last `KEPT` texts in memory.
    Where `remembered` is set it gives the summary of a source that has not changed since it was read, if it knows
    one, and the source need not be read for it. The articles of a `shelf` stand before the sources.
    """

    def __init__(
        self, sources: Iterable[Source], *, shelf: Shelf | None = None, labels: Mapping[int, str] | None = None
    ) -> None:
        """Collect the sources.

        Args:
            sources: Where articles come from.
            shelf: Articles that are kept elsewhere.
            labels: Labels of sources beside the shelf that are not to have the next one, by number.
        """
        self._sources = tuple(sources)
        self.shelf = shelf
        self._shelved = 0 if shelf is None else len(shelf)
        self._labels = labels or {}
        self.remembered: Callable[[Source], Summary | None] | None = None
        self._summaries: dict[int, Summary] = {}
        self._glimpses: dict[int, Summary] = {}
        self._stamps: dict[int, Stamp | None] = {}
        self._fresh: list[int] = []
        self._read: OrderedDict[int, tuple[Article, Witness]] = OrderedDict()
        self._lock = threading.Lock()
        self._reading: dict[int, threading.Lock] = {}

    def __len__(self) -> int:
        return self._shelved + len(self._sources)

    @property
    def beside(self) -> range:
        """The numbers of what is on no shelf."""
        return range(self._shelved, len(self))

    def label(self, number: int) -> str:
        """A to Z, then AA, AB and so on; what is on a shelf keeps the label it has there."""
        if number in self._labels:
            return self._labels[number]
        return label_of(number) if self.shelf is None else self.shelf.label(number)

    def source(self, number: int) -> Source:
        """Where the article comes from."""
        if self.shelf is not None and number < self._shelved:
            return self.shelf[number]
        return self._sources[number - self._shelved]

    def known(self, number: int) -> Summary | None:
        """The summary, None as long as nobody has read the article; never reads."""
        return self._summaries.get(number)

    def seen(self, number: int) -> Summary | None:
        """The summary, or else what `glimpsed` has told of the article; None where nobody has asked. Never reads."""
        return self._summaries.get(number) or self._glimpses.get(number)

    def all_known(self) -> list[Summary]:
        """The summaries of all articles that are known, in no order; never reads."""
        with self._lock:
            return list(self._summaries.values())

    def is_read(self, number: int) -> bool:
        """Whether the article's text is in memory, or there is none to read."""
        known = self._summaries.get(number)
        return number in self._read or (known is not None and known.error is not None)

    def summary(self, number: int) -> Summary:
        """The summary; the first call remembers or reads the article. An unreadable source has one too."""
        known = self._summaries.get(number) or self.recalled(number)
        if known is None:
            try:
                self._pair(number)
            except Unreadable as unreadable:
                failed = Summary(self.label(number), self.source(number), error=unreadable.reason)
                return self._summaries.setdefault(number, failed)
        return self._summaries[number]

    def recalled(self, number: int) -> Summary | None:
        """The summary, None where nothing is known of the article or remembered; never reads."""
        known = self._summaries.get(number)
        if known is None and self.shelf is not None and number < self._shelved:
            known = self._summaries.setdefault(number, self.shelf.summary(number))
        elif known is None and self.remembered is not None:
            summary = self.remembered(self.source(number))
            if summary is not None:
                known = self._summaries.setdefault(number, summary._replace(label=self.label(number)))
        return known

    def glimpsed(self, number: int) -> Summary:
        """The summary as far as a first look tells: where nothing is known or remembered, a title on sight."""
        known = self._summaries.get(number) or self._glimpses.get(number) or self.recalled(number)
        if known is None:
            source = self.source(number)
            known = Summary(self.label(number), source, title=glimpse(source), glimpsed=True)
            self._glimpses[number] = known
        return known

    @property
    def has_fresh(self) -> bool:
        """Whether `fresh` would give any."""
        return bool(self._fresh)

    def fresh(self) -> tuple[Summary, ...]:
        """The summaries of what was read and not remembered since the last call."""
        with self._lock:
            numbers, self._fresh = self._fresh, []
        return tuple(self._summaries[number] for number in numbers)

    def article(self, number: int) -> "Article":
        """The article.

        Raises:
            Unreadable: It cannot be read.
        """
        return self._pair(number)[0]

    def witness(self, number: int) -> "Witness":
        """The article in sentences.

        Raises:
            Unreadable: It cannot be read.
        """
        return self._pair(number)[1]

    def has_changed(self, number: int) -> bool:
        """Whether the article's file is another than when it was read, or first asked about."""
        stamp = stamp_of(self.source(number))
        return self._stamps.setdefault(number, stamp) != stamp

    def reread(self, number: int) -> None:
        """Read an article anew.

        Raises:
            Unreadable: It cannot be read now; what was read before stays.
        """
        stamp = stamp_of(self.source(number))
        pair, summary = _read(self.label(number), self.source(number), self.shelf)
        listed = summary if number in self.beside or self.shelf is None else self.shelf.summary(number)
        with self._lock:
            self._summaries[number], self._read[number], self._stamps[number] = listed, pair, stamp
            if number in self.beside:
                self._fresh.append(number)

    def find(self, name: str) -> int:
        """The number of the article with this label, in capitals or not, or with this key.

        A key is looked for among the articles that have been read, then among the others by reading them.

        Raises:
            KeyError: No article is called so.
        """
        wanted = name.upper()
        place = number_of(wanted) if self.shelf is None else self.shelf.find(name)
        if place is not None and place < len(self):
            return place
        if self.shelf is not None:
            for number in self.beside:
                if self.label(number) == wanted:
                    return number
        key = name.lower()
        if len(key) == 16 and set(key) <= set("0123456789abcdef"):
            read_first = sorted(self.beside, key=lambda at: at not in self._summaries)
            for at in read_first:
                if self.summary(at).key == key:
                    return at
        raise KeyError(name)

    def _pair(self, number: int) -> "tuple[Article, Witness]":
        """The article and its witness; two threads that want the same one read it once."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        with self._lock:
            if number in self._read:
                self._read.move_to_end(number)
                return self._read[number]
            reading = self._reading.setdefault(number, threading.Lock())
        with reading:
            with self._lock:
                if number in self._read:
                    return self._read[number]
            self.recalled(number)
            self._stamps[number] = stamp_of(self.source(number))
            pair, summary = _read(self.label(number), self.source(number), self.shelf)
            with self._lock:
                if number not in self.beside:
                    self._summaries.setdefault(number, summary)  # what is on a shelf is listed as it was put there
                elif self._summaries.get(number) != summary:
                    self._summaries[number] = summary
                    self._fresh.append(number)
                self._read[number] = pair
                self._reading.pop(number, None)
                while len(self._read) > KEPT:
                    self._read.popitem(last=False)
            return pair


def _read(label: str, source: Source, shelf: Shelf | None) -> "tuple[tuple[Article, Witness], Summary]":
    """The article, its witness and its summary; what reads is imported only now."""
    from tui.articles import reading  # noqa: PLC0415

    stamp = stamp_of(source)
    if stamp is not None and time.time_ns() - stamp.changed < UNSETTLED_SECONDS * 10**9:
        stamp = None
    article = reading.read(source) if shelf is None or source.version is None else shelf.article(source)
    text = reading.witness(article)
    return (article, text), summarize(article, text, label=label, stamp=stamp)
