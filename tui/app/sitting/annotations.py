"""Everything that reviewers did, gathered over all articles of the list."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from tui.app.sitting.session import Session
from tui.articles import Collection, Unreadable
from tui.presentation.review.entries import Annotation
from tui.presentation.spot import Spot
from tui.review.acts import Act, Note, Redo, Undo, Verdict
from tui.review.anchors import Anchor, Version
from tui.review.located import Located, Where
from tui.review.settling import settled
from tui.text.sides import Side


class Annotations:
    """What stands of everyone's acts, once the articles that something was done to have been read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._reviewing = session.reviewing
        self._of: Collection | None = None
        self._sought: frozenset[str] = frozenset()
        self._read: dict[int, tuple[str, Version | None]] = {}
        self._located: tuple[Sequence[int], Located] | None = None

    @property
    def lacking(self) -> bool:
        """Whether an article of the list that something was done to has not been read as it is now; reads none."""
        if self._sought and not self._is_current:
            return True
        wanted = {anchor.source for act in self._standing() for anchor in _anchors(act)}
        return any(map(self._reviewing.has_source, wanted - self._sought))

    def read(self, progress: Callable[[float], object]) -> None:
        """Read what is lacking, as far as it can be read, and find the acts there; raises what `progress` raises."""
        standing = self._standing()
        numbers = {number for act in standing for number in self._reviewing.numbers_of(act) if number is not None}
        known = self._read if self._is_current else {}
        found: dict[int, tuple[str, Version | None]] = {}
        for done, number in enumerate(sorted(numbers)):
            progress(done / len(numbers))
            found[number] = known.get(number) or (self._key(number), self._version(number))
        progress(1.0)
        self._of, self._read = self._session.collection, found
        self._sought = frozenset(anchor.source for act in standing for anchor in _anchors(act))
        self._located = self._locate()

    @property
    def _is_current(self) -> bool:
        """Whether the list and what was read of it are still the same."""
        if self._of is not self._session.collection:
            return False
        return all(key == self._key(number) for number, (key, _) in self._read.items())

    def _version(self, number: int) -> Version | None:
        try:
            return self._reviewing.version(number)
        except Unreadable:
            return None

    def _locate(self) -> tuple[Sequence[int], Located]:
        """The articles that could be read, and the acts found in them."""
        versions = {number: version for number, (_, version) in sorted(self._read.items()) if version is not None}
        return [*versions], Located(self._reviewing.history, versions.values())

    def listed(self) -> tuple[Annotation, ...]:
        """By article or pair of articles in the order of the list, then by sentence; none while any is lacking."""
        if self.lacking:
            return ()
        self._located = self._located or self._locate()
        numbers, located = self._located
        located.refresh()
        standing = self._standing()
        wheres = {act.id: tuple(sorted(located.wheres(act))) for act in standing}
        open_pairs = _disagreements(standing, wheres)
        found = [
            self._annotation(act, numbers, wheres[act.id], open_pairs)._replace(reworded=located.is_reworded(act))
            for act in standing
        ]
        return tuple(sorted(found, key=lambda one: (not one.spot.articles, one.spot, one.act.time)))

    def _key(self, number: int) -> str:
        """The digest of an article's text, as the list knows it."""
        return self._session.collection.summary(number).key

    def _standing(self) -> Sequence[Act]:
        return [act for act in self._reviewing.history.standing() if _says_something(act)]

    def _annotation(
        self, act: Act, numbers: Sequence[int], wheres: tuple[Where, ...], open_pairs: set[tuple[Where, ...]]
    ) -> Annotation:
        assert not isinstance(act.deed, (Undo, Redo))
        spot = Spot(tuple(numbers[where.text] for where in wheres), Side.LEFT, wheres[0].sentence if wheres else 0)
        sentences = tuple(self._sentence(numbers[where.text], where.sentence) for where in wheres)
        lost = tuple((f"“{anchor.title}”", anchor.quotation) for anchor in act.deed.anchors)
        return Annotation(
            act, act.deed, spot, sentences or lost, isinstance(act.deed, Verdict) and wheres in open_pairs
        )

    def _sentence(self, number: int, sentence: int) -> tuple[str, str]:
        """Where a sentence stands, and its words."""
        version = self._read[number][1]
        assert version is not None
        return f"{self._reviewing.label(number)} {version.witness.cite(sentence)}", version.witness.quote(sentence)


def _anchors(act: Act) -> Sequence[Anchor]:
    return () if isinstance(act.deed, (Undo, Redo)) else act.deed.anchors


def _says_something(act: Act) -> bool:
    return not isinstance(act.deed, Note) or bool(act.deed.text)


def _disagreements(acts: Sequence[Act], wheres: dict[str, tuple[Where, ...]]) -> set[tuple[Where, ...]]:
    """The pairs on which reviewers differ and nobody has decided."""
    verdicts: dict[tuple[Where, ...], list[Verdict]] = defaultdict(list)
    for act in acts:
        if isinstance(act.deed, Verdict) and wheres[act.id]:
            verdicts[wheres[act.id]].append(act.deed)
    return {pair for pair, found in verdicts.items() if settled(found) is None}
