"""Which articles of a library share most with one of them."""

from collections import defaultdict
from math import log
from typing import NamedTuple

from tui.articles.collection import label_of
from tui.library.contents import inflated
from tui.library.held import Held
from tui.library.library import Library
from tui.library.search import quoted

MOST = 20
"""Articles that are given unless more or fewer are asked for."""

FORMS = 48
"""So many of an article's forms are looked up, the rarest first."""

POSTINGS = 20_000
"""No more are looked up when these stand in so many articles together."""

_FORMS = """
    SELECT forms FROM article JOIN content ON content.article = article.id WHERE source = ? AND "key" = ?"""
_COUNTED = "SELECT articles FROM form WHERE form = ?"
_WITH = "SELECT rowid FROM words WHERE words MATCH ?"
_NUMBER = """
    SELECT number FROM holding WHERE collection = ? AND article = ? AND removed IS NULL"""


class Related(NamedTuple):
    """An article by its place and label, and what it shares with the other.

    `share`, 0.0 to 1.0, is how much of the weight of the other's rare words it has too, and `words` how many.
    """

    place: int
    label: str
    share: float
    words: int


def related(library: Library, held: Held, place: int, most: int = MOST) -> tuple[Related, ...]:
    """The articles of the collection that share most with the one at this place, the closest first.

    A form weighs what a word tells that so many articles have (Spärck Jones 1972); forms that no other has tell
    nothing. O(`POSTINGS`).

    Raises:
        LibraryError: The library cannot be asked.
    """
    ask = library.store().ask
    source = held[place]
    rows = ask(_FORMS, (source.identity, source.version))
    own = dict.fromkeys(inflated(rows[0][0]).split()) if rows else {}
    counts = {form: found[0][0] for form in own if (found := ask(_COUNTED, (form,))) and found[0][0] > 1}
    weights: defaultdict[int, float] = defaultdict(float)
    words: defaultdict[int, int] = defaultdict(int)
    total, read = 0.0, 0
    everything = max(len(held), *counts.values(), 2) if counts else 2
    for form in sorted(counts, key=lambda form: (counts[form], form))[:FORMS]:
        if read > POSTINGS:
            break
        read += counts[form]
        weight = log(everything / counts[form]) + 1e-6
        total += weight
        for (article,) in ask(_WITH, (quoted(form),)):
            weights[article] += weight
            words[article] += 1
    near: list[Related] = []
    for article in sorted(weights, key=lambda article: (-weights[article], article)):
        numbers = ask(_NUMBER, (held.collection, article))
        at = held.place(numbers[0][0]) if numbers else None
        if at is not None and at != place:
            near.append(Related(at, label_of(numbers[0][0]), round(weights[article] / total, 4), words[article]))
            if len(near) == most:
                break
    return tuple(near)
