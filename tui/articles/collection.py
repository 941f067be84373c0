"""The articles at hand, read when they are first wanted."""

import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from tui.articles.model import Article, Source, Unreadable
from tui.articles.reading import read, witness
from tui.text.witness import Kind, Witness

KEPT = 48
"""Articles whose text stays in memory."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of an article; where `error` says why it cannot be read, the rest is empty.

    `words`, `sentences` and `furniture` are counts: words and sentences of the article itself, and sentences
    that are the site's.
    """

    label: str
    source: Source
    key: str = ""
    sha256: str = ""
    title: str = ""
    byline: str | None = None
    wire: str | None = None
    agency: str | None = None
    date: str | None = None
    language: str = ""
    words: int = 0
    sentences: int = 0
    furniture: int = 0
    error: str | None = None


def label_of(number: int) -> str:
    """The label of the article with this number: A to Z, then AA, AB and so on."""
    label = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        label = chr(ord("A") + letter) + label
    return label


class Collection:
    """Sources by number, in the order given; safe to use from several threads.

    Nothing is read before it is asked for; summaries are kept for ever, the last `KEPT` texts in memory.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = tuple(sources)
        self._summaries: dict[int, Summary] = {}
        self._read: OrderedDict[int, tuple[Article, Witness]] = OrderedDict()
        self._lock = threading.Lock()
        self._reading: dict[int, threading.Lock] = {}

    def __len__(self) -> int:
        return len(self._sources)

    def label(self, number: int) -> str:
        """A to Z, then AA, AB and so on."""
        return label_of(number)

    def source(self, number: int) -> Source:
        """Where the article comes from."""
        return self._sources[number]

    def known(self, number: int) -> Summary | None:
        """The summary, None as long as nobody has read the article; never reads."""
        return self._summaries.get(number)

    def summary(self, number: int) -> Summary:
        """The summary; the first call reads the article. An unreadable source has one too."""
        known = self._summaries.get(number)
        if known is None:
            try:
                self._pair(number)
            except Unreadable as unreadable:
                failed = Summary(self.label(number), self._sources[number], error=unreadable.reason)
                return self._summaries.setdefault(number, failed)
        return self._summaries[number]

    def article(self, number: int) -> Article:
        """The article.

        Raises:
            Unreadable: It cannot be read.
        """
        return self._pair(number)[0]

    def witness(self, number: int) -> Witness:
        """The article in sentences.

        Raises:
            Unreadable: It cannot be read.
        """
        return self._pair(number)[1]

    def find(self, name: str) -> int:
        """The number of the article with this label, in capitals or not, or with this key.

        A key is looked for among the articles that have been read, then among the others by reading them.

        Raises:
            KeyError: No article is called so.
        """
        wanted = name.upper()
        number = _number_of(wanted)
        if number is not None and number < len(self):
            return number
        key = name.lower()
        if len(key) == 16 and set(key) <= set("0123456789abcdef"):
            read_first = sorted(range(len(self)), key=lambda at: at not in self._summaries)
            for at in read_first:
                if self.summary(at).key == key:
                    return at
        raise KeyError(name)

    def _pair(self, number: int) -> tuple[Article, Witness]:
        """The article and its witness; two threads that want the same one read it once."""
        if not 0 <= number < len(self._sources):
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
            article = read(self._sources[number])
            pair = article, witness(article)
            with self._lock:
                self._summaries.setdefault(number, _summarized(self.label(number), *pair))
                self._read[number] = pair
                self._reading.pop(number, None)
                while len(self._read) > KEPT:
                    self._read.popitem(last=False)
            return pair


def _number_of(label: str) -> int | None:
    """The number that a label of letters A to Z stands for, None where it is no label."""
    if not (label.isascii() and label.isalpha() and len(label) <= 8):
        return None
    number = 0
    for letter in label:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _summarized(label: str, article: Article, pair: Witness) -> Summary:
    own = [sentence for sentence in pair.sentences if sentence.kind is not Kind.FURNITURE]
    return Summary(
        label=label,
        source=article.source,
        key=article.key,
        sha256=article.sha256,
        title=article.title,
        byline=article.byline,
        wire=article.wire,
        agency=article.agency,
        date=article.date,
        language=article.language,
        words=sum(any(map(str.isalnum, word)) for sentence in own for word in sentence.tokens.written),
        sentences=len(own),
        furniture=len(pair.sentences) - len(own),
    )
