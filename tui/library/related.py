"""Which articles of a library share most with one of them."""

from collections import Counter, defaultdict
from math import log
from typing import NamedTuple

from tui.articles.collection import label_of
from tui.library.contents import inflated
from tui.library.held import Held
from tui.library.library import Library
from tui.library.search import FEW, quoted

MOST = 20
"""Articles that are given unless more or fewer are asked for."""

FORMS = 48
"""So many of an article's forms are looked up, the rarest first."""

POSTINGS = 20_000
"""No more are looked up when these stand in so many articles together."""

_LEAST = 1e-6
"""What a form weighs that every article has."""

_FORMS = """
    SELECT forms FROM article JOIN content ON content.article = article.id WHERE source = ? AND "key" = ?"""
_ALL_FORMS = """
    SELECT number, forms FROM holding JOIN content ON content.article = holding.article
    WHERE collection = ? AND removed IS NULL"""
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
    nothing. Counted are the articles of a small collection, else those of the library. O(`POSTINGS`).

    Raises:
        LibraryError: The library cannot be asked.
    """
    source = held[place]
    rows = library.store().ask(_FORMS, (source.identity, source.version))
    own = frozenset(inflated(rows[0][0]).split()) if rows else frozenset()
    shared = _among_few(library, held, own) if len(held) <= FEW else _among_many(library, own)
    found: list[Related] = []
    for key in sorted(shared.weights, key=lambda key: (-shared.weights[key], key)):
        number = key if len(held) <= FEW else _number(library, held, key)
        at = None if number is None else held.place(number)
        if number is not None and at is not None and at != place:
            share = min(1.0, shared.weights[key] / shared.total)
            found.append(Related(at, label_of(number), round(share, 4), shared.words[key]))
            if len(found) == most:
                break
    return tuple(found)


class _Shared(NamedTuple):
    """The weight and the count of the forms that articles share with one, and the weight of all of its own."""

    weights: dict[int, float]
    words: dict[int, int]
    total: float


def _among_few(library: Library, held: Held, own: frozenset[str]) -> _Shared:
    """What each article of the collection shares, by the number of its label; every article is looked into."""
    rows = library.store().ask(_ALL_FORMS, (held.collection,))
    common = {number: own.intersection(inflated(forms).split()) for number, forms in rows}
    counts = Counter(form for forms in common.values() for form in forms)
    weight = {form: log(len(common) / count) + _LEAST for form, count in counts.items() if count > 1}
    words = {number: sum(form in weight for form in forms) for number, forms in common.items()}
    weights = {number: sum(weight.get(form, 0.0) for form in common[number]) for number in common if words[number]}
    return _Shared(weights, words, sum(weight.values()))


def _among_many(library: Library, own: frozenset[str]) -> _Shared:
    """What articles share of the rarest forms, by their numbers in the library."""
    ask = library.store().ask
    counts = {form: found[0][0] for form in own if (found := ask(_COUNTED, (form,))) and found[0][0] > 1}
    ((everything,),) = ask("SELECT max(article) FROM held")
    weights: defaultdict[int, float] = defaultdict(float)
    words: defaultdict[int, int] = defaultdict(int)
    total, read = 0.0, 0
    for form in sorted(counts, key=lambda form: (counts[form], form))[:FORMS]:
        if read > POSTINGS:
            break
        read += counts[form]
        weight = log(max(everything / counts[form], 1.0)) + _LEAST
        total += weight
        for (article,) in ask(_WITH, (quoted(form),)):
            weights[article] += weight
            words[article] += 1
    return _Shared(weights, words, total)


def _number(library: Library, held: Held, article: int) -> int | None:
    """The number of the label that an article has in the collection; None where it is not there."""
    rows = library.store().ask(_NUMBER, (held.collection, article))
    return rows[0][0] if rows else None
