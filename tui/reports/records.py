"""The JSON records that scripts rely on. A field's meaning changes only together with its schema's number."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from tui import __version__
from tui.articles import Summary
from tui.reports.account import Account
from tui.text.sides import Sides
from tui.text.spans import Span

if TYPE_CHECKING:  # a list and a reading are written without what aligns
    from tui.alignment.model import Alignment, Bead, Candidate, Link

Record: TypeAlias = Mapping[str, Any]

# Legal inside a JSON string and yet able to move a cursor, reorder a line or break an encoder.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def encode(record: Record) -> str:
    """The record as one line of JSON with no control character in it, ready to be written as UTF-8."""
    return json_text(record) + "\n"


def json_text(value: object) -> str:
    """The value as JSON in which every character that could do harm is spelt."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def headed(schema: str) -> Record:
    """The fields that a record begins with: what its fields mean, and what wrote it."""
    return {"schema": schema, "tool": {"version": __version__}}


def verdict_record(verdict: str | None) -> Record:
    """Whether a candidate for conflict is still open, and what reviewers found otherwise."""
    return {"candidate": verdict is None, "verdict": verdict}


def diff_record(accounts: Sides[Account], alignment: "Alignment") -> Record:
    """A `summit-tui/diff@1` record."""
    return {
        **headed("summit-tui/diff@1"),
        "settings": {"cut": alignment.cut, "scorer": alignment.comparison.scorer},
        "left": side_record(accounts.left),
        "right": side_record(accounts.right),
        "links": [_link(link) for link in alignment.links],
        "beads": [_bead(bead) for bead in alignment.beads],
        "counts": {
            "identical": alignment.counts.identical,
            "reworded": alignment.counts.reworded,
            "left_only": alignment.counts.left_only,
            "right_only": alignment.counts.right_only,
            "moved": alignment.counts.moved,
            "conflict": alignment.counts.conflict,
        },
    }


def read_record(account: Account) -> Record:
    """A `summit-tui/read@1` record: one side of a diff."""
    return {"schema": "summit-tui/read@1", **side_record(account)}


def list_record(read: Iterable[tuple[Summary, float]]) -> Record:
    """A `summit-tui/list@1` record of articles, each with the share of it that was ever read, 0.0 to 1.0.

    An unreadable source is an article with `error` and null for the rest.
    """
    return {"schema": "summit-tui/list@1", "articles": [_listed(*one) for one in read]}


def _listed(summary: Summary, read: float) -> Record:
    """One row: `sentences` are the article's own, `furniture` those of the site."""
    known = {
        "sha256": summary.sha256,
        "title": summary.title,
        "byline": summary.byline,
        "date": summary.date,
        "language": summary.language,
        "words": summary.words,
        "sentences": summary.sentences,
        "furniture": summary.furniture,
        "read": read,
        "tags": dict(summary.tags),
    }
    is_known = summary.error is None
    return {
        "label": summary.label,
        "key": summary.key if is_known else None,
        "path": summary.source.name,
        **(known if is_known else dict.fromkeys(known)),
        "error": summary.error,
    }


def identity(account: Account) -> Record:
    """What names an article and its bytes."""
    article = account.article
    return {
        "label": account.label,
        "key": article.key,
        "path": article.source.name,
        "address": article.address,
        "format": article.format,
        "sha256": article.sha256,
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
    }


def side_record(account: Account) -> Record:
    """An article with its text and its sentences: one side of a diff."""
    return {
        **identity(account),
        "language": account.article.language,
        "tags": dict(account.tags),
        "text": account.witness.text,
        "sentences": [
            {"start": sentence.span.start, "end": sentence.span.end, "kind": sentence.kind.value}
            for sentence in account.witness.sentences
        ],
    }


def _link(link: "Link") -> Record:
    from tui.alignment.bonds import is_by_hand  # noqa: PLC0415 (a list has no links)

    return {
        "left": link.left,
        "right": link.right,
        "similarity": link.similarity,
        "source": "hand" if is_by_hand(link) else "auto",
        "reasons": [{"kind": reason.kind, "text": reason.text} for reason in link.reasons],
    }


def _bead(bead: "Bead") -> Record:
    return {
        "left": list(bead.left),
        "right": list(bead.right),
        "relation": bead.relation.value,
        "moved": bead.moved,
        "similarity": bead.similarity,
        "passages": [{"left": _span(p.left), "right": _span(p.right)} for p in bead.passages],
        "conflicts": [_conflict(candidate) for candidate in bead.conflicts],
    }


def _conflict(candidate: "Candidate") -> Record:
    return {
        "kind": candidate.kind,
        "rule": candidate.rule,
        **verdict_record(candidate.verdict),
        "left": _span(candidate.spans.left),
        "right": _span(candidate.spans.right),
        "reason": candidate.reason,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
