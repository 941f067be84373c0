"""Words before and behind a number that bound or soften it."""

from typing import NamedTuple

from tui.facts.model import Bound
from tui.facts.quantities.lexing import Lexemes
from tui.facts.word_sets import word_set

_BEFORE: dict[str, tuple[Bound | None, bool]] = {
    phrase: softening
    for phrases, softening in {
        "more than|over|well over|upwards of|upward of|in excess of|greater than|north of|well above|above|"
        "far more than"
        "|better than|exceeding|well more than|longer than|higher than|bigger than|larger than|older than|"
        "much more than"
        "|considerably more than|significantly more than": (Bound.ABOVE, False),
        "just over|just above|slightly more than|slightly over|a little over|a little more than|little more than"
        "|only just over|a bit more than|a bit over|marginally more than|a shade over": (Bound.ABOVE, True),
        "less than|fewer than|under|below|well under|well below|far fewer than|far less than|south of|lower than"
        "|shorter than|smaller than|younger than|much less than": (Bound.BELOW, False),
        "nearly|almost|just under|just below|just short of|slightly less than|slightly under|a little under|"
        "a little less than"
        "|very nearly|not quite|slightly fewer than|a little short of|only just under|approaching|practically"
        "|little less than|a shade under|close on": (Bound.BELOW, True),
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|as few as|as little as"
        ": ": (Bound.AT_LEAST, False),
        "up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum|at the most|as high as"
        "|no longer than|no higher than|anything up to": (Bound.AT_MOST, False),
        "about|around|roughly|some|an estimated|estimated|close to|approximately|approx|circa|"
        "in the region of|something like"
        "|somewhere around|perhaps|maybe|reportedly some|an approximate|an average of about|a rough": (None, True),
    }.items()
    for phrase in phrases.split("|")
}  # fmt: skip
_LONGEST = max(len(phrase.split()) for phrase in _BEFORE)
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _BEFORE)
_FILLERS = (("another",), ("a", "further"), ("an", "additional"), ("an", "extra"), ("the", "age", "of"))

_BEHIND: dict[tuple[str, ...], tuple[Bound | None, bool]] = {
    ("or", "more"): (Bound.AT_LEAST, False), ("or", "over"): (Bound.AT_LEAST, False),
    ("or", "older"): (Bound.AT_LEAST, False), ("or", "above"): (Bound.AT_LEAST, False),
    ("and", "over"): (Bound.AT_LEAST, False), ("and", "above"): (Bound.AT_LEAST, False),
    ("and", "older"): (Bound.AT_LEAST, False), ("or", "higher"): (Bound.AT_LEAST, False),
    ("or", "longer"): (Bound.AT_LEAST, False), ("or", "greater"): (Bound.AT_LEAST, False),
    ("or", "less"): (Bound.AT_MOST, False), ("or", "fewer"): (Bound.AT_MOST, False),
    ("or", "under"): (Bound.AT_MOST, False), ("or", "younger"): (Bound.AT_MOST, False),
    ("or", "below"): (Bound.AT_MOST, False), ("and", "under"): (Bound.AT_MOST, False),
    ("or", "so"): (None, True), ("or", "thereabouts"): (None, True),
}  # fmt: skip


class Softening(NamedTuple):
    """The place where the words begin (before) or end (behind), and what they do to the number."""

    place: int
    bound: Bound = Bound.EXACT
    approximate: bool = False


def before(lexemes: Lexemes, start: int, *, small_count: bool, length: bool) -> Softening:
    """What stands before the amount that begins at `start`; several such phrases are taken together.

    `small_count` tells of a few things counted in words, `length` of a length of time: before these, `over` and
    `under` are mostly mere prepositions.
    """
    place, bound, approximate = start, Bound.EXACT, False
    while True:
        phrase = _phrase(lexemes, place) if place == start or place > 0 else None
        if phrase is None:
            return Softening(place, bound, approximate)
        begin, words = phrase
        if not _softens(words, lexemes, begin, small_count=small_count, length=length):
            return Softening(place, bound, approximate)
        meant, rough = _BEFORE[words]
        bound = bound if meant is None else meant
        approximate = approximate or rough
        place = begin


def _phrase(lexemes: Lexemes, place: int) -> tuple[int, str] | None:
    """The longest phrase that ends before a place, over `another` or `a further`, and where it begins."""
    end = place
    for filler in _FILLERS:
        if tuple(lexeme.low for lexeme in lexemes[max(0, place - len(filler)) : place]) == filler:
            end = place - len(filler)
    if lexemes.at(end - 1).low not in _LAST_WORDS:
        return None
    for length in range(min(_LONGEST, end), 0, -1):
        words = " ".join(lexeme.low for lexeme in lexemes[end - length : end])
        if words in _BEFORE and not (end < place and _BEFORE[words][0] is None):
            return end - length, words
    return None


_FOR_LENGTHS = word_set(
    "for after of in by to with just wait waited last lasted lasts lasting take takes took taken taking spent "
    "spend be been was were is are and at from a lived served worked run ran stayed"
)
_TOPICS = word_set(
    "talk talks talked talking book story stories question questions concern concerns concerned film worry "
    "worried worries ask asked inform information detail details know knows knew told tell speak spoke warn "
    "warned complain complained complaint complaints row dispute debate joke jokes think thought learn learned "
    "heard feel"
)


def _softens(words: str, lexemes: Lexemes, begin: int, *, small_count: bool, length: bool) -> bool:
    previous = lexemes.at(begin - 1)
    if words == "over" and length:
        return previous.low in _FOR_LENGTHS
    if words in ("over", "under", "above", "below", "around"):
        return not small_count or previous.low in ("just", "well", "for", "of")
    if words == "about":
        return previous.low not in _TOPICS
    return words != "minimum" or previous.low != "a"


def behind(lexemes: Lexemes, end: int) -> Softening | None:
    """What stands behind the amount that ends at `end`: or more, -plus, +."""
    first, second = lexemes.at(end), lexemes.at(end + 1)
    found = _BEHIND.get((first.low, second.low))
    if found:
        return Softening(end + 2, found[0] or Bound.EXACT, found[1])
    if first.text == "+" and first.glued:
        return Softening(end + 1, Bound.AT_LEAST)
    if first.text == "-" and first.glued and second.glued and second.low in ("plus", "odd"):
        plus = second.low == "plus"
        return Softening(end + 2, Bound.AT_LEAST if plus else Bound.EXACT, not plus)
    return None
