"""The parts of a sentence with how many sources say each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.presentation import glyphs
from tui.presentation.cells import cells_of, clip
from tui.text.shown import one_line

if TYPE_CHECKING:
    from tui.collation.model import Part
    from tui.collation.survey import Survey
    from tui.text.witness import Witness

_PARTED = f" {glyphs.SILENT} "
_SHORTEST = 8
"""Cells that the words of a part keep in a line that is too short for all."""


def words_of(witness: "Witness", part: "Part") -> str:
    """The part's own words on one line, safe to show."""
    return one_line(witness.text[slice(*part.span)])


def count_of(part: "Part", sources: int) -> str:
    """How many of the sources say it, a dash where that is not known."""
    return f"{'–' if part.corroboration is None else part.corroboration}/{sources}"


def part_line(survey: "Survey", source: int, parts: Sequence["Part"], width: int | None = None) -> str:
    """`no truce 3/5 · no date 1/5`; in a line of that many cells each part's words are shortened alike."""
    words = [words_of(survey.witnesses[source], part) for part in parts]
    counts = [count_of(part, len(survey.witnesses)) for part in parts]
    if width is not None:
        room = width - sum(cells_of(count) + 1 for count in counts) - cells_of(_PARTED) * (len(parts) - 1)
        words = _shortened(words, room)
    return _PARTED.join(f"{of} {count}" for of, count in zip(words, counts, strict=True))


def _shortened(words: Sequence[str], room: int) -> list[str]:
    """The words such that together they take so many cells; the longest give way first."""
    limit = max((cells_of(of) for of in words), default=0)
    while limit > _SHORTEST and sum(min(limit, cells_of(of)) for of in words) > room:
        limit -= 1
    return [clip(of, limit, glyphs.ELLIPSIS) for of in words]
