"""What a library keeps."""

from typing import NamedTuple, Protocol

from tui.articles.origin import Source

LONGEST_QUOTATION = 1000
"""Code points of a sentence that its quotation keeps."""


class LibraryError(Exception):
    """The library cannot be used, or did not keep what it was given; the message is one line, `FILE: REASON`."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class Entry(Protocol):
    """What an article is known by: an `Article` and its `Summary` are both one. An empty key is no key."""

    @property
    def key(self) -> str:
        """The digest of its text."""
        ...

    @property
    def title(self) -> str:
        """Its title, or what stands in for one."""
        ...

    @property
    def source(self) -> Source:
        """Where it comes from."""
        ...


class Place(NamedTuple):
    """Where a reader stood in an article, anchored to a sentence so that it survives an edit of the text.

    `quotation` is the sentence's beginning, at most `LONGEST_QUOTATION` code points, and `sentence` its number
    in the witness, furniture counted, from 0. `offset` counts code points from the sentence's start. `share`,
    0.0 to 1.0, is how much of the article lies behind the reader.
    """

    quotation: str
    sentence: int
    offset: int
    share: float


class Mark(NamedTuple):
    """A place with a name, `a` to `z` or `A` to `Z`, in the article with this key, source and title.

    `source` has the file's absolute path when the mark was kept.
    """

    name: str
    place: Place
    key: str
    source: Source
    title: str
