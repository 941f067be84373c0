"""What several sources say, all of it at once: their claims and their facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.alignment.model import Progress
from tui.collation.claims import collate
from tui.collation.model import Collation
from tui.facts import Fact
from tui.facts.extract import facts_of
from tui.text.witness import Witness

_COLLATED = 0.8
"""The share of the work that is done when the claims are found."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Sources by their numbers, from 0: the claims they make, and the facts in each, by place."""

    collation: Collation
    facts: tuple[tuple[Fact, ...], ...]

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The sources' texts."""
        return self.collation.witnesses


def survey(
    witnesses: Sequence[Witness],
    *,
    dates: Sequence[str | None] | None = None,
    wires: Sequence[str | None] | None = None,
    progress: Progress | None = None,
) -> Survey:
    """The claims and facts of these witnesses; costs what `collate` costs, and linearly for the facts.

    Args:
        witnesses: The sources' texts.
        dates: The day of writing that each source states, None where it states none.
        wires: The wire that each source credits, None where it credits none.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.

    Raises:
        Cancelled: When `progress` raises it.
    """
    report = progress or _silent
    collation = collate(witnesses, wires=wires, progress=lambda done: report(_COLLATED * done))
    facts = []
    for number, witness in enumerate(witnesses):
        facts.append(facts_of(witness, date=dates[number] if dates else None))
        report(_COLLATED + (1 - _COLLATED) * (number + 1) / len(witnesses))
    return Survey(collation, tuple(facts))


def _silent(_: float) -> None:
    pass
