"""Articles that are kept elsewhere, as a collection asks for them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from tui.articles.origin import Source
from tui.articles.summary import Summary

if TYPE_CHECKING:
    from tui.articles.model import Article


class Shelf(Protocol):
    """Sources by their places from 0 on, which never change; safe to use from several threads."""

    @property
    def name(self) -> str:
        """What the shelf is called."""
        ...

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> Source: ...

    def label(self, place: int) -> str:
        """The label of the article there; places behind the last have labels too."""
        ...

    def find(self, name: str) -> int | None:
        """The place of the article with this label, in capitals or not, or with this key; None without one."""
        ...

    def sentences(self) -> int | None:
        """How many sentences there are; None where counting them takes too long to be told in passing."""
        ...

    def having(self, source: Source) -> Sequence[int]:
        """The places of a source's articles, whichever version is there."""
        ...

    def ordered(self, by: str) -> Sequence[int]:
        """The places by `title`, `words`, `date`, `added` or `unread`."""
        ...

    def titled(self, words: str) -> Sequence[int]:
        """The places of the articles whose title or byline has these words, ascending."""
        ...

    def summary(self, place: int) -> Summary:
        """What a list shows of it."""
        ...

    def added(self, source: Source) -> int | None:
        """When this version was put there, in microseconds since 1970; None where it is not."""
        ...

    def article(self, source: Source) -> "Article":
        """The version that the source names.

        Raises:
            Unreadable: It is not there.
        """
        ...

    def version(self, place: int, number: int) -> Source | None:
        """That version of the article there, counted from 1, the earliest; None without one."""
        ...
