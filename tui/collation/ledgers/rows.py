"""What ledgers are made of."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Fact, Kind


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says of a row's thing, in a few words, and where."""

    cited: Cited
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One thing, and what the sources say of it, by source and place.

    `note` says in words what the cells have to do with each other; `clashes` whether they hold a candidate for
    conflict; `exact` are the sources that tell most exactly what others tell less so, and all can hold.
    """

    name: str
    cells: tuple[Cell, ...]
    note: str = ""
    clashes: bool = False
    exact: tuple[int, ...] = ()

    @property
    def sources(self) -> tuple[int, ...]:
        """Who speaks of it, ascending."""
        return tuple(sorted({cell.cited.source for cell in self.cells}))


def cited(survey: Survey, kind: Kind) -> Iterable[tuple[Cited, Fact]]:
    """Every fact of a kind with its place, by source and place."""
    for source, facts in enumerate(survey.facts):
        for number, fact in enumerate(facts):
            if fact.kind is kind:
                yield Cited(source, fact.sentence, fact.span, number), fact


def written(survey: Survey, at: Cited) -> str:
    """The words that are cited, with single spaces."""
    return " ".join(survey.witnesses[at.source].text[slice(*at.span)].split())


class Clashes:
    """Which places are of one candidate for conflict, on different sides of it."""

    def __init__(self, survey: Survey) -> None:
        self._sides: dict[Cited, set[tuple[int, bool]]] = defaultdict(set)
        for number, candidate in enumerate(survey.conflicts):
            for right, places in (
                (False, (candidate.left, *candidate.left_too)),
                (True, (candidate.right, *candidate.right_too)),
            ):
                for cited_place in places:
                    self._sides[cited_place].add((number, right))

    def among(self, places: Iterable[Cited]) -> bool:
        """Whether two of these places clash."""
        held = {side for place in places for side in self._sides.get(place, ())}
        return any((number, not right) in held for number, right in held)
