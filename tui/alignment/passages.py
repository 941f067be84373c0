"""The runs of words that two sides of a bead share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import JaroWinkler

from tui.alignment.chains import heaviest_chain
from tui.alignment.model import Passage
from tui.text.languages import language as language_of
from tui.text.sides import Sides
from tui.text.spans import Span
from tui.text.witness import Token, Witness

Forms: TypeAlias = tuple[tuple[str, ...], ...]
"""The token forms of one side, sentence by sentence."""

NEAR = 0.93
"""Jaro–Winkler similarity from which two different words count as one."""

NEAR_LETTERS = 5
"""Words shorter than this are never near-equal: `Iran` is not `Iraq`."""

PLAIN_RUN = 3
"""A run of stop words and marks alone is worth showing from this many tokens."""

CROSSING_RUN = 3
"""A run out of order is worth showing from this many content words."""

CONTENT_WEIGHT = 4
STEP_BONUS = 3


UNDETERMINED = "und"
"""ISO 639's code for no one language: words are compared without stems, and none is a function word."""


class Run(NamedTuple):
    """As many tokens on either side, counted through all sentences of the side."""

    left: int
    right: int
    length: int


class _Side(NamedTuple):
    """One side's tokens laid end to end: their forms, whose sentence they are, and which carry content."""

    forms: tuple[str, ...]
    sentences: tuple[int, ...]
    content: tuple[bool, ...]


def shared_passages(witnesses: Sides[Witness], left: Sequence[int], right: Sequence[int]) -> tuple[Passage, ...]:
    """The passages that these sentences share: disjoint on each side, in the left side's order.

    Each starts and ends with a token and stays within one sentence of either side. A stop word between words
    that differ is no passage. Swapping the sides swaps the answer. About linear in the tokens for texts
    that repeat few words, O(n log n) in the pairs of equal content words else.
    """
    forms = [
        tuple(tuple(token.form for token in witness.sentences[sentence].tokens) for sentence in sentences)
        for witness, sentences in ((witnesses.left, left), (witnesses.right, right))
    ]
    language = common_language(witnesses)
    if forms[0] <= forms[1]:
        runs = shared_runs(forms[0], forms[1], language)
    else:
        runs = tuple(Run(run.right, run.left, run.length) for run in shared_runs(forms[1], forms[0], language))
    tokens = Sides(_tokens(witnesses.left, left), _tokens(witnesses.right, right))
    return tuple(
        Passage(
            _span(tokens.left, run.left, run.length),
            _span(tokens.right, run.right, run.length),
        )
        for run in sorted(runs)
    )


def common_language(witnesses: Sides[Witness]) -> str:
    """The language that both witnesses are in, `und` where they are in two."""
    left, right = witnesses.map(lambda witness: witness.language)
    return left if left == right else UNDETERMINED


def _tokens(witness: Witness, sentences: Iterable[int]) -> list[Token]:
    return [token for sentence in sentences for token in witness.sentences[sentence].tokens]


def _span(tokens: Sequence[Token], start: int, length: int) -> Span:
    return Span(tokens[start].span.start, tokens[start + length - 1].span.end)


@lru_cache(maxsize=8192)
def shared_runs(left: Forms, right: Forms, language: str) -> tuple[Run, ...]:
    """The runs worth showing: the heaviest chain in order, then long ones that cross it."""
    sides = _lay_out(left, language), _lay_out(right, language)
    places = [
        (run.left + step, run.right + step)
        for run in _diagonals(sorted(_equals(*sides, language)), *sides)
        if _worth_showing(run, sides[0])
        for step in range(run.length)
    ]
    weights = [CONTENT_WEIGHT if sides[0].content[place[0]] else 1 for place in places]
    chain = [places[index] for index in heaviest_chain(places, weights, bonus=STEP_BONUS)]
    runs = [run for run in _diagonals(chain, *sides) if _worth_showing(run, sides[0])]
    return (*runs, *_crossing(places, runs, *sides))


def _lay_out(sentences: Forms, language: str) -> _Side:
    stops = language_of(language).function_words
    forms = tuple(form for sentence in sentences for form in sentence)
    return _Side(
        forms,
        tuple(number for number, sentence in enumerate(sentences) for _ in sentence),
        tuple(form not in stops and any(map(str.isalnum, form)) for form in forms),
    )


def _worth_showing(run: Run, side: _Side) -> bool:
    return run.length >= PLAIN_RUN or any(side.content[run.left : run.left + run.length])


def _equals(left: _Side, right: _Side, language: str) -> Iterator[tuple[int, int]]:
    """Every two places whose tokens are equal, or near-equal content words."""
    keys = Sides(_keys(left, language), _keys(right, language))
    where = defaultdict(list)
    for place, key in enumerate(keys.right):
        where[key].append(place)
    for place, key in enumerate(keys.left):
        yield from ((place, other) for other in where.get(key, ()))
    shared = where.keys() & set(keys.left)
    yield from _near_equals(
        [(place, key) for place, key in enumerate(keys.left) if key not in shared and left.content[place]],
        [(place, key) for place, key in enumerate(keys.right) if key not in shared and right.content[place]],
    )


def _keys(side: _Side, language: str) -> list[str]:
    """What must be equal: a content word's stem, any other token's form."""
    stems = iter(
        language_of(language).stems([form for form, content in zip(side.forms, side.content, strict=True) if content])
    )
    return [next(stems) if content else form for form, content in zip(side.forms, side.content, strict=True)]


def _near_equals(left: Iterable[tuple[int, str]], right: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Places of words a letter or so apart, of those that have no equal on the other side."""
    by_initial = defaultdict(list)
    for place, word in right:
        by_initial[word[:1]].append((place, word))
    for place, word in left:
        for other, candidate in by_initial[word[:1]]:
            if _near_equal(word, candidate):
                yield place, other


def _near_equal(word: str, other: str) -> bool:
    return (
        min(len(word), len(other)) >= NEAR_LETTERS
        and abs(len(word) - len(other)) <= 1
        and word.isalpha()
        and other.isalpha()
        and JaroWinkler.similarity(word, other, score_cutoff=NEAR) >= NEAR
    )


def _diagonals(places: Iterable[tuple[int, int]], left: _Side, right: _Side) -> list[Run]:
    """Unbroken runs of places, each within one sentence of either side."""
    runs: dict[tuple[int, int], Run] = {}
    for place in sorted(places):
        before = (place[0] - 1, place[1] - 1)
        run = runs.get(before)
        if (
            run is not None
            and left.sentences[place[0]] == left.sentences[before[0]]
            and right.sentences[place[1]] == right.sentences[before[1]]
        ):
            del runs[before]
            runs[place] = Run(run.left, run.right, run.length + 1)
        else:
            runs[place] = Run(*place, 1)
    return sorted(runs.values())


def _crossing(places: Iterable[tuple[int, int]], runs: Iterable[Run], left: _Side, right: _Side) -> list[Run]:
    """Long runs of what the runs in order leave over, the longest first."""
    taken: tuple[set[int], set[int]] = set(), set()
    for run in runs:
        _take(run, *taken)
    found: list[Run] = []
    while True:
        free = [place for place in places if place[0] not in taken[0] and place[1] not in taken[1]]
        candidates = [run for run in _diagonals(free, left, right) if _content(run, left) >= CROSSING_RUN]
        if not candidates:
            return found
        best = max(candidates, key=lambda run: (_content(run, left), run.length, -run.left, -run.right))
        _take(best, *taken)
        found.append(best)


def _take(run: Run, left: set[int], right: set[int]) -> None:
    left.update(range(run.left, run.left + run.length))
    right.update(range(run.right, run.right + run.length))


def _content(run: Run, side: _Side) -> int:
    return sum(side.content[run.left : run.left + run.length])
