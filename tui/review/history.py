"""All acts of all reviewers, and what stands of them."""

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeAlias

from tui.review.acts import Act, Bond, Mark, Note, Redo, Undo, Verdict, role
from tui.review.anchors import place_of

Wanted: TypeAlias = Callable[[Act], bool]
"""Whether an act is among those that are asked about."""


def everything(_: Act) -> bool:
    """Every act is wanted."""
    return True


class History:
    """A log that acts are added to in any order, and what stands whatever the order was.

    An act stands while it is not undone and its reviewer has done nothing later of its kind to the same sentences
    that is not undone. Nothing that one reviewer does changes what stands of another's.
    """

    def __init__(self, acts: Iterable[Act] = ()) -> None:
        self._acts: dict[str, Act] = {}
        self._marks: dict[str, list[Act]] = defaultdict(list)
        self._turns: dict[str, list[Act]] = defaultdict(list)
        self._subjects: dict[tuple[object, ...], list[Act]] = defaultdict(list)
        self._standing: dict[tuple[object, ...], Act | None] = {}
        self._latest: dict[str, int] = {}
        self.add(acts)

    def add(self, acts: Iterable[Act]) -> None:
        """Take in acts; those known already change nothing. About linear in the acts."""
        for act in acts:
            if act.id in self._acts:
                continue
            self._acts[act.id] = act
            self._latest[act.reviewer] = max(act.time, self.latest(act.reviewer))
            mark: Act | None = act
            if isinstance(act.deed, (Undo, Redo)):
                _put(self._turns[act.deed.act], act)
                mark = self._acts.get(act.deed.act)
            else:
                _put(self._marks[act.reviewer], act)
                _put(self._subjects[_subject(act, act.deed)], act)
            if mark is not None and not isinstance(mark.deed, (Undo, Redo)):
                subject = _subject(mark, mark.deed)
                self._standing[subject] = self._last(self._subjects[subject])

    def __len__(self) -> int:
        return len(self._acts)

    @property
    def acts(self) -> tuple[Act, ...]:
        """Every act, by time."""
        return tuple(sorted(self._acts.values(), key=_moment))

    def arrived(self, known: int) -> tuple[Act, ...]:
        """The acts that were added after the first so many, by when they were. O(those)."""
        return tuple(islice(reversed(self._acts.values()), max(0, len(self._acts) - known)))[::-1]

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Everyone who did anything that stands, by name."""
        return tuple(sorted({act.reviewer for act in self.standing()}))

    def standing(self, reviewer: str | None = None) -> tuple[Act, ...]:
        """The verdicts, bonds and notes that stand, of one reviewer or of all, by time. O(n log n)."""
        last = (act for act in list(self._standing.values()) if act is not None and reviewer in (None, act.reviewer))
        return tuple(sorted(last, key=_moment))

    def verdicts(self, reviewer: str | None = None) -> tuple[tuple[Act, Verdict], ...]:
        """The verdicts that stand, each with its act, by time."""
        return tuple((act, act.deed) for act in self.standing(reviewer) if isinstance(act.deed, Verdict))

    def bonds(self, reviewer: str | None = None) -> tuple[tuple[Act, Bond], ...]:
        """The bonds that stand, each with its act, by time."""
        return tuple((act, act.deed) for act in self.standing(reviewer) if isinstance(act.deed, Bond))

    def notes(self, reviewer: str | None = None) -> tuple[tuple[Act, Note], ...]:
        """The notes that stand and say something, each with its act, by time."""
        standing = ((act, act.deed) for act in self.standing(reviewer) if isinstance(act.deed, Note))
        return tuple((act, note) for act, note in standing if note.text)

    def undoable(self, reviewer: str, wanted: Wanted = everything) -> Act | None:
        """What the reviewer's next undo takes back: the last wanted act that is not undone; None without one."""
        marks = reversed(self._marks.get(reviewer, ()))
        return next((act for act in marks if wanted(act) and not self._undone(act)), None)

    def redoable(self, reviewer: str, wanted: Wanted = everything) -> Act | None:
        """What the next redo brings back: the wanted act undone last, unless another was done since; else None."""
        marks = [act for act in self._marks.get(reviewer, ()) if wanted(act)]
        undone = [(_moment(turn), act) for act in marks if (turn := self._undone(act))]
        when, act = max(undone, default=((0, ""), None))
        return act if act is not None and when > _moment(marks[-1]) else None

    def before(self, act: Act) -> Mark | None:
        """What stands on an act's sentences in its place once it is undone; None where nothing does."""
        if isinstance(act.deed, (Undo, Redo)):
            return None
        acts = self._subjects[_subject(act, act.deed)]
        found = self._last(acts[: acts.index(act)])
        return None if found is None or isinstance(found.deed, (Undo, Redo)) else found.deed

    def latest(self, reviewer: str) -> int:
        """The time of the reviewer's last act, in microseconds since 1970; 0 without any."""
        return self._latest.get(reviewer, 0)

    def _last(self, acts: list[Act]) -> Act | None:
        return next((act for act in reversed(acts) if not self._undone(act)), None)

    def _undone(self, act: Act) -> Act | None:
        """The undo that the act is under, None where it has its effect."""
        own = (turn for turn in reversed(self._turns.get(act.id, ())) if turn.reviewer == act.reviewer)
        last = next(own, None)
        return last if last is not None and isinstance(last.deed, Undo) else None


def _subject(act: Act, mark: Mark) -> tuple[object, ...]:
    """What a later act of the same has to share to take this one's place."""
    return act.reviewer, role(mark), place_of(mark.anchors)


def _moment(act: Act) -> tuple[int, str]:
    return act.time, act.id


def _put(acts: list[Act], act: Act) -> None:
    """Keep the list by time; an act mostly is the latest."""
    insort(acts, act, key=_moment)
