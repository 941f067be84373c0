"""Claims as entries of a sheet: a row for each, with how every source stands to it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.presentation import glyphs
from tui.presentation.late import Late
from tui.presentation.page import Emphasis, Run
from tui.presentation.parts import count_of, words_of
from tui.presentation.review.signs import UNSIGNED, CellSigns
from tui.presentation.sheet import Entry, Mark, plain
from tui.presentation.spot import Spot
from tui.text.shown import one_line, shown
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.collation.model import Claim, Collation, Part, Place
    from tui.presentation.lenses.listed import Listed

_LOOKS = {"says": Emphasis.PLAIN, "silent": Emphasis.FURNITURE, "differs": Emphasis.CONFLICT}
SPACED = 20
"""So many sources have a cell and a space each; more stand side by side."""
_SHARE_CELLS = 4
_INSIDE, _DEEPER = 2, 4
"""Cells that what an opened claim holds is further in: its parts, and the sentences that say one of them."""


def claim_cells(sources: int, width: int, signs: CellSigns = UNSIGNED) -> int:
    """How many sources have a mark beside the claims on a screen of that many cells: they take half of it at most."""
    return max(1, min(sources, (width // 2 - _count_cells(sources)) // _cells(sources, signs)))


def grid_cells(sources: int, width: int) -> int:
    """How many sources have a column in the grid on a screen of that many cells."""
    return max(1, min(sources, (width // 2) // _SHARE_CELLS))


def claim_entries(
    collation: "Collation",
    numbers: Sequence[int],
    claims: Iterable[int],
    window: range | None = None,
    signs: CellSigns = UNSIGNED,
) -> tuple[Entry, ...]:
    """A claim each, as the sentence most like all the others says it, and marks for sources.

    Args:
        collation: The sources' claims.
        numbers: The number that each source has in the list.
        claims: Which claims, in which order.
        window: The sources that have a mark, None for all.
        signs: What reviewers did, beside the marks.
    """
    row = _Row(collation, numbers, range(len(numbers)) if window is None else window, signs)
    return tuple(map(row.entry, claims))


def inside_entries(listed: "Listed", claim: int) -> tuple[Entry, ...]:
    """What an opened claim holds: its parts with the sentences that say each, then all others that make it."""
    found: list[Entry] = []
    parted = listed.survey.parted(claim)
    if parted is not None:
        for part in listed.survey.parts_of(*parted):
            found += _part_entries(listed, parted, part)
    made = listed.survey.collation.claims[claim]
    for source in made.sources:
        others = (sentence for sentence in made.sentences[source] if (source, sentence) != made.representative)
        found += [_said(listed, source, sentence, _INSIDE) for sentence in others]
    return tuple(found)


def _part_entries(listed: "Listed", place: "Place", part: "Part") -> Iterable[Entry]:
    """A part with its count, and the sentences of other sources that say it."""
    words = words_of(listed.survey.witnesses[place.source], part)
    runs = (plain(f"{words}  ", Emphasis.TITLE), plain(count_of(part, len(listed.numbers)), Emphasis.LABEL))
    yield Entry(runs, Spot((listed.numbers[place.source],), Side.LEFT, place.sentence), indent=_INSIDE)
    for source, sentences in enumerate(part.sentences):
        if source != place.source:
            yield from (_said(listed, source, sentence, _DEEPER) for sentence in sentences)


def _said(listed: "Listed", source: int, sentence: int, indent: int) -> Entry:
    place = plain(f"{listed.labels[source]} {listed.survey.witnesses[source].cite(sentence)}  ", Emphasis.LABEL)
    spot = Spot((listed.numbers[source],), Side.LEFT, sentence)
    return Entry((place, _quote(listed.survey.collation, source, sentence)), spot, indent=indent)


def left_out_lines(listed: "Listed", spots: Iterable[Spot]) -> list[str]:
    """A line for each link by hand of these sentences, each in its article, that does not count."""
    asked, lines = frozenset(spots), []
    for pair in listed.survey.collation.left_out:
        if any(Spot((listed.numbers[source],), Side.LEFT, sentence) in asked for source, sentence in pair):
            names = (f"{listed.labels[source]} {listed.survey.witnesses[source].cite(at)}" for source, at in pair)
            lines.append(f"{' – '.join(names)}: this link does not count here, since links lead around what you parted")
    return lines


def only_here_entries(collation: "Collation", numbers: Sequence[int], source: int) -> tuple[Entry, ...]:
    """The sentences of a source whose claims no other makes, as it tells them."""
    found = []
    for claim in collation.only_here(source):
        for sentence in collation.claims[claim].sentences[source]:
            place = collation.witnesses[source].cite(sentence)
            spot = Spot((numbers[source],), Side.LEFT, sentence)
            found.append(Entry((_quote(collation, source, sentence),), spot, (Mark(place, Emphasis.LABEL),)))
    return tuple(found)


def claim_heads(
    labels: Sequence[str], chosen: int | None, window: range | None = None, signs: CellSigns = UNSIGNED
) -> tuple[Mark, ...]:
    """What stands above the marks of claims: the label of each source in the window, of long ones the last letter."""
    seen = range(len(labels)) if window is None else window
    cells = _cells(len(labels), signs)
    heads = [Mark(labels[at][-1].ljust(cells), _head_look(at, chosen)) for at in seen]
    return (*heads, Mark(" " * _count_cells(len(labels)), Emphasis.LABEL))


def grid_entries(
    collation: "Collation",
    numbers: Sequence[int],
    labels: Sequence[str],
    titles: Sequence[str],
    window: range | None = None,
) -> tuple[Entry, ...]:
    """A source each, and beside it in percent how many of its claims every other source in the window makes too."""
    seen, rows = range(len(labels)) if window is None else window, []
    for source, (label, title) in enumerate(zip(labels, titles, strict=True)):
        own = [claim for claim in collation.claims if claim.sentences[source]]
        marks = [_share(own, source, other, numbers) for other in seen]
        runs = (plain(f"{label}  ", Emphasis.TITLE), plain(shown(title)))
        rows.append(Entry(runs, Spot((numbers[source],), Side.LEFT, 0), tuple(marks)))
    return tuple(rows)


def grid_heads(labels: Sequence[str], chosen: int | None, window: range | None = None) -> tuple[Mark, ...]:
    """What stands above the marks of the grid: the label of each source in the window."""
    seen = range(len(labels)) if window is None else window
    return tuple(Mark(labels[at].rjust(_SHARE_CELLS), _head_look(at, chosen)) for at in seen)


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


class _Row(NamedTuple):
    """What the rows of claims have in common."""

    collation: "Collation"
    numbers: Sequence[int]
    window: range
    signs: CellSigns

    def entry(self, number: int) -> Entry:
        """The claim of that number."""
        claim = self.collation.claims[number]
        source, sentence = claim.representative
        spot = Spot((self.numbers[source],), Side.LEFT, sentence)
        marks = Late(len(self.window) + 1, lambda at: self._mark(number, claim, spot, at))
        cells = len(self.window) * _cells(len(self.numbers), self.signs) + _count_cells(len(self.numbers))
        return Entry((_quote(self.collation, source, sentence),), spot, marks, mark_cells=cells)

    def _mark(self, number: int, claim: "Claim", spot: Spot, at: int) -> Mark:
        """The mark of a source in the window or, behind the last, the count."""
        if at == len(self.window):
            count = f"{claim.corroboration}/{len(self.numbers)}"
            return Mark(count.rjust(_count_cells(len(self.numbers))), Emphasis.LABEL, spot)
        source = self.window[at]
        stance, sentences = claim.stance(source).value, claim.sentences[source]
        leads = Spot((self.numbers[source],), Side.LEFT, sentences[0]) if sentences else None
        signs = self.signs.beside.get((number, source), "")
        look = Emphasis.PLAIN if signs and stance == "silent" else _LOOKS[stance]
        return Mark(f"{glyphs.STANCES[stance]}{signs}".ljust(_cells(len(self.numbers), self.signs)), look, leads)


def _cells(sources: int, signs: CellSigns) -> int:
    """The cells that a source has for its stance and for what reviewers did; among few sources one more apart."""
    return 1 + signs.cells + (sources <= SPACED)


def _count_cells(sources: int) -> int:
    return 2 * len(str(sources)) + 2


def _quote(collation: "Collation", source: int, sentence: int) -> Run:
    return plain(one_line(collation.witnesses[source].quote(sentence)))
