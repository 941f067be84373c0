"""What is to be confirmed before anybody relies on it."""

from collections.abc import Iterator, Sequence

from tui.collation.ledgers.firsts import DIFFER, first_ledger
from tui.collation.survey import Survey
from tui.facts import Kind
from tui.reports.dossier.model import Cause, Claimed, Disputed, ToConfirm
from tui.reports.dossier.quoting import Quoting
from tui.reports.dossier.words import listed
from tui.review.acts import Judgement


def to_confirm(
    claims: Sequence[Claimed], disputes: Sequence[Disputed], quoting: Quoting, survey: Survey
) -> Iterator[ToConfirm]:
    """What is told otherwise and not judged unrelated, what one origin alone gives, and what some leave out."""
    labels = quoting.labels
    for dispute in disputes:
        if dispute.verdict == Judgement.UNRELATED:
            continue
        cause = Cause.CHANGED if dispute.kind == Kind.QUOTATION else Cause.CONFLICT
        yield ToConfirm(cause, dispute.reason, dispute.quotes)
    for row in first_ledger(survey):
        if row.note == DIFFER:
            yield ToConfirm(Cause.BASELINES, row.name, tuple(quoting.cited(cell.cited) for cell in row.cells))
    yield from _of_one_origin(claims, quoting, labels)
    yield from _left_out(claims, labels)


def _of_one_origin(claims: Sequence[Claimed], quoting: Quoting, labels: Sequence[str]) -> Iterator[ToConfirm]:
    for claim in claims:
        quotes = tuple(quote for quote in map(quoting.marked, claim.said) if quote.marked) if claim.origins == 1 else ()
        if quotes:
            yield ToConfirm(Cause.ONE_ORIGIN, f"only {listed(claim.speaking, labels)}", quotes)


def _left_out(claims: Sequence[Claimed], labels: Sequence[str]) -> Iterator[ToConfirm]:
    for claim in claims:
        if claim.corroboration > 1 and 0 < len(claim.silent) < claim.corroboration:
            reason = f"said by {listed(claim.speaking, labels)}; left out by {listed(claim.silent, labels)}"
            yield ToConfirm(Cause.LEFT_OUT, reason, (claim.quote,))
