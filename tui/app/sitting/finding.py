"""Words found in all that is listed: the library's articles by its index, others by one made for the sitting."""

from collections.abc import Callable, Sequence
from threading import Lock
from typing import NamedTuple

from tui.articles import Collection, Unreadable
from tui.library import Library
from tui.library.collecting import FIRST, Collections
from tui.library.contents import Stored, stored
from tui.library.held import Held
from tui.library.holdings import Holdings, Past
from tui.library.related import related
from tui.library.search import Found, search

BATCH = 64
"""Articles that enter the index together."""


class Place(NamedTuple):
    """A sentence that answers: its article's number in the list, its number there, and what it says."""

    article: int
    sentence: int
    text: str


class Answer(NamedTuple):
    """What a search of everything found, best first; `more` and `ranked` say what `Found` says by them."""

    query: str
    places: tuple[Place, ...]
    more: bool
    ranked: bool


class Finding:
    """Searches one collection for as long as a sitting lists it. Made for threads: the first search reads it all.

    Args:
        collection: What is listed.
        library: Where the articles on its shelf are held.
    """

    def __init__(self, collection: Collection, library: Library) -> None:
        self._collection = collection
        self._library = library
        self._lock = Lock()
        self._made: tuple[Library, int] | None = None

    def find(self, query: str, progress: Callable[[float], object]) -> Answer:
        """The sentences with these words.

        Args:
            query: The words, as `tui.library.search` takes them.
            progress: Hears what share of the articles has been read; what it raises ends the search.

        Raises:
            LibraryError: The library cannot be asked.
        """
        found: list[Found] = []
        shelf = self._collection.shelf
        if isinstance(shelf, Held):
            found.append(search(self._library, query, shelf.collection))
        if self._collection.beside:
            with self._lock:
                index, collection = self._made = self._made or self._index(progress)
            found.append(search(index, query, collection))
        hits = sorted((hit for one in found for hit in one.hits), key=lambda hit: -hit.score)
        places = (Place(self._collection.find(hit.label), hit.sentence, hit.text) for hit in hits)
        more, ranked = any(one.more for one in found), all(one.ranked for one in found)
        return Answer(query, tuple(places), more, ranked)

    def related(self, number: int, progress: Callable[[float], object]) -> list[int]:
        """The articles that share most with this one, the closest first, of those that are held as it is.

        Raises:
            LibraryError: The library cannot be asked.
        """
        shelf = self._collection.shelf
        if isinstance(shelf, Held) and number not in self._collection.beside:
            return [one.place for one in related(self._library, shelf, number, len(shelf))]
        with self._lock:
            index, collection = self._made = self._made or self._index(progress)
        held = Held(index, collection, FIRST)
        place = held.find(self._collection.label(number))
        found = () if place is None else related(index, held, place, len(held))
        return [self._collection.find(one.label) for one in found]

    def _index(self, progress: Callable[[float], object]) -> tuple[Library, int]:
        """A library in memory of what is on no shelf, each article under its own label."""
        library, numbers = Library.open(None), self._collection.beside
        collection, holdings = Collections(library).open(FIRST), Holdings(library)
        for at in range(0, len(numbers), BATCH):
            progress(at / len(numbers))
            batch = [(one, number) for number in numbers[at : at + BATCH] if (one := self._stored(number)) is not None]
            holdings.add([one for one, _ in batch], collection, _pasts([number for _, number in batch]))
        return library, collection

    def _stored(self, number: int) -> Stored | None:
        try:
            return stored(self._collection.article(number), self._collection.witness(number), b"")
        except Unreadable:
            return None


def _pasts(numbers: Sequence[int]) -> list[Past]:
    return [Past(number, number) for number in numbers]
