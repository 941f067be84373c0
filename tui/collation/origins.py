"""Which sources have one origin: the same wire, or mostly the same words."""

from collections.abc import Sequence

import numpy as np

from tui.collation.wordings import Edges, Wordings

SAME_WORDS = 0.8
"""The share of their words that two sentences have in common when one is a copy of the other, edited or not."""
ECHO = 0.5
"""The share of all their words that two sources have in common sentences when they echo each other."""


def find_origins(
    sources: int, wordings: Wordings, edges: Edges, wires: Sequence[str | None] | None = None
) -> tuple[int, ...]:
    """For each source the first of those that it shares its origin with, or itself.

    Sources echo each other when half of their words stand in sentences that both have, copied or hardly edited;
    and when both credit one wire. About O(sources² * sentences of one).
    """
    copies = _joined(len(wordings), _copied(edges))
    words = np.zeros((sources, len(wordings) or 1))
    for number, places in enumerate(wordings.places):
        for source in dict.fromkeys(place.source for place in places):
            words[source, copies[number]] += wordings.tokens[number]
    common = words @ (words > 0).T
    of_both = words.sum(axis=1)[:, None] + words.sum(axis=1)[None, :]
    echoes = (common + common.T >= ECHO * of_both) & (common > 0)
    joined = [(int(one), int(other)) for one, other in zip(*np.nonzero(echoes), strict=True) if one < other]
    return tuple(_joined(sources, joined + _credited(wires or ())))


def _copied(edges: Edges) -> list[tuple[int, int]]:
    kept = np.flatnonzero(edges.wording >= SAME_WORDS)
    return list(zip(edges.left[kept].tolist(), edges.right[kept].tolist(), strict=True))


def _credited(wires: Sequence[str | None]) -> list[tuple[int, int]]:
    """Each source that credits a wire, with the first that credits it."""
    first: dict[str, int] = {}
    named = ((source, " ".join(wire.casefold().split())) for source, wire in enumerate(wires) if wire)
    return [(first.setdefault(wire, source), source) for source, wire in named if wire]


def _joined(size: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """For each number the least of those it is joined with."""
    least = list(range(size))

    def root(number: int) -> int:
        while least[number] != number:
            least[number] = least[least[number]]
            number = least[number]
        return number

    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        least[second] = first
    return [root(number) for number in range(size)]
