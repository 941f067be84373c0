"""What a report in any of its formats claims of its sources, read back from its text."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from io import StringIO
from typing import TypeVar
from urllib.parse import unquote

from tui.reports.dossier.anchors import MARKDOWN_QUOTE, MARKDOWN_SOURCE, place_of
from tui.reports.markdown import unescaped
from tui.reports.spreadsheets import without_guard

_HASH = re.compile(r"[0-9a-f]{16,64}")
_LARGEST_CELL = 2**31 - 1
_Entry = TypeVar("_Entry")


class NoReceiptsError(ValueError):
    """The text names no sources or quotes nothing: it is no report that could be checked."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """A source as the report names it: its label, its file's name, the SHA-256 that its bytes had.

    `text` is the report's own copy of it, None where it has none.
    """

    label: str
    file: str
    sha256: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Words that a source is said to have: between which code points of its text, and how the report shows them.

    `sha256` is that of the source or its first 16 digits. What is `exact` is verbatim to the character; else it was
    made safe to show and its white space may have been joined.
    """

    sha256: str
    start: int
    end: int
    text: str
    place: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Receipts:
    """All of a report; each quotation once, however often it stands there."""

    sources: tuple[Stamped, ...]
    quotations: tuple[Receipt, ...]


def read_receipts(text: str) -> Receipts:
    """The receipts of a report, whatever its format; linear in its length.

    Raises:
        NoReceiptsError: There are none.
    """
    start = text.lstrip("\ufeff \t\r\n")[:4096].lower()
    if start.startswith("{"):
        found = _of_json(text)
    elif start.startswith("<"):
        found = _of_html(text)
    elif MARKDOWN_SOURCE.search(text):
        found = _of_markdown(text)
    else:
        found = _of_csv(text)
    if not found.sources or not found.quotations:
        raise NoReceiptsError
    return Receipts(_unique(found.sources), _unique(found.quotations))


def _unique(entries: Iterable[_Entry]) -> tuple[_Entry, ...]:
    return tuple(dict.fromkeys(entries))


def _of_json(text: str) -> Receipts:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        raise NoReceiptsError from None
    listed = record.get("sources")
    sources = [
        _stamped(source.get("label"), source.get("path"), source.get("sha256"), source.get("text"))
        for source in (listed if isinstance(listed, list) else ())
        if isinstance(source, dict)
    ]
    hashes = {source.label: source.sha256 for source in sources if source}
    return Receipts(tuple(source for source in sources if source), tuple(_quoted(record, hashes)))


def _quoted(record: object, hashes: Mapping[str, str]) -> Iterator[Receipt]:
    """Every object, however deep, with a source, a start, an end and a text."""
    pending = [record]
    while pending:
        one = pending.pop()
        if isinstance(one, list):
            pending.extend(reversed(one))
        elif isinstance(one, dict):
            pending.extend(reversed(one.values()))
            if {"source", "start", "end", "text"} <= one.keys():
                where = hashes.get(str(one["source"])), one["start"], one["end"]
                yield from _receipt(where, one["text"], str(one.get("place", "")), exact=True)


class _Page(HTMLParser):
    """Collects the elements that carry an anchor."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sources: list[Stamped] = []
        self.quotations: list[Receipt] = []
        self._open: tuple[str, Mapping[str, str]] | None = None
        self._depth = 0
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a quotation, or note a source."""
        known = {name: value or "" for name, value in attrs}
        source = _stamped(known.get("data-label"), known.get("data-file"), known.get("data-sha256"))
        if source:
            self.sources.append(source)
        if self._open:
            self._depth += tag == self._open[0]
        elif "data-quote" in known:
            self._open, self._depth, self._text = (tag, known), 1, []

    def handle_endtag(self, tag: str) -> None:
        """End the quotation that this element was."""
        if not self._open or tag != self._open[0]:
            return
        self._depth -= 1
        if not self._depth:
            known = self._open[1]
            self.quotations += _anchored(known["data-quote"], "".join(self._text), known.get("data-place", ""))
            self._open = None

    def handle_data(self, data: str) -> None:
        """Text inside a quotation is part of it."""
        if self._open:
            self._text.append(data)


def _of_html(text: str) -> Receipts:
    page = _Page()
    page.feed(text)
    page.close()
    return Receipts(tuple(page.sources), tuple(page.quotations))


def _of_markdown(text: str) -> Receipts:
    sources = (_stamped(unquote(found[1]), unquote(found[3]), found[2]) for found in MARKDOWN_SOURCE.finditer(text))
    quotations = [
        receipt
        for found in MARKDOWN_QUOTE.finditer(text)
        for receipt in _anchored(found[1], unescaped(found[3]), unquote(found[2]))
    ]
    return Receipts(tuple(source for source in sources if source), tuple(quotations))


def _of_csv(text: str) -> Receipts:
    head = text.lstrip("\ufeff").partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(_LARGEST_CELL)
    sources: list[Stamped] = []
    quotations: list[Receipt] = []
    try:
        for row in csv.DictReader(StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter):
            cells = {str(name): without_guard(str(cell or "")) for name, cell in row.items()}
            source = _stamped(cells.get("source"), cells.get("file"), cells.get("sha256"))
            if source:
                sources.append(source)
            where = cells.get("sha256"), _whole(cells.get("start")), _whole(cells.get("end"))
            quotations += _receipt(where, cells.get("text"), cells.get("place", ""), exact=False)
    except csv.Error:
        raise NoReceiptsError from None
    return Receipts(tuple(sources), tuple(quotations))


def _anchored(anchor: str, text: str, place: str) -> Iterator[Receipt]:
    where = place_of(anchor)
    if where:
        yield from _receipt(where, text, place, exact=False)


def _stamped(label: object, file: object, sha256: object, text: object = None) -> Stamped | None:
    if isinstance(label, str) and isinstance(file, str) and isinstance(sha256, str) and _HASH.fullmatch(sha256):
        return Stamped(label, file, sha256, text if isinstance(text, str) else None)
    return None


def _receipt(where: tuple[object, object, object], text: object, place: str, *, exact: bool) -> Iterator[Receipt]:
    """The receipt of words at a SHA-256, a start and an end; none where one of them cannot be that."""
    sha256, start, end = where
    if not (isinstance(sha256, str) and _HASH.fullmatch(sha256) and isinstance(text, str)):
        return
    if type(start) is int and type(end) is int and 0 <= start <= end:
        yield Receipt(sha256, start, end, text, place, exact)


def _whole(cell: str | None) -> int | None:
    return int(cell) if cell and cell.isascii() and cell.isdigit() and len(cell) < 12 else None
