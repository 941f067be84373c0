"""A report made of a survey."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations, product

from tui.collation.survey import Survey
from tui.reports.account import Account
from tui.reports.dossier.confirming import to_confirm
from tui.reports.dossier.model import ALL, Claimed, Digest, Disputed, Dossier, PairCount, Section, Stamp
from tui.reports.dossier.quoting import Quoting
from tui.review.claims import Remark

SEVERAL = 12
"""Claims of several sources in a digest."""
ALONE = 3
"""Claims of one source alone in a digest."""


def make_dossier(
    accounts: Sequence[Account],
    survey: Survey,
    stamp: Stamp,
    sections: Collection[Section] = ALL,
    remarks: Sequence[Remark] = (),
) -> Dossier:
    """The report on these sources, which are the survey's, in its order. O(claims · sources + sources²).

    `remarks` are what reviewers say of each claim of the survey, none where nobody has said anything.
    """
    quoting = Quoting(accounts, survey)
    claims = tuple(quoting.claim(number, claim) for number, claim in enumerate(survey.collation.claims))
    if remarks:
        claims = tuple(replace(claim, remark=remark) for claim, remark in zip(claims, remarks, strict=True))
    candidates = sorted(survey.conflicts, key=lambda candidate: candidate.rank)
    disputes = tuple(map(quoting.dispute, candidates))
    return Dossier(
        stamp=stamp,
        accounts=tuple(accounts),
        origins=survey.collation.origins,
        claims=claims,
        digest=_digest(claims, quoting, len(accounts)),
        disputes=disputes,
        to_confirm=tuple(to_confirm(claims, disputes, quoting, survey)),
        pairs=_pairs(claims, disputes, len(accounts)),
        sections=sections,
    )


def _digest(claims: Sequence[Claimed], quoting: Quoting, sources: int) -> Digest:
    """Claims that several origins make, in their text; and of each source those with the most to confirm."""
    several = [claim for claim in claims if claim.origins > 1 and quoting.is_told(claim.quote)]
    several.sort(key=lambda claim: (-claim.origins, -claim.corroboration))
    alone: list[list[Claimed]] = [[] for _ in range(sources)]
    for claim in claims:
        if claim.corroboration == 1 and quoting.marked(claim.quote).marked:
            alone[claim.quote.source].append(claim)
    for told in alone:
        told.sort(key=lambda claim: (-len(quoting.marked(claim.quote).marked), claim.quote.span))
    return Digest(tuple(several[:SEVERAL]), tuple(tuple(told[:ALONE]) for told in alone))


def _pairs(claims: Sequence[Claimed], disputes: Sequence[Disputed], sources: int) -> tuple[PairCount, ...]:
    made = Counter[int]()
    shared = Counter[tuple[int, int]]()
    for claim in claims:
        made.update(claim.speaking)
        shared.update(combinations(claim.speaking, 2))
    clashing = Counter(pair for dispute in disputes for pair in _clashing(dispute))
    return tuple(
        PairCount(
            left, right, shared[left, right], made[left] - shared[left, right], made[right] - shared[left, right],
            clashing[left, right],
        )
        for left, right in combinations(range(sources), 2)
    )  # fmt: skip


def _clashing(dispute: Disputed) -> set[tuple[int, int]]:
    """Every two sources that stand on different sides, the earlier first."""
    pairs = product({quote.source for quote in dispute.left}, {quote.source for quote in dispute.right})
    return {(min(pair), max(pair)) for pair in pairs}
