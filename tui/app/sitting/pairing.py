"""A compared pair as it is being read: its rows, what is folded, and which differences are walked."""

from collections.abc import Callable, Sequence

from tui.alignment.bonds import UNBOUND
from tui.alignment.comparison import align
from tui.alignment.model import Alignment, Candidate, Comparison
from tui.alignment.scorers import DEFAULT_SCORER
from tui.app.sitting.reviewed_pair import ReviewedPair
from tui.app.sitting.session import Session
from tui.presentation import wording
from tui.presentation.backing import Margin
from tui.presentation.layout import Layout, fitting
from tui.presentation.layouts import Style, lay_out, marked_anew
from tui.presentation.page import Page
from tui.presentation.rows import Class, Fold, Row, is_difference, rows_of, with_across, with_ghost
from tui.text.search import occurrences
from tui.text.shown import shown
from tui.text.sides import Side, Sides


class Pairing:
    """The rows of one comparison, under the session's settings and the screen's own.

    Until its candidates for conflict are worked out these are None, and no row is marked with any.
    """

    def __init__(
        self,
        session: Session,
        comparison: Comparison,
        conflicts: Sequence[Candidate] | None = (),
        *,
        reviewed: ReviewedPair | None = None,
        fold: Fold = Fold.NOTHING,
        wanted: Class = Class.DIFFERENCES,
    ) -> None:
        self._session = session
        self._conflicts = conflicts
        self._reviewed = reviewed
        self._opened: frozenset[int] = frozenset()
        self.words = ""
        self.ghost: int | None = None
        self.margins: Sides[Margin] | None = None
        self.across: tuple[int, int] | None = None
        self.fold = fold
        self.wanted = wanted
        self.totals = comparison.sides.map(lambda side: len(side.numbers) - side.numbers.count(None))
        """How many sentences of either side are numbered."""
        self.alignment: Alignment
        self.rows: tuple[Row, ...]
        self.align(comparison)
        self.arrange()

    @property
    def knows_candidates(self) -> bool:
        """Whether the candidates for conflict are there."""
        return self._conflicts is not None

    @property
    def folds_by_candidates(self) -> bool:
        """Whether only rows with a candidate for conflict are shown, so that which these are depends on those."""
        return self.fold is Fold.SHARED and self.wanted is Class.CONFLICT

    def take_candidates(self, conflicts: Sequence[Candidate]) -> None:
        """Mark the rows with the candidates for conflict, which nothing else of them depends on."""
        self._conflicts = conflicts
        self.alignment = _marked(self.alignment, conflicts, self._reviewed)

    def align(self, comparison: Comparison | None = None) -> None:
        """Read the comparison at the session's cut, with what the reviewer has made of it."""
        comparison = comparison or self.alignment.comparison
        self.alignment = aligned(self._session, comparison, self._conflicts, self._reviewed)

    def arrange(self) -> None:
        """Bring the rows in line with what is folded and shown."""
        rows = rows_of(
            self.alignment,
            furniture=self._session.furniture,
            fold=self.fold,
            wanted=self.wanted,
            opened=self._opened,
        )
        rows = tuple(row for row in rows if self._matches(row)) if self.words else rows
        rows = rows if self.ghost is None else with_ghost(rows, self.alignment, self.ghost)
        self.rows = rows if self.across is None else with_across(rows, *self.across)

    def _matches(self, row: Row) -> bool:
        """Whether a sentence of either side holds the words that are filtered for."""
        sides = self.alignment.comparison.sides
        return any(occurrences(sides[side].quote(n), self.words) for side in Side for n in row.on(side))

    def next_fold(self) -> str:
        """Fold more, or everything open again; folds opened by hand close. Says what is shown."""
        kinds = list(Fold)
        self.fold, self._opened = kinds[(kinds.index(self.fold) + 1) % len(kinds)], frozenset()
        return f"shown: {self.fold}"

    def next_class(self) -> str:
        """Walk and fold by the next class of difference, and say which."""
        kinds = list(Class)
        self.wanted, self._opened = kinds[(kinds.index(self.wanted) + 1) % len(kinds)], frozenset()
        return f"] and [ walk: {self.wanted}"

    def toggle_strict(self) -> str:
        """Show spelling and typography as differences, or as the same, and say which."""
        self._session.strict = not self._session.strict
        return f"strict: {'on' if self._session.strict else 'off'}"

    def set_cut(self, cut: float) -> str:
        """Link at this similarity and above, held between 0.0 and 1.0, and say so."""
        self._session.cut = round(min(1.0, max(0.0, cut)), 2)
        self.align()
        return f"cut {self._session.cut:.2f}"

    def set_min_words(self, words: int) -> str:
        """Let shorter sentences link only when identical, and say so."""
        self._session.min_words = words
        self.align()
        return f"min words {words}"

    def open(self, row: int) -> bool:
        """Open the folded rows there; False where nothing is folded."""
        if not self.rows[row].hidden:
            return False
        self._opened |= {self.rows[row].key}
        self.arrange()
        return True

    def moved_to(self, row: int) -> int | None:
        """The row beside which the right side of a moved row is told in its own text; None for other rows."""
        bead = self.rows[row].bead
        if bead is None or not self.alignment.beads[bead].moved:
            return None
        first = self.alignment.beads[bead].right[0]
        near = [n for n, other in enumerate(self.rows) if n != row and other.right and not other.ghost]
        away = {n: self.rows[n].right[-1] - first for n in near}
        return min(near, key=lambda n: (abs(away[n]), away[n]), default=None)

    def order(self, name: str) -> str:
        """Let links stand in any order (`free`) or only in one that keeps both (`monotone`), and say which.

        Raises:
            ValueError: Another name.
        """
        if name not in ("free", "monotone"):
            raise ValueError(name)
        self._session.ordered = name == "monotone"
        self.align()
        return f"order: {name}"

    def difference(self, row: int, step: int, wanted: Class) -> int | None:
        """The next row after this one that is a difference of this class, or the one before; None at the end."""
        beads = self.alignment.beads
        for number in range(row + step, len(self.rows) if step > 0 else -1, step):
            bead = self.rows[number].bead
            if bead is not None and is_difference(beads[bead], wanted):
                return number
        return None

    def builder(self, labels: Sides[str], only: Side | None) -> Callable[[int], Page]:
        """What lays these rows out at a width in cells."""
        self.margins = None if self._reviewed is None else self._reviewed.margins
        return lambda width: lay_out(self.alignment, self.rows, *self._setting(width, labels, only))

    def marked(self, page: Page, labels: Sides[str], only: Side | None) -> Page:
        """A page that was built of these rows, with the candidates for conflict that they have by now."""
        return marked_anew(page, self.alignment, self.rows, *self._setting(page.width, labels, only))

    def _setting(self, width: int, labels: Sides[str], only: Side | None) -> tuple[Layout, Style]:
        session = self._session
        style = Style(labels, width, session.measure, session.strict, only, margins=self.margins)
        return fitting(width, session.layout), style

    def about(self, number: int, labels: Sides[str]) -> Sequence[str]:
        """Why the sentences of a row stand together, in words."""
        row = self.rows[number]
        if row.hidden:
            return [f"{row.name}, folded: enter opens"]
        if row.ghost:
            return ["where the moved row stands in its own text: enter on the row goes there, q closes this"]
        if row.bead is None:
            return ["furniture: the site's own line, never aligned; :boilerplate hides it"]
        return wording.why(self.alignment, self.alignment.beads[row.bead], labels)

    @property
    def flags(self) -> list[str]:
        """What is not as it is at first, in words."""
        flags = [f"& {shown(self.words)}"] if self.words else []
        flags += [f"fold: {self.fold}"] if self.fold is not Fold.NOTHING else []
        flags += [self.wanted.value] if self.wanted is not Class.DIFFERENCES else []
        scorer = self.alignment.comparison.scorer
        flags += [f"scorer: {scorer}"] if scorer != DEFAULT_SCORER else []
        flags += ["monotone order"] if self._session.ordered else []
        flags += ["strict"] if self._session.strict else []
        flags += [f"min words {self._session.min_words}"] if self._session.min_words else []
        return flags


def aligned(
    session: Session, comparison: Comparison, conflicts: Sequence[Candidate] | None, reviewed: ReviewedPair | None
) -> Alignment:
    """The comparison under the session's settings, with what the reviewer has made of it."""
    bonds = UNBOUND if reviewed is None else reviewed.bonds
    made = align(comparison, session.cut, min_words=session.min_words, ordered=session.ordered, bonds=bonds)
    return _marked(made, conflicts, reviewed)


def _marked(alignment: Alignment, conflicts: Sequence[Candidate] | None, reviewed: ReviewedPair | None) -> Alignment:
    """An alignment without candidates for conflict, with these and what the reviewer has found of them."""
    if conflicts is not None:
        from tui.alignment.conflicts import with_conflicts  # noqa: PLC0415 (a pair is in sight before its facts)

        alignment = with_conflicts(alignment, conflicts)
    return alignment if reviewed is None else reviewed.judged(alignment)
