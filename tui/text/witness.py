"""One version of a text, cut into sentences and tokens that keep their places in it."""

from bisect import bisect_right
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from tui.text.spans import Span
from tui.text.tokens import Tokens


class Kind(StrEnum):
    """What a stretch of an article is. Furniture is the site's, not the author's, and is never aligned."""

    TITLE = "title"
    DEK = "dek"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Sentence(NamedTuple):
    """A sentence without the white space around it; the sentences of a text are in order and disjoint."""

    span: Span
    kind: Kind
    tokens: Tokens


class Witness(NamedTuple):
    """A text as one source gives it; only white space and marks of headings lie between its sentences."""

    text: str
    sentences: tuple[Sentence, ...]
    language: str = "en"

    def quote(self, sentence: int) -> str:
        """The sentence's own characters."""
        return self.text[slice(*self.sentences[sentence].span)]

    def sentence_at(self, place: int) -> int:
        """The sentence that a code point stands in or before; the count of sentences past the last. O(log n)."""
        return bisect_right(self.sentences, place, key=lambda sentence: sentence.span.end)

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """What readers call each sentence: its number among those that are not furniture, from 1; else None. O(n)."""
        counter = count(1)
        return tuple(None if s.kind is Kind.FURNITURE else next(counter) for s in self.sentences)

    def cite(self, sentence: int) -> str:
        """What readers call the sentence, `s10` for the tenth that is not furniture. O(n)."""
        number = self.numbers[sentence]
        return "furniture" if number is None else f"s{number}"
