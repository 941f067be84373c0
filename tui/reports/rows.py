"""The rows of a report: beads with the words that differ told apart, before any markup."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from tui.alignment.model import Alignment, Bead, Candidate, Relation
from tui.reports.account import Account
from tui.text.shown import one_line, shown
from tui.text.sides import Side, Sides
from tui.text.spans import Span
from tui.text.tokens import Token
from tui.text.witness import Kind, Sentence

GLYPHS = {Relation.IDENTICAL: "=", Relation.REWORDED: "~", Relation.LEFT_ONLY: "<", Relation.RIGHT_ONLY: ">"}
MOVED = "↕"
CONFLICT = "!"


class Stretch(NamedTuple):
    """Characters that are safe to show, and whether the other side says it in other words."""

    text: str
    divergent: bool


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of one side: where it stands (`B s10`), what it is, and what it says, first character to last."""

    place: str
    kind: Kind
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A bead to be written out; a side without a sentence is empty.

    `after` is the number of the row behind which the right article tells it; None where it is not moved, or
    where the right article begins with it. `candidates` says of each candidate for conflict what stands against
    what, and why.
    """

    number: int
    relation: Relation
    moved: bool
    after: int | None
    similarity: float | None
    sides: Sides[tuple[Quotation, ...]]
    candidates: tuple[str, ...] = ()

    @property
    def glyphs(self) -> str:
        """The signs of its class: one, and others where it is moved or stands in a candidate for conflict."""
        return GLYPHS[self.relation] + (MOVED if self.moved else "") + (CONFLICT if self.candidates else "")


class Count(NamedTuple):
    """One number of the header: the sign, how many, and of what."""

    glyph: str
    number: int
    name: str


def rows(accounts: Sides[Account], alignment: Alignment) -> Iterator[Row]:
    """Every bead in reading order, numbered from 1."""
    places = accounts.map(lambda account: account.places)
    homes = {sentence: number for number, bead in enumerate(alignment.beads, start=1) for sentence in bead.right}
    for number, bead in enumerate(alignment.beads, start=1):
        left, right = (_quotations(accounts[side], places[side], bead, side) for side in Side)
        after = _row_before(bead.right[0], homes) if bead.moved else None
        candidates = tuple(_candidate(accounts, places, candidate) for candidate in bead.conflicts if candidate.is_open)
        yield Row(number, bead.relation, bead.moved, after, bead.similarity, Sides(left, right), candidates)


def _candidate(accounts: Sides[Account], places: Sides[tuple[str, ...]], candidate: Candidate) -> str:
    parts = [
        f"{places[side][candidate.sentences[side]]} “{accounts[side].witness.text[slice(*candidate.spans[side])]}”"
        for side in Side
    ]
    judged = f"; judged {candidate.verdict}" if candidate.verdict else ""
    return one_line(f"{' – '.join(parts)}: {candidate.reason} ({candidate.rule}){judged}")


def counts(accounts: Sides[Account], alignment: Alignment) -> tuple[Count, ...]:
    """The numbers of the header, in its order; what nobody moved or disputes is left out."""
    found = alignment.counts
    always = (
        Count(GLYPHS[Relation.IDENTICAL], found.identical, "identical"),
        Count(GLYPHS[Relation.REWORDED], found.reworded, "reworded"),
        Count(GLYPHS[Relation.LEFT_ONLY], found.left_only, f"only in {accounts.left.label}"),
        Count(GLYPHS[Relation.RIGHT_ONLY], found.right_only, f"only in {accounts.right.label}"),
    )
    marks = (Count(MOVED, found.moved, "moved"), Count(CONFLICT, found.conflict, "candidates for conflict"))
    return always + tuple(mark for mark in marks if mark.number)


def furniture(account: Account) -> tuple[Quotation, ...]:
    """The sentences that are the site's and were never aligned."""
    return tuple(
        Quotation(account.label, sentence.kind, (Stretch(shown(account.witness.quote(number)), divergent=False),))
        for number, sentence in enumerate(account.witness.sentences)
        if sentence.kind is Kind.FURNITURE
    )


def _row_before(sentence: int, homes: Mapping[int, int]) -> int | None:
    """The row of the nearest sentence before this one that has a row."""
    return next((homes[number] for number in range(sentence - 1, -1, -1) if number in homes), None)


def _quotations(account: Account, places: Sequence[str], bead: Bead, side: Side) -> tuple[Quotation, ...]:
    numbers = bead.on(side)
    if bead.relation is Relation.REWORDED:
        shared = [passage.on(side) for passage in bead.passages]
    else:
        shared = [account.witness.sentences[number].span for number in numbers]
    kinds = [account.witness.sentences[number].kind for number in numbers]
    return tuple(
        Quotation(places[number], kind, tuple(_stretches(account, number, shared)))
        for number, kind in zip(numbers, kinds, strict=True)
    )


def _stretches(account: Account, number: int, shared: Sequence[Span]) -> Iterator[Stretch]:
    """The sentence from its first character to its last, cut around its divergent words."""
    text, sentence = account.witness.text, account.witness.sentences[number]
    place = sentence.span.start
    for start, end in _divergent(sentence, shared):
        if place < start:
            yield Stretch(shown(text[place:start]), divergent=False)
        yield Stretch(shown(text[start:end]), divergent=True)
        place = end
    if place < sentence.span.end:
        yield Stretch(shown(text[place : sentence.span.end]), divergent=False)


def _divergent(sentence: Sentence, shared: Sequence[Span]) -> Iterator[Span]:
    """The runs of tokens that no shared span holds, each from its first token to its last."""

    def is_shared(token: Token) -> bool:
        return any(span.start <= token.span.start and token.span.end <= span.end for span in shared)

    for kept, run in groupby(sentence.tokens, key=is_shared):
        if not kept:
            tokens = list(run)
            yield Span(tokens[0].span.start, tokens[-1].span.end)
