"""Verdicts and notes at the prompt, kept as the reader on the screen keeps its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.cli.walks import Refused
from tui.library import Library, LibraryError
from tui.presentation import glyphs
from tui.text.shown import one_line
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.cli.pair_walk import PairWalk
    from tui.library.reviews import Reviews
    from tui.review.acts import Act
    from tui.review.anchors import Anchor
    from tui.review.located import Located
    from tui.review.queue import Item

T = TypeVar("T")


class SpokenReview:
    """What a reviewer says of the row of a pair that is being read; every answer is one line.

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
        under = shown(item, walk.alignment.comparison.scorer, walk.alignment.cut)
        verdict = Verdict(pair(*self._anchors(walk, item)), Judgement(judgement), under)
        self._ask(lambda: self._reviews().record(verdict))
        return f"{judgement}: {_cited(walk, item)}"

    def note(self, walk: "PairWalk", words: str) -> str:
        """Keep a note on the two sentences of the row; no words take it away."""
        from tui.review.acts import Note
        from tui.review.anchors import pair

        item = _item(walk)
        note = Note(pair(*self._anchors(walk, item)), words)
        self._ask(lambda: self._reviews().record(note))
        return f"{'note' if words else 'note taken away'}: {_cited(walk, item)}"

    def turn(self, walk: "PairWalk", *, back: bool) -> str:
        """Take back the reviewer's last act on this pair of articles, or bring back the one that was."""
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

    def _located(self, reviews: "Reviews", walk: "PairWalk") -> "Located":
        from tui.library.reviews import version_of
        from tui.review.located import Located

        return Located(reviews.reload(), [version_of(account.article, account.witness) for account in walk.accounts])

    def _reviews(self) -> "Reviews":
        from tui.library.reviews import Reviews

        return Reviews(self._library, self._reviewer)

    def _anchors(self, walk: "PairWalk", item: "Item") -> "tuple[Anchor, Anchor]":
        from tui.library.reviews import version_of
        from tui.review.anchors import anchor

        left, right = (version_of(account.article, account.witness) for account in walk.accounts)
        return anchor(left, item.left), anchor(right, item.right)

    def _ask(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except LibraryError as error:
            raise Refused(one_line(str(error))) from None


def _item(walk: "PairWalk") -> "Item":
    from tui.review.queue import queue

    row, candidate = walk.row, walk.candidate
    lefts, rights = (() if row is None else row.on(side) for side in Side)
    if candidate is not None:
        lefts, rights = ((sentence,) for sentence in candidate.sentences)
    found = next((item for item in queue(walk.alignment) if item.left in lefts and item.right in rights), None)
    if found is None:
        raise Refused("only a row that both articles have can be judged")
    return found


def _cited(walk: "PairWalk", item: "Item") -> str:
    left, right = walk.accounts.left.witness, walk.accounts.right.witness
    return f"{walk.labels.left} {left.cite(item.left)} and {walk.labels.right} {right.cite(item.right)}"
