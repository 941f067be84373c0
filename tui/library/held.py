"""The articles of a collection, fetched a page at a time."""

import re
from array import array
from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any, NamedTuple, overload

from tui.articles.collection import label_of, number_of
from tui.articles.model import Article
from tui.articles.origin import Source, Unreadable, source_of
from tui.articles.summary import Summary
from tui.library.holdings import Holdings
from tui.library.library import Library
from tui.library.model import LibraryError
from tui.text.typography import fold

PAGE = 128
"""Articles that are fetched together."""

COUNTED = 10_000
"""The sentences of so many articles are counted in passing."""

PAGES = 64
"""So many pages stay in memory."""

_FIELDS = (
    *("key", "title", "sha256", "byline", "wire", "agency", "date", "language"),
    *("words", "sentences", "furniture"),
)
_ROWS = """
    SELECT number, source, "key", title, sha256, byline, wire, agency, date, language, words, sentences, furniture
    FROM holding JOIN article ON article.id = holding.article JOIN held ON held.article = holding.article
    WHERE collection = ? AND number BETWEEN ? AND ? ORDER BY number"""
_TAGS = """
    SELECT number, name, value FROM holding JOIN tag ON tag.holding = holding.id
    WHERE collection = ? AND number BETWEEN ? AND ? ORDER BY name"""
_COUNTS = """
    SELECT (SELECT max(number) + 1 FROM holding WHERE collection = ?1),
      (SELECT count(*) FROM holding WHERE removed IS NOT NULL AND +collection = ?1),
      (SELECT gaps FROM collection WHERE id = ?1)"""
_NUMBERS = "SELECT number FROM holding WHERE collection = ? AND removed IS NULL ORDER BY number"
_TOTALS = """
    SELECT count(*), coalesce(sum(sentences), 0) FROM holding JOIN held ON held.article = holding.article
    WHERE collection = ? AND removed IS NULL"""
_BY_KEY = """
    SELECT number FROM article CROSS JOIN holding ON holding.article = article.id
    WHERE "key" = ? AND collection = ? AND removed IS NULL"""
_BY_SOURCE = """
    SELECT number FROM article CROSS JOIN holding ON holding.article = article.id
    WHERE collection = ? AND (source = ? OR source >= ? AND source < ?) AND source != x'' AND removed IS NULL
    ORDER BY number"""
_ALL = """
    SELECT number FROM holding JOIN article ON article.id = holding.article JOIN held ON held.article = holding.article
    WHERE collection = ? AND removed IS NULL"""
_LISTED = f"{_ALL} ORDER BY "
_WITH_WORDS = f"{_ALL} AND (title LIKE ? ESCAPE '\\' OR byline LIKE ? ESCAPE '\\') ORDER BY number"
_ANY_SIGN = re.compile("['\"-]|[^\x00-\x7f]")
"""What is written in several ways, of which only those of ASCII's letters are one to SQLite."""
_LITERAL = re.compile(r"[%_\\]")
_ORDERS = {
    "title": "title COLLATE NOCASE, number",
    "words": "words DESC, number",
    "date": "date IS NULL, date DESC, number",
    "added": "added DESC, number DESC",
    "unread": """coalesce((SELECT seen FROM place WHERE place.article = holding.article AND reader IN (?, '')
      ORDER BY reader DESC LIMIT 1), 0), number""",
}


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


class Totals(NamedTuple):
    """How many articles a collection has, and how many sentences those have."""

    articles: int
    sentences: int


class Held(Sequence[Source]):
    """The sources of a collection by their places from 0 on, each as the version that is the newest.

    Which articles there are is settled when it is made; what is told of one is fetched, with its neighbours, when it is
    first asked for. A label stays its article's when others are removed. Safe to use from several threads.
    """

    def __init__(self, library: Library, collection: int, name: str) -> None:
        self._library = library
        self.collection = collection
        self.name = name
        self._lock = Lock()
        self._pages: OrderedDict[int, tuple[Summary, ...]] = OrderedDict()
        ((numbers, removed, gaps),) = library.store().ask(_COUNTS, (collection,))
        self._numbers: Sequence[int] = range(numbers or 0)
        if removed or gaps:
            rows = library.store().ask(_NUMBERS, (collection,))
            self._numbers = array("q", [number for (number,) in rows])

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Source: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Source]: ...
    def __getitem__(self, place: int | slice) -> Source | Sequence[Source]:
        if isinstance(place, slice):
            return [self.summary(at).source for at in range(len(self))[place]]
        return self.summary(range(len(self))[place]).source

    def __iter__(self) -> Iterator[Source]:
        return (self.summary(place).source for place in range(len(self)))

    @property
    def holdings(self) -> Holdings:
        """What the library holds of them."""
        return Holdings(self._library)

    def label(self, place: int) -> str:
        """A to Z, then AA, AB and so on, as the article was added; places behind the last go on from there."""
        if place < len(self):
            return label_of(self._numbers[place])
        return label_of((self._numbers[-1] + 1 if len(self) else 0) + place - len(self))

    def find(self, name: str) -> int | None:
        """The place of the article with this label, in capitals or not, or with this key; None without one."""
        number = number_of(name.upper())
        place = None if number is None else self.place(number)
        if place is not None or number is not None:
            return place
        found = self._library.store().ask(_BY_KEY, (name.lower(), self.collection))
        return self.place(found[0][0]) if found else None

    def number(self, place: int) -> int:
        """The number of the label of the article at this place."""
        return self._numbers[place]

    def having(self, source: Source) -> list[int]:
        """The places of a source's articles: one, or those of a feed's or archive's members."""
        whole = source.identity
        rows = self._library.store().ask(_BY_SOURCE, (self.collection, whole, whole + b"\0", whole + b"\1"))
        places = (self.place(number) for (number,) in rows)
        return [place for place in places if place is not None]

    def forget(self) -> None:
        """Fetch anew what is asked for from now on."""
        with self._lock:
            self._pages.clear()

    def summary(self, place: int) -> Summary:
        """What a list shows of the article at this place."""
        page, at = divmod(place, PAGE)
        with self._lock:
            if page in self._pages:
                self._pages.move_to_end(page)
                return self._pages[page][at]
        try:
            fetched = self._page(page)
        except LibraryError as error:
            return Summary(self.label(place), Source(None), error=str(error))
        with self._lock:
            self._pages[page] = fetched
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        return fetched[at]

    def place(self, number: int) -> int | None:
        """The place of the article whose label has this number; None without one."""
        place = bisect_left(self._numbers, number)
        return place if place < len(self) and self._numbers[place] == number else None

    def version(self, place: int, number: int) -> Source | None:
        """That version of the article there, counted from 1, the earliest; None without one."""
        source = self[place]
        versions = self.holdings.versions(source)
        return source.held(versions[number - 1].key) if 1 <= number <= len(versions) else None

    def added(self, source: Source) -> int | None:
        """When the library took in this version, in microseconds since 1970; None where it does not hold it."""
        versions = self.holdings.versions(source)
        return next((version.added for version in versions if version.key == source.version), None)

    def article(self, source: Source) -> Article:
        """The version of a source, of those here or an earlier one.

        Raises:
            Unreadable: The library does not give it.
        """
        try:
            return self.holdings.article(source)
        except LibraryError as error:
            raise Unreadable(source, str(error)) from error

    def totals(self) -> Totals:
        """How much there is. O(articles)."""
        return Totals(*self._library.store().ask(_TOTALS, (self.collection,))[0])

    def titled(self, words: str) -> Sequence[int]:
        """The places of the articles whose title or byline has these words, capitals and typography aside. O(n)."""
        pattern = f"%{'_'.join(_LITERAL.sub(_escaped, part) for part in _ANY_SIGN.split(fold(words)))}%"
        return self._places(_WITH_WORDS, (self.collection, pattern, pattern))

    def sentences(self) -> int | None:
        """How many sentences there are; None of more than `COUNTED` articles, or where the library cannot be asked."""
        if len(self) > COUNTED:
            return None
        with suppress(LibraryError):
            return self.totals().sentences
        return None

    def ordered(self, by: str) -> Sequence[int]:
        """The places by `title`, `words` (most first), `date` or `added` (latest first), or `unread`. O(n log n)."""
        order = _ORDERS[by]
        return self._places(_LISTED + order, (self.collection, self._library.reader)[: 1 + order.count("?")])

    def _places(self, question: str, values: Sequence[object]) -> Sequence[int]:
        """The places of the articles with the numbers that are asked for, as far as they are here."""
        places = (self.place(number) for (number,) in self._library.store().ask(question, values))
        return array("q", [place for place in places if place is not None])

    def _page(self, page: int) -> tuple[Summary, ...]:
        numbers = self._numbers[page * PAGE : (page + 1) * PAGE]
        rows = self._library.store().ask(_ROWS, (self.collection, numbers[0], numbers[-1]))
        tags: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
        for number, name, value in self._library.store().ask(_TAGS, (self.collection, numbers[0], numbers[-1])):
            tags[number].append((name, value))
        wanted = set(numbers)
        return tuple(_summary(row, tuple(tags[row[0]])) for row in rows if row[0] in wanted)


def _summary(row: Sequence[Any], tags: tuple[tuple[str, str], ...]) -> Summary:
    number, source, key, *rest = row
    fields = dict(zip(_FIELDS[1:], rest, strict=True))
    return Summary(label_of(number), source_of(source, key), key, **fields, tags=tags)
