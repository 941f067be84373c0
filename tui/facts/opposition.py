"""Close words, opposite claim: two sentences of like words of which one turns the other's claim round.

Rules of words alone, made for precision: what they give are candidates, and a paraphrase escapes them.
"""

from functools import cache
from itertools import dropwhile, pairwise, takewhile
from pathlib import Path
from typing import NamedTuple

from tui.facts.assertions import Assertion, alike, assertion_of, may_be_of_one_day
from tui.facts.kin import joined_nouns
from tui.facts.lexicon import verbs, words
from tui.text.languages import language
from tui.text.spans import Span
from tui.text.tokens import Tokens

_CLOSE = "close words, opposite claim"
_ALIKE, _ALIKE_NEGATED = 0.5, 0.6
"""Share of the shorter sentence's content that both must have."""
_FEWEST, _FEWEST_NEGATED = 2, 3
"""Words of content that both must have, besides the opposite ones."""
_FEWEST_SCORED = _FEWEST_SIDED = 3
_DIGITS = 3
"""Digits that a side's goals have at most."""


class Opposition(NamedTuple):
    """A candidate: the words of two sentences by which they may claim the opposite."""

    left: Span
    right: Span
    rule: str
    """`opposite-words`, `negation`, `denied-report` or `different-scores`."""
    reason: str
    """Why, in one line for a reader."""


def opposition(left: Tokens, right: Tokens) -> Opposition | None:
    """The words by which two close sentences may claim the opposite; None where no rule finds any.

    For English sentences that are believed to tell of the same. Symmetric; linear in the words but for the pairs
    of opposite words.
    """
    if left.forms == right.forms or any(language(side.language).code != "en" for side in (left, right)):
        return None
    one, other = assertion_of(left), assertion_of(right)
    if not may_be_of_one_day(one, other) or one.others != other.others:
        return None
    return (
        _opposite_words(one, other)
        or _denied(one, other)
        or _negated(one, other)
        or _sided(one, other)
        or _scored(one, other)
    )


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Each stem's opposites, as stems."""
    found: dict[str, set[str]] = {}
    stems = language("en").stems
    for line in (Path(__file__).parent / "opposites.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            one, other = (set(joined_nouns(stems(side.split()))) for side in line.split("/"))
            for side, against in ((one, other), (other, one)):
                for stem in side:
                    found.setdefault(stem, set()).update(against)
    return {stem: frozenset(against) for stem, against in found.items()}


def _opposite_words(one: Assertion, other: Assertion) -> Opposition | None:
    """The first pair of opposite words that are said of one subject in the same way."""
    opposites = _opposites()
    pairs = [
        (place, at)
        for place, stem in enumerate(one.stems)
        if stem in opposites and not opposites[stem] & set(one.stems)
        for at, against in enumerate(other.stems)
        if against in opposites[stem] and not opposites[against] & set(other.stems)
    ]
    told = [pair for pair in pairs if _clash(one, pair[0], other, pair[1])]
    if not told:
        return None
    place, at = min(told, key=lambda pair: (sum(pair), sorted((one.stems[pair[0]], other.stems[pair[1]]))))
    written = one.tokens.written[place], other.tokens.written[at]
    reason = f"{_CLOSE}: '{written[0]}' against '{written[1]}'"
    return Opposition(one.tokens.spans[place], other.tokens.spans[at], "opposite-words", reason)


def _clash(one: Assertion, place: int, other: Assertion, at: int) -> bool:
    """Whether two opposite words are said of one subject, neither or both negated, of like things."""
    subject = one.subject(place)
    if subject is None or subject != other.subject(at) or one.negated(place) is not other.negated(at):
        return False
    beside = len(one.near(place) & other.near(at)) >= _FEWEST
    without = {one.stems[place], other.stems[at]}
    return beside and alike(one, other, without, _ALIKE, _FEWEST) and _as_one(one, place, other, at)


def _as_one(one: Assertion, place: int, other: Assertion, at: int) -> bool:
    """Whether both put it in the same way: an offer is no deed."""
    return one.modal(place) is other.modal(at)


def _denied(one: Assertion, other: Assertion) -> Opposition | None:
    """Whether one sentence has a report of something denied that the other states."""
    for denying, stating in ((one, other), (other, one)):
        denial = _denial(denying)
        if denial is None or _denial(stating) is not None or stating.negators or denying.negators:
            continue
        verb, noun = denial
        claimed = set(denying.stems[noun + 1 :]) & denying.content & stating.content
        at = next((place for place, stem in enumerate(stating.stems) if stem in claimed), -1)
        without = {denying.stems[verb], denying.stems[noun]}
        if not claimed & _reported(denying, noun):
            continue
        if len(claimed) < _FEWEST or stating.modal(at) or not alike(one, other, without, _ALIKE, _FEWEST):
            continue
        written = " ".join(denying.tokens.written[verb : noun + 1])
        spans = Span(denying.tokens.spans[verb].start, denying.tokens.spans[noun].end), stating.tokens.spans[at]
        left, right = spans if denying is one else spans[::-1]
        return Opposition(left, right, "denied-report", f"{_CLOSE}: '{written}' of what the other states")
    return None


def _reported(denying: Assertion, noun: int) -> frozenset[str]:
    """The first words of content behind the noun, articles apart: what is reported to have been."""
    behind = dropwhile(lambda stem: stem not in denying.content, denying.stems[noun + 1 :])
    return frozenset(takewhile(denying.content.__contains__, behind))


def _denial(claim: Assertion) -> tuple[int, int] | None:
    """Where a verb of denying stands with a claim as its object: denied reports, dismissed the claim."""
    refuting, reported = _stemmed("refuting"), _stemmed("reported")
    for place, stem in enumerate(claim.stems):
        if stem in refuting and not claim.negated(place):
            for at in range(place + 1, min(place + 4, len(claim.stems) - 1)):
                if claim.stems[at] in reported and claim.tokens.forms[at + 1] in ("of", "that", "about"):
                    return place, at
    return None


@cache
def _stemmed(name: str) -> frozenset[str]:
    return frozenset(language("en").stems(sorted(words(name))))


def _negated(one: Assertion, other: Assertion) -> Opposition | None:
    """Whether one sentence has a word negated that the other has not."""
    if bool(one.negators) is bool(other.negators):
        return None
    turned, plain = (one, other) if one.negators else (other, one)
    for place, stem in enumerate(turned.stems):
        if stem not in turned.content & plain.content or not turned.negated(place):
            continue
        at = plain.stems.index(stem)
        beside = len(turned.near(place) & plain.near(at) - {stem})
        close = beside >= _FEWEST and alike(one, other, {stem}, _ALIKE_NEGATED, _FEWEST_NEGATED)
        close = close or (beside > 0 and alike(one, other, {stem}, 1.0, _FEWEST))
        if close and _as_one(turned, place, plain, at):
            first = max(at for at in turned.negators if at < place)
            written = " ".join(turned.tokens.written[first : place + 1]), plain.tokens.written[at]
            spans = Span(turned.tokens.spans[first].start, turned.tokens.spans[place].end), plain.tokens.spans[at]
            left, right = (0, 1) if turned is one else (1, 0)
            reason = f"{_CLOSE}: '{written[left]}' against '{written[right]}'"
            return Opposition(spans[left], spans[right], "negation", reason)
    return None


def _sided(one: Assertion, other: Assertion) -> Opposition | None:
    """Whether someone votes for something in one sentence and against it in the other."""
    mine, theirs = _side(one), _side(other)
    if mine is None or theirs is None or mine[1] == theirs[1] or one.negators or other.negators:
        return None
    if one.modal(mine[0]) is not other.modal(theirs[0]) or not alike(one, other, set(), _ALIKE_NEGATED, _FEWEST_SIDED):
        return None
    spans = one.tokens.spans[mine[0]], other.tokens.spans[theirs[0]]
    return Opposition(*spans, "opposite-words", f"{_CLOSE}: '{mine[1]}' against '{theirs[1]}'")


def _side(claim: Assertion) -> tuple[int, str] | None:
    """Where a word stands for the side that is taken, and which: voted for."""
    forms = claim.tokens.forms
    taken = verbs("siding")
    found = ((at, forms[at]) for at in range(1, len(forms)) if forms[at] in ("for", "against"))
    return next((side for side in found if forms[side[0] - 1] in taken), None)


def _scored(one: Assertion, other: Assertion) -> Opposition | None:
    """Whether two sentences give one match different scores, whichever side's goals stand first."""
    mine, theirs = _score(one), _score(other)
    if mine is None or theirs is None or mine[1] == theirs[1] or not alike(one, other, set(), _ALIKE, _FEWEST_SCORED):
        return None
    told = " and ".join("-".join(sorted(numbers, key=int, reverse=True)) for _, numbers in (mine, theirs))
    return Opposition(mine[0], theirs[0], "different-scores", f"{told} cannot both be the score")


def _score(claim: Assertion) -> tuple[Span, frozenset[str]] | None:
    """The only score of a sentence about a match, and its two numbers."""
    if verbs("winning").keys().isdisjoint(claim.tokens.forms):
        return None
    numbers = list(zip(claim.tokens.forms, claim.tokens.spans, strict=True))
    scores = [
        (Span(first.start, last.end), frozenset((one, two)))
        for (one, first), (two, last) in pairwise(numbers)
        if one.isdigit() and two.isdigit() and last.start == first.end + 1 and max(len(one), len(two)) <= _DIGITS
    ]
    return scores[0] if len(scores) == 1 else None
