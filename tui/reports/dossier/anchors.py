"""How a quotation tells, in any format, which source it is from and where it stands in its text."""

import re
from urllib.parse import quote as percent_encoded

from tui.reports.dossier.model import Dossier, Quote

SHORT = 16
"""Hexadecimal digits of a SHA-256 that tell a report's sources apart."""
_ANCHOR = re.compile(r"([0-9a-f]{16,64}):(\d{1,11})-(\d{1,11})")

MARKDOWN_SOURCE = re.compile(r"<!--source ([^\s<>]*) ([0-9a-f]{64}) ([^\s<>]*)-->")
"""Label and file percent-encoded around the SHA-256."""
MARKDOWN_QUOTE = re.compile(r"<!--q ([0-9a-f]{16,64}:\d+-\d+) ([^\s<>]*)-->(.*?)<!--/q-->", re.DOTALL)
"""An anchor, the place percent-encoded, and the words; escaped text holds no `<!--` of its own."""


def anchor(dossier: Dossier, quote: Quote) -> str:
    """`6d088a486eb33589:512-560`: the source's SHA-256, shortened, and the code points of its text, half-open."""
    sha256 = dossier.accounts[quote.source].article.sha256
    return f"{sha256[:SHORT]}:{quote.span.start}-{quote.span.end}"


def place_of(written: str) -> tuple[str, int, int] | None:
    """The parts of an anchor, None where it is none."""
    found = _ANCHOR.fullmatch(written)
    return (found[1], int(found[2]), int(found[3])) if found else None


def markdown_source(dossier: Dossier, source: int) -> str:
    """A comment that names a source; percent signs keep a file's name from ending it."""
    account = dossier.accounts[source]
    return f"<!--source {_encoded(account.label)} {account.article.sha256} {_encoded(account.file)}-->"


def markdown_quote(dossier: Dossier, quote: Quote, escaped: str) -> str:
    """The escaped text between comments that say where it stands.

    It must not begin a line or a list item: CommonMark takes such a line as HTML, and the text for markup.
    """
    return f"<!--q {anchor(dossier, quote)} {_encoded(quote.place)}-->{escaped}<!--/q-->"


def _encoded(text: str) -> str:
    return percent_encoded(text.encode("utf-8", "surrogatepass"), safe="")
