"""Verdicts and notes at the prompt, kept as the reader on the screen keeps its own."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from tui.cli.walks import Refused, Walk
from tui.library import Library, LibraryError
from tui.presentation import glyphs
from tui.text.shown import one_line
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.cli.pair_walk import PairWalk
    from tui.library.reviews import Reviews
    from tui.reports.account import Account
    from tui.review.acts import Act
    from tui.review.anchors import Anchor
    from tui.review.located import Located
    from tui.review.queue import Item

T = TypeVar("T")
Place: TypeAlias = "tuple[Account, int]"
"""An article and one of its sentences, by its number."""


class SpokenReview:
    """What a reviewer says of the row or the sentence that is being read; every answer is one line.

    What is answered is on disk. Where nothing was kept `Refused` says why.
    """

    def __init__(self, library: Library, reviewer: str) -> None:
        self._library = library
        self._reviewer = reviewer

    def judge(self, walk: "PairWalk", judgement: str) -> str:
        """Keep a verdict on the two sentences of the row that are most alike."""
        from tui.review.acts import Judgement, Verdict
        from tui.review.anchors import pair
        from tui.review.queue import shown

        item = _item(walk)
        if item is None:
            raise Refused("only a row that both articles have can be judged")
        under, places = shown(item, walk.alignment.comparison.scorer, walk.alignment.cut), _places(walk, item)
        verdict = Verdict(pair(*_anchors(places)), Judgement(judgement), under)
        self._ask(lambda: self._reviews().record(verdict))
        return f"{judgement}: {_cited(places)}"

    def note(self, walk: Walk, words: str) -> str:
        """Keep a note on the two sentences of the row, or the one that stands alone; no words take it away."""
        from tui.review.acts import Note
        from tui.review.anchors import pair

        places = _noted(walk)
        anchors = _anchors(places)
        note = Note(pair(*anchors) if len(anchors) == 2 else tuple(anchors), words)
        self._ask(lambda: self._reviews().record(note))
        return f"{'note' if words else 'note taken away'}: {_cited(places)}"

    def turn(self, walk: Walk, *, back: bool) -> str:
        """Take back the reviewer's last act on what is being read, or bring back the one that was."""
        from tui.presentation.review.wording import said
        from tui.review.acts import Redo, Undo

        reviews = self._reviews()
        located = self._ask(lambda: self._located(reviews, walk))

        def here(act: "Act") -> bool:
            return bool(located.wheres(act))

        act = self._ask(lambda: reviews.undo(here) if back else reviews.redo(here))
        if act is None or isinstance(act.deed, (Undo, Redo)):
            raise Refused("nothing of yours to undo here" if back else "nothing to do again here")
        words = said(act.deed).replace(glyphs.NOTE, "note", 1)
        return one_line(f"{'undone' if back else 'done again'}: {words}")

    def _located(self, reviews: "Reviews", walk: Walk) -> "Located":
        from tui.library.reviews import version_of
        from tui.review.located import Located

        return Located(reviews.reload(), [version_of(account.article, account.witness) for account in walk.accounts])

    def _reviews(self) -> "Reviews":
        from tui.library.reviews import Reviews

        return Reviews(self._library, self._reviewer)

    def _ask(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except LibraryError as error:
            raise Refused(one_line(str(error))) from None


def _item(walk: "PairWalk") -> "Item | None":
    """The sentences of the row that are most alike, or of the candidate told last; None where one stands alone."""
    from tui.review.queue import queue

    row, candidate = walk.row, walk.candidate
    lefts, rights = (() if row is None else row.on(side) for side in Side)
    if candidate is not None:
        lefts, rights = ((sentence,) for sentence in candidate.sentences)
    return next((item for item in queue(walk.alignment) if item.left in lefts and item.right in rights), None)


def _noted(walk: Walk) -> Sequence[Place]:
    """What a note is put on: as a verdict, or the sentence that stands alone."""
    from tui.cli.pair_walk import PairWalk

    item = _item(walk) if isinstance(walk, PairWalk) else None
    places = walk.sentences() if item is None or not isinstance(walk, PairWalk) else _places(walk, item)
    if not places:
        raise Refused("a note is for a sentence; for example: read A")
    return places


def _places(walk: "PairWalk", item: "Item") -> Sequence[Place]:
    return (walk.accounts.left, item.left), (walk.accounts.right, item.right)


def _anchors(places: Sequence[Place]) -> "Sequence[Anchor]":
    from tui.library.reviews import version_of
    from tui.review.anchors import anchor

    return [anchor(version_of(account.article, account.witness), sentence) for account, sentence in places]


def _cited(places: Sequence[Place]) -> str:
    return " and ".join(f"{account.label} {account.witness.cite(sentence)}" for account, sentence in places)
