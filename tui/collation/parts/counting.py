"""Which sources say each part of each sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log
from typing import NamedTuple

from tui.alignment.model import Progress
from tui.collation.model import Collation, Part, Place
from tui.collation.parts.clauses import Clause
from tui.collation.parts.splitting import Piece, pieces_of
from tui.collation.parts.units import Reading, Unit
from tui.collation.parts.words import Row
from tui.facts.opposition import opposition
from tui.text.languages import language
from tui.text.spans import Span
from tui.text.tokens import Tokens
from tui.text.witness import Kind

SAID, SAID_IN_CLAIM = 0.75, 0.65
"""The share of a part's content, weighed by how rare it is, that a clause must have to say it too."""
FRAMED = 0.5
"""The share of what stands around a list that a clause must have to say an item of it too."""
_FEWEST = 2
"""Words of content that a clause must share with another clause."""
_OFTEN = 256
"""Sentences between two calls of the progress function."""

Parts = tuple[tuple[tuple[Part, ...], ...], ...]
"""By source and sentence; none where a sentence says one thing."""


def count_parts(collation: Collation, progress: Progress) -> Parts:
    """The parts of every sentence, each with the sentences of all sources that say it.

    A part is said by a clause that has its words, denies what it denies, and puts it as done where it does; an item
    of a list by one that has what stands around the list too, stands in the same claim, or denies the item as well.
    A part that nobody else says by these rules has no count where another source makes the whole sentence's claim
    and says none of its parts by these rules: it must say one of them in other words. About linear in the words,
    and in how many clauses share a part's rarest words.

    Raises:
        Cancelled: When `progress` raises it.
    """
    return _Counting(collation).parts(progress)


class _Wanted(NamedTuple):
    """A part to be looked for: its words, what stands around it, and whether it is an item of a list.

    What `denies` by itself (no sponsor) needs nothing around it.
    """

    unit: Unit
    frame: frozenset[str]
    is_item: bool
    denies: bool
    span: Span


@dataclass(slots=True)
class _Index:
    """Every clause, and by each stem those that have it."""

    units: list[Unit] = field(default_factory=list)
    having: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, unit: Unit) -> None:
        for stem in unit.stems:
            self.having[stem].append(len(self.units))
        self.units.append(unit)

    def weight(self, stems: Iterable[str]) -> float:
        """What these stems weigh together, the rarer the more."""
        size = len(self.units) + 1
        return sum(log(size / max(1, len(self.having.get(stem, ())))) for stem in stems)


class _Counting:
    def __init__(self, collation: Collation) -> None:
        self._collation = collation
        self._index = _Index()

    def parts(self, progress: Progress) -> Parts:
        readings = list(self._readings(progress))
        found: dict[Place, tuple[Part, ...]] = {}
        for number, (reading, pieces) in enumerate(readings):
            if len(pieces) > 1:
                found[reading.place] = self._parted(reading, pieces)
            if number % _OFTEN == 0:
                progress(0.5 + 0.5 * number / len(readings))
        return tuple(
            tuple(found.get(Place(source, sentence), ()) for sentence in range(len(witness.sentences)))
            for source, witness in enumerate(self._collation.witnesses)
        )

    def _readings(self, progress: Progress) -> Iterator[tuple[Reading, tuple[Piece, ...]]]:
        """Every sentence read, its clauses in the index."""
        for source, witness in enumerate(self._collation.witnesses):
            progress(0.5 * source / len(self._collation.witnesses))
            if language(witness.language).code != "en":
                continue
            for number, sentence in enumerate(witness.sentences):
                if sentence.kind is not Kind.FURNITURE:
                    reading = Reading(Place(source, number), Row(sentence.tokens))
                    pieces = pieces_of(reading.row)
                    for clause in dict.fromkeys(piece.clause for piece in pieces):
                        self._index.add(reading.unit(clause.first, clause.end, clause))
                    yield reading, pieces

    def _parted(self, reading: Reading, pieces: Sequence[Piece]) -> tuple[Part, ...]:
        said = [self._said(wanted) for wanted in self._wanted(reading, pieces)]
        own, claim = reading.place.source, self._claim(reading.place)
        saying = {place.source for places in said for place in places} - {own}
        silent = claim is not None and set(self._collation.claims[claim].sources) - saying - {own}
        return tuple(
            self._part(reading.row.span(piece.first, piece.end), places, own, sure=not silent)
            for piece, places in zip(pieces, said, strict=True)
        )

    def _part(self, span: Span, places: Sequence[Place], own: int, *, sure: bool) -> Part:
        sentences: list[list[int]] = [[] for _ in self._collation.witnesses]
        for place in places:
            sentences[place.source].append(place.sentence)
        counted = sure or any(place.source != own for place in places)
        return Part(span, tuple(map(tuple, sentences)), is_counted=counted)

    def _wanted(self, reading: Reading, pieces: Sequence[Piece]) -> Iterator[_Wanted]:
        for piece in pieces:
            items = [Clause(one.first, one.end) for one in pieces if one.clause == piece.clause]
            yield _Wanted(
                reading.unit(piece.first, piece.end, piece.clause),
                reading.frame(piece.clause, items) if piece.is_item else frozenset(),
                piece.is_item,
                reading.row.form(piece.first) == "no",
                reading.row.span(piece.first, piece.end),
            )

    def _said(self, wanted: _Wanted) -> tuple[Place, ...]:
        """Where the part is said, its own sentence among them, by source and sentence."""
        unit = wanted.unit
        found = {unit.place}
        for other in self._proposed(wanted):
            if other.place.source != unit.place.source and other.place not in found and self._says(other, wanted):
                found.add(other.place)
        return tuple(sorted(found))

    def _proposed(self, wanted: _Wanted) -> Iterator[Unit]:
        """The clauses that have one of the two rarest words of the part; of an item the rarest."""
        having = self._index.having
        rarest = sorted(wanted.unit.stems, key=lambda stem: (len(having[stem]), stem))[: 1 if wanted.is_item else 2]
        for number in sorted({number for stem in rarest for number in having[stem]}):
            yield self._index.units[number]

    def _says(self, other: Unit, wanted: _Wanted) -> bool:
        unit = wanted.unit
        if not unit.agrees(other) or not unit.numbers <= other.numbers:
            return False
        near = self._same_claim(other, unit)
        if wanted.is_item:
            context = wanted.denies or near or self._shares(wanted.frame, other.stems, FRAMED)
            return context and unit.stems <= other.stems
        if len(unit.stems & other.stems) < _FEWEST:
            return False
        share = SAID_IN_CLAIM if near else SAID
        return self._shares(unit.stems, other.stems, share) and not self._turned(wanted, other)

    def _shares(self, wanted: frozenset[str], stems: frozenset[str], share: float) -> bool:
        return bool(wanted) and self._index.weight(wanted & stems) >= share * self._index.weight(wanted)

    def _turned(self, wanted: _Wanted, other: Unit) -> bool:
        """Whether the other sentence says the opposite in like words."""
        mine = self._collation.witnesses[wanted.unit.place.source]
        theirs = self._collation.witnesses[other.place.source].sentences[other.place.sentence].tokens
        return opposition(Tokens(mine.text, wanted.span, mine.language), theirs) is not None

    def _claim(self, place: Place) -> int | None:
        return self._collation.told[place.source][place.sentence]

    def _same_claim(self, one: Unit, other: Unit) -> bool:
        claim = self._claim(one.place)
        return claim is not None and claim == self._claim(other.place)
