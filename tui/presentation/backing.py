"""How many sources make the claim of a sentence, as it is told in the sentence's margin."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.presentation import glyphs
from tui.presentation.bars import Part
from tui.presentation.page import Emphasis, Run
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.collation.model import Claim, Collation
    from tui.collation.survey import Survey

BLOCKS = 4
"""The longest strip of blocks."""


class Backing(NamedTuple):
    """How many sources speak of a claim, how many others than this one differ, and of how many sources that is."""

    speaking: int
    differing: int
    sources: int
    differs: bool = False
    """Whether this one does."""

    @property
    def strip(self) -> tuple[int, int]:
        """Blocks for the other sources that differ and for those that are silent, together `BLOCKS` at most.

        One block is one source among up to five sources; among more it is a part of them, rounded up.
        """
        others = max(1, self.sources - 1)
        share = max(1, others / BLOCKS)
        astray = self.differing + self.sources - self.speaking
        blocks = min(BLOCKS, _ceil(astray / share))
        differing = min(blocks, _ceil(self.differing / share))
        return differing, blocks - differing


class Margin(NamedTuple):
    """What stands beside each sentence's first line, in so many cells; nothing where a sentence has none."""

    cells: int
    beside: Mapping[int, tuple[Run, ...]]


def backing_of(claim: "Claim", source: int) -> Backing:
    """How the sources stand to a claim that this one makes."""
    differs = source in claim.differing
    return Backing(claim.corroboration, len(claim.differing) - differs, len(claim.sentences), differs)


def margin_of(survey: "Survey | None", source: int | None, sources: int) -> Margin:
    """The margin of a source's text: of each sentence how many sources make its claim, and a strip for the others.

    It has its width before anything is known: without a survey, or for no source, it is empty.
    """
    count = 2 * len(str(sources)) + 1
    if survey is None or source is None:
        return Margin(count + 1 + BLOCKS, {})
    collation = survey.collation
    told = enumerate(collation.told[source])
    claims = {sentence: collation.claims[claim] for sentence, claim in told if claim is not None}
    return Margin(
        count + 1 + BLOCKS,
        {
            sentence: tuple(_runs(backing_of(claim, source), count, parted=bool(survey.parts_of(source, sentence))))
            for sentence, claim in claims.items()
        },
    )


def legend(collation: "Collation") -> list[Part]:
    """What the margin means, for the end of a status line; of sources that differ only where some do."""
    sources = len(collation.witnesses)
    each = "" if sources <= BLOCKS + 1 else f" (each {glyphs.SILENT_BLOCK} up to {_ceil((sources - 1) / BLOCKS)})"
    differ = [Part(f"{glyphs.CONFLICT} {glyphs.DIFFERING_BLOCK}", "key"), Part(" differs  ", "muted")]
    return [
        Part(f"n/{sources} say it  ", "muted"),
        *(differ if any(claim.differing for claim in collation.claims) else []),
        Part(glyphs.SILENT_BLOCK, "key"),
        Part(f" silent{each} ", "muted"),
    ]


def _runs(backing: Backing, count: int, *, parted: bool) -> Iterable[Run]:
    differing, silent = backing.strip
    told = f"{backing.speaking}/{backing.sources}".rjust(count)
    if backing.differs:
        yield Run(told, Emphasis.LABEL, Side.LEFT)
        yield Run(glyphs.CONFLICT, Emphasis.CONFLICT, Side.LEFT)
    else:
        yield Run(told + (glyphs.PARTED if parted else " "), Emphasis.LABEL, Side.LEFT)
    if differing:
        yield Run(glyphs.DIFFERING_BLOCK * differing, Emphasis.CONFLICT, Side.LEFT)
    yield Run((glyphs.SILENT_BLOCK * silent).ljust(BLOCKS - differing), Emphasis.LABEL, Side.LEFT)


def _ceil(share: float) -> int:
    return -int(-share // 1)
