"""A report as rows for a spreadsheet: one for each quotation, and before them the stamp and the sources."""

from collections.abc import Iterator, Mapping

from tui.reports.dossier.model import Dossier, Quote, Section
from tui.reports.spreadsheets import csv_text
from tui.text.shown import one_line

COLUMNS = (
    *("section", "number", "source", "place", "text", "reason", "marked", "sources", "origins"),
    *("byline", "date", "origin", "file", "sha256", "start", "end", "verdict", "note"),
)


def report_csv(dossier: Dossier) -> str:
    """RFC 4180 with a header; no cell is taken for a formula, and none holds a control character."""
    columns = (*COLUMNS, "by hand") if dossier.is_by_hand else COLUMNS
    known = ({"section": section, **cells} for section, cells in _rows(dossier))
    return csv_text([columns, *([one_line(row.get(name, "")) for name in columns] for row in known)])


def _rows(dossier: Dossier) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each row's section and its cells by column."""
    stamp = dossier.stamp
    yield "stamp", {"text": f"summit-tui {stamp.version}", "reason": "tool"}
    yield "stamp", {"text": stamp.scorer, "reason": "scorer"}
    yield "stamp", {"text": f"{stamp.joined:.2f}", "reason": "joined from"}
    yield "stamp", {"text": stamp.reviewer, "reason": "reviewer"}
    yield "stamp", {"text": stamp.made, "reason": "made"}
    for number, account in enumerate(dossier.accounts):
        article = account.article
        stated = {"text": article.title, "byline": article.byline or "", "date": article.date or ""}
        named = {"source": account.label, "file": account.file, "sha256": article.sha256}
        yield "source", {**named, **stated, "origin": dossier.labels[dossier.origins[number]]}
    for claim in dossier.told:
        sources = " ".join(dossier.labels[source] for source in claim.speaking)
        counts = {"number": str(claim.number), "sources": sources, "origins": str(claim.origins)}
        counts |= {"verdict": claim.remark.judged, "note": claim.remark.noted, "by hand": claim.tied}
        for quote in (claim.quote, *(quote for quote in claim.said if quote != claim.quote)):
            yield "claim", {**_quoted(dossier, quote), **counts}
        for part in claim.parts:
            said = " ".join(dossier.labels[source] for source in part.speaking) if part.counted else ""
            yield "part", {**_quoted(dossier, part.quote), "number": str(claim.number), "sources": said}
    for number, dispute in enumerate(dossier.disputes if Section.CONFLICTS in dossier.sections else ()):
        for quote in dispute.quotes:
            reason = f"candidate: {dispute.reason} ({dispute.rule}){dispute.judged}"
            yield "conflict", {**_quoted(dossier, quote), "number": str(number), "reason": reason}
    for number, entry in enumerate(dossier.to_confirm if Section.CONFIRM in dossier.sections else ()):
        for quote in entry.quotes:
            yield "to confirm", {**_quoted(dossier, quote), "number": str(number), "reason": entry.reason}


def _quoted(dossier: Dossier, quote: Quote) -> dict[str, str]:
    account = dossier.accounts[quote.source]
    return {
        "source": account.label,
        "place": quote.place,
        "text": quote.text,
        "marked": "; ".join(quote.marks),
        "file": account.file,
        "sha256": account.article.sha256,
        "start": str(quote.span.start),
        "end": str(quote.span.end),
    }
