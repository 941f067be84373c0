"""Books in EPUB: zipped pages in an order."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tui.articles.formats.archives import Archive
from tui.articles.formats.charset import text_of
from tui.articles.formats.dates import iso
from tui.articles.formats.document import Document, Given, Refused, Stated, one_line
from tui.articles.formats.markup import paragraphs_of

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_BOOK = "{http://www.idpf.org/2007/opf}"
_SAYS = "{http://purl.org/dc/elements/1.1/}"
_PAGES = ("application/xhtml+xml", "text/html")


def document(given: Given) -> Document:
    """All pages of a book in their order, its table of contents left out.

    Raises:
        Refused: The bytes are no book, or one without text.
    """
    archive = Archive(given.content)
    container = archive.xml("META-INF/container.xml")
    place = None if container is None else container.find(f".//{_CONTAINER}rootfile")
    name = "" if place is None else place.get("full-path", "")
    book = archive.xml(name)
    if book is None:
        raise Refused("no EPUB")
    paragraphs = tuple(
        paragraph
        for page in _pages(book)
        if (content := archive.file(posixpath.join(posixpath.dirname(name), page))) is not None
        for paragraph in paragraphs_of(text_of(content), without=frozenset({"nav"}))
    )
    if not paragraphs:
        raise Refused("a book without text, or an encrypted one")
    return Document(paragraphs, _stated(book))


def _pages(book: Element) -> Iterator[str]:
    """The names of the pages in the order of reading, as the book's own folder sees them."""
    listed = {
        entry.get("id"): unquote(entry.get("href", ""))
        for entry in book.iter(f"{_BOOK}item")
        if entry.get("media-type") in _PAGES and "nav" not in entry.get("properties", "").split()
    }
    for reference in book.iter(f"{_BOOK}itemref"):
        name = listed.pop(reference.get("idref"), None)
        if name and reference.get("linear") != "no":
            yield name


def _stated(book: Element) -> Stated:
    def said(name: str) -> list[str]:
        return [one_line(one.text) for one in book.iter(f"{_SAYS}{name}") if one.text and one.text.strip()]

    return Stated(
        title=next(iter(said("title")), ""),
        byline=", ".join(said("creator")),
        date=next(filter(None, map(iso, said("date"))), ""),
        language=next(iter(said("language")), ""),
    )
