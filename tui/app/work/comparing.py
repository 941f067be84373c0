"""A comparison run off the event loop: one at a time, the latest wanted."""

from functools import partial
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


class Comparing(Background):
    """Compares for one screen, which gets a message when a pair is ready, advances or fails."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        super().__init__(screen, "compare")
        self._session = session
        self._wanted: Sides[int] | None = None

    def start(self, pair: Sides[int]) -> None:
        """Compare a pair; one that is still under way is given up."""
        self.run(partial(self._compare, pair))
        self._wanted = pair

    def stop(self) -> bool:
        """Give up what is under way; False where no pair is waited for."""
        busy, self._wanted = self.busy, None
        super().stop()
        return busy

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

    def finish(self, pair: Sides[int]) -> bool:
        """Whether this result is the one waited for; it is then waited for no longer."""
        if not self.is_current(pair):
            return False
        self._wanted = None
        return True

    def _compare(self, pair: Sides[int]) -> None:
        begun, scorer = monotonic(), self._session.scorer

        def tell(share: float) -> None:
            if monotonic() - begun > QUIET_SECONDS:
                self._screen.post_message(ComparisonAdvanced(pair, share))

        progress = percents(tell)
        try:
            left, right = pair.map(self._session.collection.witness)
            comparison = self._session.comparer.compare(left, right, scorer=scorer, progress=progress)
            conflicts = self._session.conflicts(pair, progress=progress)
        except Unreadable as error:
            self._screen.post_message(ComparisonFailed(pair, str(error)))
        except Cancelled:
            return
        else:
            self._screen.post_message(ComparisonReady(pair, comparison, conflicts))
            self._session.comparer.keep()
