"""A report as the schema `summit-tui/report@1`: all that is needed to draw it again and to check it."""

from collections.abc import Callable, Mapping

from tui.reports.claims import remark_record
from tui.reports.dossier.model import Claimed, Disputed, Dossier, PairCount, Quote, Section, ToConfirm
from tui.reports.records import Record, encode, side_record, verdict_record

SCHEMA = "summit-tui/report@1"


def report_json(dossier: Dossier) -> str:
    """One line of JSON. Sources name their file without its folders; every quotation names its source and place."""
    return encode(_record(dossier))


def _record(dossier: Dossier) -> Record:
    stamp, labels = dossier.stamp, dossier.labels
    sources = zip(dossier.accounts, dossier.origins, strict=True)
    return {
        "schema": SCHEMA,
        "tool": {"version": stamp.version},
        "settings": {"scorer": stamp.scorer, "joined": stamp.joined},
        "reviewer": stamp.reviewer,
        "made": stamp.made,
        "sources": [
            {**side_record(account), "path": account.file, "origin": labels[origin]} for account, origin in sources
        ],
        "claims": [
            {**_claim(claim, labels), **({"by_hand": [one.record for one in claim.ties]} if dossier.is_by_hand else {})}
            for claim in dossier.told
        ],
        **{section.value: make() for section, make in _sections(dossier).items() if section in dossier.sections},
    }


def _sections(dossier: Dossier) -> Mapping[Section, Callable[[], object]]:
    """What makes each section but the claims."""
    labels = dossier.labels
    return {
        Section.DIGEST: lambda: {
            "several": [claim.number for claim in dossier.digest.several],
            "alone": {
                label: [claim.number for claim in told]
                for label, told in zip(labels, dossier.digest.alone, strict=True)
            },
        },
        Section.CONFLICTS: lambda: [_dispute(dispute, labels) for dispute in dossier.disputes],
        Section.CONFIRM: lambda: [_to_confirm(entry, labels) for entry in dossier.to_confirm],
        Section.PAIRS: lambda: [_pair(pair, labels) for pair in dossier.pairs],
    }


def _quote(quote: Quote, labels: tuple[str, ...]) -> Record:
    return {
        "source": labels[quote.source],
        "place": quote.place,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
    }


def _claim(claim: Claimed, labels: tuple[str, ...]) -> Record:
    return {
        "id": claim.number,
        **_quote(claim.quote, labels),
        "said": [_quote(quote, labels) for quote in claim.said],
        "stance": dict(zip(labels, claim.stances, strict=True)),
        "corroboration": claim.corroboration,
        "origins": claim.origins,
        "similarity": claim.similarity,
        "parts": [
            {
                **_quote(part.quote, labels),
                "said": [labels[source] for source in part.speaking],
                "corroboration": len(part.speaking) if part.counted else None,
            }
            for part in claim.parts
        ],
        **remark_record(claim.remark),
    }


def _dispute(dispute: Disputed, labels: tuple[str, ...]) -> Record:
    return {
        "kind": dispute.kind,
        "rule": dispute.rule,
        "reason": dispute.reason,
        **verdict_record(dispute.verdict),
        "left": [_marked(quote, labels) for quote in dispute.left],
        "right": [_marked(quote, labels) for quote in dispute.right],
    }


def _to_confirm(entry: ToConfirm, labels: tuple[str, ...]) -> Record:
    return {
        "cause": entry.cause.value,
        "reason": entry.reason,
        "quotations": [_marked(quote, labels) for quote in entry.quotes],
    }


def _marked(quote: Quote, labels: tuple[str, ...]) -> Record:
    """A quotation with the places of what is marked in it, in code points of the source's text."""
    return {**_quote(quote, labels), "marked": [list(span) for span in quote.marked]}


def _pair(pair: PairCount, labels: tuple[str, ...]) -> Record:
    return {
        "left": labels[pair.left],
        "right": labels[pair.right],
        "both": pair.both,
        "left_only": pair.left_only,
        "right_only": pair.right_only,
        "conflicts": pair.conflicts,
    }
