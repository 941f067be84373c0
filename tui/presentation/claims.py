"""Claims as entries of a sheet: a row for each, with how every source stands to it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.presentation import glyphs
from tui.presentation.page import Emphasis, Run
from tui.presentation.sheet import Entry, Mark, plain
from tui.presentation.spot import Spot
from tui.text.shown import shown
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.collation.model import Claim, Collation

_LOOKS = {"says": Emphasis.PLAIN, "silent": Emphasis.FURNITURE, "differs": Emphasis.CONFLICT}
_SIGNS = {"says": glyphs.SAYS, "silent": glyphs.SILENT, "differs": glyphs.CONFLICT}
SPACED = 20
"""So many sources have a cell and a space each; more stand side by side."""


def claim_entries(collation: "Collation", numbers: Sequence[int], claims: Iterable[int]) -> tuple[Entry, ...]:
    """A claim each, as the sentence most like all the others says it, and a mark for every source.

    Args:
        collation: The sources' claims.
        numbers: The number that each source has in the list.
        claims: Which claims, in which order.
    """
    return tuple(_entry(collation, numbers, collation.claims[claim]) for claim in claims)


def only_here_entries(collation: "Collation", numbers: Sequence[int], source: int) -> tuple[Entry, ...]:
    """The sentences of a source whose claims no other makes, as it tells them."""
    found = []
    for claim in collation.only_here(source):
        for sentence in collation.claims[claim].sentences[source]:
            place = collation.witnesses[source].cite(sentence)
            spot = Spot((numbers[source],), Side.LEFT, sentence)
            found.append(Entry((_quote(collation, source, sentence),), spot, (Mark(place, Emphasis.LABEL),)))
    return tuple(found)


def claim_heads(labels: Sequence[str], chosen: int | None) -> tuple[Mark, ...]:
    """What stands above the marks of claims: each source's label, of long ones the last letter."""
    gap = " " if len(labels) <= SPACED else ""
    return (
        *(Mark(label[-1] + gap, _head_look(at, chosen)) for at, label in enumerate(labels)),
        Mark(" " * _count_cells(len(labels)), Emphasis.LABEL),
    )


def grid_entries(
    collation: "Collation", numbers: Sequence[int], labels: Sequence[str], titles: Sequence[str]
) -> tuple[Entry, ...]:
    """A source each, and beside it in percent how many of its claims every other source makes too."""
    rows = []
    for source, (label, title) in enumerate(zip(labels, titles, strict=True)):
        own = [claim for claim in collation.claims if claim.sentences[source]]
        marks = [_share(own, source, other, numbers) for other in range(len(labels))]
        runs = (plain(f"{label}  ", Emphasis.TITLE), plain(shown(title)))
        rows.append(Entry(runs, Spot((numbers[source],), Side.LEFT, 0), tuple(marks)))
    return tuple(rows)


def grid_heads(labels: Sequence[str], chosen: int | None) -> tuple[Mark, ...]:
    """What stands above the marks of the grid: each source's label."""
    return tuple(Mark(label.rjust(_SHARE_CELLS), _head_look(at, chosen)) for at, label in enumerate(labels))


_SHARE_CELLS = 4


def _share(own: Sequence["Claim"], source: int, other: int, numbers: Sequence[int]) -> Mark:
    if other == source:
        return Mark(glyphs.SILENT.rjust(_SHARE_CELLS), Emphasis.FURNITURE)
    common = [claim for claim in own if claim.sentences[other]]
    share = round(100 * len(common) / len(own)) if own else 0
    first = min((claim.sentences[source][0] for claim in common), default=0)
    spot = Spot((numbers[source], numbers[other]), Side.LEFT, first)
    return Mark(str(share).rjust(_SHARE_CELLS), Emphasis.PLAIN, spot)


def _head_look(at: int, chosen: int | None) -> Emphasis:
    return Emphasis.TITLE if at == chosen else Emphasis.LABEL


def _entry(collation: "Collation", numbers: Sequence[int], claim: "Claim") -> Entry:
    source, sentence = claim.representative
    spot = Spot((numbers[source],), Side.LEFT, sentence)
    return Entry((_quote(collation, source, sentence),), spot, _marks(collation, numbers, claim))


def _marks(collation: "Collation", numbers: Sequence[int], claim: "Claim") -> tuple[Mark, ...]:
    sources = range(len(collation.witnesses))
    gap = " " if len(sources) <= SPACED else ""
    stances = [claim.stance(source).value for source in sources]
    spots = [
        Spot((numbers[source],), Side.LEFT, claim.sentences[source][0]) if claim.sentences[source] else None
        for source in sources
    ]
    cells = [Mark(_SIGNS[stance] + gap, _LOOKS[stance], spot) for stance, spot in zip(stances, spots, strict=True)]
    count = f"{claim.corroboration}/{len(sources)}"
    return (*cells, Mark(count.rjust(_count_cells(len(sources))), Emphasis.LABEL, spots[claim.representative.source]))


def _count_cells(sources: int) -> int:
    return 2 * len(str(sources)) + 2


def _quote(collation: "Collation", source: int, sentence: int) -> Run:
    return plain(" ".join(shown(collation.witnesses[source].quote(sentence)).split()))
