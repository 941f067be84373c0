"""The clauses of many sources, each as what it says: its words of content, and which of them it denies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.collation.model import Place
from tui.collation.parts.clauses import Clause
from tui.collation.parts.words import Row
from tui.facts.lexicon import words
from tui.text.languages import language

_WHOLE = frozenset({"not", "never", "cannot", "hardly"})
"""Words that deny their whole clause, its subject too; others deny what follows, up to a mark or a conjunction."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause, or words of one: the stems of its content, those that are denied, and whether it is put as done."""

    place: Place
    stems: frozenset[str]
    denied: frozenset[str]
    numbers: frozenset[str]
    modal: bool

    def agrees(self, other: "Unit") -> bool:
        """Whether both deny, of the words that both have, the same, and put it as done or as not done alike."""
        common = self.stems & other.stems
        denied = self.denied & common
        return denied == other.denied & common and bool(denied) == bool(self.denied) and self.modal == other.modal


class Reading:
    """A sentence's words with their stems, to be cut into units."""

    def __init__(self, place: Place, row: Row) -> None:
        self.place = place
        self.row = row
        self._stems = language("en").stems(row.forms)

    def unit(self, first: int, end: int, clause: Clause) -> Unit:
        """These words of a clause, with what the clause lets them mean."""
        inside = [at for at in range(first, end) if self.row.is_content(at)]
        denied = self._denied(clause)
        telling = [at for at in range(*clause) if (first, end) == clause or not first <= at < end]
        return Unit(
            self.place,
            frozenset(self._stems[at] for at in inside),
            frozenset(self._stems[at] for at in inside if at in denied),
            frozenset(self.row.form(at) for at in inside if self.row.is_number(at)),
            any(self._stems[at] in words("modal") for at in telling if at not in denied),
        )

    def frame(self, clause: Clause, items: Sequence[Clause]) -> frozenset[str]:
        """The stems of a clause's content outside of these items."""
        held = {at for item in items for at in range(item.first, item.end)}
        outside = (at for at in range(*clause) if at not in held and self.row.is_content(at))
        return frozenset(self._stems[at] for at in outside)

    def _denied(self, clause: Clause) -> frozenset[int]:
        """The words of the clause that are denied."""
        found: set[int] = set()
        for at in self._negators(clause):
            if self.row.form(at) in _WHOLE or self.row.form(at).endswith("n't"):
                return frozenset(range(*clause))
            found.update(self._reached(at, clause))
        return frozenset(found)

    def _negators(self, clause: Clause) -> Iterator[int]:
        for at in range(*clause):
            form, following = self.row.form(at), self.row.form(at + 1)
            fails = form in words("failing") and following in ("to", "of")
            denies = form in words("negators") or form.endswith("n't")
            if fails or (denies and following not in words("idle")):
                yield at

    def _reached(self, negator: int, clause: Clause) -> Iterator[int]:
        """The words that are denied behind a word such as `no`; `or` carries the denial on."""
        for at in range(negator + 1, clause.end):
            if any(mark in self.row.before[at] for mark in ",;:") or self.row.form(at) in ("but", "and"):
                return
            yield at
