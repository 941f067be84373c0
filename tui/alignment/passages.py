"""The runs of words that two sides of a bead share."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import JaroWinkler

from tui.alignment.chains import heaviest_chain
from tui.alignment.content import common_language, word
from tui.alignment.model import Passage
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


class Run(NamedTuple):
    """As many tokens on either side, counted through all sentences of the side."""

    left: int
    right: int
    length: int


class _Side(NamedTuple):
    """One side's tokens laid end to end, and where its sentences start."""

    keys: tuple[str, ...]
    content: tuple[bool, ...]
    starts: frozenset[int]


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
        for run in _diagonals(_equals(*sides), *sides)
        if _worth_showing(run, sides[0])
        for step in range(run.length)
    ]
    weights = [CONTENT_WEIGHT if sides[0].content[place[0]] else 1 for place in places]
    chain = [places[index] for index in heaviest_chain(places, weights, bonus=STEP_BONUS)]
    runs = [run for run in _diagonals(chain, *sides) if _worth_showing(run, sides[0])]
    return (*runs, *_crossing(places, runs, *sides))


def _lay_out(sentences: Forms, language: str) -> _Side:
    words = [word(form, language) for sentence in sentences for form in sentence]
    lengths = accumulate(len(sentence) for sentence in sentences)
    return _Side(tuple(found.key for found in words), tuple(found.content for found in words), frozenset((0, *lengths)))


def _worth_showing(run: Run, side: _Side) -> bool:
    """Whether a run holds a content word; a single letter or ideograph is none."""
    if run.length >= PLAIN_RUN:
        return True
    places = range(run.left, run.left + run.length)
    letters = [place for place in places if side.content[place]]
    return len(letters) > 1 or any(len(side.keys[place]) > 1 or side.keys[place].isdecimal() for place in letters)


def _equals(left: _Side, right: _Side) -> list[tuple[int, int]]:
    """Every two places whose tokens are equal, or near-equal content words."""
    where = defaultdict(list)
    for place, key in enumerate(right.keys):
        where[key].append(place)
    equal = [(place, other) for place, key in enumerate(left.keys) if key in where for other in where[key]]
    shared = where.keys() & left.keys
    lonely = defaultdict(list)
    for place, key in enumerate(right.keys):
        if right.content[place] and key not in shared and len(key) >= NEAR_LETTERS:
            lonely[key[0]].append((place, key))
    for place, key in enumerate(left.keys):
        if left.content[place] and key not in shared and len(key) >= NEAR_LETTERS:
            equal += [(place, other) for other, near in lonely.get(key[0], ()) if _near_equal(key, near)]
    return equal


def _near_equal(word: str, other: str) -> bool:
    return (
        abs(len(word) - len(other)) <= 1
        and word.isalpha()
        and other.isalpha()
        and JaroWinkler.similarity(word, other, score_cutoff=NEAR) >= NEAR
    )


def _diagonals(places: Iterable[tuple[int, int]], left: _Side, right: _Side) -> list[Run]:
    """Unbroken runs of places, each within one sentence of either side."""
    lengths: dict[tuple[int, int], int] = {}
    for place in sorted(places):
        before = (place[0] - 1, place[1] - 1)
        goes_on = before in lengths and place[0] not in left.starts and place[1] not in right.starts
        lengths[place] = lengths.pop(before) + 1 if goes_on else 1
    return sorted(Run(end[0] + 1 - length, end[1] + 1 - length, length) for end, length in lengths.items())


def _crossing(places: Iterable[tuple[int, int]], runs: Iterable[Run], left: _Side, right: _Side) -> list[Run]:
    """Long runs of what the runs in order leave over, the longest first."""
    taken: tuple[set[int], set[int]] = set(), set()
    for run in runs:
        _take(run, *taken)
    found: list[Run] = []
    while True:
        free = [place for place in places if place[0] not in taken[0] and place[1] not in taken[1]]
        if len(free) < CROSSING_RUN:
            return found
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
