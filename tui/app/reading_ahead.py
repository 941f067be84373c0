"""Articles read before they are wanted, while nobody types."""

from collections.abc import Callable
from threading import Event

from tui.articles import Collection

QUIET_SECONDS = 1.0
"""How long nobody must have typed."""

REST_SECONDS = 0.002
"""The rest after each article, so that a key never waits for it."""

REPORT_ARTICLES = 200
"""How many articles are read between two reports."""


class ReadingAhead:
    """Reads every article that is not known yet, in order, for as long as nothing stops it.

    Args:
        collection: What to read.
        quiet: How many seconds nobody has typed for.
        report: Hears every now and then, and at the end, that more is known; called in the thread that reads.
        keep: Writes down what has been read, at the start and as often as `report` hears of it.
    """

    def __init__(
        self,
        collection: Collection,
        quiet: Callable[[], float],
        report: Callable[[], object],
        keep: Callable[[], object] = bool,
    ) -> None:
        self._collection = collection
        self._quiet = quiet
        self._report = report
        self._keep = keep
        self._over = Event()

    def stop(self) -> None:
        """Read no further; what is being read is finished."""
        self._over.set()

    def run(self) -> None:
        """Read until all is known, or `stop` is called."""
        self._keep()
        unknown = [number for number in range(len(self._collection)) if self._collection.known(number) is None]
        for count, number in enumerate(unknown):
            while (wait := QUIET_SECONDS - self._quiet()) > 0 and not self._over.is_set():
                self._over.wait(wait)
            if self._over.is_set():
                return
            if self._collection.recalled(number) is None:
                self._collection.summary(number)
                self._over.wait(REST_SECONDS)
            if count % REPORT_ARTICLES == REPORT_ARTICLES - 1:
                self._keep()
                self._report()
        self._keep()
        self._report()
