"""What several sources say, all of it at once: their claims, their facts, and what of these may not both hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.alignment.model import Progress
from tui.collation.candidates import find_candidates, marked
from tui.collation.claims import Compared, collated, compare_sources, silent
from tui.collation.model import UNCONSTRAINED, Collation, Constraints, Part, Place
from tui.collation.parts.counting import Parts, count_parts
from tui.collation.quoted import Quoted
from tui.collation.told import Candidate, Rendering
from tui.facts import Fact
from tui.facts.extract import facts_of
from tui.facts.telling import Telling, tellings
from tui.text.witness import Witness

GROUND = 0.6
"""The share of the work that is done when sentences are compared and facts found."""
_COMPARED = 0.75
"""The share of that which is comparing."""
_COLLATED, _WEIGHED = 0.5, 0.8
"""The share of the rest that is done when claims are found, and when candidates are."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Sources by their numbers, from 0: the claims they make, and the facts in each, by place.

    `conflicts` are candidates; `variants` are quotations of two sources each that may be of the same words;
    `tellings` are each source's quantities and dates with what they are of; `parts` are each sentence's, with who
    says them.
    """

    collation: Collation
    facts: tuple[tuple[Fact, ...], ...]
    conflicts: tuple[Candidate, ...] = ()
    variants: tuple[Rendering, ...] = ()
    tellings: tuple[tuple[Telling, ...], ...] = ()
    parts: Parts = ()

    @property
    def witnesses(self) -> tuple[Witness, ...]:
        """The sources' texts."""
        return self.collation.witnesses

    def parts_of(self, source: int, sentence: int) -> tuple[Part, ...]:
        """The parts of a sentence, none where their counts tell no more than that of its claim."""
        claim = self.collation.told[source][sentence]
        if claim is None or not self.parts:
            return ()
        parts = self.parts[source][sentence]
        whole = self.collation.claims[claim].corroboration
        return parts if any(part.corroboration not in (None, whole) for part in parts) else ()

    def parted(self, claim: int) -> Place | None:
        """The sentence by whose parts a claim is told: its representative, else the first that has any."""
        made = self.collation.claims[claim]
        places = (Place(source, sentence) for source in made.sources for sentence in made.sentences[source])
        return next((place for place in (made.representative, *places) if self.parts_of(*place)), None)


def survey(
    witnesses: Sequence[Witness],
    *,
    dates: Sequence[str | None] | None = None,
    wires: Sequence[str | None] | None = None,
    constraints: Constraints = UNCONSTRAINED,
    progress: Progress | None = None,
) -> Survey:
    """The claims and facts of these witnesses, and the candidates for conflict, which mark the claims.

    Costs what `collate` costs, linearly for the facts, and for the candidates with how many things are told otherwise.

    Args:
        witnesses: The sources' texts.
        dates: The day of writing that each source states, None where it states none.
        wires: The wire that each source credits, None where it credits none.
        constraints: What a reader says of pairs of sentences, for the claims.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.

    Raises:
        Cancelled: When `progress` raises it.
    """
    report = progress or silent
    ground = read_ground(witnesses, dates=dates, wires=wires, progress=lambda done: report(GROUND * done))
    return survey_on(ground, constraints, lambda done: report(GROUND + (1 - GROUND) * done))


class Ground(NamedTuple):
    """What a survey stands on, whatever a reader says of the sentences: how alike they are, and their facts."""

    compared: Compared
    facts: tuple[tuple[Fact, ...], ...]
    told: tuple[tuple[Telling, ...], ...]
    variants: tuple[Rendering, ...]


def read_ground(
    witnesses: Sequence[Witness],
    *,
    dates: Sequence[str | None] | None = None,
    wires: Sequence[str | None] | None = None,
    progress: Progress,
) -> Ground:
    """What a survey of these witnesses stands on; arguments, costs and what it raises are those of `survey`."""
    compared = compare_sources(witnesses, wires, lambda done: progress(_COMPARED * done))
    facts, told = [], []
    for number, witness in enumerate(witnesses):
        facts.append(facts_of(witness, date=dates[number] if dates else None))
        told.append(tellings(witness, facts[-1]))
        progress(_COMPARED + (1 - _COMPARED) * (number + 1) / len(witnesses))
    return Ground(compared, tuple(facts), tuple(told), Quoted(facts).renderings())


def survey_on(ground: Ground, constraints: Constraints, progress: Progress) -> Survey:
    """The survey under what a reader says of pairs of sentences, of which only this part depends.

    Raises:
        Cancelled: When `progress` raises it.
    """
    compared, facts, told, variants = ground
    collation = collated(compared, constraints, lambda done: progress(_COLLATED * done))
    conflicts = find_candidates(
        collation, facts, told, lambda done: progress(_COLLATED + (_WEIGHED - _COLLATED) * done)
    )
    parts = count_parts(collation, lambda done: progress(_WEIGHED + (1 - _WEIGHED) * done))
    progress(1.0)
    return Survey(marked(collation, conflicts), facts, conflicts, variants, told, parts)
