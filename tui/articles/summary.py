"""What a list shows of an article."""

from collections.abc import Iterable
from itertools import chain, filterfalse
from typing import TYPE_CHECKING, NamedTuple

from tui.articles.origin import Source, Stamp

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.text.witness import Witness


class Summary(NamedTuple):
    """What a list shows of an article; where `error` says why it cannot be read, the rest is empty.

    `words`, `sentences` and `furniture` are counts: words and sentences of the article itself, and sentences
    that are the site's. `stamp` is the file's from before it was read, None for standard input and for a file that
    had only just changed. Where only a first look was taken, `glimpsed`, there is a title and nothing else. `tags`
    are names and values that readers gave it.
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
    tags: tuple[tuple[str, str], ...] = ()


def summarize(article: "Article", witness: "Witness", *, label: str = "", stamp: Stamp | None = None) -> Summary:
    """What a list shows of the article, with what the witness counts."""
    from tui.text.witness import Kind  # noqa: PLC0415 (lists whose articles are remembered count nothing)

    own = [sentence for sentence in witness.sentences if sentence.kind is not Kind.FURNITURE]
    return Summary(
        label=label,
        source=article.source,
        key=article.key,
        sha256=article.sha256,
        title=article.title,
        byline=article.byline,
        wire=article.wire,
        agency=article.agency,
        date=article.date,
        language=article.language,
        words=_words(chain.from_iterable(sentence.tokens.written for sentence in own)),
        sentences=len(own),
        furniture=len(witness.sentences) - len(own),
        stamp=stamp,
    )


def _words(tokens: Iterable[str]) -> int:
    """How many tokens hold a letter or digit, as all but a few do."""
    counted = list(tokens)
    others = filterfalse(str.isalnum, counted)
    return len(counted) - sum(not any(map(str.isalnum, token)) for token in others)
