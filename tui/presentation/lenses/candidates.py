"""Candidates for conflict as entries: one line of reason, and both sentences."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.presentation import glyphs
from tui.presentation.lenses.listed import Listed
from tui.presentation.page import Emphasis, Run
from tui.presentation.sheet import Entry, plain
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.collation.told import Candidate, Cited

_NAMES = {"quantity": "numbers", "date": "dates", "quotation": "quotation", "claim": "claim"}


def candidate_entries(listed: Listed) -> tuple[Entry, ...]:
    """Every candidate, numbers first, then dates, quotations and whole claims; each leads to the pair of both sides."""
    order = sorted(listed.survey.conflicts, key=lambda candidate: candidate.rank)
    return tuple(_entry(listed, candidate) for candidate in order)


def _entry(listed: Listed, candidate: "Candidate") -> Entry:
    within = f" within {listed.labels[candidate.left.source]}" if candidate.is_within else ""
    lead = plain(f"{glyphs.CONFLICT} candidate{within}, {_NAMES[candidate.kind]}: ", Emphasis.CONFLICT)
    judged = f"; judged {candidate.verdict}" if candidate.verdict else ""
    runs = (lead, plain(shown(candidate.reason) + judged), plain(f"  {candidate.rule}", Emphasis.LABEL))
    left, right = candidate.left, candidate.right
    below: tuple[tuple[Run, ...], ...]
    if (left.source, left.sentence) == (right.source, right.sentence):
        below = ((plain(f"{listed.cite(left)}  ", Emphasis.LABEL), *listed.quote(left, Emphasis.CONFLICT, right)),)
    else:
        sides = ((left, candidate.left_too), (right, candidate.right_too))
        below = tuple(tuple(_sentence(listed, cited, too)) for cited, too in sides)
    about = tuple(map(listed.spot, candidate.places))
    return Entry(runs, listed.pair_spot(left, right), apart=True, below=below, about=about)


def _sentence(listed: Listed, cited: "Cited", too: Sequence["Cited"]) -> Iterator[Run]:
    yield plain(f"{listed.cite(cited)}  ", Emphasis.LABEL)
    yield from listed.quote(cited, Emphasis.CONFLICT)
    if too:
        labels = dict.fromkeys(listed.labels[other.source] for other in too if other.source != cited.source)
        if labels:
            yield plain(f"  so too {', '.join(labels)}", Emphasis.LABEL)
