"""Sentences of a survey's sources as entries that lead to them."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.presentation import glyphs
from tui.presentation.page import Emphasis, Run
from tui.presentation.sheet import Entry, plain
from tui.presentation.spot import Spot
from tui.text.shown import shown
from tui.text.sides import Side
from tui.text.spans import Span

if TYPE_CHECKING:
    from tui.collation.ledgers.rows import Row
    from tui.collation.survey import Survey
    from tui.collation.told import Cited

_AROUND = 70
"""Characters of a sentence that an excerpt has to either side of what is cited."""
_SPACE = re.compile(r"\s+")
CANDIDATE = plain(f"  {glyphs.CONFLICT} candidate", Emphasis.CONFLICT)
PARTED = f" {glyphs.SILENT} "
"""What parts the cells of a row."""


class Listed(NamedTuple):
    """A survey, and of each source the number and the label that it has in the list."""

    survey: "Survey"
    numbers: Sequence[int]
    labels: Sequence[str]

    def cite(self, cited: "Cited") -> str:
        """What readers call the sentence that is cited: B s10."""
        return f"{self.labels[cited.source]} {self.survey.witnesses[cited.source].cite(cited.sentence)}"

    def spot(self, cited: "Cited") -> Spot:
        """The sentence in its article."""
        return Spot((self.numbers[cited.source],), Side.LEFT, cited.sentence)

    def pair_spot(self, left: "Cited", right: "Cited") -> Spot:
        """The left sentence in the pair of both, in its article where both stand in one."""
        if left.source == right.source:
            return self.spot(left)
        return Spot((self.numbers[left.source], self.numbers[right.source]), Side.LEFT, left.sentence)

    def row_spot(self, row: "Row") -> Spot:
        """Where a row leads: to its first sentence, in the pair with the first one of another source."""
        first = row.cells[0].cited
        other = next((cell.cited for cell in row.cells if cell.cited.source != first.source), None)
        return self.spot(first) if other is None else self.pair_spot(first, other)

    def row_about(self, row: "Row") -> tuple[Spot, ...]:
        """The sentences that a row tells of."""
        return tuple(self.spot(cell.cited) for cell in row.cells)

    def quote(self, cited: "Cited", look: Emphasis = Emphasis.TITLE, *more: "Cited") -> tuple[Run, ...]:
        """The sentence with the words that are cited in this look, safe to show; `more` are of the same sentence."""
        whole = self._whole(cited)
        return self._words((cited, *more), look, Span(whole.start, max(map(self._end, (cited, *more)))))

    def excerpt(self, cited: "Cited", look: Emphasis = Emphasis.TITLE) -> tuple[Run, ...]:
        """The same of a long sentence only what stands around those words."""
        text, whole = self.survey.witnesses[cited.source].text, self._whole(cited)
        start, end = whole
        if cited.span.start - start > _AROUND + len(glyphs.ELLIPSIS):
            start = text.find(" ", cited.span.start - _AROUND, cited.span.start) + 1 or cited.span.start
        if end - cited.span.end > _AROUND + len(glyphs.ELLIPSIS):
            place = text.rfind(" ", cited.span.end, cited.span.end + _AROUND)
            end = cited.span.end if place < 0 else place
        before = (plain(glyphs.ELLIPSIS),) if start > whole.start else ()
        after = (plain(glyphs.ELLIPSIS),) if end < whole.end else ()
        return (*before, *self._words((cited,), look, Span(start, end)), *after)

    def _whole(self, cited: "Cited") -> Span:
        """The sentence, and what is cited where that runs over its end."""
        return Span(self.survey.witnesses[cited.source].sentences[cited.sentence].span.start, self._end(cited))

    def _end(self, cited: "Cited") -> int:
        return max(self.survey.witnesses[cited.source].sentences[cited.sentence].span.end, cited.span.end)

    def _words(self, places: Sequence["Cited"], look: Emphasis, whole: Span) -> tuple[Run, ...]:
        text, at = self.survey.witnesses[places[0].source].text, whole.start
        pieces: list[tuple[str, Emphasis]] = []
        for start, end in sorted(cited.span for cited in places):
            pieces += [(text[at:start], Emphasis.PLAIN), (text[max(at, start) : end], look)]
            at = max(at, end)
        pieces.append((text[at : whole.end], Emphasis.PLAIN))
        return tuple(plain(_SPACE.sub(" ", shown(words)), emphasis) for words, emphasis in pieces if words)


def cited_entry(listed: Listed, cited: "Cited", *, note: str = "", indent: int = 0) -> Entry:
    """A sentence's excerpt behind its place, the words that are cited emphasised, with a note on them."""
    lead = plain(f"{listed.cite(cited)}  ", Emphasis.LABEL)
    notes = (plain(f"  {shown(note)}", Emphasis.LABEL),) if note else ()
    return Entry((lead, *listed.excerpt(cited), *notes), listed.spot(cited), indent=indent)


def row_entry(listed: Listed, row: "Row") -> Entry:
    """A row in one line: its thing, and what each source says of it, those that say the same together."""
    said = PARTED.join(f"{', '.join(labels)} {text}" for text, labels in _by_text(listed, row))
    exact = f"{', '.join(listed.labels[source] for source in row.exact)} most exact; no conflict" if row.exact else ""
    notes = "; ".join(filter(None, (row.note, exact)))
    note = (plain(f"  {shown(notes)}", Emphasis.LABEL),) if notes else ()
    name = plain(f"{shown(row.name)}: ", Emphasis.TITLE)
    clash = (CANDIDATE,) if row.clashes else ()
    return Entry(
        (name, plain(shown(said)), *clash, *note), listed.row_spot(row), apart=True, about=listed.row_about(row)
    )


def _by_text(listed: Listed, row: "Row") -> Iterable[tuple[str, list[str]]]:
    by_text: dict[str, dict[str, None]] = {}
    for cell in row.cells:
        by_text.setdefault(cell.text, {})[listed.labels[cell.cited.source]] = None
    return ((text, list(labels)) for text, labels in by_text.items())
