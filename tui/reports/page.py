"""A comparison as one web page that needs nothing else: no script, and no address to fetch."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

from tui import __version__
from tui.alignment.model import Alignment, Relation
from tui.reports.account import Account
from tui.reports.rows import Quotation, Row, counts, furniture, rows
from tui.text.shown import shown
from tui.text.sides import Side, Sides

_SIDES = Sides("left", "right")


def page(accounts: Sides[Account], alignment: Alignment) -> str:
    """The whole pair as HTML: what is compared, the counts, every bead as a row, and what was left out."""
    return "\n".join((*_head(accounts), *_body(accounts, alignment), "</html>", ""))


def _head(accounts: Sides[Account]) -> Iterator[str]:
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    titles = " ⇄ ".join(_text(account.article.title) for account in accounts)
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{titles}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _body(accounts: Sides[Account], alignment: Alignment) -> Iterator[str]:
    yield "<body>"
    yield f"<h1>{' ⇄ '.join(_text(account.label) for account in accounts)}</h1>"
    yield '<div class="sources">'
    for name, account in zip(_SIDES, accounts, strict=True):
        yield from _source(name, account)
    yield "</div>"
    yield '<ul class="counts">'
    for glyph, number, name in counts(accounts, alignment):
        yield f'<li><span class="glyph">{escape(glyph)}</span> {number} {_text(name)}</li>'
    yield "</ul>"
    yield (
        f'<p class="legend">Sentences are linked at a similarity of {alignment.cut:g} and above.'
        " Underlined words have no counterpart in the sentence across.</p>"
    )
    yield from _table(accounts, rows(accounts, alignment))
    yield from _aside(accounts)
    yield f'<p class="foot">summit-tui {escape(__version__)}</p>'
    yield "</body>"


def _source(name: str, account: Account) -> Iterator[str]:
    article = account.article
    stated = {
        "Byline": article.byline or "none stated",
        "Wire": article.wire or "none stated",
        "Date": article.date or "none stated",
        "Sentences": str(account.sentences),
        "Source": account.file,
        "SHA-256": article.sha256,
    }
    yield f'<section class="{name}">'
    yield f'<h2>{_text(account.label)} · <span dir="auto">{_text(article.title)}</span></h2>'
    yield "<dl>"
    for term, value in stated.items():
        yield f'<dt>{term}</dt><dd dir="auto">{_text(value)}</dd>'
    yield "</dl>"
    yield "</section>"


def _table(accounts: Sides[Account], found: Iterable[Row]) -> Iterator[str]:
    yield "<table>"
    headings = "".join(f'<th scope="col">{_text(account.label)}</th>' for account in accounts)
    yield f'<thead><tr><th scope="col">Row</th>{headings}</tr></thead>'
    yield "<tbody>"
    for row in found:
        yield f'<tr id="row-{row.number}" class="{row.relation}">{_mark(accounts, row)}'
        for side in Side:
            yield _cell(row, side, accounts[side])
        yield "</tr>"
    yield "</tbody>"
    yield "</table>"


def _mark(accounts: Sides[Account], row: Row) -> str:
    """The row's heading: its number, its sign, and its class in words."""
    alone = {Relation.LEFT_ONLY: accounts.left, Relation.RIGHT_ONLY: accounts.right}
    words = [f"only in {alone[row.relation].label}" if row.relation in alone else row.relation.value]
    words += ["moved"] if row.moved else []
    words += [] if row.similarity is None else [f"{row.similarity:.2f}"]
    return (
        f'<th scope="row" class="mark"><a href="#row-{row.number}">{row.number}</a>'
        f' <span class="glyph">{escape(row.glyphs)}</span><br>{_text(" ".join(words))}</th>'
    )


def _cell(row: Row, side: Side, account: Account) -> str:
    quotations = row.sides[side]
    if not quotations:
        return '<td class="none">·</td>'
    name = _SIDES[side]
    kind = f"only-{name}" if not row.sides[side.other] else name
    language = escape(account.witness.language)
    said = "".join(_quotation(quotation, name) for quotation in quotations)
    return f'<td class="{kind}" lang="{language}" dir="auto">{said}</td>'


def _quotation(quotation: Quotation, name: str) -> str:
    said = "".join(
        f'<b class="{name}">{escape(text)}</b>' if divergent else escape(text)
        for text, divergent in quotation.stretches
    )
    return f'<p>{said} <span class="place">{_text(quotation.place)}</span></p>'


def _aside(accounts: Sides[Account]) -> Iterator[str]:
    """What was never compared, still to be read."""
    aside = [
        (name, quotation) for name, account in zip(_SIDES, accounts, strict=True) for quotation in furniture(account)
    ]
    if aside:
        yield "<h2>Never compared</h2>"
        yield '<div class="furniture">'
        yield from (_quotation(quotation, name) for name, quotation in aside)
        yield "</div>"


def _text(text: str) -> str:
    return escape(shown(text))
