"""What there is to judge in pairs of articles, worked out off the event loop."""

from collections.abc import Callable, Sequence
from itertools import combinations

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.alignment.model import Cancelled
from tui.app.messages import QueueAdvanced, QueueReady
from tui.app.pairing import aligned
from tui.app.reviewed_pair import ReviewedPair
from tui.app.session import Session
from tui.articles import Unreadable
from tui.text.sides import Sides

MOST = 24
"""So many articles are compared with each other, the first of the list."""


def every_pair(session: Session) -> tuple[Sides[int], ...]:
    """All pairs of the first articles of the list that can be read, in its order."""
    numbers = [number for number in range(min(MOST, len(session.collection))) if session.readable(number)]
    return tuple(Sides(*pair) for pair in combinations(numbers, 2))


class Queueing:
    """Aligns pairs for one screen, which gets a message when all are ready or some of them are done."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self._screen = screen
        self._session = session
        self._worker: Worker[None] | None = None

    def start(self, pairs: Callable[[], Sequence[Sides[int]]]) -> None:
        """Align these pairs, which are looked for first."""
        self._worker = self._screen.run_worker(lambda: self._align(pairs), thread=True, group="queue")

    def stop(self) -> bool:
        """Give up what is under way; False where nothing is."""
        busy = self.busy
        if self._worker is not None:
            self._worker.cancel()
        return busy

    @property
    def busy(self) -> bool:
        """Whether pairs are being aligned."""
        return self._worker is not None and not self._worker.is_finished

    def _align(self, pairs: Callable[[], Sequence[Sides[int]]]) -> None:
        worker, found = get_current_worker(), list[ReviewedPair]()

        def progress(_: float) -> None:
            if worker.is_cancelled:
                raise Cancelled

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
