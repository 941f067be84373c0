"""The JSON records that scripts rely on. A field's meaning changes only together with its schema's number."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from tui import __version__
from tui.alignment.model import Alignment, Bead, Link
from tui.reports.account import Account
from tui.text.sides import Sides
from tui.text.spans import Span
from tui.text.witness import Kind

Record: TypeAlias = Mapping[str, Any]

# Legal inside a JSON string and yet able to move a cursor, reorder a line or break an encoder.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def encode(record: Record) -> str:
    """The record as one line of JSON with no control character in it, ready to be written as UTF-8."""
    text = json.dumps(record, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def diff_record(accounts: Sides[Account], alignment: Alignment) -> Record:
    """A `summit-tui/diff@1` record."""
    return {
        "schema": "summit-tui/diff@1",
        "tool": {"version": __version__},
        "settings": {"cut": alignment.cut},
        "left": _side(accounts.left),
        "right": _side(accounts.right),
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
    return {"schema": "summit-tui/read@1", **_side(account)}


def list_record(rows: Iterable[Record]) -> Record:
    """A `summit-tui/list@1` record of rows made by `listed` and `unlisted`."""
    return {"schema": "summit-tui/list@1", "articles": list(rows)}


def listed(account: Account, *, words: int) -> Record:
    """An article's row; `furniture` counts its sentences that are the site's."""
    article, sentences = account.article, account.witness.sentences
    return {
        **_identity(account),
        "language": article.language,
        "words": words,
        "sentences": len(sentences),
        "furniture": sum(sentence.kind is Kind.FURNITURE for sentence in sentences),
        "read": 0.0,
        "error": None,
    }


def unlisted(label: str, path: str, error: str) -> Record:
    """The row of a source that gave no article, for the reason given."""
    unknown = ("sha256", "title", "byline", "date", "language", "words", "sentences", "furniture", "read")
    return {"label": label, "key": None, "path": path, **dict.fromkeys(unknown), "error": error}


def _identity(account: Account) -> Record:
    article = account.article
    return {
        "label": account.label,
        "key": article.key,
        "path": article.source.name,
        "sha256": article.sha256,
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
    }


def _side(account: Account) -> Record:
    return {
        **_identity(account),
        "language": account.article.language,
        "text": account.witness.text,
        "sentences": [
            {"start": sentence.span.start, "end": sentence.span.end, "kind": sentence.kind.value}
            for sentence in account.witness.sentences
        ],
    }


def _link(link: Link) -> Record:
    return {
        "left": link.left,
        "right": link.right,
        "similarity": link.similarity,
        "source": "auto",
        "reasons": [{"kind": reason.kind, "text": reason.text} for reason in link.reasons],
    }


def _bead(bead: Bead) -> Record:
    return {
        "left": list(bead.left),
        "right": list(bead.right),
        "relation": bead.relation.value,
        "moved": bead.moved,
        "similarity": bead.similarity,
        "passages": [{"left": _span(p.left), "right": _span(p.right)} for p in bead.passages],
        "conflicts": [],
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
