"""What a format's module makes of bytes."""

from typing import NamedTuple

LARGEST = 20_000_000
"""Bytes that a source, a page or a member may have."""


class Stated(NamedTuple):
    """What a document says of itself, empty where it says nothing.

    `date` is in ISO 8601, with the hour where that is stated; `language` a code such as `en`; `address` the web address
    that the document calls its own.
    """

    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    address: str = ""

    def over(self, other: "Stated") -> "Stated":
        """What this says, and what the other says of the rest."""
        return Stated(*(own or its for own, its in zip(self, other, strict=True)))


Paragraphs = tuple[tuple[str, str], ...]
"""Each a kind (`title`, `heading`, `list`, `caption`, or empty) and one line of text."""


class Document(NamedTuple):
    """One article."""

    paragraphs: Paragraphs
    stated: Stated = Stated()


class Member(NamedTuple):
    """One article among several, not yet parsed.

    `name` tells it from the others as long as the source exists. `markup` is what the feed itself holds of the article;
    in an archive the article's record begins at the byte `offset` and `markup` is None.
    """

    name: str
    stated: Stated = Stated()
    markup: str | None = None
    offset: int = 0


class Given(NamedTuple):
    """The bytes to be parsed, and what is known of them beforehand.

    `charset` and `address` are what a server says of them. Where `path` is not empty the bytes are that file's and
    `content` is empty; `offset` is where a member begins.
    """

    content: bytes
    charset: str = ""
    address: str = ""
    path: str = ""
    offset: int = 0


class Refused(Exception):  # noqa: N818 (it is the document that is refused)
    """The bytes give no article; the message is the reason, without a name."""


def one_line(text: str) -> str:
    """The text with every run of white space as one space, and without control characters and halves of characters."""
    return " ".join("".join(map(_kept, text)).split()) if not text.isprintable() or "  " in text else text.strip()


def _kept(char: str) -> str:
    if char.isspace():
        return " "
    return "" if char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" or char == "\xad" else char
