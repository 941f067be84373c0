"""The articles that reviewers did something to, read off the event loop."""

from textual.screen import Screen

from tui.alignment.model import Cancelled
from tui.app.messages import ActsLocated
from tui.app.sitting.annotations import Annotations
from tui.app.work.background import Background, percents


class Locating(Background):
    """Finds acts in their articles for one screen, which gets a message when all are found or some articles read."""

    def __init__(self, screen: Screen[None], annotations: Annotations) -> None:
        super().__init__(screen, "annotations")
        self._annotations = annotations

    def start(self) -> None:
        """Read what is lacking."""
        self.run(self._locate)

    def _locate(self) -> None:
        try:
            self._annotations.read(percents(lambda share: self._screen.post_message(ActsLocated(share))))
        except Cancelled:
            return
        self._screen.post_message(ActsLocated(None))
