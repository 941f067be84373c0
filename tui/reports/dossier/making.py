"""A report made of a survey."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.collation.model import Claim
from tui.collation.survey import Survey
from tui.facts import Conflict, Fact, Kind, Quantity
from tui.reports.account import Account
from tui.reports.dossier.model import Cause, Claimed, Digest, Disputed, Dossier, PairCount, Quote, Stamp, ToConfirm
from tui.text.spans import Span

SEVERAL = 12
"""Claims of several sources in a digest."""
ALONE = 3
"""Claims of one source alone in a digest."""

Clash = tuple[int, int, Conflict]
"""Two sources and a candidate for conflict of their facts."""


def make_dossier(accounts: Sequence[Account], survey: Survey, stamp: Stamp, clashes: Sequence[Clash] = ()) -> Dossier:
    """The report on these sources, which are the survey's, in its order. O(claims · sources + sources²)."""
    quoting = _Quoting(accounts, survey)
    claims = tuple(quoting.claim(number, claim) for number, claim in enumerate(survey.collation.claims))
    disputes = tuple(quoting.dispute(*clash) for clash in clashes)
    return Dossier(
        stamp=stamp,
        accounts=tuple(accounts),
        origins=survey.collation.origins,
        claims=claims,
        digest=_digest(claims, quoting, len(accounts)),
        disputes=disputes,
        to_confirm=(*_changed(disputes), *_of_one_origin(claims, quoting), *_left_out(claims, accounts)),
        pairs=_pairs(claims, disputes, len(accounts)),
    )


class _Quoting:
    """Sentences of these sources as quotations."""

    def __init__(self, accounts: Sequence[Account], survey: Survey) -> None:
        self._accounts = accounts
        self._places = [account.places for account in accounts]
        self._telling: dict[tuple[int, int], list[Fact]] = {}
        for source, facts in enumerate(survey.facts):
            for fact in facts:
                if _is_to_confirm(fact):
                    self._telling.setdefault((source, fact.sentence), []).append(fact)

    def quote(self, source: int, sentence: int, marked: tuple[Span, ...] = ()) -> Quote:
        """The whole sentence."""
        witness = self._accounts[source].witness
        span = witness.sentences[sentence].span
        return Quote(source, span, witness.quote(sentence), self._places[source][sentence], witness.language, marked)

    def claim(self, number: int, claim: Claim) -> Claimed:
        """The claim with every sentence that makes it, by source."""
        return Claimed(
            number=number,
            quote=self.quote(*claim.representative),
            said=tuple(self.quote(source, at) for source in claim.sources for at in claim.sentences[source]),
            stances=tuple(claim.stance(source).value for source in range(len(self._accounts))),
            corroboration=claim.corroboration,
            origins=claim.origins,
            similarity=claim.similarity,
        )

    def dispute(self, left: int, right: int, conflict: Conflict) -> Disputed:
        """The sentences of both facts, from the one in which each begins to the one in which it ends."""
        return Disputed(
            kind=conflict.left.kind.value,
            rule=conflict.rule,
            reason=conflict.reason,
            left=self._around(left, conflict.left),
            right=self._around(right, conflict.right),
        )

    def telling(self, quote: Quote) -> tuple[Span, ...]:
        """The figures and quotations of a quoted sentence."""
        sentence = self._accounts[quote.source].witness.sentence_at(quote.span.start)
        return tuple(fact.span for fact in self._telling.get((quote.source, sentence), ()))

    def _around(self, source: int, fact: Fact) -> Quote:
        witness = self._accounts[source].witness
        last = max(fact.sentence, witness.sentence_at(fact.span.end - 1))
        span = Span(witness.sentences[fact.sentence].span.start, witness.sentences[last].span.end)
        place = self._places[source][fact.sentence]
        return Quote(source, span, witness.text[slice(*span)], place, witness.language, (fact.span,))


def _is_to_confirm(fact: Fact) -> bool:
    """Whether it is a figure, and no mere rank, or a quotation."""
    if isinstance(fact.value, Quantity):
        return not fact.value.ordinal
    return fact.kind is Kind.QUOTATION


def _digest(claims: Sequence[Claimed], quoting: _Quoting, sources: int) -> Digest:
    """Claims that several origins make and none disputes; and of each source those with the most to confirm."""
    several = [claim for claim in claims if claim.origins > 1 and "differs" not in claim.stances]
    several.sort(key=lambda claim: (-claim.origins, -claim.corroboration))
    alone: list[list[Claimed]] = [[] for _ in range(sources)]
    for claim in claims:
        if claim.corroboration == 1 and quoting.telling(claim.quote):
            alone[claim.quote.source].append(claim)
    for told in alone:
        told.sort(key=lambda claim: (-len(quoting.telling(claim.quote)), claim.quote.span))
    return Digest(tuple(several[:SEVERAL]), tuple(tuple(told[:ALONE]) for told in alone))


def _changed(disputes: Sequence[Disputed]) -> Iterator[ToConfirm]:
    for dispute in disputes:
        if dispute.kind == Kind.QUOTATION:
            yield ToConfirm(Cause.CHANGED, dispute.reason, (dispute.left, dispute.right))


def _of_one_origin(claims: Sequence[Claimed], quoting: _Quoting) -> Iterator[ToConfirm]:
    for claim in claims:
        found = [(quote, marked) for quote in claim.said if claim.origins == 1 and (marked := quoting.telling(quote))]
        if found:
            quotes = tuple(
                Quote(quote.source, quote.span, quote.text, quote.place, quote.language, marked)
                for quote, marked in found
            )
            yield ToConfirm(Cause.ONE_ORIGIN, "one origin alone gives it", quotes)


def _left_out(claims: Sequence[Claimed], accounts: Sequence[Account]) -> Iterator[ToConfirm]:
    for claim in claims:
        if claim.corroboration > 1 and 0 < len(claim.silent) < claim.corroboration:
            silent = ", ".join(accounts[source].label for source in claim.silent)
            yield ToConfirm(Cause.LEFT_OUT, f"said by {claim.corroboration}, left out by {silent}", (claim.quote,))


def _pairs(claims: Sequence[Claimed], disputes: Sequence[Disputed], sources: int) -> tuple[PairCount, ...]:
    made = Counter[int]()
    shared = Counter[tuple[int, int]]()
    for claim in claims:
        speaking = [source for source, stance in enumerate(claim.stances) if stance != "silent"]
        made.update(speaking)
        shared.update(combinations(speaking, 2))
    clashing = Counter((min(pair), max(pair)) for pair in ((one.left.source, one.right.source) for one in disputes))
    return tuple(
        PairCount(
            left, right, shared[left, right], made[left] - shared[left, right], made[right] - shared[left, right],
            clashing[left, right],
        )
        for left, right in combinations(range(sources), 2)
    )  # fmt: skip
