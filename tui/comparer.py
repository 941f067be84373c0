"""Comparisons made once and remembered: the one seam between files and engine."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Event, Lock
from typing import TYPE_CHECKING, Protocol, TypeAlias

from tui.alignment.scorers import DEFAULT_SCORER

if TYPE_CHECKING:
    from tui.alignment.model import Comparison, Progress
    from tui.text.witness import Witness

COMPARISONS = 64
"""At most so many comparisons are remembered."""

LINKS = 1_000_000
"""The oldest comparisons are forgotten when all hold more links than this together."""

PATIENCE = 0.05
"""Seconds until a waiting caller asks again whether its answer is still wanted."""

Asked: TypeAlias = tuple[bytes, bytes, str]
"""The contents of the left and the right witness, and the scorer's name."""


class Compares(Protocol):
    """Compares two witnesses, as `tui.alignment.comparison.compare` does."""

    def __call__(self, left: Witness, right: Witness, *, scorer: str, progress: Progress | None = None) -> Comparison:
        """The comparison of the two; raises `Cancelled` when `progress` does."""
        ...


def compare(
    left: Witness, right: Witness, *, scorer: str = DEFAULT_SCORER, progress: Progress | None = None
) -> Comparison:
    """What the engine makes of the two; its libraries are imported only now, since a start needs none of them."""
    from tui.alignment.comparison import compare as engine  # noqa: PLC0415

    return engine(left, right, scorer=scorer, progress=progress)


def swapped(comparison: Comparison) -> Comparison:
    """The same comparison seen from the other side."""
    from tui.alignment.comparison import swapped as engine  # noqa: PLC0415

    return engine(comparison)


@dataclass(slots=True)
class _Work:
    """A comparison under way in some thread; `comparison` stays None when it was cancelled or failed."""

    ended: Event = field(default_factory=Event)
    share: float = 0.0
    comparison: Comparison | None = None


class Comparer:
    """Comparisons by content, the latest remembered. Safe to use from several threads.

    Texts equal to the character, cut alike and in one language are one witness, whatever file they came
    from. A pair asked for the other way round is the same comparison, swapped.
    """

    def __init__(self, compare: Compares = compare, *, comparisons: int = COMPARISONS, links: int = LINKS) -> None:
        self._compare = compare
        self._most = comparisons
        self._most_links = links
        self._lock = Lock()
        self._remembered: OrderedDict[Asked, Comparison] = OrderedDict()
        self._working: dict[Asked, _Work] = {}

    def compare(
        self, left: Witness, right: Witness, *, scorer: str = DEFAULT_SCORER, progress: Progress | None = None
    ) -> Comparison:
        """The comparison of two witnesses: at once when it is remembered, after the wait when it is under way.

        Raises:
            Cancelled: When `progress` raises it; nothing is remembered then, and whoever else waits for the
                same pair goes on.
        """
        asked = _digest(left), _digest(right), scorer
        while True:
            with self._lock:
                found = self._recall(asked)
                work = self._working.get(asked) or self._working.get(_turned(asked))
                mine = found is None and work is None
                if mine:
                    work = self._working[asked] = _Work()
            if found is None and work is not None:
                found = self._do(work, asked, left, right, progress) if mine else _await(work, progress)
            if found is not None:
                return found if _digest(found.sides.left) == asked[0] else swapped(found)

    def _recall(self, asked: Asked) -> Comparison | None:
        for way in (asked, _turned(asked)):
            if way in self._remembered:
                self._remembered.move_to_end(way)
                return self._remembered[way]
        return None

    def _do(
        self, work: _Work, asked: Asked, left: Witness, right: Witness, progress: Progress | None
    ) -> Comparison | None:
        def report(share: float) -> None:
            work.share = share
            if progress is not None:
                progress(share)

        try:
            work.comparison = self._compare(left, right, scorer=asked[2], progress=report)
        finally:
            with self._lock:
                del self._working[asked]
                if work.comparison is not None:
                    self._remember(asked, work.comparison)
            work.ended.set()
        return work.comparison

    def _remember(self, asked: Asked, comparison: Comparison) -> None:
        self._remembered[asked] = comparison
        links = sum(len(remembered.links) for remembered in self._remembered.values())
        while len(self._remembered) > 1 and (len(self._remembered) > self._most or links > self._most_links):
            links -= len(self._remembered.popitem(last=False)[1].links)


def _turned(asked: Asked) -> Asked:
    return asked[1], asked[0], asked[2]


def _await(work: _Work, progress: Progress | None) -> Comparison | None:
    while not work.ended.wait(PATIENCE):
        if progress is not None:
            progress(work.share)
    return work.comparison


def _digest(witness: Witness) -> bytes:
    """The same for witnesses of the same language, text, and cuts of it."""
    cuts = repr([(*sentence.span, sentence.kind.value) for sentence in witness.sentences])
    content = f"{witness.language}\n{cuts}\n{witness.text}"
    return sha256(content.encode("utf-8", "surrogatepass")).digest()
