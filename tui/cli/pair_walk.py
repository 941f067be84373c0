"""A pair of articles, read row by row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.alignment.bonds import UNBOUND, Bonds
from tui.alignment.comparison import align
from tui.alignment.conflicts import with_conflicts
from tui.alignment.model import Bead, Candidate, Comparison
from tui.cli.places import Places
from tui.cli.walks import Refused, Walk, numbered, place_asked
from tui.presentation.linear import candidate_line, counts_line, place_of, row_line, said, why_lines, word_lines
from tui.presentation.rows import Class, Fold, Row, is_difference, is_linked, rows_of
from tui.reports.account import Account
from tui.text.shown import one_line
from tui.text.sides import Side, Sides
from tui.text.witness import Kind


class Reading(NamedTuple):
    """How a pair is read at first: the lowest similarity that links, what counts and is shown, and links by hand."""

    cut: float = 0.3
    min_words: int = 0
    furniture: bool = True
    strict: bool = False
    bonds: Bonds = UNBOUND


class PairWalk(Walk):
    """The rows of a comparison; a row keeps its number whichever others are left out.

    `candidate` is what was told last where that was a candidate for conflict.
    """

    accounts: Sides[Account]
    empty = "no row differs; differences only off shows all rows"

    def __init__(
        self, accounts: Sides[Account], comparison: Comparison, reading: Reading, found: Sequence[Candidate] = ()
    ) -> None:
        super().__init__()
        self._found = found
        self._told: tuple[int, Candidate] | None = None
        self.accounts = accounts
        self.labels = accounts.map(lambda account: account.label)
        self._reading = reading
        self._only = False
        self._align(comparison, reading.cut)

    def __len__(self) -> int:
        return len(self._rows)

    def line(self, place: int) -> str:
        """The row with its number and class."""
        return row_line(self.alignment, self._rows[place], self._count, self.labels)

    def texts(self, place: int) -> Iterator[str]:
        """The sentences of both sides."""
        for side in Side:
            for sentence in self._rows[place].on(side):
                yield self.accounts[side].witness.quote(sentence)

    def sentences(self) -> Sequence[tuple[Account, int]]:
        """The row's first sentence, the left side's where both have one."""
        found = ((self.accounts[side], sentence) for side in Side if self.row for sentence in self.row.on(side))
        return list(found)[:1]

    def opening(self) -> list[str]:
        """Both titles, the counts, and the first row."""
        titles = [f"{account.label}: {one_line(account.article.title)}" for account in self.accounts]
        return [f"Pair {self.labels.left} {self.labels.right}. {' / '.join(titles)}", self.counts(), self.here()]

    def resume(self, places: Places) -> bool:
        """Stand at the row of the sentence where the pair was left."""
        left = places.of_pair(self.accounts)
        if left is not None:
            self._stand(next((row.key for row in self._all if left[1] in row.on(left[0])), 0))
        return self.place > 0

    def keep(self, places: Places) -> None:
        """Keep the row's first sentence."""
        if self._rows:
            row = self._rows[self.place]
            side = Side.LEFT if row.left else Side.RIGHT
            places.keep_pair(self.accounts, side, row.on(side)[0])

    def counts(self) -> str:
        """How many rows there are of each class."""
        return counts_line(self.alignment, self._count, self.labels)

    def where(self) -> str:
        """The pair, the row and its sentences, and how it is read."""
        if not self._rows:
            return self.empty
        row = self._rows[self.place]
        places = ", ".join(place_of(self.alignment, row, side, self.labels) for side in Side if row.on(side))
        name = f"pair {self.labels.left} {self.labels.right}, row {row.key + 1} of {self._count}"
        return f"{name}, {places}, cut {self.alignment.cut:.2f}, differences only {'on' if self._only else 'off'}"

    def go_to(self, asked: str, *, sentence: bool) -> str:
        """The row with that number or sentence; the left side's where no label is named. The next, if left out."""
        key = self._key_of(asked) if sentence else numbered(asked, self._count, self.noun)
        self._stand(key)
        return self.here()

    def headings(self) -> list[str]:
        """Each side's title and headings, with the rows that they stand in."""
        lines = []
        for row in self._rows:
            for side in Side:
                witness = self.accounts[side].witness
                held = [n for n in row.on(side) if witness.sentences[n].kind in (Kind.TITLE, Kind.HEADING)]
                lines += [
                    f"row {row.key + 1}: {self.labels[side]} {witness.cite(n)}: {said(witness, (n,))}" for n in held
                ]
        return lines

    def difference(self, step: int) -> str:
        """The next row that differs, or the one before.

        Raises:
            Refused: There is none.
        """
        for place in range(self.place + step, len(self) if step > 0 else -1, step):
            bead = self._bead(place)
            if bead is not None and is_difference(bead, Class.DIFFERENCES):
                self.place = place
                return self.here()
        raise Refused("no more differences" if step > 0 else "no difference before this row")

    @property
    def candidate(self) -> Candidate | None:
        """The candidate for conflict that was told last, None once the reader has gone on."""
        return self._told[1] if self._told and self._told[0] == self.place else None

    def next_candidate(self) -> str:
        """The next candidate for conflict, in the order of the left sentences.

        Raises:
            Refused: There is none.
        """
        here, last = self._rows[self.place].key if self._rows else 0, self.candidate
        behind = 0 if last is None else self._candidates.index(last) + 1
        ahead = (at for at, one in enumerate(self._candidates) if at >= behind and self._key_of_left(one) >= here)
        number = next(ahead, None)
        if number is None:
            raise Refused("no candidate for conflict from here on; first goes to the start")
        found = self._candidates[number]
        self._stand(self._key_of_left(found))
        self._told = self.place, found
        return candidate_line(self.alignment, found, (number + 1, len(self._candidates)), self.labels)

    def why(self) -> list[str]:
        """Why the row's sentences stand together, or alone."""
        bead = self._bead(self.place)
        if bead is None:
            return [self.empty if not self._rows else "furniture: the site's own line, never aligned"]
        return list(why_lines(self.alignment, bead, self.labels))

    def words(self) -> list[str]:
        """Which words differ in the row."""
        bead = self._bead(self.place)
        if bead is None:
            return self.why()
        if not is_linked(bead):
            return [f"only {self.labels.left if bead.left else self.labels.right} says it"]
        return list(word_lines(self.alignment, bead, self.labels, strict=self._reading.strict))

    def show_only_differences(self, *, only: bool) -> list[str]:
        """Leave out what is the same, or show all rows again."""
        key = self._rows[self.place].key if self._rows else 0
        self._only = only
        self._arrange()
        self._stand(key)
        return [f"differences only {'on' if only else 'off'}, {len(self)} of {self._count} rows", self.here()]

    def set_cut(self, cut: float) -> list[str]:
        """Link at this similarity and above; the reader stays at the sentence."""
        row = self._rows[self.place] if self._rows else Row(0)
        self._align(self.alignment.comparison, cut)
        self._stand(next((new.key for new in self._all if _share(new, row)), 0))
        return [self.counts(), self.here()]

    @property
    def cut(self) -> float:
        """The lowest similarity that links, 0.0 to 1.0."""
        return self.alignment.cut

    def _align(self, comparison: Comparison, cut: float) -> None:
        aligned = align(comparison, cut, min_words=self._reading.min_words, bonds=self._reading.bonds)
        self.alignment = with_conflicts(aligned, self._found)
        self._all = rows_of(self.alignment)
        self._told = None
        candidates = {candidate for bead in self.alignment.beads for candidate in bead.conflicts}
        self._candidates = sorted(candidates, key=lambda one: (self._key_of_left(one), one.spans))
        self._arrange()

    def _arrange(self) -> None:
        furniture = self._reading.furniture
        rows = rows_of(self.alignment, furniture=furniture, fold=Fold.SHARED if self._only else Fold.NOTHING)
        self._rows = [row for row in rows if not row.hidden]

    @property
    def _count(self) -> int:
        return len(self._all)

    def _stand(self, key: int) -> None:
        """Stand at the row with this key, or where it is left out at the next, or the last."""
        following = (place for place, row in enumerate(self._rows) if row.key >= key)
        self.place = next(following, max(0, len(self) - 1))

    @property
    def row(self) -> Row | None:
        """The row that is read, None where there is none."""
        return self._rows[self.place] if self._rows else None

    def _bead(self, place: int) -> Bead | None:
        number = self._rows[place].bead if self._rows else None
        return None if number is None else self.alignment.beads[number]

    def _key_of_left(self, candidate: Candidate) -> int:
        return next(row.key for row in self._all if candidate.sentences.left in row.left)

    def _key_of(self, asked: str) -> int:
        """The key of the row that holds the sentence asked for."""
        place = place_asked(asked)
        side = next((side for side in Side if self.labels[side] == place.label), Side.LEFT)
        if place.label not in (None, self.labels[side]):
            raise Refused(f"{place.label} is not in this pair")
        numbers = self.accounts[side].witness.numbers
        if place.number not in numbers:
            last = self.accounts[side].sentences
            raise Refused(f"no sentence {place.number} in {self.labels[side]}; the last is {last}")
        sentence = numbers.index(place.number)
        return next(row.key for row in self._all if sentence in row.on(side))


def _share(one: Row, other: Row) -> bool:
    return any(set(one.on(side)) & set(other.on(side)) for side in Side)
