"""The library behind the list: articles taken in and put away, tags, and the collection that is open."""

import shlex
from collections.abc import Callable
from typing import NamedTuple

from tui.app.sitting.session import Session
from tui.articles import Collection, Source, find_sources
from tui.library import Library
from tui.library.adding import Step, add
from tui.library.collecting import FIRST, Collections, Listed
from tui.library.held import Held
from tui.library.holdings import Holdings, State
from tui.library.removal import Removal
from tui.library.tags import Tags, parsed


class Taken(NamedTuple):
    """What adding came to: the collection's name, how many articles are new or changed, and what cannot be read."""

    name: str
    new: int
    failed: tuple[tuple[str, str], ...]

    @property
    def words(self) -> str:
        """It in a line."""
        said = f"{self.name}: {self.new:,} new or changed" if self.new or not self.failed else "nothing added"
        if not self.failed:
            return said
        name, reason = self.failed[0]
        more = f", and {len(self.failed) - 1:,} more cannot be read" if len(self.failed) > 1 else ""
        return f"{said}; {name}: {reason}{more}"


class Shelving:
    """Changes the library, and gives the collection to list then. Any call may raise `LibraryError`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._library: Library = session.library
        self._wanted = ""

    @property
    def held(self) -> Held | None:
        """The collection of the library that is listed; None where the list is of something else."""
        shelf = self._session.collection.shelf
        return shelf if isinstance(shelf, Held) else None

    @property
    def target(self) -> str:
        """The collection that takes what is added."""
        listed = "" if self.held is None else self.held.name
        return self._wanted or listed or Collections(self._library).current() or FIRST

    def sources(self, written: str) -> tuple[Source, ...]:
        """What these words name, as a shell would take them; without any, all that is listed beside the library.

        Raises:
            ValueError: A quotation mark is missing.
        """
        collection = self._session.collection
        if not written:
            return tuple(map(collection.source, collection.beside))
        return find_sources([*map(_at_home, shlex.split(written))])

    def add(self, sources: tuple[Source, ...], report: Callable[[int], object], stopped: Callable[[], bool]) -> Taken:
        """Take sources in, for as long as nothing stops it; `report` hears how many are done. For a thread."""
        name, new, failed = self.target, 0, list[tuple[str, str]]()
        collection = Collections(self._library).open(name)
        for step in add(Holdings(self._library), collection, sources, stopped=stopped):
            new += _news(step)
            failed += step.failed
            report(step.done)
        return Taken(name, new, tuple(failed))

    def remove(self, places: list[int]) -> str:
        """Put articles away; gives their labels."""
        held = self._listed()
        Removal(self._library, held.collection).remove([held.number(place) for place in places])
        return " ".join(map(held.label, places))

    def restore(self) -> str:
        """Bring back what was put away last; gives the labels."""
        collections = Collections(self._library)
        collection = collections.number(self.target)
        return "" if collection is None else " ".join(Removal(self._library, collection).undo())

    def tag(self, place: int, written: str) -> str:
        """Give an article a tag, and name all it has.

        Raises:
            ValueError: `written` is not `NAME=VALUE`.
        """
        held = self._listed()
        tags, number = Tags(self._library, held.collection), held.number(place)
        for word in shlex.split(written):
            tags.set(number, *parsed(word))
        return " ".join(f"{name}={value}" for name, value in tags.of(number).items()) or "no tags"

    def collections(self) -> tuple[Listed, ...]:
        """Every collection, the one opened last first."""
        return Collections(self._library).all()

    def choose(self, name: str) -> bool:
        """Have a collection listed from now on; False where it has no articles, and only takes what is added."""
        self._wanted = name
        if Collections(self._library).held(name) is None:
            return False
        Collections(self._library).open(name)
        return True

    def collection(self) -> Collection | None:
        """What is to be listed now, None where the library has nothing."""
        held = Collections(self._library).held(self.target)
        return None if held is None else Collection((), shelf=held)

    def _listed(self) -> Held:
        if self.held is None:
            raise ValueError("not in the library: :add takes what is listed into it")
        return self.held


def _news(step: Step) -> int:
    return sum(one.state is not State.KNOWN for one, _ in step.added)


def _at_home(name: str) -> str:
    import os  # noqa: PLC0415

    return os.path.expanduser(name)  # noqa: PTH111 (an unknown home is no error)
