"""A comparison run off the event loop: one at a time, the latest wanted."""

from functools import partial
from threading import Event
from time import monotonic

from textual.screen import Screen

from tui.alignment.model import Cancelled
from tui.app.messages import ComparisonAdvanced, ComparisonFailed, ComparisonReady
from tui.app.sitting.session import Session
from tui.app.work.background import Background, percents
from tui.articles import Unreadable
from tui.text.sides import Sides

QUIET_SECONDS = 0.2
"""How long a comparison may take before it says how far it is."""

SIGHT_SECONDS = 1.0
"""How long the candidates for conflict wait at most until the pair that they belong to is in sight."""


class Comparing(Background):
    """Compares for one screen, which gets a message when a pair is ready, advances or fails.

    A pair whose candidates for conflict are still to be worked out is ready twice, first without them.
    """

    def __init__(self, screen: Screen[None], session: Session) -> None:
        super().__init__(screen, "compare")
        self._session = session
        self._wanted: Sides[int] | None = None
        self._unfinished: Sides[int] | None = None
        self._in_sight = Event()

    def start(self, pair: Sides[int]) -> None:
        """Compare a pair; one that is still under way is given up."""
        in_sight = Event()
        self.run(partial(self._compare, pair, in_sight))
        self._in_sight, self._wanted, self._unfinished = in_sight, pair, pair

    def stop(self) -> bool:
        """Give up what is under way; False where no pair and no candidates are waited for."""
        under_way, self._wanted, self._unfinished = self.under_way, None, None
        self.go_on()
        super().stop()
        return under_way

    def go_on(self) -> None:
        """Let the candidates for conflict be worked out: the pair is in sight, which they would have held up."""
        self._in_sight.set()

    @property
    def wanted(self) -> Sides[int] | None:
        """The pair that is waited for."""
        return self._wanted

    @property
    def busy(self) -> bool:
        """Whether a pair is waited for."""
        return self._wanted is not None

    def is_current(self, pair: Sides[int]) -> bool:
        """Whether this is the pair that the screen waits for."""
        return pair == self._wanted

    @property
    def under_way(self) -> bool:
        """Whether a pair is waited for, or its candidates for conflict."""
        return self._unfinished is not None

    def finish(self, pair: Sides[int], *, whole: bool = True) -> bool:
        """Whether this result is the one waited for; it is then waited for no longer, but for candidates it lacks."""
        if pair != self._unfinished:
            return False
        self._wanted, self._unfinished = None, None if whole else pair
        return True

    def _compare(self, pair: Sides[int], in_sight: Event) -> None:
        begun, scorer = monotonic(), self._session.scorer

        def tell(share: float) -> None:
            if monotonic() - begun > QUIET_SECONDS:
                self._screen.post_message(ComparisonAdvanced(pair, share))

        progress = percents(tell)

        def show_first(share: float) -> None:
            if not in_sight.is_set():
                self._screen.post_message(ComparisonReady(pair, comparison, None))
                in_sight.wait(SIGHT_SECONDS)
                in_sight.set()
            progress(share)

        try:
            left, right = pair.map(self._session.collection.witness)
            comparison = self._session.comparer.compare(left, right, scorer=scorer, progress=progress)
            conflicts = self._session.conflicts(pair, progress=show_first)
            progress(1.0)  # facts are found in one go, and may not be wanted any more
        except Unreadable as error:
            self._screen.post_message(ComparisonFailed(pair, str(error)))
        except Cancelled:
            return
        else:
            self._screen.post_message(ComparisonReady(pair, comparison, conflicts))
            self._session.comparer.keep()
