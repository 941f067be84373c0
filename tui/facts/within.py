"""What one text says of one thing in two ways: a clash of the text with itself, a candidate for a reviewer.

The rules are those for two texts, but stricter: one text tells of two meetings more often than two texts disagree
about one.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.facts.clashes.pairing import clashes
from tui.facts.clashes.texts import clash_of_measures, is_remark, sure
from tui.facts.kin import happenings
from tui.facts.lexicon import either, words
from tui.facts.model import Conflict, Date, Fact
from tui.facts.telling import Telling, tellings
from tui.facts.variants import Relation, variants
from tui.facts.variants import clashes as quoted_clashes
from tui.text.spans import Span
from tui.text.tokens import tokenize
from tui.text.witness import Kind, Witness

_HEADINGS = (Kind.TITLE, Kind.DEK, Kind.HEADING)
_SHARED, _FEWEST = 0.5, 2
"""Share of a heading's words that a sentence must have too, and how many."""
_NEAR = 40
"""Code points to either side of a fact in which words are looked for that tell its thing from others."""
_WEEKEND = frozenset({6, 7})


def conflicts_within(witness: Witness, facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """What a text says that may not both hold, by place; the left fact stands first. O(facts²).

    Found are measures of which a thing has one only (a length, an age); what stands in a heading and otherwise in a
    sentence of like words, quotations too; and two days of one happening in one sentence.
    """
    told = tellings(witness, facts)
    found = (*_of_measures(witness, told), *_of_headings(witness, told), *_of_days(witness, told))
    placed = {_place(one): one for one in (*_of_remarks(witness, facts), *map(_ordered, found))}
    return tuple(placed[place] for place in sorted(placed))


def _ordered(conflict: Conflict) -> Conflict:
    if conflict.left.span <= conflict.right.span:
        return conflict
    return conflict._replace(left=conflict.right, right=conflict.left)


def _place(conflict: Conflict) -> tuple[Span, Span]:
    return conflict.left.span, conflict.right.span


def _of_measures(witness: Witness, told: Sequence[Telling]) -> Iterator[Conflict]:
    for one, other in combinations(sure(told), 2):
        rule = clash_of_measures(one, other)
        if rule is None or one.fact.sentence == other.fact.sentence:
            continue
        if not any(_is_one_of_several(witness, telling) for telling in (one, other)):
            yield Conflict(one.fact, other.fact, *rule)


def _is_one_of_several(witness: Witness, telling: Telling) -> bool:
    """Whether words beside it tell its thing from others of its sort: the second meeting."""
    (first, end), span = witness.sentences[telling.fact.sentence].span, telling.fact.span
    beside = Span(max(first, span.start - _NEAR), min(end, span.end + _NEAR))
    return not either("others", "several").isdisjoint(tokenize(witness.text, beside).forms)


def _of_headings(witness: Witness, told: Sequence[Telling]) -> Iterator[Conflict]:
    """Clashes of a heading with sentences of like words, where none of these says the same as the heading."""
    by_sentence: dict[int, list[Telling]] = {}
    for telling in told:
        by_sentence.setdefault(telling.fact.sentence, []).append(telling)
    above = {number for number in by_sentence if witness.sentences[number].kind in _HEADINGS}
    below = {telling.fact.value for telling in told if telling.fact.sentence not in above}
    for number in above:
        heading = [telling for telling in by_sentence[number] if telling.fact.value not in below]
        for other in by_sentence.keys() - above:
            for one, two, conflict in clashes(heading, by_sentence[other]):
                common = len(one.sentence & two.sentence)
                if common >= _FEWEST and common >= _SHARED * len(one.sentence):
                    yield conflict


def _of_days(witness: Witness, told: Sequence[Telling]) -> Iterator[Conflict]:
    """Two days of one happening in one phrase: the weekend summit in the capital on Friday."""
    for one, other in combinations(told, 2):
        between = witness.text[one.fact.span.end : other.fact.span.start]
        is_phrase = one.after in happenings() and other.before == "on" and not any(sign in between for sign in ",;:—–")
        if one.fact.sentence != other.fact.sentence or not is_phrase or _has_verb(between):
            continue
        mine, theirs = _weekdays(one), _weekdays(other)
        if mine and theirs and mine.isdisjoint(theirs):
            reason = f"{one.written} and {other.written} cannot both hold ({one.after})"
            yield Conflict(one.fact, other.fact, "different-weekdays", reason)


def _has_verb(text: str) -> bool:
    forms = tokenize(text).forms
    return any(form in words("finite") or form.endswith("ed") for form in forms)


def _weekdays(telling: Telling) -> frozenset[int]:
    """The days of the week that a date may fall on, 1 for Monday; none where that is not known."""
    date = telling.fact.value
    if not isinstance(date, Date):
        return frozenset()
    if telling.written.endswith("weekend"):
        return _WEEKEND
    if date.weekday:
        return frozenset({date.weekday})
    return frozenset({date.first.isoweekday()}) if date.first and date.first == date.last else frozenset()


def _of_remarks(witness: Witness, facts: Sequence[Fact]) -> Iterator[Conflict]:
    """Remarks that a heading gives in other words than the text, which nowhere has the heading's."""
    above = [fact for fact in facts if witness.sentences[fact.sentence].kind in _HEADINGS]
    below = [fact for fact in facts if witness.sentences[fact.sentence].kind not in _HEADINGS]
    settled = {variant.left.span for variant in variants(above, below) if variant.relation is not Relation.CHANGED}
    for conflict in quoted_clashes(above, below):
        if conflict.left.span not in settled and is_remark(conflict):
            yield _ordered(conflict)
