"""The library's commands in the list."""

from collections.abc import Callable, Mapping
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from textual.worker import get_current_worker

from tui.app.messages import AddingAdvanced, AddingEnded
from tui.app.screens.choice import ChoiceScreen
from tui.app.screens.framed import Command
from tui.app.sitting.shelving import Shelving, Taken
from tui.articles import Source
from tui.library import LibraryError
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.app.screens.held_list import HeldListScreen


T = TypeVar("T")


class LibraryCommands:
    """What the list does to the library by name; the screen shows what came of it."""

    def __init__(self, screen: "HeldListScreen") -> None:
        self._screen = screen
        self._shelving = Shelving(screen.session)
        self._stopped = Event()

    def commands(self) -> Mapping[str, Command]:
        """Them by name."""
        return {
            "add": Command("take files, folders or addresses into the library", self._add),
            "remove": Command("put the article here away, or those named", self._remove),
            "restore": Command("bring back what was removed last", self._restore),
            "tag": Command("write beside an article, as A wire=agency", self._tag),
            "collection": Command("list another collection of the library", self._collection),
            "stop": Command("stop adding; what was added stays", self._stop, at_once=True),
        }

    def ended(self, taken: Taken) -> None:
        """Show what was added."""
        if taken.new:
            self._list_anew()
        self._say(taken.words, wrong=bool(taken.failed))

    def look_again(self) -> bool:
        """List the collection as it is now, where it has more, fewer or other texts on the screen; whether so."""
        held, listing = self._shelving.held, self._screen.listing
        collection = self._try(self._shelving.collection) if held is not None else None
        if held is None or collection is None:
            return False
        same = len(collection) == len(held) and all(
            collection.source(number).version == held[number].version for number in listing.rows()
        )
        if not same:
            self._screen.list_anew(collection)
        return not same

    def _add(self, written: str) -> None:
        sources = self._try(lambda: self._shelving.sources(written))
        if not sources:
            self._say("add what? files, folders or addresses")
            return
        self._stopped = Event()
        work = partial(self._take_in, sources, self._stopped)
        self._screen.run_worker(work, thread=True, group="add", exclusive=True)
        self._say(f"adding {len(sources):,} … (:stop ends it)")

    def _take_in(self, sources: tuple[Source, ...], stopped: Event) -> None:
        """Add in a thread, and tell the screen how it goes."""
        worker, screen = get_current_worker(), self._screen

        def report(done: int) -> None:
            screen.post_message(AddingAdvanced(done, len(sources)))

        try:
            taken = self._shelving.add(sources, report, lambda: stopped.is_set() or worker.is_cancelled)
        except LibraryError as error:
            taken = Taken("", 0, ((error.where, error.reason),))
        screen.post_message(AddingEnded(taken))

    def _remove(self, written: str) -> None:
        places = self._named(written)
        labels = self._try(lambda: self._shelving.remove(places)) if places else None
        if labels:
            self._list_anew()
            self._say(f"removed {labels}; :restore brings back")

    def _restore(self, _: str) -> None:
        labels = self._try(self._shelving.restore)
        if labels:
            self._list_anew()
        if labels is not None:
            self._say(f"brought back {labels}" if labels else "nothing to bring back")

    def _tag(self, written: str) -> None:
        first, _, rest = written.partition(" ")
        here = not first or "=" in first
        places = self._named("" if here else first)
        told = self._try(lambda: self._shelving.tag(places[0], written if here else rest)) if places else None
        if told:
            self._list_anew()
            self._say(f"{self._screen.session.collection.label(places[0])}: {told}")

    def _collection(self, name: str) -> None:
        if name:
            self._choose(name)
            return
        listed = self._try(self._shelving.collections)
        if listed:
            rows = [f"{shown(one.name)}   {one.articles:,}" for one in listed]

            def chosen(number: int | None) -> None:
                if number is not None:
                    self._choose(listed[number].name)

            self._screen.app.push_screen(ChoiceScreen("Collections", rows), chosen)
        elif listed is not None:
            self._say("the library has no collection yet: :add makes one")

    def _choose(self, name: str) -> None:
        filled = self._try(lambda: self._shelving.choose(name))
        if filled:
            self._list_anew()
            self._say(name)
        elif filled is not None:
            self._say(f"{name} is new: :add takes articles into it")

    def _stop(self, _: str) -> None:
        self._stopped.set()

    def _named(self, written: str) -> list[int]:
        """The articles that these labels name, or the one under the cursor; none where a label names none."""
        collection, found = self._screen.session.collection, []
        for name in written.split():
            try:
                found.append(collection.find(name))
            except KeyError:
                self._say(f"no article {name}", wrong=True)
                return []
        return found or [self._screen.subject]

    def _list_anew(self) -> None:
        collection = self._try(self._shelving.collection)
        if collection is not None:
            self._screen.list_anew(collection)

    def _try(self, ask: Callable[[], T]) -> T | None:
        """What the library answers; None where it refuses, which is said."""
        try:
            return ask()
        except (LibraryError, ValueError) as error:
            self._say(str(error), wrong=True)
            return None

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self._screen.say(shown(words), "error" if wrong else "key")
