"""A comparison as Markdown, with tables as GitHub writes them, in which every source's text stays text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from tui import __version__
from tui.alignment.model import Alignment, Relation
from tui.reports.account import Account
from tui.reports.rows import GLYPHS, Quotation, Row, counts, furniture, rows
from tui.text.shown import shown
from tui.text.sides import Sides

_MARKUP = re.compile(r"([\\`*_\[\]<>|&~$])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|&~$])")


def markdown(accounts: Sides[Account], alignment: Alignment) -> str:
    """The whole pair: what is compared, the counts, every bead as a row, and what was left out."""
    left, right = accounts
    parts = [
        f"# {left.label} ⇄ {right.label}",
        _table(("", left.label, right.label), _provenance(accounts)),
        " · ".join(f"`{glyph}` {number} {name}" for glyph, number, name in counts(accounts, alignment)),
        _legend(alignment),
        _table(("Row", left.label, right.label), (_row(row, right.label) for row in rows(accounts, alignment))),
    ]
    aside = [quotation for account in accounts for quotation in furniture(account)]
    if aside:
        parts += [
            "## Never compared",
            "Lines of the site around the article, such as bylines, links and notices.",
            "\n".join(f"- {_quotation(quotation)}" for quotation in aside),
        ]
    parts.append(f"summit-tui {__version__}")
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The text such that Markdown shows its characters and does nothing with them."""
    return _MARKUP.sub(r"\\\1", shown(text))


def unescaped(markdown: str) -> str:
    """The text, safe to show, that `escaped` gave this Markdown for."""
    return _ESCAPED.sub(r"\1", markdown)


def _provenance(accounts: Sides[Account]) -> Iterator[tuple[str, ...]]:
    articles = accounts.map(lambda account: account.article)
    unstated = "*none stated*"
    yield ("Title", *(escaped(article.title) for article in articles))
    yield ("Byline", *(escaped(article.byline or "") or unstated for article in articles))
    yield ("Wire", *(escaped(article.wire or "") or unstated for article in articles))
    yield ("Date", *(escaped(article.date or "") or unstated for article in articles))
    yield ("Sentences", *(str(account.sentences) for account in accounts))
    yield ("File", *(escaped(account.file) for account in accounts))
    yield ("SHA-256", *(f"`{article.sha256}`" for article in articles))


def _legend(alignment: Alignment) -> str:
    """How the rows are to be read."""
    reworded = GLYPHS[Relation.REWORDED]
    return (
        "In a reworded row, words in **bold** stand on that side alone."
        f" The number beside `{reworded}` says how likely it is that both tell the same, from 0 to 1;"
        f" below {alignment.cut:g} nothing is linked."
        " Similar is not agreeing: read the words. What shares no word with its counterpart is missed."
    )


def _table(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """A table whose first column names the row."""
    lines = [head, (":--", ":--", ":--"), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _row(row: Row, right: str) -> tuple[str, ...]:
    similarity = "" if row.similarity is None else f" {row.similarity:.2f}"
    place = f"first in {right}" if row.after is None else f"in {right} after row {row.after}"
    moved = f"<br>moved: {place}" if row.moved else ""
    said = ("<br>".join(map(_quotation, side)) for side in row.sides)
    candidates = "".join(f"<br>candidate for conflict: {escaped(candidate)}" for candidate in row.candidates)
    return (f"{row.number} `{row.glyphs}`{similarity}{moved}{candidates}", *said)


def _quotation(quotation: Quotation) -> str:
    """What the sentence says, divergent words in bold, and where it stands."""
    written = ""
    for number, (text, divergent) in enumerate(quotation.stretches):
        if divergent:
            after = escaped("".join(stretch.text for stretch in quotation.stretches[number + 1 :]))
            written += _bold(escaped(text), written[-1:], after[:1])
        else:
            written += escaped(text)
    return f"{written} \\[{quotation.place}\\]"


def _bold(text: str, before: str, after: str) -> str:
    """The text in bold: with asterisks where these neighbours let them work, else with a tag.

    CommonMark 0.31, section 6.2: a run of asterisks opens before, and closes after, a mark of punctuation
    only beside white space or another such mark. Parsers differ on symbols, so these count for neither.
    """
    opens = not _is_mark(text[0]) or _is_edge(before)
    closes = not _is_mark(text[-1]) or _is_edge(after)
    return f"**{text}**" if opens and closes else f"<b>{text}</b>"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_edge(character: str) -> bool:
    return not character or character.isspace() or unicodedata.category(character)[0] == "P"
