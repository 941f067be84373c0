"""Long work for one screen in a thread of its own."""

from collections.abc import Callable

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.alignment.model import Cancelled, Progress


class Background:
    """One piece of work at a time, which ends when it is given up or its screen is closed."""

    def __init__(self, screen: Screen[None], name: str) -> None:
        self._screen = screen
        self._name = name
        self._worker: Worker[None] | None = None

    def run(self, work: Callable[[], None]) -> None:
        """Do this in place of what is under way."""
        self.stop()
        self._worker = self._screen.run_worker(work, thread=True, group=self._name)

    def stop(self) -> bool:
        """Give up what is under way; False where nothing is."""
        busy = self.busy
        if self._worker is not None:
            self._worker.cancel()
        self._worker = None
        return busy

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._worker is not None and not self._worker.is_finished


def percents(tell: Callable[[float], object]) -> Progress:
    """For the thread that asks: tells of each new percent, and raises `Cancelled` once the work is given up."""
    worker, told = get_current_worker(), -1

    def progress(share: float) -> None:
        nonlocal told
        if worker.is_cancelled:
            raise Cancelled
        if (percent := int(share * 100)) != told:
            told = percent
            tell(share)

    return progress
