"""The library that a command works on, and its collection."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli import parsing
from tui.cli.errors import CommandError
from tui.cli.settings import add_library, library_of

if TYPE_CHECKING:
    from tui.library import Library
    from tui.library.held import Held


def add_collection(to: ArgumentParser, what: str) -> None:
    """Add `--collection` and `--library`."""
    parsing.add_collection(to, what)
    add_library(to)


def library_to(verb: str, options: Namespace) -> "Library":
    """The library, to be changed or asked.

    Raises:
        CommandError: The settings say that nothing is kept.
    """
    import os

    from tui.library import Library, library_path
    from tui.settings import load, reviewer

    settings = load(os.environ, {"library": options.library}).settings
    path = library_path(settings)
    if path is None:
        raise CommandError(verb, "nothing is kept (the setting save is false)")
    return Library.open(path, read_only=settings.read_only, reader=reviewer(settings))


def collection_of(verb: str, options: Namespace) -> "tuple[Library, Held]":
    """The library and its collection that was named, else the one opened last.

    Raises:
        CommandError: There is none, or nothing in it.
    """
    found = _asked_for(options)
    if found is None:
        named = f"no articles in the collection {options.collection}" if options.collection else "the library is empty"
        raise CommandError(verb, f"{named} (summit-tui add)")
    return found


def shelf_to_ask(verb: str, options: Namespace) -> "tuple[Library, Held]":
    """As `collection_of`; where the library is empty and no collection is named, the bundled articles, kept nowhere."""
    if options.collection:
        return collection_of(verb, options)
    return _asked_for(options) or _bundled()


def _asked_for(options: Namespace) -> "tuple[Library, Held] | None":
    """The library and its collection, None where there is none or nothing in it."""
    from tui.library.collecting import Collections

    library = library_of(options)
    held = None if library is None else Collections(library).held(options.collection)
    return None if library is None or held is None else (library, held)


def _bundled() -> "tuple[Library, Held]":
    """The bundled articles in a library that leaves no trace."""
    from tui.articles import bundled
    from tui.library import Library
    from tui.library.adding import add
    from tui.library.collecting import FIRST, Collections
    from tui.library.held import Held
    from tui.library.holdings import Holdings

    library = Library.open(None)
    collection = Collections(library).open(FIRST)
    for _ in add(Holdings(library), collection, bundled()):
        pass
    return library, Held(library, collection, FIRST)


def places_of(held: "Held", names: Sequence[str]) -> list[int]:
    """The places of the articles with these labels or keys, and of those from these files, folders and addresses.

    Raises:
        CommandError: The collection has none such.
    """
    from tui.articles import find_sources

    places: list[int] = []
    for name in names:
        place = held.find(name)
        found = [place] if place is not None else [at for one in find_sources([name]) for at in held.having(one)]
        if not found:
            raise CommandError(name, f"no article of the collection {held.name}")
        places += found
    return [*dict.fromkeys(places)]
