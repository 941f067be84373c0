"""Web pages: the article on them is found by trafilatura, what they state about themselves in their head."""

import json
from collections.abc import Iterator
from typing import Any

from trafilatura import extract, extract_metadata, load_html

from tui.articles.formats.charset import text_of
from tui.articles.formats.dates import iso
from tui.articles.formats.document import Document, Given, Refused, Stated, one_line
from tui.articles.formats.markup import SITE, paragraphs_of

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued"),
    *("dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date"),
)
_DEEPEST = 8


def document(given: Given) -> Document:
    """The article on a page; where trafilatura finds none, all that the page says outside navigation and footers.

    Raises:
        Refused: The page holds no text.
    """
    text = text_of(given.content, given.charset)
    tree = load_html(text)
    stated, found = Stated(), None
    if tree is not None:
        stated = _stated(tree, given.address)
        found = extract(tree, output_format="html", include_comments=False, include_tables=True)
    paragraphs = paragraphs_of(found) if found else ()
    paragraphs = paragraphs or paragraphs_of(text, without=SITE) or paragraphs_of(text)
    if not paragraphs:
        raise Refused("a page without text")
    return Document(paragraphs, stated)


def _stated(tree: Any, address: str) -> Stated:
    known = extract_metadata(tree, default_url=address or None, extensive=False)
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _meta(tree, "og:locale")
    return Stated(
        title=one_line(known.title or ""),
        byline=one_line((known.author or "").replace(";", ",")),
        date=_published(tree, known.date or ""),
        language=language or "",
        address=_own_address(tree) or address,
    )


def _own_address(tree: Any) -> str:
    """The address that the page calls its own."""
    links = tree.xpath("//link[translate(@rel,'CANONIL','canonil')='canonical']/@href")
    return next((one for one in (*links, _meta(tree, "og:url")) if one.startswith(("http://", "https://"))), "")


def _meta(tree: Any, name: str) -> str:
    found = tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
    return str(found[0]) if found else ""


def _published(tree: Any, day: str) -> str:
    """When the page says that it was published, with the hour if it says so; else `day`."""
    moments = list(filter(None, map(iso, _dates(tree))))
    return next((moment for moment in moments if len(moment) > 10), moments[0] if moments else day)


def _dates(tree: Any) -> Iterator[str]:
    named = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content") or ""
        for meta in reversed(tree.xpath("//meta[@content]"))
    }
    yield from (named[name] for name in _PUBLISHED if name in named)
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _linked_dates(json.loads(script), _DEEPEST)
        except (ValueError, RecursionError):
            continue
    yield from tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime | //article//time/@datetime")


def _linked_dates(thing: Any, depth: int) -> Iterator[str]:
    """What a page's linked data says of when something was published, the page's own first."""
    if isinstance(thing, dict) and isinstance(thing.get("datePublished"), str):
        yield thing["datePublished"]
    inner = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
    for part in inner if depth else ():
        yield from _linked_dates(part, depth - 1)
