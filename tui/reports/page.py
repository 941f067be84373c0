"""A comparison as one web page that needs nothing else: no script, and no address to fetch.

Tables say their roles aloud because a narrow screen stacks their cells, and browsers then forget what they were.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from tui import __version__
from tui.alignment.model import Alignment, Relation
from tui.reports.account import Account
from tui.reports.rows import CONFLICT, GLYPHS, MOVED, Quotation, Row, counts, furniture, rows
from tui.text.shown import shown
from tui.text.sides import Side, Sides
from tui.text.witness import Kind

_SIDES = Sides("left", "right")
_MOVED = " A moved row stands where the left article tells it; the right one tells it elsewhere."
_UNSTATED = '<span class="unstated">none stated</span>'
_HEADINGS = frozenset((Kind.TITLE, Kind.HEADING))


def page(accounts: Sides[Account], alignment: Alignment) -> str:
    """The whole pair as HTML: what is compared, the counts, every bead as a row, and what was left out."""
    return "\n".join((*_head(accounts), *_body(accounts, alignment), "</html>", ""))


def _head(accounts: Sides[Account]) -> Iterator[str]:
    style = (Path(__file__).parent / "templates" / "page.css").read_text(encoding="utf-8")
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
    found = tuple(rows(accounts, alignment))
    left, right = (_text(account.label) for account in accounts)
    yield "<body>"
    yield "<header>"
    yield f"<h1>{left} and {right}, sentence by sentence</h1>"
    yield '<div class="sources">'
    for name, account in zip(_SIDES, accounts, strict=True):
        yield from _source(name, account)
    yield "</div>"
    yield "</header>"
    yield "<main>"
    yield from _legend(accounts, alignment)
    yield from _shortcuts(found)
    yield from _table(accounts, found)
    yield from _aside(accounts)
    yield "</main>"
    yield f"<footer><p>summit-tui {escape(__version__)}</p></footer>"
    yield "</body>"


def _source(name: str, account: Account) -> Iterator[str]:
    article = account.article
    stated = {
        "Byline": article.byline,
        "Wire": article.wire,
        "Date": article.date,
        "Sentences": str(account.sentences),
        "File": account.file,
        "SHA-256": article.sha256,
    }
    yield f'<section class="{name}">'
    yield f'<h2><span class="label">{_text(account.label)}</span> {_title(account)}</h2>'
    yield "<dl>"
    for term, value in stated.items():
        yield f'<div><dt>{term}</dt><dd dir="auto">{_text(value) if value else _UNSTATED}</dd></div>'
    yield "</dl>"
    yield "</section>"


def _title(account: Account) -> str:
    return f'<span lang="{escape(account.witness.language)}" dir="auto">{_text(account.article.title)}</span>'


def _legend(accounts: Sides[Account], alignment: Alignment) -> Iterator[str]:
    """What there is of each class, and how the rows are to be read."""
    left, right = (_text(account.label) for account in accounts)
    yield '<section class="legend" aria-label="Counts and legend">'
    yield '<ul class="counts">'
    for glyph, number, name in counts(accounts, alignment):
        yield f"<li>{_glyph(glyph)} {number} {_text(name)}</li>"
    yield "</ul>"
    yield (
        f'<p>In a reworded row <mark class="left">words marked so</mark> stand in {left} alone,'
        f' <mark class="right">words marked so</mark> in {right} alone.'
        " The number beside it says how likely it is that both tell the same, from 0 to 1;"
        f" below {alignment.cut:g} nothing is linked.{_MOVED if alignment.counts.moved else ''}"
        " Similar is not agreeing: read the words. What shares no word with its counterpart is missed.</p>"
    )
    yield "</section>"


def _shortcuts(found: Sequence[Row]) -> Iterator[str]:
    """Links to the rows that stand in both, which may lie far apart."""
    kinds = (
        (GLYPHS[Relation.IDENTICAL], "Identical", [row for row in found if row.relation is Relation.IDENTICAL]),
        (GLYPHS[Relation.REWORDED], "Reworded", [row for row in found if row.relation is Relation.REWORDED]),
        (MOVED, "Moved", [row for row in found if row.moved]),
        (CONFLICT, "Candidates for conflict", [row for row in found if row.candidates]),
    )
    if any(listed for _, _, listed in kinds):
        yield '<nav aria-label="Rows that stand in both">'
        for glyph, name, listed in kinds:
            if listed:
                links = " ".join(_link(row.number) for row in listed)
                yield f"<p>{_glyph(glyph)} {name} in {'row' if len(listed) == 1 else 'rows'} {links}</p>"
        yield "</nav>"


def _table(accounts: Sides[Account], found: Sequence[Row]) -> Iterator[str]:
    left, right = (_text(account.label) for account in accounts)
    yield '<table role="table">'
    yield f'<caption class="unseen">Sentences of {left} and {right}, in reading order</caption>'
    yield '<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Row</th>'
    for name, account in zip(_SIDES, accounts, strict=True):
        label = _text(account.label)
        yield (
            f'<th scope="col" role="columnheader" class="{name}" abbr="{label}">'
            f'<span class="label">{label}</span> {_title(account)}</th>'
        )
    yield "</tr></thead>"
    yield '<tbody role="rowgroup">'
    for row in found:
        yield f'<tr role="row" id="row-{row.number}" class="{row.relation}">{_mark(accounts, row)}'
        for side in Side:
            yield _cell(row, side, accounts[side])
        yield "</tr>"
    yield "</tbody>"
    yield "</table>"


def _mark(accounts: Sides[Account], row: Row) -> str:
    """The row's heading: its number, its sign, its class in words, and where else it is told."""
    alone = {Relation.LEFT_ONLY: accounts.left, Relation.RIGHT_ONLY: accounts.right}
    name = f"only in {alone[row.relation].label}" if row.relation in alone else row.relation.value
    words = _text(name)
    if row.similarity is not None:
        words += f' <span class="similarity">{row.similarity:.2f}</span>'
    if row.moved:
        right = _text(accounts.right.label)
        place = f"first in {right}" if row.after is None else f"in {right} after row {_link(row.after)}"
        words += f'<br><span class="moved">moved: {place}</span>'
    for candidate in row.candidates:
        words += f'<br><span class="candidate">candidate for conflict: {_text(candidate)}</span>'
    return (
        f'<th scope="row" role="rowheader">{_link(row.number)}'
        f' {_glyph(row.glyphs)} <span class="class">{words}</span></th>'
    )


def _cell(row: Row, side: Side, account: Account) -> str:
    quotations, label = row.sides[side], _text(account.label)
    if not quotations:
        return f'<td role="cell" class="none"><span class="unseen">nothing in {label}</span></td>'
    name = _SIDES[side]
    kind = name if row.sides[side.other] else f"{name} only"
    language = escape(account.witness.language)
    said = "".join(_quotation(quotation, name) for quotation in quotations)
    return f'<td role="cell" class="{kind}" data-label="{label}" lang="{language}">{said}</td>'


def _quotation(quotation: Quotation, name: str) -> str:
    said = "".join(
        f'<mark class="{name}">{escape(text)}</mark>' if divergent else escape(text)
        for text, divergent in quotation.stretches
    )
    kind = ' class="heading"' if quotation.kind in _HEADINGS else ""
    return f'<p dir="auto"{kind}>{said} <span class="place">{_text(quotation.place)}</span></p>'


def _aside(accounts: Sides[Account]) -> Iterator[str]:
    """What was never compared, still to be read."""
    asides = [(account, quotations) for account in accounts if (quotations := furniture(account))]
    if asides:
        yield '<section class="furniture">'
        yield "<h2>Never compared</h2>"
        yield "<p>Lines of the site around the article, such as bylines, links and notices.</p>"
        for account, quotations in asides:
            yield f"<h3>{_text(account.label)}</h3>"
            yield f'<ul lang="{escape(account.witness.language)}">'
            for quotation in quotations:
                yield f'<li dir="auto">{escape("".join(stretch.text for stretch in quotation.stretches))}</li>'
            yield "</ul>"
        yield "</section>"


def _glyph(glyph: str) -> str:
    """A sign, for the eye alone: words beside it say the same."""
    return f'<span class="glyph" aria-hidden="true">{escape(glyph)}</span>'


def _link(number: int) -> str:
    return f'<a href="#row-{number}">{number}</a>'


def _text(text: str) -> str:
    return escape(shown(text))
