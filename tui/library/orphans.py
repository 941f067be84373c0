"""Acts whose sentence is no longer in the newest text of its source."""

import os
from collections import defaultdict

from tui.articles.origin import Unreadable, source_of
from tui.articles.reading import witness
from tui.library.holdings import Holdings
from tui.library.library import Library
from tui.library.reviews import version_of
from tui.review.acts import Act, Redo, Undo
from tui.review.anchors import Anchor
from tui.review.finding import Finder
from tui.review.history import History


def orphans(library: Library, history: History) -> tuple[Act, ...]:
    """The acts that stand, and of which a sentence is gone from its source as it was added last, by time.

    Sources that the library does not hold are passed over. O(texts reviewed).

    Raises:
        LibraryError: The library cannot be asked.
    """
    anchors: dict[str, set[Anchor]] = defaultdict(set)
    acts = [(act, act.deed) for act in history.standing() if not isinstance(act.deed, (Undo, Redo))]
    for _, mark in acts:
        for anchor in mark.anchors:
            anchors[anchor.source].add(anchor)
    gone: set[Anchor] = set()
    for source, of_source in anchors.items():
        finder = _newest(library, source)
        if finder is not None:
            gone |= {anchor for anchor, found in finder.find(of_source).items() if found is None}
    return tuple(act for act, mark in acts if not gone.isdisjoint(mark.anchors))


def _newest(library: Library, name: str) -> Finder | None:
    """What finds anchors in the text of a source that was added last; None where none is held."""
    source = source_of(os.fsencode(name)) if name else None
    versions = Holdings(library).versions(source) if source is not None else ()
    if source is None or not versions:
        return None
    try:
        article = Holdings(library).article(source.held(versions[-1].key))
    except Unreadable:
        return None
    return Finder(version_of(article, witness(article)))
