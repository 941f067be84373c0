"""What reviewers do and have done, for every screen of a sitting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from tui.articles import Unreadable
from tui.library import Library, LibraryError
from tui.library.reviews import Reviews, named, version_of
from tui.presentation.spot import Spot
from tui.review.acts import Act, Mark, Redo, Undo
from tui.review.anchors import Anchor, Version
from tui.review.history import History
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.app.sitting.session import Session
    from tui.review.located import Located, Standing


class Reviewing:
    """One reviewer's acts on the articles of the list, among everyone's.

    The library is asked when a screen first wants to know. What `record`, `undo` and `redo` give is on disk;
    where they raise `LibraryError` nothing was kept, and its words say why. `layer` says whether pairs are being
    judged, `blind` whether their sources are covered until they are; `trouble` why acts could not be read.
    """

    def __init__(self, session: "Session", library: Library, reviewer: str) -> None:
        self._session = session
        self._library = library
        self._reviews = Reviews(library, reviewer)
        self._loading = Lock()
        self._loaded = False
        self._told = False
        self._numbers: tuple[object, dict[str, list[int]]] | None = None
        self._bonds: tuple[int, frozenset[str]] = 0, frozenset()
        self.layer = False
        self.blind = False
        self.trouble = ""

    @property
    def reviewer(self) -> str:
        """The name that acts are kept under."""
        return self._reviews.reviewer

    @property
    def history(self) -> History:
        """Everyone's acts, as they were when last looked for."""
        with self._loading:  # a survey asks from its thread
            if not self._loaded:
                self._loaded = True
                try:
                    self._reviews.reload()
                except LibraryError as error:
                    self.trouble = str(error)
        return self._reviews.history

    def reload(self) -> tuple[Act, ...]:
        """What others have done since last looked for."""
        known = {act.id for act in self.history.acts}
        return tuple(act for act in self._reviews.reload().acts if act.id not in known)

    @property
    def bonds(self) -> frozenset[str]:
        """The ids of the acts by which the reviewer's links stand, made and broken."""
        acts = len(self.history)
        if acts != self._bonds[0]:
            self._bonds = acts, frozenset(act.id for act, _ in self.history.bonds(self.reviewer))
        return self._bonds[1]

    @property
    def refusal(self) -> str:
        """Why nothing can be kept, in one line; empty where it can."""
        return "read-only: nothing is kept here" if self._library.read_only else ""

    def passing(self) -> str:
        """That acts last for this sitting only, where that is so and has not been said."""
        told, self._told = self._told, True
        return "" if told or self._library.lasts else "for this sitting only: nothing is saved"

    def record(self, mark: Mark) -> Act:
        """Keep a verdict, a link or a note."""
        return self._reviews.record(mark)

    def undo(self) -> Act | None:
        """Take back the reviewer's last act on these articles, and give it; None without one."""
        return self._reviews.undo(self.is_here)

    def redo(self) -> Act | None:
        """Bring back the act taken back last, and give it; None without one."""
        return self._reviews.redo(self.is_here)

    def version(self, number: int) -> Version:
        """The article as reviews know it; raises `Unreadable`."""
        collection = self._session.collection
        return version_of(collection.article(number), collection.witness(number))

    def located(self, numbers: Iterable[int]) -> "Located":
        """Where acts stand in these articles; raises `Unreadable`."""
        from tui.review.located import Located  # noqa: PLC0415 (only where something was done, or is to be)

        return Located(self.history, map(self.version, numbers))

    def notes(self, number: int) -> "Mapping[int, Sequence[Standing]]":
        """Everyone's notes on the sentences of an article, by their numbers; raises `Unreadable`."""
        if not len(self.history):
            return {}
        from tui.review.located import Where  # noqa: PLC0415 (as above)

        located, count = self.located([number]), len(self._session.collection.witness(number).sentences)
        found = {sentence: located.notes(Where(0, sentence)) for sentence in range(count)}
        return {sentence: notes for sentence, notes in found.items() if notes}

    def label(self, number: int) -> str:
        """What the article of that number is called."""
        return self._session.collection.label(number)

    def number_of(self, anchor: Anchor) -> int | None:
        """The article of the list that an anchor stands in: of its source, this text of it if it is there."""
        numbers = self._by_source().get(anchor.source, ())
        same = (number for number in numbers if self._key(number) == anchor.key)
        return next(same, numbers[0] if numbers else None)

    def has_source(self, source: str) -> bool:
        """Whether an article of the list comes from there, as anchors name it; reads none."""
        return source in self._by_source()

    def numbers_of(self, act: Act) -> Sequence[int | None]:
        """The article of the list that each of an act's sentences stands in."""
        deed = act.deed
        return [] if isinstance(deed, (Undo, Redo)) else [self.number_of(anchor) for anchor in deed.anchors]

    def is_here(self, act: Act) -> bool:
        """Whether an act was done on articles of the list."""
        return None not in self.numbers_of(act)

    def spot(self, act: Act) -> Spot | None:
        """Where an act stands or last stood, in the order of the list; None where that is not to be found here."""
        numbers = sorted({number for number in self.numbers_of(act) if number is not None})
        try:
            wheres = sorted(self.located(numbers).wheres(act))
        except Unreadable:
            return None
        return Spot(tuple(numbers[where.text] for where in wheres), Side.LEFT, wheres[0].sentence) if wheres else None

    def cite(self, act: Act) -> str:
        """What an act was done to, such as `B s9 – E s3`."""
        deed = act.deed
        return "" if isinstance(deed, (Undo, Redo)) else " – ".join(sorted(map(self._cited, deed.anchors)))

    def _cited(self, anchor: Anchor) -> str:
        number = self.number_of(anchor)
        try:
            witness = None if number is None else self._session.collection.witness(number)
        except Unreadable:
            witness = None
        if number is None or witness is None:
            return f"“{anchor.title}”"
        label = self._session.collection.label(number)
        return f"{label} {witness.cite(anchor.sentence)}" if self._key(number) == anchor.key else label

    def _key(self, number: int) -> str:
        return self._session.collection.summary(number).key

    def _by_source(self) -> dict[str, list[int]]:
        """The numbers of the list by their sources. O(articles) once."""
        collection = self._session.collection
        if self._numbers is None or self._numbers[0] is not collection:
            numbers: dict[str, list[int]] = defaultdict(list)
            for number in range(len(collection)):
                numbers[named(collection.source(number))].append(number)
            self._numbers = collection, dict(numbers)
        return self._numbers[1]
