"""Articles read before they are wanted, while nobody types."""

from collections.abc import Callable, Iterable
from threading import Event

from tui.articles import Collection

PAUSE_SECONDS = 0.3
"""How long nobody must have typed before what is on the screen is read."""

QUIET_SECONDS = 1.0
"""How long nobody must have typed before anything else is."""

REST_SECONDS = 0.002
"""The rest after each article, so that a key never waits for it."""

REPORT_ARTICLES = 200
"""How many articles are read between two reports."""


class ReadingAhead:
    """Reads every article that is not known yet, for as long as nothing stops it.

    Args:
        collection: What to read.
        visible: Gives the articles on the screen, which are read first; asked in the thread that reads.
        quiet: How many seconds nobody has typed for.
        report: Hears that more is known: when all on the screen is, every now and then, and when the rest is; called
            in the thread that reads.
        keep: Writes down what has been read, at the start and as often as `report` hears of it.
    """

    def __init__(
        self,
        collection: Collection,
        visible: Callable[[], Iterable[int]],
        quiet: Callable[[], float],
        report: Callable[[], object],
        keep: Callable[[], object] = bool,
    ) -> None:
        self._collection = collection
        self._visible = visible
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
        rest, unreported = iter(self._collection.beside), 0  # what is on a shelf need not be read to be listed
        while not self._over.is_set():
            seen = [number for number in self._visible() if self._collection.known(number) is None]
            if self._too_soon(PAUSE_SECONDS if seen else QUIET_SECONDS):
                continue
            number = seen[0] if seen else next((each for each in rest if self._collection.known(each) is None), None)
            if number is None:
                if unreported:
                    self._tell()
                return
            if self._collection.recalled(number) is None:
                self._collection.summary(number)
                self._over.wait(REST_SECONDS)
            unreported += 1
            if len(seen) == 1 or unreported == REPORT_ARTICLES:
                self._tell()
                unreported = 0

    def _too_soon(self, seconds: float) -> bool:
        """Whether somebody has typed within so many seconds; waits a while if so."""
        wait = seconds - self._quiet()
        if wait > 0:
            self._over.wait(min(wait, PAUSE_SECONDS))
        return wait > 0

    def _tell(self) -> None:
        self._keep()
        self._report()
