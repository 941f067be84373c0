"""What an article is."""

from typing import NamedTuple

from tui.articles.origin import Source
from tui.text.spans import Span
from tui.text.witness import Kind


class Block(NamedTuple):
    """A paragraph, heading, list item or line of furniture; `rule` names the rule that found it furniture."""

    span: Span
    kind: Kind
    rule: str | None = None


class Article(NamedTuple):
    """One account of an event. Offsets count code points of `text`, the source as decoded.

    `key` is the first 16 hexadecimal digits of the SHA-256 of `text` in UTF-8; `sha256` is that of the
    source's bytes. `byline`, `wire` and `date` are what the source states, None where it states none;
    `encoding` is the one that decoded it; `agency` is the news agency that `wire` names. `format` is what the bytes
    were: `text`, `markdown`, `html`, `feed`, `pdf`, `docx`, `epub` or `email`. `address` is the web address that the
    source calls its own, else the one that it was fetched from.
    """

    key: str
    text: str
    title: str
    byline: str | None
    wire: str | None
    date: str | None
    language: str
    blocks: tuple[Block, ...]
    source: Source
    sha256: str
    encoding: str
    agency: str | None = None
    address: str | None = None
    format: str = "text"
