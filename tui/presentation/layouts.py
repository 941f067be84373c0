"""A pair's rows laid out side by side, one below the other, or as one merged text."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from tui.alignment.model import Alignment, Bead, Relation
from tui.presentation import glyphs
from tui.presentation.backing import Margin
from tui.presentation.layout import Layout
from tui.presentation.marking import Stretch, stretches
from tui.presentation.page import Cell, Column, Emphasis, Line, Page, Run, Stop
from tui.presentation.redline import BRACKETS, merged
from tui.presentation.rows import Row
from tui.presentation.wrapping import flow, runs_of
from tui.text.sides import Side, Sides

GUTTER = 4
"""Cells of a column's gutter: the cursor, the relation, a mark, a space."""

_GLYPH = {
    Relation.IDENTICAL: (glyphs.SAME, Emphasis.SHARED),
    Relation.REWORDED: (glyphs.REWORDED, Emphasis.LABEL),
    Relation.LEFT_ONLY: (glyphs.LEFT_ONLY, Emphasis.DIVERGENT),
    Relation.RIGHT_ONLY: (glyphs.RIGHT_ONLY, Emphasis.DIVERGENT),
}
_MARKS = {glyphs.MOVED: Emphasis.MOVED, glyphs.CONFLICT: Emphasis.CONFLICT}
_ONE_SIDED = frozenset({Emphasis.LEFT_ONLY, Emphasis.RIGHT_ONLY, Emphasis.FURNITURE})


class Style(NamedTuple):
    """What does not depend on the pair: the labels that name the sides, the width, and how strict to be.

    `measure` is the most cells of a column's text, None for all there is; `only` leaves the other side out;
    `bracketed` puts what diverges in brackets, for pages drawn without any attribute; `margins` stand beside the
    sentences of each side, where anything does.
    """

    labels: Sides[str]
    width: int
    measure: int | None = None
    strict: bool = False
    only: Side | None = None
    bracketed: bool = False
    margins: Sides[Margin] | None = None

    @property
    def beside(self) -> int:
        """Cells of a gutter that the margins take."""
        return 0 if self.margins is None else max(margin.cells for margin in self.margins) + 1


def lay_out(alignment: Alignment, rows: Sequence[Row], layout: Layout, style: Style) -> Page:
    """The rows as a page; every row keeps its number in the lines and stops."""
    return _Setter(alignment, layout, style).page(rows)


def marked_anew(page: Page, alignment: Alignment, rows: Sequence[Row], layout: Layout, style: Style) -> Page:
    """The same page where only the candidates for conflict have changed, with the rows that have any set again."""
    setter = _Setter(alignment, layout, style)
    lines = list(page.lines)
    ends = {line.row: end for end, line in enumerate(lines, 1)}
    for number, row in enumerate(rows):
        if number in ends and row.bead is not None and alignment.beads[row.bead].conflicts:
            cells = list(setter.cells(row))
            lines[ends[number] - len(cells) : ends[number]] = [Line(number, line) for line in cells]
    return page._replace(lines=tuple(lines))


class _Setter:
    """Sets one page, row by row."""

    def __init__(self, alignment: Alignment, layout: Layout, style: Style) -> None:
        self._alignment = alignment
        self._style = style
        self._layout = Layout.INTERLEAVED if style.only is not None else layout
        self._columns = _columns(self._layout, style)
        self._homes = {
            (side, sentence): number
            for number, bead in enumerate(alignment.beads)
            for side in Side
            for sentence in bead.on(side)
        }
        self._numbers = alignment.comparison.sides.map(lambda witness: witness.numbers)

    def page(self, rows: Sequence[Row]) -> Page:
        lines: list[Line] = []
        stops: list[Stop] = []
        for number, row in enumerate(rows):
            cells = list(self.cells(row))
            if not cells:
                continue
            together = row.bead is None and not row.hidden and number > 0 and rows[number - 1].bead is None
            if lines and not together:
                lines.append(Line(number, tuple(Cell() for _ in self._columns)))
            if self._layout is Layout.REDLINE and row.left and row.right:
                last = len(lines) + len(cells) - 1
                stops.append(Stop(number, Side.LEFT, row.left[0], len(lines), last, self._numbers.left[row.left[0]]))
            else:
                stops += self._stops(cells, len(lines), number, row)
            lines += [Line(number, line) for line in cells]
        return Page(self._style.width, self._columns, tuple(lines), tuple(stops))

    def _stops(self, cells: Sequence[tuple[Cell, ...]], first: int, number: int, row: Row) -> Iterator[Stop]:
        """The cursor's places in a row, left before right."""
        if row.hidden:
            yield Stop(number, None, None, first, first)
        for side in Side:
            for sentence in row.on(side):
                held = [
                    line
                    for line, line_cells in enumerate(cells)
                    if any(run.sentence == sentence and run.side is side for cell in line_cells for run in cell.runs)
                ]
                if held:
                    yield Stop(number, side, sentence, first + held[0], first + held[-1], self._numbers[side][sentence])

    def cells(self, row: Row) -> Iterator[tuple[Cell, ...]]:
        """The row's lines, each a cell for every column."""
        if row.hidden:
            text = f"{glyphs.FOLD} {row.name} {glyphs.FOLD}"
            fold = Cell(runs=(Run(text, Emphasis.LABEL, Side.LEFT),))
            yield (fold, *(Cell() for _ in self._columns[1:]))
            return
        if self._layout is Layout.SIDE_BY_SIDE:
            left, right = (list(self._cells(row, side, self._columns[side])) for side in Side)
            empty = Cell(runs=(Run(glyphs.FILLER, Emphasis.LABEL, Side.LEFT),))
            yield from zip_longest(left or [empty], right or [empty], fillvalue=Cell())
            return
        if self._layout is Layout.REDLINE and row.left and row.right:
            yield from ((cell,) for cell in self._redline(row))
            return
        for side in Side:
            if self._style.only in (None, side):
                yield from ((cell,) for cell in self._cells(row, side, self._columns[0]))

    def _cells(self, row: Row, side: Side, column: Column) -> Iterator[Cell]:
        """The side's sentences below each other, with the gutter's glyphs."""
        bead = None if row.bead is None else self._alignment.beads[row.bead]
        texts: list[tuple[Run, ...]] = []
        firsts: dict[int, int] = {}
        for sentence in row.on(side):
            firsts[len(texts)] = sentence
            told = self._ghostly(side, sentence) if row.ghost else self._runs(bead, side, sentence)
            texts += flow(told, column.width)
        if bead is not None and bead.moved and side is Side.RIGHT:
            texts += flow([Run(self._origin(bead), Emphasis.MOVED, side)], column.width)
        many = len(row.on(side)) > 1
        for number, runs in enumerate(texts):
            mark = glyphs.MOVED if row.ghost and not number else _bracket(number, len(texts)) if many else " "
            if number == 0 and bead is not None and bead.moved:
                mark = glyphs.MOVED
            clashes = number == 0 and bead is not None and bead.clashes
            gutter = self._gutter(bead, side, mark, column.gutter, first=number == 0, clashes=clashes)
            yield Cell((*gutter, *self._beside(side, None if row.ghost else firsts.get(number))), runs)

    def _ghostly(self, side: Side, sentence: int) -> Iterator[Run]:
        """A sentence shown away from its own row: where it stands, then its words; no place for the cursor."""
        witness = self._alignment.comparison.sides[side]
        yield Run(f"{self._style.labels[side]} {witness.cite(sentence)}  ", Emphasis.MOVED, side)
        for run in runs_of(witness.text, witness.sentences[sentence].span, Emphasis.LABEL, side):
            yield run._replace(span=None)

    def _runs(self, bead: Bead | None, side: Side, sentence: int) -> Iterator[Run]:
        witness = self._alignment.comparison.sides[side]
        sides, strict = self._alignment.comparison.sides, self._style.strict
        whole = [Stretch(witness.sentences[sentence].span, Emphasis.FURNITURE)]
        for span, emphasis in whole if bead is None else stretches(sides, bead, side, sentence, strict=strict):
            runs = runs_of(witness.text, span, emphasis, side, sentence)
            opening, closing = "", ""
            if self._layout is Layout.REDLINE and emphasis in _ONE_SIDED:
                opening, closing = BRACKETS[side]
            elif self._style.bracketed and emphasis is Emphasis.DIVERGENT:
                opening, closing = "[", "]"
            yield from (Run(opening, emphasis, side), *runs, Run(closing, emphasis, side))

    def _redline(self, row: Row) -> Iterator[Cell]:
        """Both sides of a linked row as one text."""
        bead = self._alignment.beads[row.bead or 0]
        runs = merged(self._alignment.comparison.sides, bead, strict=self._style.strict)
        mark = glyphs.MOVED if bead.moved else " "
        for number, line in enumerate(flow(runs, self._columns[0].width)):
            first = number == 0
            clashes = first and bead.clashes
            gutter = self._gutter(bead, Side.LEFT, mark, self._columns[0].gutter, first=first, clashes=clashes)
            yield Cell((*gutter, *self._beside(Side.LEFT, row.left[0] if first else None)), line)

    def _gutter(
        self, bead: Bead | None, side: Side, mark: str, width: int, *, first: bool, clashes: bool
    ) -> tuple[Run, ...]:
        """The cursor's place, the glyph of the relation, the mark, that of a conflict; in one column the label too."""
        glyph, look = (glyphs.FURNITURE, Emphasis.FURNITURE) if bead is None else _GLYPH[bead.relation]
        if not first or (bead is None and mark == glyphs.MOVED):
            glyph = " "
        if clashes and mark == " ":
            mark, clashes = glyphs.CONFLICT, False
        runs = [Run(" ", look, side), Run(glyph, look, side), Run(mark, _MARKS.get(mark, Emphasis.LABEL), side)]
        if clashes:
            runs.append(Run(glyphs.CONFLICT, Emphasis.CONFLICT, side))
        label = self._style.labels[side] if first and self._layout is Layout.INTERLEAVED else ""
        runs.append(Run(label.ljust(width - self._style.beside - len(runs)), look, side))
        return tuple(runs)

    def _beside(self, side: Side, sentence: int | None) -> Iterator[Run]:
        """The margin's part of the gutter, at the line where a sentence begins."""
        margins, room = self._style.margins, self._style.beside
        if margins is None:
            return
        if sentence is not None:
            for run in margins[side].beside.get(sentence, ()):
                room -= len(run.text)
                yield run
        yield Run(" " * room, Emphasis.LABEL, side)

    def _origin(self, bead: Bead) -> str:
        """Where a moved bead's right side stands in its own text."""
        sentence = bead.right[0]
        text = f"{glyphs.MOVED} {self._style.labels.right} s{self._numbers.right[sentence]}"
        near = next(
            (self._homes[key] for s in range(sentence - 1, -1, -1) if (key := (Side.RIGHT, s)) in self._homes),
            None,
        )
        if near is None:
            return text
        bead = self._alignment.beads[near]
        side = Side.LEFT if bead.left else Side.RIGHT
        return f"{text}, after {self._style.labels[side]} s{self._numbers[side][bead.on(side)[-1]]}"


def _columns(layout: Layout, style: Style) -> tuple[Column, ...]:
    if layout is Layout.SIDE_BY_SIDE:
        half, gutter = (style.width - 1) // 2, GUTTER + style.beside
        text = max(1, min(style.measure or half, half - gutter - 1))
        return (
            Column(Side.LEFT, half - 1 - text - gutter, gutter, text),
            Column(Side.RIGHT, half + 1, gutter, text),
        )
    labels = max(map(len, style.labels)) + 1 if layout is Layout.INTERLEAVED else 0
    gutter = GUTTER + labels + style.beside
    room = max(1, style.width - gutter - 1)
    text = min(style.measure or room, room)
    return (Column(style.only, max(0, (style.width - gutter - text) // 2), gutter, text),)


def _bracket(number: int, count: int) -> str:
    """The bracket's part at a line, which ties the sentences of one side together."""
    if number == 0:
        return glyphs.BRACKET_TOP
    return glyphs.BRACKET_END if number == count - 1 else glyphs.BRACKET_SIDE
