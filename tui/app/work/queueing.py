"""What there is to judge in pairs of articles, worked out off the event loop."""

from collections.abc import Callable, Sequence
from itertools import combinations

from textual.screen import Screen

from tui.alignment.model import Cancelled
from tui.app.messages import QueueAdvanced, QueueReady
from tui.app.sitting.pairing import aligned
from tui.app.sitting.reviewed_pair import ReviewedPair
from tui.app.sitting.session import Session
from tui.app.work.background import Background, percents
from tui.articles import Unreadable
from tui.text.sides import Sides

MOST = 24
"""So many articles are compared with each other, the first of the list."""


def every_pair(session: Session) -> tuple[Sides[int], ...]:
    """All pairs of the first articles of the list that can be read, in its order."""
    numbers = [number for number in range(min(MOST, len(session.collection))) if session.readable(number)]
    return tuple(Sides(*pair) for pair in combinations(numbers, 2))


class Queueing(Background):
    """Aligns pairs for one screen, which gets a message when all are ready or some of them are done."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        super().__init__(screen, "queue")
        self._session = session

    def start(self, pairs: Callable[[], Sequence[Sides[int]]]) -> None:
        """Align these pairs, which are looked for first."""
        self.run(lambda: self._align(pairs))

    def _align(self, pairs: Callable[[], Sequence[Sides[int]]]) -> None:
        progress, found = percents(lambda _: None), list[ReviewedPair]()
        wanted = pairs()
        try:
            for done, pair in enumerate(wanted):
                progress(0.0)
                try:
                    found.append(reviewed_pair(self._session, pair, progress))
                except Unreadable:
                    continue
                self._screen.post_message(QueueAdvanced((done + 1) / len(wanted)))
                self._session.comparer.keep()
        except Cancelled:
            return
        self._screen.post_message(QueueReady(tuple(found)))


def reviewed_pair(session: Session, pair: Sides[int], progress: Callable[[float], None]) -> ReviewedPair:
    """A pair of articles with what there is to judge in it.

    Raises:
        Unreadable: One of them cannot be read.
        Cancelled: When `progress` raises it.
    """
    left, right = pair.map(session.collection.witness)
    comparison = session.comparer.compare(left, right, scorer=session.scorer, progress=progress)
    conflicts = session.conflicts(pair, progress=progress)
    reviewed = ReviewedPair(session.reviewing, pair)
    aligned(session, comparison, conflicts, reviewed)
    return reviewed
