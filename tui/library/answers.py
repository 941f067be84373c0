"""Links and candidates for conflict in a compact form, and back where they can be true of two texts.

The form is deflated JSON with a list for each field, since the values of one field are alike.
"""

import json
import re
import zlib
from collections.abc import Callable, Iterable
from itertools import pairwise, starmap
from typing import Any, TypeVar

from tui.alignment.joins import aligned_sentences
from tui.alignment.model import Candidate, Link, Reason
from tui.text.sides import Sides
from tui.text.spans import Span
from tui.text.witness import Witness

LARGEST = 64_000_000
"""Bytes of JSON that are inflated at most."""

_LEVEL = 6
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

Part = TypeVar("Part")


def packed_links(links: Iterable[Link]) -> bytes:
    """The links as they are kept; the same for the same links."""
    return _packed((*link[:3], [part for reason in link.reasons for part in reason]) for link in links)


def packed_candidates(found: Iterable[Candidate]) -> bytes:
    """The candidates as they are kept, without verdicts; the same for the same candidates."""
    return _packed((one.kind, *one.spans.left, *one.spans.right, *one.sentences, one.rule, one.reason) for one in found)


def links_of(kept: bytes, sides: Sides[Witness]) -> tuple[Link, ...] | None:
    """The links that were kept of two witnesses; None where they are damaged, or of no comparison of the two."""
    return _unpacked(kept, lambda row: _link(*row), lambda links: _are_links(links, sides))


def candidates_of(kept: bytes, sides: Sides[Witness]) -> tuple[Candidate, ...] | None:
    """The candidates that were kept of two witnesses; None where they are damaged, or no places in the two."""
    return _unpacked(kept, lambda row: _candidate(*row), lambda found: all(_is_candidate(one, sides) for one in found))


def _packed(rows: Iterable[tuple[Any, ...]]) -> bytes:
    fields = list(zip(*rows, strict=True))
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def _unpacked(
    kept: bytes, make: Callable[[tuple[Any, ...]], Part], is_sound: Callable[[tuple[Part, ...]], bool]
) -> tuple[Part, ...] | None:
    try:
        inflating = zlib.decompressobj()
        fields = json.loads(inflating.decompress(kept, LARGEST).decode("utf-8", "surrogatepass"))
        parts = tuple(make(row) for row in zip(*fields, strict=True))
        return parts if inflating.eof and type(fields) is list and is_sound(parts) else None
    except (ValueError, TypeError, LookupError, RecursionError, zlib.error):
        return None


def _link(left: int, right: int, similarity: float, reasons: list[str]) -> Link:
    return Link(left, right, similarity, tuple(starmap(Reason, zip(reasons[::2], reasons[1::2], strict=True))))


def _candidate(  # noqa: PLR0913, PLR0917 (the fields of a row)
    kind: str, start: int, end: int, other_start: int, other_end: int, one: int, other: int, rule: str, reason: str
) -> Candidate:
    spans = Sides(Span(start, end), Span(other_start, other_end))
    return Candidate(kind, spans, Sides(one, other), rule, reason)


def _are_links(links: tuple[Link, ...], sides: Sides[Witness]) -> bool:
    """Whether a comparison of the two can give these links, in this order."""
    numbers = sides.map(lambda witness: frozenset(aligned_sentences(witness)))
    return (
        all(type(left) is type(right) is int and type(similarity) is float for left, right, similarity, _ in links)
        and all(left in numbers.left and right in numbers.right for left, right, *_ in links)
        and all(0.0 <= link.similarity <= 1.0 for link in links)
        and all(one < other for one, other in pairwise((-link.similarity, *link[:2]) for link in links))
        and all(_are_words(*reason) for link in links for reason in link.reasons)
    )


def _is_candidate(candidate: Candidate, sides: Sides[Witness]) -> bool:
    spans, numbers = candidate.spans, candidate.sentences
    return (
        _is_sentence(sides.left, numbers.left)
        and _is_sentence(sides.right, numbers.right)
        and _is_place(sides.left, spans.left)
        and _is_place(sides.right, spans.right)
        and _are_words(candidate.kind, candidate.rule, candidate.reason)
    )


def _is_sentence(witness: Witness, number: int) -> bool:
    return type(number) is int and 0 <= number < len(witness.sentences)


def _is_place(witness: Witness, span: Span) -> bool:
    return all(type(place) is int for place in span) and 0 <= span.start <= span.end <= len(witness.text)


def _are_words(*texts: str) -> bool:
    """Whether these are texts without a control character."""
    return not any(map(_CONTROL.search, texts))
