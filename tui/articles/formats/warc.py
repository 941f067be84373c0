"""Web archives (WARC), read by FastWARC."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from tui.articles.formats.document import LARGEST, Given, Member, Refused, Stated

MOST = 10_000
"""Pages of an archive that are read."""

_PAGES = ("text/html", "application/xhtml+xml")


def members(given: Given) -> tuple[Member, ...]:
    """The pages that were answered with success, each by its address, a second visit by its date too.

    Raises:
        Refused: The bytes are no web archive, or one without pages.
    """
    found: dict[str, Member] = {}
    with _opened(given) as stream:
        for record in _pages(stream):
            address = record.headers.get("WARC-Target-URI", "").strip("<>")
            name = address if address not in found else f"{address} {record.headers.get('WARC-Date', '')}"
            stated = Stated(address=address if address.startswith(("http://", "https://")) else "")
            found.setdefault(name, Member(name, stated, offset=record.stream_pos))
            if len(found) == MOST:
                break
    if not found:
        raise Refused("a web archive without pages")
    return tuple(found.values())


def original(given: Given) -> tuple[bytes, str]:
    """The bytes of the page that begins at `given.offset`, and the charset that its server named."""
    with _opened(given) as stream:
        stream.seek(given.offset)
        for record in _pages(stream):
            content = record.reader.read(LARGEST + 1)
            if len(content) > LARGEST:
                raise Refused(f"too large (more than {LARGEST // 1_000_000} MB)")
            return content, record.http_charset or ""
    raise Refused("the archive is damaged here")


def _opened(given: Given) -> BinaryIO:
    return Path(given.path).open("rb") if given.path else io.BytesIO(given.content)


def _pages(stream: BinaryIO) -> Iterator[Any]:
    records = ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
    for record in records:
        if record.http_headers is not None and record.http_headers.status_code == 200 and _is_page(record):
            yield record


def _is_page(record: Any) -> bool:
    return (record.http_content_type or "").lower() in _PAGES
