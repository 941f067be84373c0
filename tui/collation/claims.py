"""Claims: what several witnesses say, and who of them says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from tui.alignment.model import Progress
from tui.collation.constraints import bound, united
from tui.collation.grouping import Edge, group, joined_among
from tui.collation.model import UNCONSTRAINED, Claim, Collation, Constraints
from tui.collation.origins import find_origins
from tui.collation.wordings import Edges, Wordings, compare_wordings, find_wordings, in_content_order, told_apart
from tui.text.witness import Kind, Witness

_FOUND, _COMPARED = 0.05, 0.8
"""The share of comparing that is finding sentences, and of all work that is done when they are compared."""


def collate(
    witnesses: Sequence[Witness],
    *,
    wires: Sequence[str | None] | None = None,
    constraints: Constraints = UNCONSTRAINED,
    progress: Progress | None = None,
) -> Collation:
    """Every sentence but furniture in exactly one claim, with those of all sources that say the same.

    The order of the witnesses decides nothing but the numbers of the sources. Sentences of two languages are in one
    claim only where they are worded alike. Costs as much as the sentences share rare words: for many witnesses of one
    event about the square of their number.

    Args:
        witnesses: The sources' texts.
        wires: The wire that each source credits, None where it credits none; sources with one wire are one origin.
        constraints: What a reader says of pairs of sentences. Links made by hand join the claims of their sentences.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.

    Raises:
        Cancelled: When `progress` raises it.
    """
    report = progress or silent
    compared = compare_sources(witnesses, wires, lambda done: report(_COMPARED * done))
    return collated(compared, constraints, lambda done: report(_COMPARED + (1 - _COMPARED) * done))


class Compared(NamedTuple):
    """How alike the sentences of several sources are, which costs most, whatever claims are then made of them.

    `order` is that of the sources by their content.
    """

    witnesses: tuple[Witness, ...]
    order: Sequence[int]
    wordings: Wordings
    edges: Edges
    origins: tuple[int, ...]


def compare_sources(witnesses: Sequence[Witness], wires: Sequence[str | None] | None, progress: Progress) -> Compared:
    """The sentences of all sources set against each other; costs what `collate` says.

    Raises:
        Cancelled: When `progress` raises it.
    """
    progress(0.0)
    order = in_content_order(witnesses)
    wordings = find_wordings(witnesses, order, lambda done: progress(_FOUND * done))
    edges = compare_wordings(witnesses, order, wordings, lambda done: progress(_FOUND + (1 - _FOUND) * done))
    return Compared(tuple(witnesses), order, wordings, edges, find_origins(len(witnesses), wordings, edges, wires))


def collated(compared: Compared, constraints: Constraints, progress: Progress) -> Collation:
    """The claims of these sources; about O(e log e) in the wordings that are alike.

    Raises:
        Cancelled: When `progress` raises it.
    """
    witnesses, order, wordings, edges, origins = compared
    wordings, edges = told_apart(wordings, edges, constraints.broken)
    alike = list(zip(edges.left.tolist(), edges.right.tolist(), edges.similarity.tolist(), strict=True))
    by_hand = bound(constraints, wordings.of, _likeness(constraints, wordings, alike))
    groups = group(
        [[place.source for place in places] for places in wordings.places],
        alike,
        progress,
        joined=joined_among(len(set(origins))),
        apart=by_hand.apart,
    )
    made = _Making(witnesses, order, wordings, edges, origins).claims(united(groups, by_hand))
    progress(1.0)
    return Collation(witnesses, made, _told(witnesses, made), origins, constraints)


def _likeness(constraints: Constraints, wordings: Wordings, alike: Sequence[Edge]) -> dict[tuple[int, int], float]:
    """How alike those wordings are that links by hand are between."""
    linked = {wordings.of.get(place) for place in chain.from_iterable(constraints.pinned)}
    return {(one, other): value for one, other, value in alike if one in linked and other in linked} if linked else {}


@dataclass(slots=True)
class _Likeness:
    """What a claim's wordings share with each other: by wording, and all together, each two once."""

    of: dict[int, float]
    total: float = 0.0


class _Making:
    """Claims made of groups of wordings."""

    def __init__(
        self,
        witnesses: Sequence[Witness],
        order: Sequence[int],
        wordings: Wordings,
        edges: Edges,
        origins: Sequence[int],
    ) -> None:
        self._witnesses = witnesses
        self._rank = {source: rank for rank, source in enumerate(order)}
        self._wordings = wordings
        self._edges = edges
        self._origins = origins

    def claims(self, groups: Sequence[Sequence[int]]) -> tuple[Claim, ...]:
        """The claims in their order."""
        likeness = self._likeness(groups)
        keyed = [(self._standing(members), self._claim(members, likeness[at])) for at, members in enumerate(groups)]
        return tuple(claim for _, claim in sorted(keyed, key=lambda one: one[0]))

    def _likeness(self, groups: Sequence[Sequence[int]]) -> list[_Likeness]:
        group_of = {member: at for at, members in enumerate(groups) for member in members}
        found = [_Likeness(dict.fromkeys(members, 0.0)) for members in groups]
        edges = zip(self._edges.left.tolist(), self._edges.right.tolist(), self._edges.similarity.tolist(), strict=True)
        for one, other, similarity in edges:
            if group_of[one] == group_of[other]:
                likeness = found[group_of[one]]
                likeness.total += similarity
                likeness.of[one] += similarity * len(self._wordings.places[other])
                likeness.of[other] += similarity * len(self._wordings.places[one])
        return found

    def _claim(self, members: Sequence[int], likeness: _Likeness) -> Claim:
        sentences: list[list[int]] = [[] for _ in self._witnesses]
        places = [place for member in members for place in self._wordings.places[member]]
        for place in sorted(places):
            sentences[place.source].append(place.sentence)
        central = max(members, key=lambda member: self._worth(member, likeness))
        pairs = len(members) * (len(members) - 1) / 2
        return Claim(
            sentences=tuple(map(tuple, sentences)),
            representative=self._wordings.places[central][0],
            similarity=round(likeness.total / pairs, 4) if pairs else 1.0,
            origins=len({self._origins[place.source] for place in places}),
        )

    def _worth(self, member: int, likeness: _Likeness) -> tuple[bool, float, int, int]:
        """How well a wording stands for its claim: a heading only where nothing else is; the shorter of two alike."""
        source, sentence = self._wordings.places[member][0]
        heads = self._witnesses[source].sentences[sentence].kind in (Kind.TITLE, Kind.HEADING)
        return not heads, likeness.of[member], -self._wordings.tokens[member], -member

    def _standing(self, members: Sequence[int]) -> tuple[int, float, int]:
        """How many sources make the claim, the more the earlier; how early they tell it; the first member."""
        first: dict[int, float] = {}
        for member in members:
            for source, sentence in self._wordings.places[member]:
                place = sentence / len(self._witnesses[source].sentences)
                first[source] = min(place, first.get(source, 1.0))
        early = sum(first[source] for source in sorted(first, key=self._rank.__getitem__)) / len(first)
        return -len(first), early, members[0]


def _told(witnesses: Sequence[Witness], claims: Sequence[Claim]) -> tuple[tuple[int | None, ...], ...]:
    told: list[list[int | None]] = [[None] * len(witness.sentences) for witness in witnesses]
    for number, claim in enumerate(claims):
        for source, sentences in enumerate(claim.sentences):
            for sentence in sentences:
                told[source][sentence] = number
    return tuple(map(tuple, told))


def silent(_: float) -> None:
    """What is told how far work is where nobody asks."""
