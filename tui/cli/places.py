"""Reading places of the prompt, kept as the reader on the screen keeps its own, and links made there by hand."""

from collections.abc import Callable
from typing import TypeVar

from tui.alignment.bonds import UNBOUND, Bonds
from tui.library import Entry, Library, LibraryError, find_place, keep_pair_place, pair_place, place_at
from tui.reports.account import Account
from tui.text.sides import Side, Sides

T = TypeVar("T")


class Places:
    """Where articles and pairs were left; what is kept twice is written once.

    Where the library refuses, the conversation goes on without it: `trouble` then holds one line that says why,
    until it is taken.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: tuple[object, ...] = ()
        self._trouble = ""

    def of_article(self, account: Account) -> int | None:
        """The sentence at which an article was left; None where it is new. O(n) in the sentences."""
        place = self._try(lambda: self._library.place(account.article))
        return None if place is None else find_place(place, account.witness)

    def keep_article(self, account: Account, sentence: int, share: float) -> None:
        """Keep the sentence that is read, and how much of the article has been, 0.0 to 1.0."""
        if self._is_news(account.article.key, sentence, share):
            place = place_at(account.witness, sentence, share=share)
            self._try(lambda: self._library.keep_place(account.article, place))

    def of_pair(self, accounts: Sides[Account]) -> tuple[Side, int] | None:
        """The side and sentence at which a pair was left; None where it is new."""
        found = self._try(lambda: pair_place(self._library, accounts.map(lambda account: account.article)))
        if found is None or found[1] >= len(accounts[found[0]].witness.sentences):
            return None
        return found

    def keep_pair(self, accounts: Sides[Account], side: Side, sentence: int) -> None:
        """Keep the side and sentence that are read in a pair."""
        articles: Sides[Entry] = accounts.map(lambda account: account.article)
        if self._is_news(articles.left.key, articles.right.key, side, sentence):
            self._try(lambda: keep_pair_place(self._library, articles, side, sentence))

    def bonds(self, accounts: Sides[Account], reviewer: str) -> Bonds:
        """The links between the two texts that the reviewer made and broke; none where nobody reviewed anything."""
        return self._try(lambda: _bonds(self._library, accounts, reviewer)) or UNBOUND

    def take_trouble(self) -> str:
        """Why nothing more is kept, once; empty where all is well."""
        trouble, self._trouble = self._trouble, ""
        return trouble

    def _is_news(self, *kept: object) -> bool:
        before, self._kept = self._kept, kept
        return before != kept

    def _try(self, ask: Callable[[], T]) -> T | None:
        """What the library answers; None where it refuses, which it is asked only once to do."""
        try:
            return ask()
        except LibraryError as error:
            self._trouble = f"{error} (places last for this conversation)"
            self._library = Library.open(None)
            return None


def _bonds(library: Library, accounts: Sides[Account], reviewer: str) -> Bonds:
    if not library.lasts or not library.is_reviewed():
        return UNBOUND
    from tui.library.reviews import Reviews, version_of
    from tui.review.located import Located

    versions = [version_of(account.article, account.witness) for account in accounts]
    return Located(Reviews(library, reviewer).reload(), versions).bonds(reviewer)
