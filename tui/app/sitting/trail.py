"""Where one has been: the way back and forward again, across articles and pairs."""

from tui.presentation.spot import Spot

LENGTH = 100
"""The way back forgets what lies further behind."""


class Trail:
    """Spots left behind, and those come back from."""

    def __init__(self) -> None:
        self._back: list[Spot] = []
        self._forward: list[Spot] = []

    def leave(self, spot: Spot) -> None:
        """Remember a spot before a jump; what lay forward is forgotten."""
        if not self._back or self._back[-1] != spot:
            self._back = [*self._back, spot][-LENGTH:]
        self._forward.clear()

    def back(self, now: Spot | None) -> Spot | None:
        """The last spot left behind that is not where one stands; None where there is none."""
        return self._step(self._back, self._forward, now)

    def forward(self, now: Spot | None) -> Spot | None:
        """The spot that one came back from; None where there is none."""
        return self._step(self._forward, self._back, now)

    @staticmethod
    def _step(source: list[Spot], target: list[Spot], now: Spot | None) -> Spot | None:
        while source:
            spot = source.pop()
            if spot != now:
                if now is not None:
                    target.append(now)
                return spot
        return None
