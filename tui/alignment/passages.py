"""The runs of words that two sides of a bead share."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, product
from typing import NamedTuple, TypeAlias

from rapidfuzz.distance import JaroWinkler

from tui.alignment.chains import heaviest_chain
from tui.alignment.content import common_language, words_of
from tui.alignment.model import Passage
from tui.text.sides import Sides
from tui.text.spans import Span
from tui.text.witness import Witness

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

MOST_PLACES = 20_000
"""At most so many pairs of equal tokens are weighed: what bounds the time that two endless sentences take."""

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
    that differ is no passage. Swapping the sides swaps the answer. O(n log n) in the pairs of equal tokens,
    about linear in the tokens of ordinary sentences.
    """
    forms = [
        tuple(witness.sentences[sentence].tokens.forms for sentence in sentences)
        for witness, sentences in ((witnesses.left, left), (witnesses.right, right))
    ]
    language = common_language(witnesses)
    if forms[0] <= forms[1]:
        runs = shared_runs(forms[0], forms[1], language)
    else:
        runs = tuple(Run(run.right, run.left, run.length) for run in shared_runs(forms[1], forms[0], language))
    places = Sides(_places_of(witnesses.left, left), _places_of(witnesses.right, right))
    return tuple(
        Passage(
            _span(places.left, run.left, run.length),
            _span(places.right, run.right, run.length),
        )
        for run in sorted(runs)
    )


def _places_of(witness: Witness, sentences: Iterable[int]) -> list[Span]:
    return [span for sentence in sentences for span in witness.sentences[sentence].tokens.spans]


def _span(places: Sequence[Span], start: int, length: int) -> Span:
    return Span(places[start].start, places[start + length - 1].end)


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
    known = words_of(language)
    words = [known[form] for sentence in sentences for form in sentence]
    lengths = accumulate(len(sentence) for sentence in sentences)
    return _Side(tuple(found.key for found in words), tuple(found.content for found in words), frozenset((0, *lengths)))


def _worth_showing(run: Run, side: _Side) -> bool:
    """Whether a run holds a content word; a single letter or ideograph is none."""
    if run.length >= PLAIN_RUN:
        return True
    letters = [place for place in _on_left(run) if side.content[place]]
    return len(letters) > 1 or any(len(side.keys[place]) > 1 or side.keys[place].isdecimal() for place in letters)


def _equals(left: _Side, right: _Side) -> list[tuple[int, int]]:
    """Places whose tokens are equal, or near-equal content words; the commonest words are left out of long texts."""
    there, here = _places(right.keys), _places(left.keys)
    shared: Iterable[str] = here.keys() & there.keys()
    if len(left.keys) * len(right.keys) > MOST_PLACES:
        shared = sorted(shared, key=lambda key: (len(here[key]) * len(there[key]), key))
    equal: list[tuple[int, int]] = []
    for key in shared:
        if len(equal) + len(here[key]) * len(there[key]) > MOST_PLACES:
            return _stretched(equal, left, right)
        equal += product(here[key], there[key])
    lonely = defaultdict(list)
    for key in there:
        if key not in here and len(key) >= NEAR_LETTERS and right.content[there[key][0]]:
            lonely[key[0]].append(key)
    for key in here:
        if key not in there and len(key) >= NEAR_LETTERS and left.content[here[key][0]]:
            for near in lonely.get(key[0], ()):
                if _near_equal(key, near):
                    equal += product(here[key], there[near])
    return equal


def _places(keys: Sequence[str]) -> dict[str, list[int]]:
    where = defaultdict(list)
    for place, key in enumerate(keys):
        where[key].append(place)
    return where


def _stretched(places: Iterable[tuple[int, int]], left: _Side, right: _Side) -> list[tuple[int, int]]:
    """The places, and those of equal tokens that stand next to them in a row."""
    found = set(places)
    for start in sorted(found):
        for step in (-1, 1):
            place = (start[0] + step, start[1] + step)
            while (
                place not in found
                and 0 <= place[0] < len(left.keys)
                and 0 <= place[1] < len(right.keys)
                and left.keys[place[0]] == right.keys[place[1]]
            ):
                found.add(place)
                place = (place[0] + step, place[1] + step)
    return sorted(found)


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
    taken: Sides[set[int]] = Sides(set(), set())
    for run in runs:
        _take(run, taken)
    free = [place for place in places if place[0] not in taken.left and place[1] not in taken.right]
    candidates = [run for run in _diagonals(free, left, right) if _content(run, left) >= CROSSING_RUN]
    found: list[Run] = []
    for run in sorted(candidates, key=lambda run: (-_content(run, left), -run.length, run)):
        if taken.left.isdisjoint(_on_left(run)) and taken.right.isdisjoint(_on_right(run)):
            _take(run, taken)
            found.append(run)
    return found


def _on_left(run: Run) -> range:
    return range(run.left, run.left + run.length)


def _on_right(run: Run) -> range:
    return range(run.right, run.right + run.length)


def _take(run: Run, taken: Sides[set[int]]) -> None:
    taken.left.update(_on_left(run))
    taken.right.update(_on_right(run))


def _content(run: Run, side: _Side) -> int:
    return sum(side.content[place] for place in _on_left(run))
