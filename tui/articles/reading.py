"""A source read into an article, and an article into a witness."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.articles.decoding import NotText, decode
from tui.articles.formats.document import Paragraphs, Refused
from tui.articles.formats.kinds import SEVERAL
from tui.articles.frontmatter import FrontMatter
from tui.articles.model import Article
from tui.articles.origin import Source, Unreadable
from tui.articles.originals import Original, member_names, original_of
from tui.articles.structure import structure
from tui.text.digest import sha256
from tui.text.sentences import segment
from tui.text.witness import Kind, Witness

LONGEST_LINE = 1_000_000
"""Code points that a line may have."""

_LONG_LINE = re.compile(rf"[^\n\r]{{{LONGEST_LINE}}}")
_LANGUAGE = re.compile(r"\s*([a-z]{2,3})(?:[-_]|\s*$)")
_BETWEEN = "\n\n"

NEAR_TITLE = 10
"""Paragraphs among which the title is looked for."""


class _Text(NamedTuple):
    """A source's text, and what its format tells of it: itself, and the kinds of paragraphs by where they start."""

    text: str
    encoding: str
    front: FrontMatter | None = None
    kinds: Mapping[int, Kind] = {}
    address: str | None = None


def read(source: Source) -> Article:
    """The article that a source holds, every character of it, with its parts told apart.

    Raises:
        Unreadable: The source is gone, closed to us, empty, no text, too large, damaged, or holds several articles; its
            format needs what is not installed; or it takes more time or memory to parse than a document may.
    """
    return article_from(source, original_of(source))


def article_from(source: Source, original: Original) -> Article:
    """The same from the bytes that the source gave.

    Raises:
        Unreadable: As `read`, where it is not for want of bytes.
    """
    if not original.content and not original.path:
        raise Unreadable(source, "is empty")
    if original.format in SEVERAL:
        names = member_names(source) or ()
        raise Unreadable(source, f"holds {len(names)} articles, the first of them {source.file_name}#1")
    try:
        told = _plain(original) if original.format in ("text", "markdown") else _parsed(original)
    except Refused as refused:
        raise Unreadable(source, str(refused)) from None
    text = told.text
    if not text.strip("\ufeff\0 \t\r\n\v\f\u00a0\u200b"):
        raise Unreadable(source, "is empty")
    if len(text) > LONGEST_LINE and _LONG_LINE.search(text):
        raise Unreadable(source, "a line is too long (more than 1 MB)")
    found = structure(text, markdown=original.format == "markdown", stated=told.front, kinds=told.kinds)
    written, digest = text.encode("utf-8", "surrogatepass"), sha256(original.content).hex()
    return Article(
        key=(digest if written == original.content else sha256(written).hex())[:16],
        text=text,
        title=found.title or source.file_name,
        byline=found.byline,
        wire=found.wire,
        date=found.date,
        language=found.language,
        blocks=found.blocks,
        source=source,
        sha256=digest,
        encoding=told.encoding,
        agency=found.agency,
        address=told.address,
        format="feed" if original.format == "entry" else original.format,
    )


def _plain(original: Original) -> _Text:
    try:
        text, encoding = decode(original.content)
    except NotText:
        raise Refused("binary, not text") from None
    return _Text(text, encoding, address=original.address or None)


def _parsed(original: Original) -> _Text:
    """The text made of a document: its paragraphs, an empty line between two, below the title that is stated."""
    from tui.articles.formats import apart  # noqa: PLC0415 (only where there is something to parse)

    document = apart.document(original.format, original.given)
    stated = document.stated.over(original.stated)
    paragraphs = _titled(document.paragraphs, stated.title)
    at, kinds, title = 0, {}, stated.title
    for kind, text in paragraphs:
        if kind:
            kinds[at] = Kind(kind)
        title = text if kind == Kind.TITLE else title
        at += len(text) + len(_BETWEEN)
    front = FrontMatter(
        title=title or None,
        byline=stated.byline or None,
        date=stated.date or None,
        language=code[1] if (code := _LANGUAGE.match(stated.language.lower())) else None,
    )
    text = _BETWEEN.join(text for _, text in paragraphs)
    address = stated.address if stated.address.isprintable() else ""
    return _Text(text, "utf-8", front, kinds, address or original.address or None)


def _titled(paragraphs: Paragraphs, title: str) -> Paragraphs:
    """The paragraphs with one of them as the title: a first one that says what is stated, else that before them all.

    A heading says it too where what is stated goes on with the name of the site.
    """
    near = paragraphs[:NEAR_TITLE]
    if not title or any(kind == Kind.TITLE for kind, _ in near):
        return paragraphs
    folded = title.casefold()
    same = (at for at, (_, text) in enumerate(near) if text.casefold() == folded)
    begins = (
        at for at, (kind, text) in enumerate(near) if kind == Kind.HEADING and folded.startswith(f"{text.casefold()} ")
    )
    at = next(same, next(begins, None))
    if at is None:
        return (("title", title), *paragraphs)
    return (*paragraphs[:at], ("title", paragraphs[at][1]), *paragraphs[at + 1 :])


def members_of(source: Source) -> tuple[Source, ...]:
    """The sources of the single articles in a source: itself, unless it is a feed or a web archive.

    Raises:
        Unreadable: As `read`, of the source as a whole.
    """
    names = member_names(source)
    return tuple(map(source.part, names)) if names is not None else (source.whole if source.address else source,)


def read_all(source: Source) -> Iterator[Article]:
    """Every article that a source holds: one, unless it is a feed or a web archive.

    Raises:
        Unreadable: As `read`, of the source as a whole or of the member that is next.
    """
    return map(read, members_of(source))


def witness(article: Article) -> Witness:
    """The article cut into sentences and tokens, furniture among them."""
    blocks = ((block.span, block.kind) for block in article.blocks)
    return Witness(article.text, segment(article.text, blocks, language=article.language), article.language)
