"""Where acts stand in the texts that are open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from tui.alignment.bonds import Bonds
from tui.review.acts import Act, Bond, Mark, Note, Redo, Tie, Undo, Verdict, role
from tui.review.anchors import Anchor, Version
from tui.review.finding import Finder, Found
from tui.review.history import History


class Where(NamedTuple):
    """A sentence of an open text: the number of the text among those open, and the sentence's number in it."""

    text: int
    sentence: int


class Standing(NamedTuple):
    """An act that stands on open texts; `reworded` where a sentence reads otherwise than when it was done."""

    act: Act
    mark: Mark
    reworded: bool


Wheres: TypeAlias = tuple[Where, ...]


class Located:
    """What stands of a history on versions that are open together, found by quotation where a text has changed.

    An anchor belongs to the open text that it was put on; else to the version of its source, if only one is open.
    What is done to one pair or sentence counts once for each reviewer, the latest, whatever version it was done on.
    """

    def __init__(self, history: History, versions: Iterable[Version]) -> None:
        self._history = history
        self._finders = [Finder(version) for version in versions]
        self._arrived = 0
        self._marks: dict[str, Mark] = {}
        self._placed: dict[str, list[tuple[Wheres, bool]]] = {}
        self._pairs: Mapping[frozenset[Where], Sequence[Standing]] = {}
        self._notes: Mapping[Where, Sequence[Standing]] = {}
        self.orphans: tuple[Act, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Take in what was added to the history since.

        O(new acts) and, where one of them was done on these texts, O(acts) and a search for each new sentence.
        """
        arrived = self._history.arrived(self._arrived)
        self._arrived += len(arrived)
        new = {act.id: mark for act in arrived if (mark := _mark(act)) is not None and self._belongs(mark)}
        self._marks |= new
        if not new and not any(_turned(act) in self._marks for act in arrived):
            return
        standing = [(act, self._marks[act.id]) for act in self._history.standing() if act.id in self._marks]
        unplaced = [(act, mark) for act, mark in standing if act.id not in self._placed]
        self._search(anchor for _, mark in unplaced for anchor in mark.anchors)
        self._placed |= {act.id: self._placements(mark) for act, mark in unplaced}
        latest: dict[tuple[object, ...], tuple[Wheres, Standing]] = {}
        orphans = []
        for act, mark in standing:
            placements = self._placed[act.id]
            if not placements:
                orphans.append(act)
            for wheres, reworded in placements:
                kind = (role(mark), len(mark.anchors), act.reviewer, frozenset(wheres))
                latest[kind] = wheres, Standing(act, mark, reworded)
        self._gather(latest.values())
        self.orphans = tuple(orphans)

    @property
    def pairs(self) -> tuple[tuple[Where, Where], ...]:
        """The pairs on which something stands."""
        return tuple((one, other) for one, other in self._pairs)

    def verdicts(self, one: Where, other: Where) -> tuple[Standing, ...]:
        """Everyone's verdict on a pair, decisions among them, by time."""
        found = self._pairs.get(frozenset((one, other)), ())
        return tuple(standing for standing in found if isinstance(standing.mark, Verdict))

    def said(self, one: Where, other: Where, reviewer: str | None = None) -> tuple[Verdict, ...]:
        """The verdicts on a pair, of one reviewer or of all, without who gave them."""
        found = self._pairs.get(frozenset((one, other)), ())
        return tuple(mark for act, mark, _ in found if isinstance(mark, Verdict) and reviewer in (None, act.reviewer))

    def verdict(self, one: Where, other: Where, reviewer: str) -> Verdict | None:
        """The reviewer's own verdict on a pair, None where it is open; a decision is none."""
        return next((verdict for verdict in self.said(one, other, reviewer) if not verdict.decision), None)

    def judged(self, reviewer: str, left: int = 0, right: int = 1) -> dict[tuple[int, int], Standing]:
        """The reviewer's verdicts between two of the texts, by their sentences' numbers; no decisions."""
        standing = self._between(reviewer, left, right)
        return {pair: one for pair, one in standing if isinstance(one.mark, Verdict) and not one.mark.decision}

    def notes(self, where: Where) -> tuple[Standing, ...]:
        """Everyone's notes on a sentence, and on pairs that it belongs to, by time."""
        return tuple(self._notes.get(where, ()))

    @property
    def noted(self) -> tuple[Where, ...]:
        """The sentences with a note on them or on a pair that they belong to."""
        return tuple(self._notes)

    def on(self, where: Where) -> tuple[Standing, ...]:
        """Everything that stands on a sentence and on the pairs that it belongs to, by time. O(pairs with acts)."""
        found = [standing for wheres, done in self._pairs.items() if where in wheres for standing in done]
        return tuple(sorted((*found, *self.notes(where)), key=lambda standing: (standing.act.time, standing.act.id)))

    def bonds(self, reviewer: str, left: int = 0, right: int = 1) -> Bonds:
        """The links that the reviewer made and broke between two of the texts."""
        pairs: dict[Tie, set[tuple[int, int]]] = defaultdict(set)
        for pair, found in self._between(reviewer, left, right):
            if isinstance(found.mark, Bond):
                pairs[found.mark.tie].add(pair)
        return Bonds(frozenset(pairs[Tie.PINNED]), frozenset(pairs[Tie.BROKEN]))

    def ties(self, reviewer: str) -> dict[tuple[Where, Where], Tie]:
        """What the reviewer says of links between any two texts, the lesser sentence first. O(pairs with acts)."""
        found = {}
        for wheres, standing in self._pairs.items():
            for act, mark, _ in standing:
                if isinstance(mark, Bond) and act.reviewer == reviewer:
                    one, other = sorted(wheres)
                    found[one, other] = mark.tie
        return found

    def wheres(self, act: Act) -> Wheres:
        """The sentences that an act was put on, whether or not it still stands; empty where they are not open."""
        return self._first(act)[0]

    def is_reworded(self, act: Act) -> bool:
        """Whether one of these sentences reads otherwise than when the act was done."""
        return self._first(act)[1]

    def _first(self, act: Act) -> tuple[Wheres, bool]:
        mark = _mark(act)
        if mark is None:
            return (), False
        self._search(mark.anchors)
        return next(iter(self._placements(mark)), ((), False))

    def _between(self, reviewer: str, left: int, right: int) -> Iterator[tuple[tuple[int, int], Standing]]:
        for wheres, standing in self._pairs.items():
            numbers = {where.text: where.sentence for where in wheres}
            if numbers.keys() == {left, right}:
                yield from (((numbers[left], numbers[right]), one) for one in standing if one.act.reviewer == reviewer)

    def _gather(self, latest: Iterable[tuple[Wheres, Standing]]) -> None:
        pairs: dict[frozenset[Where], list[Standing]] = defaultdict(list)
        notes: dict[Where, list[Standing]] = defaultdict(list)
        for wheres, standing in sorted(latest, key=lambda placed: (placed[1].act.time, placed[1].act.id)):
            if not isinstance(standing.mark, Note):
                pairs[frozenset(wheres)].append(standing)
            elif standing.mark.text:
                for where in wheres:
                    notes[where].append(standing)
        self._pairs, self._notes = dict(pairs), dict(notes)

    def _search(self, anchors: Iterable[Anchor]) -> None:
        """Look for anchors text by text, so that what costs per search is paid once."""
        wanted: dict[int, list[Anchor]] = defaultdict(list)
        for anchor in anchors:
            for text in self._texts(anchor):
                wanted[text].append(anchor)
        for text, found in wanted.items():
            self._finders[text].find(found)

    def _belongs(self, mark: Mark) -> bool:
        """Whether the texts that the mark was put on are open; of a note's, whether one is."""
        texts = [self._texts(anchor) for anchor in mark.anchors]
        if isinstance(mark, Note):
            return any(texts)
        return any(one != other for one, other in product(*texts))

    def _placements(self, mark: Mark) -> list[tuple[Wheres, bool]]:
        """Where the mark's sentences stand; more than once where one text is open twice."""
        places = [self._places(anchor) for anchor in mark.anchors]
        if isinstance(mark, Note):
            places = [found for found in places if found]
        whole = [placed for placed in product(*places) if len({where.text for where, _ in placed}) == len(placed)]
        return [
            (tuple(where for where, _ in placed), any(found.reworded for _, found in placed))
            for placed in whole
            if placed
        ]

    def _places(self, anchor: Anchor) -> list[tuple[Where, Found]]:
        texts = ((text, self._finders[text].find([anchor])[anchor]) for text in self._texts(anchor))
        return [(Where(text, found.sentence), found) for text, found in texts if found is not None]

    def _texts(self, anchor: Anchor) -> list[int]:
        """The open texts that the anchor belongs to."""
        same = [text for text, finder in enumerate(self._finders) if finder.has_text_of(anchor)]
        sources = [text for text, finder in enumerate(self._finders) if finder.has_source_of(anchor)]
        if same:
            return [text for text in same if text in sources] or same
        return sources if len(sources) == 1 else []


def _mark(act: Act) -> Mark | None:
    return None if isinstance(act.deed, (Undo, Redo)) else act.deed


def _turned(act: Act) -> str | None:
    """The act that this one takes back or brings back, None where it does neither."""
    return act.deed.act if isinstance(act.deed, (Undo, Redo)) else None
