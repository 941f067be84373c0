"""Comparisons made once and remembered: the one seam between files and engine.

What took long may outlast the sitting, in a store that is asked before anything is worked out. What compares is
imported when the first answer is worked out, since a start needs none of it.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from functools import partial
from threading import Event, Lock
from time import thread_time
from typing import TYPE_CHECKING, Generic, Protocol, TypeAlias, TypeVar

from tui.alignment.scorers import DEFAULT_SCORER
from tui.text.digest import sha256
from tui.text.sides import Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.alignment.model import Candidate, Comparison, Progress
    from tui.collation.model import Constraints
    from tui.collation.survey import Ground, Survey
    from tui.text.witness import Witness

COMPARISONS = 64
"""At most so many comparisons are remembered."""

LINKS = 1_000_000
"""The oldest comparisons are forgotten when all hold more links than this together."""

SURVEYS = 4
"""At most so many surveys are remembered."""

WORTH = 0.2
"""Seconds of computing that an answer must have taken to be given to a store; one of that is read back in a seventh."""

PATIENCE = 0.05
"""Seconds until a waiting caller asks again whether its answer is still wanted."""

Asked: TypeAlias = tuple[bytes, bytes, str]
"""The contents of the left and the right witness, and what is asked: the scorer's name, or the days of writing."""

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class _Work(Generic[Answer]):
    """Work under way in some thread; `answer` stays None when it was cancelled or failed."""

    def __init__(self) -> None:
        self.ended = Event()
        self.share = 0.0
        self.answer: Answer | None = None


class _Kept(Generic[Key, Answer]):
    """Answers worked out once, the latest remembered, and the work shared by all threads that wait for it."""

    def __init__(self, forgets: Callable[[OrderedDict[Key, Answer]], bool]) -> None:
        self._forgets = forgets
        self._lock = Lock()
        self._remembered: OrderedDict[Key, Answer] = OrderedDict()
        self._working: dict[Key, _Work[Answer]] = {}

    def ask(self, ways: Sequence[Key], make: Callable[[Progress], Answer], progress: Progress | None) -> Answer:
        """The answer to a question that can be put in several ways; made for the first."""
        while True:
            with self._lock:
                found = self._recall(ways)
                work = next((self._working[way] for way in ways if way in self._working), None)
                mine = found is None and work is None
                if mine:
                    work = self._working[ways[0]] = _Work()
            if found is None and work is not None:
                found = self._do(work, ways[0], make, progress) if mine else _await(work, progress)
            if found is not None:
                return found

    def _recall(self, ways: Sequence[Key]) -> Answer | None:
        for way in ways:
            if way in self._remembered:
                self._remembered.move_to_end(way)
                return self._remembered[way]
        return None

    def _do(
        self, work: _Work[Answer], way: Key, make: Callable[[Progress], Answer], progress: Progress | None
    ) -> Answer | None:
        def report(share: float) -> None:
            work.share = share
            if progress is not None:
                progress(share)

        try:
            work.answer = make(report)
        finally:
            with self._lock:
                del self._working[way]
                if work.answer is not None:
                    self._remembered[way] = work.answer
                    while len(self._remembered) > 1 and self._forgets(self._remembered):
                        self._remembered.popitem(last=False)
            work.ended.set()
        return work.answer


class Store(Protocol):
    """Answers that outlast the sitting."""

    def recall(self, asked: Asked) -> bytes | None:
        """The answer that was kept, by this very program; None without one."""
        ...

    def keep(self, asked: Asked, answer: bytes) -> None:
        """Keep an answer, if that can be done."""
        ...


class Comparer:
    """Comparisons and surveys by content, the latest remembered. Safe to use from several threads.

    Texts equal to the character, cut alike and in one language are one witness, whatever file they came
    from. A pair asked for the other way round is the same comparison, swapped.
    """

    def __init__(
        self,
        compare: Callable[..., Comparison] | None = None,
        *,
        ground: Callable[..., Ground] | None = None,
        comparisons: int = COMPARISONS,
        links: int = LINKS,
        store: Store | None = None,
        worth: float = WORTH,
    ) -> None:
        """Remember at most so many comparisons, with so many links together.

        Args:
            compare: What is called in place of `tui.alignment.comparison.compare`.
            ground: What is called in place of `tui.collation.survey.read_ground`.
            comparisons: At most so many comparisons are remembered.
            links: The oldest are forgotten when all hold more links than this together.
            store: What earlier sittings have worked out, and where `keep` leaves what this one has.
            worth: Seconds of computing that an answer must have taken to be kept there.
        """

        def forgets(remembered: OrderedDict[Asked, Comparison]) -> bool:
            return len(remembered) > comparisons or sum(len(one.links) for one in remembered.values()) > links

        self._compare = compare
        self._ground = ground
        self._store = store
        self._worth = worth
        self._fresh: deque[tuple[Asked, Callable[[], bytes]]] = deque()
        self._comparisons: _Kept[Asked, Comparison] = _Kept(forgets)
        self._conflicts: _Kept[Asked, tuple[Candidate, ...]] = _Kept(lambda kept: len(kept) > comparisons)
        self._grounds: _Kept[tuple[object, ...], Ground] = _Kept(lambda kept: len(kept) > 1)
        self._surveys: _Kept[tuple[object, ...], Survey] = _Kept(lambda kept: len(kept) > SURVEYS)

    def compare(
        self, left: Witness, right: Witness, *, scorer: str = DEFAULT_SCORER, progress: Progress | None = None
    ) -> Comparison:
        """The comparison of two witnesses: at once when it is remembered, after the wait when it is under way.

        Raises:
            Cancelled: When `progress` raises it; nothing is remembered then, and whoever else waits for the
                same pair goes on.
        """
        asked, sides = (_digest(left), _digest(right), scorer), Sides(left, right)

        from tui.alignment import comparison as engine  # noqa: PLC0415
        from tui.alignment.model import Comparison  # noqa: PLC0415
        from tui.library.answers import links_of, packed_links  # noqa: PLC0415

        def make(report: Progress) -> Comparison:
            for way, order in ((asked, sides), (_turned(asked), sides.swapped)):
                links = self._recall(way, order, links_of)
                if links is not None:
                    return Comparison(order, links, scorer)
            begun = thread_time()
            made = (self._compare or engine.compare)(left, right, scorer=scorer, progress=report)
            self._note(asked, lambda: packed_links(made.links), thread_time() - begun)
            return made

        found = self._comparisons.ask((asked, _turned(asked)), make, progress)
        return found if _digest(found.sides.left) == asked[0] else engine.swapped(found)

    def conflicts(
        self, left: Witness, right: Witness, dates: Sides[str | None], *, progress: Progress | None = None
    ) -> tuple[Candidate, ...]:
        """The candidates for conflict between two witnesses, with the day of writing that each states.

        `progress` is told of nothing where they are remembered, or the store has them.

        Raises:
            Cancelled: When `progress` raises it, as for a comparison.
        """
        asked, sides = (_digest(left), _digest(right), f"conflicts {(*dates,)}"), Sides(left, right)

        def make(report: Progress) -> tuple[Candidate, ...]:
            from tui.library.answers import candidates_of, packed_candidates  # noqa: PLC0415

            kept = self._recall(asked, sides, candidates_of)
            if kept is not None:
                return kept
            report(0.0)
            from tui.alignment.conflicts import find_conflicts  # noqa: PLC0415

            begun = thread_time()
            found = find_conflicts(sides, dates)
            self._note(asked, lambda: packed_candidates(found), thread_time() - begun)
            return found

        return self._conflicts.ask((asked,), make, progress)

    def survey(
        self,
        witnesses: Sequence[Witness],
        *,
        dates: Sequence[str | None] | None = None,
        wires: Sequence[str | None] | None = None,
        constraints: Constraints | None = None,
        progress: Progress | None = None,
    ) -> Survey:
        """The claims and facts of these witnesses in this order, under what a reader says of their sentences.

        At once when they are remembered, and under other constraints soon when the sources are the last that were asked
        for.

        Raises:
            Cancelled: When `progress` raises it, as for a comparison.
        """
        asked = (*map(_digest, witnesses), tuple(dates or ()), tuple(wires or ()), constraints or ())

        def make(report: Progress) -> Survey:
            from tui.collation.model import UNCONSTRAINED  # noqa: PLC0415
            from tui.collation.survey import GROUND, read_ground, survey_on  # noqa: PLC0415

            read = partial(self._ground or read_ground, witnesses, dates=dates, wires=wires)
            ground = self._grounds.ask(
                (asked[:-1],), lambda share: read(progress=share), lambda share: report(GROUND * share)
            )
            return survey_on(ground, constraints or UNCONSTRAINED, lambda share: report(GROUND + (1 - GROUND) * share))

        return self._surveys.ask((asked,), make, progress)

    def keep(self) -> None:
        """Give the store what was worked out since and took long; waits for the disk, so not where a reader does."""
        while self._store is not None and self._fresh:
            try:
                asked, packed = self._fresh.popleft()
            except IndexError:  # another thread took the last
                return
            self._store.keep(asked, packed())

    def _recall(
        self, asked: Asked, sides: Sides[Witness], read: Callable[[bytes, Sides[Witness]], Answer | None]
    ) -> Answer | None:
        """What the store has of an earlier sitting, None where that is nothing or damaged."""
        kept = None if self._store is None else self._store.recall(asked)
        return None if kept is None else read(kept, sides)

    def _note(self, asked: Asked, packed: Callable[[], bytes], took: float) -> None:
        """Have an answer kept by and by that took so many seconds, if it is worth that."""
        if self._store is not None and took >= self._worth:
            self._fresh.append((asked, packed))


def _turned(asked: Asked) -> Asked:
    return asked[1], asked[0], asked[2]


def _await(work: _Work[Answer], progress: Progress | None) -> Answer | None:
    while not work.ended.wait(PATIENCE):
        if progress is not None:
            progress(work.share)
    return work.answer


def _digest(witness: Witness) -> bytes:
    """The same for witnesses of the same language, text, and cuts of it."""
    cuts = repr([(*sentence.span, sentence.kind.value) for sentence in witness.sentences])
    content = f"{witness.language}\n{cuts}\n{witness.text}"
    return sha256(content.encode("utf-8", "surrogatepass"))
