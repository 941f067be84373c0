"""What there is to judge in pairs of articles, worked out off the event loop."""

from collections.abc import Callable, Iterator
from itertools import combinations, islice
from time import monotonic

from textual.screen import Screen

from tui.alignment.model import Cancelled
from tui.app.messages import QueueAdvanced, QueueReady
from tui.app.sitting.pairing import aligned
from tui.app.sitting.reviewed_pair import ReviewedPair
from tui.app.sitting.session import Session
from tui.app.work.background import Background, percents
from tui.articles import Unreadable
from tui.library import LibraryError
from tui.text.sides import Sides

MOST = 1_000
"""So many pairs are aligned, the closest; all of 45 articles."""
_CLOSEST = 45
"""So many of an article's closest are kept, all that may come among so many pairs."""
_FEW = 45
"""Up to so many pairs their order makes no odds."""
_QUIET_SECONDS = 1.0
"""How long pairs are aligned before some are shown."""
_GROWTH = 4
"""The share of what is shown, one in so many, that more pairs must come to before they are shown too."""

Pairs = Callable[[Callable[[float], None]], Iterator[Sides[int]]]
"""Finds pairs while they are asked for; hears now and then that it is still wanted, by what raises `Cancelled`."""


def pairs_of(articles: int) -> int:
    """How many pairs so many articles make."""
    return articles * (articles - 1) // 2


def every_pair(session: Session, progress: Callable[[float], None]) -> Iterator[Sides[int]]:
    """All pairs of the list: first each article with the one that shares most with it, then with the next, and so on.

    Looks an article's closest up when its first pair is asked for.
    """
    count = len(session.collection)
    order = combinations(range(count), 2) if pairs_of(count) <= _FEW else _closest_first(session, progress)
    return (Sides(*pair) for pair in order)


def _closest_first(session: Session, progress: Callable[[float], None]) -> Iterator[tuple[int, int]]:
    count = len(session.collection)
    close: list[list[int]] = []
    told: set[tuple[int, int]] = set()
    rank = most = 0
    while rank == 0 or rank < most:
        for number in range(count):
            if rank == 0:
                close.append(_related(session, number, progress))
                most = max(most, len(close[-1]))
            for other in close[number][rank : rank + 1]:
                pair = min(number, other), max(number, other)
                if pair not in told:
                    told.add(pair)
                    yield pair
        rank += 1
    yield from (pair for pair in combinations(range(count), 2) if pair not in told)


def _related(session: Session, number: int, progress: Callable[[float], None]) -> list[int]:
    try:
        return session.finding.related(number, progress)[:_CLOSEST]
    except LibraryError:  # the list's order is as good
        return []


class Queueing(Background):
    """Aligns pairs for one screen, which gets a message when some of them are ready, and when all are."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        super().__init__(screen, "queue")
        self._session = session

    def start(self, pairs: Pairs, wanted: int) -> None:
        """Align the first so many of these pairs."""
        self.run(lambda: self._align(pairs, wanted))

    def _align(self, pairs: Pairs, wanted: int) -> None:
        progress, fresh = percents(lambda _: None), list[ReviewedPair]()
        begun, shown = monotonic(), 0
        try:
            for done, pair in enumerate(islice(pairs(progress), wanted), start=1):
                progress(0.0)
                try:
                    fresh.append(reviewed_pair(self._session, pair, progress))
                except Unreadable:
                    continue
                if monotonic() - begun > _QUIET_SECONDS and len(fresh) > shown // _GROWTH:
                    self._screen.post_message(QueueAdvanced(done / wanted, tuple(fresh)))
                    begun, shown = monotonic(), shown + len(fresh)
                    fresh.clear()
                else:
                    self._screen.post_message(QueueAdvanced(done / wanted, ()))
                self._session.comparer.keep()
        except Cancelled:
            return
        self._screen.post_message(QueueReady(tuple(fresh)))


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
    reviewed.let_go()
    return reviewed
