"""The articles of a list in another order."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui.app.sitting.session import Session
from tui.articles import Summary


class Order(NamedTuple):
    """An order by its name, and what it goes by; the same for an article that is not known, which comes last."""

    name: str
    key: Callable[[Summary, float], object]


ORDERS = {
    "t": Order("title", lambda summary, _: summary.title.casefold()),
    "w": Order("words", lambda summary, _: -summary.words),
    "d": Order("date", lambda summary, _: (summary.date is None, summary.date or "")),
    "u": Order("unread", lambda _, seen: seen),
}
"""By the letter that is typed after the key that sorts."""

SIMILAR, AS_ADDED = "s", "a"
CHOICES = {
    **{letter: order.name for letter, order in ORDERS.items()},
    SIMILAR: "similar to this one",
    AS_ADDED: "as added",
}
"""What each letter sorts by."""


def sorted_articles(session: Session, letter: str, subject: int) -> Sequence[int]:
    """The articles of the list in the order of this letter; for a thread.

    Args:
        session: What is listed.
        letter: One of `CHOICES`.
        subject: The article that others may be similar to, which then comes first.

    Raises:
        LibraryError: The library cannot be asked.
    """
    collection = session.collection
    if letter == AS_ADDED:
        return range(len(collection))
    if letter == SIMILAR:
        close = session.finding.related(subject, lambda _: None)
        first = [subject, *close]
        taken = frozenset(first)
        return [*first, *(number for number in range(len(collection)) if number not in taken)]
    if collection.shelf is not None and not collection.beside:
        return collection.shelf.ordered(ORDERS[letter].name)
    known = [(number, collection.recalled(number)) for number in range(len(collection))]
    key, seen = ORDERS[letter].key, session.memory.seen
    told = sorted(
        ((key(summary, seen(number)), number) for number, summary in known if summary is not None),
        key=lambda one: one[0],  # type: ignore[arg-type, return-value]
    )
    return [*(number for _, number in told), *(number for number, summary in known if summary is None)]
