"""A conversation about articles: a line of words in, a few lines out. Needs no terminal."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.alignment.model import Progress
from tui.articles import Unreadable
from tui.cli.article_walk import ArticleWalk
from tui.cli.list_walk import ListWalk
from tui.cli.places import Places
from tui.cli.sources import Selection
from tui.cli.spoken_commands import understood
from tui.cli.spoken_review import SpokenReview
from tui.cli.walks import Refused, Walk
from tui.comparer import Comparer
from tui.library import Library
from tui.reports.account import Account
from tui.settings import Settings
from tui.settings.login import reviewer
from tui.text.shown import one_line
from tui.text.sides import Sides

if TYPE_CHECKING:
    from tui.cli.pair_walk import PairWalk


class Conversation:
    """What is being read, and what was said last; `over` once the reader has quit.

    `progress` is called while two articles are compared, and may end that by raising. Reading places are kept in
    the library; without one they last for this conversation.
    """

    def __init__(
        self,
        selection: Selection,
        settings: Settings,
        *,
        progress: Progress | None = None,
        library: Library | None = None,
    ) -> None:
        self.over = False
        self.last: tuple[str, ...] = ()
        self.found = ""
        self._selection = selection
        self._settings = settings
        self._progress = progress
        self._comparer = Comparer()
        library = library or Library.open(None)
        self._places = Places(library)
        self.review = SpokenReview(library, reviewer(settings))
        self.walk: Walk = ListWalk(selection.collection, selection.chosen)

    def open(self) -> tuple[str, ...]:
        """What is said at first: one article, two as a pair, else the list."""
        labels = [self._selection.collection.label(number) for number in self._selection.chosen]
        if len(labels) == 1:
            return self.answer(f"read {labels[0]}")
        if len(labels) == 2:
            return self.answer(f"pair {' '.join(labels)}")
        return self.answer("list")

    def answer(self, line: str) -> tuple[str, ...]:
        """The answer to one line; never without a line, unless it ends the conversation."""
        try:
            self.last = tuple(self._answers(" ".join(line.split())))
        except Refused as refused:
            self.last = (str(refused),)
        except Unreadable as unreadable:
            self.last = (one_line(f"{unreadable.source.name} cannot be read: {unreadable.reason}"),)
        self.walk.keep(self._places)
        trouble = self._places.take_trouble()
        return (*self.last, one_line(trouble)) if trouble else self.last

    def _answers(self, line: str) -> Iterable[str]:
        if line.isascii() and line.isdigit():
            line = f"row {line}"
        command, rest = understood(line)
        if command is None:
            raise Refused(f"unknown command: {one_line(line)}; help names them all")
        if rest and not command.follows:
            raise Refused(f"{command.names[0]} takes nothing after it; help {command.names[0]} says what it does")
        return command.answer(self, rest)

    def pair(self) -> "PairWalk":
        """The pair that is being read.

        Raises:
            Refused: It is something else.
        """
        from tui.cli.pair_walk import PairWalk

        if not isinstance(self.walk, PairWalk):
            raise Refused("that is for two articles; for example: pair A B")
        return self.walk

    def read(self, label: str) -> Iterable[str]:
        """Read the article with this label."""
        return self._opened(ArticleWalk(self._account(label), furniture=self._settings.furniture))

    def compare(self, labels: str) -> Iterable[str]:
        """Read two articles as a pair; one alone is compared with the article that is being read."""
        names = labels.split()
        if len(names) == 1 and isinstance(self.walk, ArticleWalk):
            names.insert(0, self.walk.account.label)
        if len(names) != 2:
            raise Refused("pair needs two labels; for example: pair A B")
        accounts = Sides(*map(self._account, names))
        from tui.alignment.conflicts import find_conflicts
        from tui.cli.pair_walk import PairWalk, Reading

        settings = self._settings
        bonds = self._places.bonds(accounts, reviewer(settings))
        reading = Reading(settings.cut, settings.min_words, settings.furniture, settings.strict, bonds)
        comparison = self._comparer.compare(accounts.left.witness, accounts.right.witness, progress=self._progress)
        dates = accounts.map(lambda account: account.article.date)
        found = find_conflicts(accounts.map(lambda account: account.witness), dates)
        return self._opened(PairWalk(accounts, comparison, reading, found))

    def _opened(self, walk: Walk) -> Iterable[str]:
        """What is said of a text at first, with a word before the line where the reader left off."""
        self.walk = walk
        resumed = walk.resume(self._places)
        *lines, here = walk.opening()
        return [*lines, "Where you left it; first goes to the start.", here] if resumed else [*lines, here]

    def list(self) -> Iterable[str]:
        """The list of articles."""
        self.walk = ListWalk(self._selection.collection, self._selection.chosen)
        return self.walk.opening()

    def find(self, words: str) -> Iterable[str]:
        """Find the words, or the last ones again."""
        self.found = words or self.found
        if not self.found:
            raise Refused("find what? for example: find the president")
        return self.walk.find(self.found)

    def quit(self) -> Iterable[str]:
        """End the conversation."""
        self.over = True
        return ()

    def _account(self, label: str) -> Account:
        try:
            number = self._selection.collection.find(label)
        except KeyError:
            raise Refused(
                f"no article {one_line(label)}; list names them" if label else "read which? list names them"
            ) from None
        return self._selection.account(number)
