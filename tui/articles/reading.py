"""A source read into an article, and an article into a witness."""

import hashlib
import re
from collections.abc import Iterator

from tui.articles.decoding import NotText, decode
from tui.articles.model import Article
from tui.articles.origin import Source, Unreadable
from tui.articles.sources import content_of
from tui.articles.structure import structure
from tui.text.sentences import segment
from tui.text.witness import Witness

LONGEST_LINE = 1_000_000
"""Code points that a line may have."""

_LONG_LINE = re.compile(rf"[^\n\r]{{{LONGEST_LINE}}}")
_MARKDOWN = (".md", ".markdown")


def read(source: Source) -> Article:
    """The article that a source holds, every character of it, with its parts told apart.

    Raises:
        Unreadable: The source is gone, closed to us, empty, no text, or too large.
    """
    content = content_of(source)
    try:
        text, encoding = decode(content)
    except NotText:
        raise Unreadable(source, "binary, not text") from None
    if not text.strip("\ufeff\0 \t\r\n\v\f\u00a0\u200b"):
        raise Unreadable(source, "is empty")
    if len(text) > LONGEST_LINE and _LONG_LINE.search(text):
        raise Unreadable(source, "a line is too long (more than 1 MB)")
    found = structure(text, markdown=source.path is not None and source.path.suffix.lower() in _MARKDOWN)
    return Article(
        key=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        text=text,
        title=found.title or source.file_name,
        byline=found.byline,
        wire=found.wire,
        date=found.date,
        language=found.language,
        blocks=found.blocks,
        source=source,
        sha256=hashlib.sha256(content).hexdigest(),
        encoding=encoding,
        agency=found.agency,
    )


def members_of(source: Source) -> tuple[Source, ...]:
    """The sources of the single articles in a source: itself, unless it is a feed or a web archive.

    Raises:
        Unreadable: As `read`, of the source as a whole.
    """
    return (source,)


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
