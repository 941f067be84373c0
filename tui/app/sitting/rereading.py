"""Articles whose files have changed, held anew."""

from typing import TYPE_CHECKING

from tui.articles import Unreadable
from tui.articles.origin import source_of
from tui.library.adding import read_source
from tui.library.held import Held
from tui.library.holdings import Holdings

if TYPE_CHECKING:
    from tui.app.sitting.session import Session


def hold_anew(session: "Session", number: int) -> None:
    """Take what the source of a held article says now into the library; what is not held is left alone.

    Raises:
        Unreadable: It cannot be read now.
        LibraryError: The library does not keep it.
    """
    collection, held = session.collection, session.collection.shelf
    if number in collection.beside or not isinstance(held, Held):
        return
    source = source_of(collection.source(number).identity)
    read = read_source(source)
    if read.failed or not read.articles:
        raise Unreadable(source, read.failed[0][1] if read.failed else "has no article any more")
    Holdings(session.library).add(read.articles, held.collection)
    held.forget()
