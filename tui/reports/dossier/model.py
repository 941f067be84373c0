"""What a report holds. Sources and claims are named by their numbers, from 0."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tui.reports import by_hand
from tui.reports.account import Account
from tui.review.claims import UNREMARKED, Remark
from tui.text.spans import Span


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a report comes from: what made it, how, when (ISO 8601, UTC) and for whom."""

    version: str
    scorer: str
    joined: float
    """Likeness, 0.0 to 1.0, from which sentences make one claim."""
    reviewer: str
    made: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, verbatim: `text` is `span` of the source's text; `marked` are spans inside, to be shown."""

    source: int
    span: Span
    text: str
    place: str
    """What people call the sentence: `B s10`."""
    language: str
    marked: tuple[Span, ...] = ()

    @property
    def stretches(self) -> Iterator[tuple[str, bool]]:
        """The text cut around what is marked, each part with whether it is."""
        at, start, size = 0, self.span.start, len(self.text)
        for span in sorted(self.marked):
            first, last = max(span.start - start, at), min(span.end - start, size)
            if first < last:
                if at < first:
                    yield self.text[at:first], False
                yield self.text[first:last], True
                at = last
        if at < size:
            yield self.text[at:], False

    @property
    def marks(self) -> tuple[str, ...]:
        """What is marked, in order."""
        return tuple(text for text, marked in self.stretches if marked)


class Parted(NamedTuple):
    """Words of a sentence that say something by themselves, and who says it, as far as that is counted."""

    quote: Quote
    speaking: tuple[int, ...]
    counted: bool


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim: the sentence that stands for it, all that make it, and each source's stance (says, silent, differs).

    `parts` are those of one of its sentences, where several sources say it in part; `remark` is what reviewers say;
    `ties` are links made and broken by hand, and `hands` the sign of them beside each stance, none without any.
    """

    number: int
    quote: Quote
    said: tuple[Quote, ...]
    stances: tuple[str, ...]
    corroboration: int
    origins: int
    similarity: float
    parts: tuple[Parted, ...] = ()
    remark: Remark = UNREMARKED
    ties: tuple[by_hand.ByHand, ...] = ()
    hands: tuple[str, ...] = ()

    @property
    def tied(self) -> str:
        """What was linked and parted by hand, in a line."""
        return "; ".join(one.told for one in self.ties)

    @property
    def speaking(self) -> tuple[int, ...]:
        """The sources that speak of it, whatever they say."""
        return tuple(source for source, stance in enumerate(self.stances) if stance != "silent")

    @property
    def differing(self) -> tuple[int, ...]:
        """The sources of which something may not hold if the others are right."""
        return tuple(source for source, stance in enumerate(self.stances) if stance == "differs")

    @property
    def silent(self) -> tuple[int, ...]:
        """The sources that leave it out."""
        return tuple(source for source, stance in enumerate(self.stances) if stance == "silent")


@dataclass(frozen=True, slots=True)
class Disputed:
    """What sources say that may not both hold, marked in the sentences: a candidate until somebody decides.

    `left` are the sentences that say the one, `right` those that say the other, none where one of `left` says both.
    """

    kind: str
    rule: str
    reason: str
    left: tuple[Quote, ...]
    right: tuple[Quote, ...]
    verdict: str | None = None
    """What reviewers found; None as long as that is open."""

    @property
    def judged(self) -> str:
        """What it was judged, as the end of a line about it; empty as long as that is open."""
        return f"; judged {self.verdict}" if self.verdict else ""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The sentences of both."""
        return self.left + self.right


class Cause(StrEnum):
    """Why something is to be confirmed."""

    CONFLICT = "conflict"
    """A candidate for conflict, of whatever but quotations."""
    CHANGED = "changed-quotation"
    """Two sources quote one remark in other words, or of two people."""
    BASELINES = "baselines"
    """It is called the first or most of its kind, each time since another time."""
    ONE_ORIGIN = "one-origin"
    """Only one origin gives the figure or the quotation."""
    LEFT_OUT = "left-out"
    """More sources say it than leave it out."""


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """Something to be asked about: why, in the report's words, and what the sources say."""

    cause: Cause
    reason: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PairCount:
    """Two sources: how many claims both make and each makes without the other, and candidates for conflict."""

    left: int
    right: int
    both: int
    left_only: int
    right_only: int
    conflicts: int

    @property
    def share(self) -> float:
        """The claims of both among all of either, 0.0 to 1.0."""
        return self.both / ((self.both + self.left_only + self.right_only) or 1)


MOST_PAIRS = 100
"""Pairs that are listed for people; all of them stand in JSON."""


class Section(StrEnum):
    """What a report may have below its sources."""

    DIGEST = "digest"
    CONFLICTS = "conflicts"
    CONFIRM = "to_confirm"
    CLAIMS = "claims"
    PAIRS = "pairs"


ALL = frozenset(Section)


class Digest(NamedTuple):
    """The claims to read first: the best corroborated, and for each source some that it alone makes."""

    several: tuple[Claimed, ...]
    alone: tuple[tuple[Claimed, ...], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report before any markup. `origins` gives each source the number of the first one of its origin.

    It is written with these `sections`.
    """

    stamp: Stamp
    accounts: tuple[Account, ...]
    origins: tuple[int, ...]
    claims: tuple[Claimed, ...]
    digest: Digest
    disputes: tuple[Disputed, ...]
    to_confirm: tuple[ToConfirm, ...]
    pairs: tuple[PairCount, ...]
    sections: Collection[Section] = ALL

    @property
    def labels(self) -> tuple[str, ...]:
        """What each source is called."""
        return tuple(account.label for account in self.accounts)

    @property
    def told(self) -> tuple[Claimed, ...]:
        """The claims that are written: all, or those of the digest, or none."""
        if Section.CLAIMS in self.sections:
            return self.claims
        digest = (*self.digest.several, *(claim for told in self.digest.alone for claim in told))
        return digest if Section.DIGEST in self.sections else ()

    @property
    def is_by_hand(self) -> bool:
        """Whether a claim was linked or parted by hand."""
        return any(claim.ties for claim in self.claims)

    @property
    def closest(self) -> tuple[PairCount, ...]:
        """The pairs that are listed for people, those that share most first."""
        return tuple(sorted(self.pairs, key=lambda pair: (-pair.share, pair.left, pair.right))[:MOST_PAIRS])

    @property
    def causes(self) -> Mapping[Cause, tuple[ToConfirm, ...]]:
        """What is to be confirmed under each cause, in the causes' order; none without anything."""
        found = {cause: tuple(entry for entry in self.to_confirm if entry.cause is cause) for cause in Cause}
        return {cause: entries for cause, entries in found.items() if entries}

    @property
    def shared(self) -> tuple[Claimed, ...]:
        """The claims that several sources make."""
        return tuple(claim for claim in self.claims if claim.corroboration > 1)
