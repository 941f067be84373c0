"""What a list shows of an article."""

from typing import NamedTuple

from tui.articles.origin import Source, Stamp


class Summary(NamedTuple):
    """What a list shows of an article; where `error` says why it cannot be read, the rest is empty.

    `words`, `sentences` and `furniture` are counts: words and sentences of the article itself, and sentences
    that are the site's. `stamp` is the file's from before it was read, None for standard input and for a file that
    had only just changed. Where only a first look was taken, `glimpsed`, there is a title and nothing else.
    """

    label: str
    source: Source
    key: str = ""
    sha256: str = ""
    title: str = ""
    byline: str | None = None
    wire: str | None = None
    agency: str | None = None
    date: str | None = None
    language: str = ""
    words: int = 0
    sentences: int = 0
    furniture: int = 0
    error: str | None = None
    stamp: Stamp | None = None
    glimpsed: bool = False
