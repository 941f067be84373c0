"""One article, read sentence by sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tui.cli.places import Places
from tui.cli.walks import Refused, Walk, numbered, place_asked
from tui.presentation.linear import about_line, said, sentence_line
from tui.reports.account import Account
from tui.text.shown import one_line
from tui.text.witness import Kind


class ArticleWalk(Walk):
    """One article, sentence by sentence; the site's own lines with it, if wanted."""

    noun = "sentence"

    def __init__(self, account: Account, *, furniture: bool) -> None:
        super().__init__()
        self.account = account
        self.accounts = (account,)
        own = account.witness.sentences
        self._shown = [n for n, sentence in enumerate(own) if furniture or sentence.kind is not Kind.FURNITURE]

    def __len__(self) -> int:
        return len(self._shown)

    def line(self, place: int) -> str:
        """The sentence with its number."""
        return sentence_line(self.account.witness, self._shown[place])

    def texts(self, place: int) -> Iterator[str]:
        """The sentence."""
        yield self.account.witness.quote(self._shown[place])

    def sentences(self) -> Sequence[tuple[Account, int]]:
        """The sentence."""
        return [(self.account, self._shown[self.place])] if self._shown else ()

    def opening(self) -> list[str]:
        """What the article states about itself, and its first sentence."""
        account = self.account
        return [f"{about_line(account.label, account.article)} {account.sentences} sentences.", self.here()]

    def resume(self, places: Places) -> bool:
        """Stand at the sentence where the article was left, or where that is left out at the next."""
        left = places.of_article(self.account)
        if left is not None and self._shown:
            self.place = min(bisect_left(self._shown, left), len(self) - 1)
        return self.place > 0

    def keep(self, places: Places) -> None:
        """Keep the sentence, and how much of the article lies behind it."""
        if self._shown:
            places.keep_article(self.account, self._shown[self.place], (self.place + 1) / len(self))

    def where(self) -> str:
        """The article and the sentence."""
        account = self.account
        here = account.witness.cite(self._shown[self.place]) if self._shown else "no sentence"
        return f"{account.label}, {here} of {account.sentences}: {one_line(account.article.title)}"

    def go_to(self, asked: str, *, sentence: bool) -> str:  # noqa: ARG002 (its lines are its sentences)
        """The sentence that readers call by this number."""
        if place_asked(asked).label not in (None, self.account.label):
            raise Refused(f"this is {self.account.label}; list leads to the others")
        wanted = numbered(asked, self.account.sentences, self.noun) + 1
        numbers = self.account.witness.numbers
        self.place = self._shown.index(numbers.index(wanted))
        return self.here()

    def headings(self) -> list[str]:
        """Title and headings with their numbers."""
        witness = self.account.witness
        kinds = (Kind.TITLE, Kind.HEADING)
        return [f"{witness.cite(n)}: {said(witness, (n,))}" for n in self._shown if witness.sentences[n].kind in kinds]
