"""Which stretches of a bead's sentences are shared, which spelt otherwise, and which diverge."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tui.alignment.model import Bead, Passage, Relation
from tui.presentation.page import Emphasis
from tui.text.sides import Side, Sides
from tui.text.spans import Span
from tui.text.typography import fold
from tui.text.witness import Witness

_OPENING = frozenset("\"'“‘«‹„([$€£¥#@+-")
_TRAILING = re.compile(r"(?:\s+[\"'“‘«‹„(\[]*)$")
"""White space at an end, with the mark that opens what comes after it."""

_ALONE = {Relation.LEFT_ONLY: Emphasis.LEFT_ONLY, Relation.RIGHT_ONLY: Emphasis.RIGHT_ONLY}


class Stretch(NamedTuple):
    """A part of a sentence with one emphasis."""

    span: Span
    emphasis: Emphasis


def stretches(sides: Sides[Witness], bead: Bead, side: Side, sentence: int, *, strict: bool) -> Iterator[Stretch]:
    """The sentence from its first character to its last, cut where the emphasis changes; facts in conflict go first.

    Args:
        sides: Both witnesses.
        bead: The bead that the sentence stands in.
        side: The sentence's side.
        sentence: Its number in its witness.
        strict: Whether spelling, case and typography count as divergence; otherwise they are variants.
    """
    found = _worded(sides, bead, side, sentence, strict=strict)
    clashing = clashing_spans(bead, side)
    return _over(found, clashing) if clashing else found


def clashing_spans(bead: Bead, side: Side) -> list[Span]:
    """Where the parts of the bead's candidates for conflict stand on a side, disjoint and in order."""
    spans: list[Span] = []
    for span in sorted({candidate.spans[side] for candidate in bead.conflicts if candidate.is_open}):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        else:
            spans.append(span)
    return spans


def _over(found: Iterator[Stretch], clashing: list[Span]) -> Iterator[Stretch]:
    """The stretches with what stands in the spans marked as in conflict."""
    for stretch in found:
        place, end = stretch.span
        for span in clashing:
            first, last = max(span.start, place), min(span.end, end)
            if first < last:
                if place < first:
                    yield Stretch(Span(place, first), stretch.emphasis)
                yield Stretch(Span(first, last), Emphasis.CONFLICT)
                place = last
        if place < end:
            yield Stretch(Span(place, end), stretch.emphasis)


def _worded(sides: Sides[Witness], bead: Bead, side: Side, sentence: int, *, strict: bool) -> Iterator[Stretch]:
    """The sentence cut where its words begin or cease to be shared."""
    whole = sides[side].sentences[sentence].span
    if bead.relation in _ALONE:
        yield Stretch(whole, _ALONE[bead.relation])
        return
    place = whole.start
    for passage in sorted(bead.passages, key=lambda passage: passage.on(side).start):
        span = passage.on(side)
        if span.start < whole.start or span.end > whole.end:
            continue
        yield from _divergent(sides[side].text, Span(place, span.start))
        for part, emphasis in paired(sides, bead, passage, strict=strict):
            if part.on(side).end > part.on(side).start:
                yield Stretch(part.on(side), emphasis)
        place = span.end
    yield from _divergent(sides[side].text, Span(place, whole.end))


def _divergent(text: str, span: Span) -> Iterator[Stretch]:
    """The stretch between two passages: divergent where it has a word, else only punctuation."""
    words = text[slice(*span)]
    if not any(character.isalnum() for character in words):
        if words:
            yield Stretch(span, Emphasis.SHARED)
        return
    first = next(n for n, character in enumerate(words) if character.isalnum() or character in _OPENING)
    start = span.start + first
    end = span.start + len(_TRAILING.sub("", words))
    for part, emphasis in (
        (Span(span.start, start), Emphasis.SHARED),
        (Span(start, end), Emphasis.DIVERGENT),
        (Span(end, span.end), Emphasis.SHARED),
    ):
        if part.end > part.start:
            yield Stretch(part, emphasis)


def paired(sides: Sides[Witness], bead: Bead, passage: Passage, *, strict: bool) -> Iterator[tuple[Passage, Emphasis]]:
    """The passage cut where the two sides begin or cease to be written alike: shared, variant or divergent."""
    if sides.left.text[slice(*passage.left)] == sides.right.text[slice(*passage.right)]:
        yield passage, Emphasis.SHARED
        return
    units = Sides(*(_units(sides[side], bead.on(side), passage.on(side)) for side in Side))
    start = Sides(passage.left.start, passage.right.start)
    if len(units.left) == len(units.right):
        for left, right in zip(units.left, units.right, strict=True):
            emphasis = _difference(sides.left.text[slice(*left)], sides.right.text[slice(*right)], strict=strict)
            if emphasis is None:
                continue
            if left.start > start.left or right.start > start.right:
                yield _between(start, Sides(left.start, right.start)), Emphasis.SHARED
            yield Passage(left, right), emphasis
            start = Sides(left.end, right.end)
    if passage.left.end > start.left or passage.right.end > start.right:
        yield _between(start, Sides(passage.left.end, passage.right.end)), Emphasis.SHARED


def _between(start: Sides[int], end: Sides[int]) -> Passage:
    return Passage(Span(start.left, end.left), Span(start.right, end.right))


def _units(witness: Witness, sentences: tuple[int, ...], span: Span) -> list[Span]:
    """The tokens of a passage, and between each two what separates them."""
    tokens = [
        token.span
        for sentence in sentences
        for token in witness.sentences[sentence].tokens
        if span.start <= token.span.start and token.span.end <= span.end
    ]
    units = tokens[:1]
    for before, token in pairwise(tokens):
        units += [Span(before.end, token.start), token]
    return units


def _difference(one: str, other: str, *, strict: bool) -> Emphasis | None:
    """None where the two are written alike, as far as it matters."""
    if " ".join(one.split()) == " ".join(other.split()):
        return None
    if strict:
        return Emphasis.DIVERGENT
    if one.casefold() == other.casefold():
        return None
    wordless = not any(character.isalnum() for character in one + other)
    if wordless and fold(one).split() != fold(other).split():
        return None
    return Emphasis.VARIANT
