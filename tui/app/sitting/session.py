"""What one sitting remembers: the articles, the settings, what is marked and where each text was left."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.alignment.scorers import DEFAULT_SCORER
from tui.app.sitting.memory import Memory
from tui.app.sitting.surveyed import Surveyed
from tui.app.sitting.trail import Trail
from tui.articles import Collection, Unreadable
from tui.comparer import Comparer
from tui.library import Library, LibraryError
from tui.presentation.layout import Layout
from tui.settings import Settings, reviewer
from tui.text.sides import Sides

if TYPE_CHECKING:
    from tui.alignment.model import Candidate, Progress
    from tui.app.sitting.finding import Finding
    from tui.app.sitting.reviewing import Reviewing

CUT_STEP = 0.05
MEASURES: tuple[int | None, ...] = (60, 72, 88, None)
RECALLED = ("layout", "measure")
"""The settings that are as the last sitting left them, where nobody has set them."""


@dataclass(slots=True)
class Session:
    """Shared by every screen of one sitting.

    `layout` is None while the width decides; `measure` counts cells, None is the full width; `base` is the
    article in whose order claims are told, None where those of most sources come first; `backing` shows beside the
    sentences of an article how many sources make their claims; `newcomer` lets the tour be shown, which happens once;
    `recalled` names what is taken from the last sitting as soon as a text is shown; `reviewer` is the name that
    verdicts, links and notes are kept under in the `library`; a `guest` reaches nothing beyond the collection.
    """

    collection: Collection
    comparer: Comparer
    memory: Memory
    cut: float
    scorer: str = DEFAULT_SCORER
    layout: Layout | None = None
    measure: int | None = 72
    furniture: bool = True
    strict: bool = False
    min_words: int = 0
    ordered: bool = False
    base: int | None = None
    backing: bool = False
    newcomer: bool = False
    recalled: frozenset[str] = frozenset()
    query: str = ""
    marked: list[int] = field(default_factory=list)
    trail: Trail = field(default_factory=Trail)
    library: Library = field(default_factory=lambda: Library.open(None))
    reviewer: str = ""
    guest: bool = False
    _surveyed: Surveyed | None = None
    _reviewing: "Reviewing | None" = None
    _finding: "Finding | None" = None

    @classmethod
    def opened(
        cls, collection: Collection, comparer: Comparer, settings: Settings, library: Library | None = None
    ) -> "Session":
        """A sitting as the settings want it to begin; without a library it leaves no trace."""
        library = library or Library.open(None)
        return cls(
            collection,
            comparer,
            Memory(collection, library),
            settings.cut,
            settings.scorer,
            Layout(settings.layout) if settings.layout else None,
            settings.measure,
            settings.furniture,
            settings.strict,
            settings.min_words,
            library=library,
            reviewer=reviewer(settings),
            guest=settings.guest,
        )

    @property
    def surveyed(self) -> Surveyed | None:
        """What the last survey has found; None without one, and once the reviewer has made or broken links since."""
        found = self._surveyed
        return found if found is not None and found.bonds == self.reviewing.bonds else None

    @surveyed.setter
    def surveyed(self, found: Surveyed | None) -> None:
        self._surveyed = found

    @property
    def reviewing(self) -> "Reviewing":
        """What reviewers do and have done; made when a text is first shown."""
        if self._reviewing is None:
            from tui.app.sitting.reviewing import Reviewing  # noqa: PLC0415 (a start does without it)

            self._reviewing = Reviewing(self, self.library, self.reviewer)
        return self._reviewing

    @property
    def finding(self) -> "Finding":
        """What searches all sources; made when somebody does."""
        if self._finding is None:
            from tui.app.sitting.finding import Finding  # noqa: PLC0415 (a start does without it)

            self._finding = Finding(self.collection, self.library)
        return self._finding

    def reread(self, numbers: Iterable[int]) -> str:
        """Read articles anew from their files, as other versions where they are held; places and notes find them again.

        Gives why one cannot be read or kept, where the rest stays as it was; empty where all are read.
        """
        from tui.app.sitting.rereading import hold_anew  # noqa: PLC0415 (files seldom change while they are read)

        for number in numbers:
            self.memory.keep(number)
            try:
                hold_anew(self, number)
                self.collection.reread(number)
            except (Unreadable, LibraryError) as error:
                return str(error)
            self.memory.forget(number)
            self.surveyed = self._reviewing = self._finding = None
        return ""

    def list_anew(self, collection: Collection) -> None:
        """List these articles from now on; marks and base stay with the articles that are still listed."""
        marked = (_again(number, self.collection, collection) for number in self.marked)
        self.marked = [number for number in marked if number is not None]
        self.base = None if self.base is None else _again(self.base, self.collection, collection)
        self.memory = self.memory.of(collection)
        collection.remembered = self.memory.summary if self.collection.remembered else None
        self.collection = collection
        self.trail = Trail()
        self.surveyed = self._reviewing = self._finding = None

    def recall(self) -> None:
        """Take up the last sitting's choices that `recalled` names; once."""
        names, self.recalled = self.recalled, frozenset()
        layout = self.memory.recall("layout") if "layout" in names else None
        if layout in list(Layout):
            self.layout = Layout(layout)
        measure = self.memory.recall("measure") if "measure" in names else None
        self.measure = next((cells for cells in MEASURES if str(cells) == measure), self.measure)

    def choose_layout(self, layout: Layout | None) -> None:
        """Let pairs stand so, None as the width allows, now and in the next sitting."""
        self.layout = layout
        self.memory.remember("layout", layout or "auto")

    def choose_measure(self, measure: int | None) -> None:
        """Let a line of text take that many cells, None all there are, now and in the next sitting."""
        self.measure = measure
        self.memory.remember("measure", str(measure))

    def conflicts(self, pair: Sides[int], *, progress: "Progress | None" = None) -> "tuple[Candidate, ...]":
        """The candidates for conflict between two articles of the list; raises `Cancelled` where `progress` does."""
        left, right = pair.map(self.collection.witness)
        dates = pair.map(lambda number: self.collection.article(number).date)
        return self.comparer.conflicts(left, right, dates, progress=progress)

    def mark(self, number: int) -> int | None:
        """Mark an article for comparing, or unmark it; of more than two the last two stay. Gives the one pushed out."""
        if number in self.marked:
            self.marked.remove(number)
            return None
        before = self.marked
        self.marked = [*before, number][-2:]
        return before[0] if len(before) == 2 else None

    def pair_with(self, number: int) -> tuple[int, int] | None:
        """The two marked articles, or the one marked and this one, in the order of the list; None without."""
        chosen = self.marked if len(self.marked) == 2 else [*self.marked, number]
        return (min(chosen), max(chosen)) if len(set(chosen)) == 2 else None

    def neighbour(self, number: int, step: int, *, skip: int | None = None, around: bool = False) -> int | None:
        """The next article that can be read, or the previous one where `step` is negative; None where there is none.

        Args:
            number: The article to step from.
            step: 1 or -1.
            skip: An article to pass over.
            around: Whether the first follows the last.
        """
        count = len(self.collection)
        for offset in range(1, count):
            place = number + step * offset
            if not around and not 0 <= place < count:
                return None
            if place % count != skip and self.readable(place % count):
                return place % count
        return None

    def readable(self, number: int) -> bool:
        """Whether the article can be read."""
        return self.collection.summary(number).error is None


def _again(number: int, before: Collection, now: Collection) -> int | None:
    """Where an article of one list stands in another: under its label, from its source; None where it does not."""
    try:
        place = now.find(before.label(number))
    except KeyError:
        return None
    return place if now.source(place).identity == before.source(number).identity else None
