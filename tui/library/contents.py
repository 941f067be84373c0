"""An article as a library stores it, and stored articles read again."""

import json
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, filterfalse
from typing import Any, NamedTuple

from tui.alignment.content import words_of
from tui.articles.model import Article, Block
from tui.articles.origin import Source
from tui.articles.summary import Summary, summarize
from tui.text.spans import Span
from tui.text.tokens import forms
from tui.text.witness import Kind, Witness

_LEVEL = 6


class Stored(NamedTuple):
    """What is stored of an article; made of plain values, so that one process can make it and another keep it.

    `original` and `text` are deflated, `text` None where the original's bytes are its UTF-8; `parts` are the blocks
    and sentences as deflated JSON; `forms` has a line for each sentence, what is compared of its content words.
    """

    summary: Summary
    format: str
    encoding: str
    address: str | None
    original: bytes
    text: bytes | None
    parts: bytes
    forms: str


def stored(article: Article, witness: Witness, original: bytes) -> Stored:
    """The article and its sentences as they are stored, with the bytes that it was read from."""
    text = article.text.encode("utf-8", "surrogatepass")
    blocks = [(*block.span, block.kind, block.rule) for block in article.blocks]
    sentences = [sentence.span for sentence in witness.sentences]
    return Stored(
        summarize(article, witness),
        article.format,
        article.encoding,
        article.address,
        zlib.compress(original, _LEVEL),
        None if text == original else zlib.compress(text, _LEVEL),
        deflated(json.dumps([blocks, sentences], separators=(",", ":"))),
        "\n".join(_content_forms(witness)),
    )


class _Keys(dict[str, str | None]):
    """What is compared of each word as it is written in one language, None where it has no content.

    Filled as words are met: one look tells what forms and stems come to.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def learn(self, written: Iterable[str]) -> None:
        """Meet many words at once."""
        if len(self) >= _REMEMBERED:
            self.clear()
        new = [*filterfalse(self.__contains__, {*written})]
        folded, words = forms(new, language=self._language), words_of(self._language)
        words.learn(folded)
        found = zip(new, map(words.__getitem__, folded), strict=True)
        self.update({word: key if content else None for word, (key, content) in found})


_REMEMBERED = 200_000
_keys_of = lru_cache(maxsize=256)(_Keys)


def _content_forms(witness: Witness) -> Iterator[str]:
    """What is compared of each sentence's content words: spelling folded, stemmed; nothing of furniture."""
    own = [() if sentence.kind is Kind.FURNITURE else sentence.tokens.written for sentence in witness.sentences]
    keys = _keys_of(witness.language)
    keys.learn(chain.from_iterable(own))
    for written in own:
        yield " ".join([key for key in map(keys.__getitem__, written) if key is not None])


def deflated(text: str) -> bytes:
    """The text as it is stored."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def inflated(stored: bytes) -> str:
    """The text that is stored so."""
    return zlib.decompress(stored).decode("utf-8", "surrogatepass")


def text_of(original: bytes, text: bytes | None) -> str:
    """The text that the two deflated columns hold."""
    return inflated(original if text is None else text)


def sentences_of(parts: bytes) -> list[Span]:
    """Where each sentence stands in the text."""
    return [Span(start, end) for start, end in json.loads(inflated(parts))[1]]


def article_of(source: Source, row: tuple[Any, ...]) -> Article:
    """The article that a row of `ARTICLE` is."""
    *fields, original, text, parts = row
    blocks, _ = json.loads(inflated(parts))
    return Article(
        **dict(zip(_FIELDS, fields, strict=True)),
        text=text_of(original, text),
        blocks=tuple(Block(Span(start, end), Kind(kind), rule) for start, end, kind, rule in blocks),
        source=source,
    )


_FIELDS = (
    *("key", "title", "byline", "wire", "agency", "date", "language", "sha256", "encoding", "address", "format"),
)
ARTICLE = """
    SELECT "key", title, byline, wire, agency, date, language, sha256, encoding, address, format, original, text, parts
    FROM article JOIN held ON held.article = article.id JOIN content ON content.article = article.id
    WHERE source = ? AND "key" = ?"""
"""What is stored of the version of a source that has this key."""
