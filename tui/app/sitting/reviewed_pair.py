"""What reviewers say of the pair on the screen, and what of it is open."""

from tui.alignment.bonds import Bonds
from tui.alignment.model import Alignment
from tui.app.sitting.reviewing import Reviewing
from tui.presentation.backing import Margin
from tui.presentation.review.signs import Signs, margins_of
from tui.presentation.review.wording import REWORDED_SINCE, told
from tui.review import queue
from tui.review.acts import Act, Bond, Judgement, Mark, Note, Tie, Verdict
from tui.review.anchors import Anchor, anchor, pair
from tui.review.located import Located, Standing, Where
from tui.review.queue import Item
from tui.review.settling import judged
from tui.text.sides import Side, Sides

Place = tuple[Side, int]
"""A sentence of a side."""


class ReviewedPair:
    """The acts on two texts, and the pairs of sentences that are to be judged, as their alignment has them.

    Raises:
        Unreadable: One of the articles cannot be read.
    """

    def __init__(self, reviewing: Reviewing, numbers: Sides[int]) -> None:
        self._reviewing = reviewing
        self.numbers = numbers
        self._versions = numbers.map(reviewing.version)
        self._acts = len(reviewing.history)
        self._alignment: Alignment | None = None
        self._settings: tuple[str, float] | None = None
        self._read: tuple[object, ...] = ()
        self.located: Located = reviewing.located(numbers)
        self.queue: tuple[Item, ...] = ()
        self.items: tuple[Item, ...] = ()
        self._current: tuple[int, int] | None = None

    @property
    def is_stale(self) -> bool:
        """Whether something was done since this was brought up to date."""
        return len(self._reviewing.history) != self._acts

    def refresh(self) -> None:
        """Take in what was done since."""
        self._acts = len(self._reviewing.history)
        self.located.refresh()

    @property
    def bonds(self) -> Bonds:
        """The links that the reviewer made and broke."""
        return self.located.bonds(self._reviewing.reviewer)

    def judged(self, alignment: Alignment) -> Alignment:
        """The alignment with its candidates for conflict as the reviewer judged them; it is the one to be judged."""
        found = self._alignment = judged(alignment, self.located, self._reviewing.reviewer)
        self._settings = found.comparison.scorer, found.cut
        self._read = self._bearing(found)
        self.queue = queue.queue(found)
        rows = {(side, n): row for row, bead in enumerate(found.beads) for side in Side for n in bead.on(side)}

        def place(item: Item) -> tuple[int, int]:
            return rows[Side.LEFT, item.left], rows[Side.RIGHT, item.right]

        self.items = tuple(sorted(self.queue, key=place))
        return found

    def let_go(self) -> None:
        """Keep of the alignment no more than what there is to judge in it; it is by far the most."""
        self._alignment = None

    @property
    def reads_otherwise(self) -> bool:
        """Whether what was done since bears on the alignment: on its links, or its candidates for conflict."""
        return self._alignment is None or self._bearing(self._alignment) != self._read

    def _bearing(self, alignment: Alignment) -> tuple[object, ...]:
        """The links by hand, and the verdicts on the alignment's candidates for conflict."""
        pairs = {tuple(candidate.sentences) for bead in alignment.beads for candidate in bead.conflicts}
        found = self.located.judged(self._reviewing.reviewer)
        return self.bonds, {pair: standing.mark for pair, standing in found.items() if pair in pairs}

    @property
    def margins(self) -> Sides[Margin] | None:
        """The signs beside the sentences, None where there are none and nothing is being judged."""
        reviewer, bonds = self._reviewing.reviewer, self.bonds
        verdicts = [
            (pair, found.mark.judgement)
            for pair, found in self.located.judged(reviewer).items()
            if isinstance(found.mark, Verdict)
        ]
        witnesses = self._versions.map(lambda version: version.witness)
        noted = [(side, n) for side in Side for n in range(len(witnesses[side].sentences)) if self.notes(side, n)]
        if not (bonds or verdicts or noted or self._reviewing.layer):
            return None
        return margins_of(Signs(bonds.made, bonds.broken, verdicts, noted))

    def item_at(self, places: set[Place]) -> Item | None:
        """What is judged at these sentences: what was stepped to, else what is open there, candidates first."""
        here = [item for item in self.queue if {(Side.LEFT, item.left), (Side.RIGHT, item.right)} & places]
        ranked = sorted(here, key=lambda item: ((item.left, item.right) != self._current, not self.is_open(item)))
        return ranked[0] if ranked else None

    def is_open(self, item: Item) -> bool:
        """Whether the reviewer has not judged it."""
        return queue.is_open(item, self.located, self._reviewing.reviewer)

    @property
    def progress(self) -> tuple[int, int]:
        """How many pairs the reviewer has judged, and of how many."""
        return queue.progress(self.items, self.located, self._reviewing.reviewer)

    def next_open(self, after: Item | None) -> Item | None:
        """The next open pair in the order of the text, from its start again after the last."""
        found = queue.next_open(self.items, self.located, self._reviewing.reviewer, after)
        if found is not None:
            self._current = found.left, found.right
        return found

    def verdict(self, item: Item) -> Verdict | None:
        """The reviewer's own."""
        return self.located.verdict(*item.wheres, self._reviewing.reviewer)

    def judge(self, item: Item, judgement: Judgement, *, blind: bool) -> Act:
        """Keep a verdict; raises `LibraryError`."""
        assert self._settings is not None
        shown = queue.shown(item, *self._settings)
        return self._done(Verdict(self._anchors(item.left, item.right), judgement, shown, blind))

    def tie(self, left: int, right: int, tie: Tie) -> Act:
        """Make or break a link; raises `LibraryError`."""
        assert self._settings is not None
        known = next((item for item in self.items if (item.left, item.right) == (left, right)), None)
        shown = queue.shown(known or Item(left, right, None, None, ()), *self._settings)
        return self._done(Bond(self._anchors(left, right), tie, shown))

    def note(self, text: str, *places: Place) -> Act:
        """Keep a note on a sentence or on a pair; raises `LibraryError`."""
        anchors = tuple(anchor(self._versions[side], sentence) for side, sentence in places)
        return self._done(Note(pair(*anchors) if len(anchors) == 2 else anchors, text))

    def notes(self, side: Side, sentence: int) -> tuple[Standing, ...]:
        """Everyone's notes on a sentence and on pairs with it."""
        return self.located.notes(Where(side, sentence))

    def sentences(self, item: Item, labels: Sides[str]) -> tuple[tuple[str, str], tuple[str, str]]:
        """What readers call the two sentences, and their words."""
        left, right = self._versions.left.witness, self._versions.right.witness
        return (
            (f"{labels.left} {left.cite(item.left)}", left.quote(item.left)),
            (f"{labels.right} {right.cite(item.right)}", right.quote(item.right)),
        )

    def own_note(self, *places: Place) -> str:
        """The reviewer's words on just this sentence or pair; empty without any."""
        found = set.intersection(*(set(self.notes(*place)) for place in places))
        own = (mark for act, mark, _ in found if act.reviewer == self._reviewing.reviewer)
        texts = (mark.text for mark in own if isinstance(mark, Note) and len(mark.anchors) == len(places))
        return next(texts, "")

    def told_at(self, place: Place, labels: Sides[str], *, covered: bool) -> list[str]:
        """What was done to a sentence and its pairs, a line each.

        Where they are `covered`, what others found of a pair is told once the reviewer has judged it.
        """
        own = self.located.judged(self._reviewing.reviewer)
        lines = []
        for act, mark, reworded in self.located.on(Where(*place)):
            left, right = self._numbers(act)
            if covered and isinstance(mark, Verdict) and (left, right) not in own:
                continue
            numbers = zip(Side, (left, right), strict=True)
            cited = [f"{labels[side]} {self._cite(side, n)}" for side, n in numbers if n is not None]
            lines.append(f"{' – '.join(cited)}: {told(act, mark)}{f'  {REWORDED_SINCE}' * reworded}")
        return lines

    def _numbers(self, act: Act) -> tuple[int | None, int | None]:
        """The sentences of either side that an act was done to."""
        numbers = {where.text: where.sentence for where in self.located.wheres(act)}
        return numbers.get(Side.LEFT), numbers.get(Side.RIGHT)

    def _cite(self, side: Side, sentence: int) -> str:
        return self._versions[side].witness.cite(sentence)

    def _anchors(self, left: int, right: int) -> tuple[Anchor, Anchor]:
        return pair(anchor(self._versions.left, left), anchor(self._versions.right, right))

    def _done(self, mark: Mark) -> Act:
        act = self._reviewing.record(mark)
        self.refresh()
        return act
