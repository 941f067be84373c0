"""A compared pair as it is being read: its rows, what is folded, and which differences are walked."""

from collections.abc import Callable

from tui.alignment.comparison import align
from tui.alignment.model import Alignment, Comparison
from tui.app.session import Session
from tui.presentation.layouts import Style, fitting, lay_out
from tui.presentation.page import Page
from tui.presentation.rows import Class, Fold, Row, is_difference, rows_of
from tui.text.sides import Side, Sides


class Pairing:
    """The rows of one comparison, under the session's settings and the screen's own."""

    def __init__(self, session: Session, comparison: Comparison, *, fold: Fold, wanted: Class) -> None:
        self._session = session
        self._opened: frozenset[int] = frozenset()
        self.fold = fold
        self.wanted = wanted
        self.alignment: Alignment
        self.rows: tuple[Row, ...]
        self.align(comparison)

    def align(self, comparison: Comparison | None = None) -> None:
        """Read the comparison at the session's cut."""
        comparison = comparison or self.alignment.comparison
        self.alignment = align(comparison, self._session.cut, min_words=self._session.min_words)
        self.arrange()

    def arrange(self) -> None:
        """Bring the rows in line with what is folded and shown."""
        self.rows = rows_of(
            self.alignment,
            furniture=self._session.furniture,
            fold=self.fold,
            wanted=self.wanted,
            opened=self._opened,
        )

    def next_fold(self) -> None:
        """Fold more, or everything open again; folds opened by hand close."""
        kinds = list(Fold)
        self.fold, self._opened = kinds[(kinds.index(self.fold) + 1) % len(kinds)], frozenset()
        self.arrange()

    def next_class(self) -> None:
        """Walk and fold by the next class of difference."""
        kinds = list(Class)
        self.wanted, self._opened = kinds[(kinds.index(self.wanted) + 1) % len(kinds)], frozenset()
        self.arrange()

    def open(self, row: int) -> bool:
        """Open the folded rows there; False where nothing is folded."""
        if not self.rows[row].hidden:
            return False
        self._opened |= {self.rows[row].key}
        self.arrange()
        return True

    def difference(self, row: int, step: int) -> int | None:
        """The next row after this one that is a difference of the wanted class, or the one before; None at the end."""
        beads = self.alignment.beads
        for number in range(row + step, len(self.rows) if step > 0 else -1, step):
            bead = self.rows[number].bead
            if bead is not None and is_difference(beads[bead], self.wanted):
                return number
        return None

    def builder(self, labels: Sides[str], only: Side | None) -> Callable[[int], Page]:
        """What lays these rows out at a width in cells."""
        alignment, rows, session = self.alignment, self.rows, self._session

        def build(width: int) -> Page:
            style = Style(labels, width, session.measure, session.strict, only)
            return lay_out(alignment, rows, fitting(width, session.layout), style)

        return build

    @property
    def flags(self) -> list[str]:
        """What is not as it is at first, in words."""
        flags = [f"fold: {self.fold}"] if self.fold is not Fold.NOTHING else []
        flags += [self.wanted.value] if self.wanted is not Class.DIFFERENCES else []
        flags += ["strict"] if self._session.strict else []
        flags += [f"min words {self._session.min_words}"] if self._session.min_words else []
        return flags
