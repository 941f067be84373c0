"""One article as a page of paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui.articles.model import Block
from tui.presentation import glyphs
from tui.presentation.backing import Margin
from tui.presentation.page import Cell, Column, Emphasis, Line, Page, Run, Stop
from tui.presentation.wrapping import flow, runs_of
from tui.text.sides import Side
from tui.text.spans import Span
from tui.text.witness import Kind, Witness

GUTTER = 3
_INDENT = "  "
_LOOK = {
    Kind.TITLE: Emphasis.TITLE,
    Kind.DEK: Emphasis.DEK,
    Kind.HEADING: Emphasis.HEADING,
    Kind.CAPTION: Emphasis.LABEL,
    Kind.FURNITURE: Emphasis.FURNITURE,
}
_CLOSE = {(Kind.LIST, Kind.LIST), (Kind.FURNITURE, Kind.FURNITURE)}


class ReadingStyle(NamedTuple):
    """How an article is set, whatever its width.

    `measure` is the most cells of a line of text, in the middle of the page; None fills it. `furniture` shows the
    site's own lines. `only` are the sentences to show; None shows all. With a `margin` every sentence begins on a
    line of its own. Where a sentence begins that is `noted` the gutter says so.
    """

    measure: int | None = 72
    furniture: bool = True
    only: frozenset[int] | None = None
    margin: Margin | None = None
    noted: frozenset[int] = frozenset()


DEFAULT_STYLE = ReadingStyle()


def paragraphs(witness: Witness, blocks: Sequence[Block]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the sentences of each block, in order; blocks without sentences are left out."""
    ends = iter(blocks)
    block = next(ends, None)
    homes: list[int] = []
    for number in range(len(witness.sentences)):
        while block is not None and block.span.end <= witness.sentences[number].span.start:
            block = next(ends, None)
        homes.append(block.span.start if block is not None else -1)
    return tuple(tuple(group) for _, group in groupby(range(len(homes)), key=homes.__getitem__))


def read_page(witness: Witness, blocks: Sequence[Block], width: int, style: ReadingStyle = DEFAULT_STYLE) -> Page:
    """The article at a width in cells, from the sentences and the paragraphs that it has."""
    margin, only = style.margin, style.only
    gutter = GUTTER if margin is None else margin.cells + GUTTER
    room = max(1, width - gutter - 1)
    text_width = room if style.measure is None else min(style.measure, room)
    left = max(0, (width - text_width - gutter) // 2)
    lines: list[Line] = []
    stops: list[Stop] = []
    before: Kind | None = None
    numbers = witness.numbers
    for row, paragraph in enumerate(paragraphs(witness, blocks)):
        sentences = paragraph if only is None else tuple(n for n in paragraph if n in only)
        kind = witness.sentences[paragraph[0]].kind
        if not sentences or (kind is Kind.FURNITURE and not style.furniture):
            continue
        if before is not None and (before, kind) not in _CLOSE:
            lines.append(Line(row, (Cell(),)))
        before = kind
        first = len(lines)
        if margin is None:
            cells = list(_cells(witness, sentences, kind, text_width, style.noted))
        else:
            cells = [
                cell
                for n in sentences
                for cell in _beside(margin, n, _cells(witness, (n,), kind, text_width, style.noted))
            ]
        lines += [Line(row, (cell,)) for cell in cells]
        stops += _stops(lines, first, row, sentences, numbers)
    return Page(width, (Column(Side.LEFT, left, gutter, text_width),), tuple(lines), tuple(stops))


def _cells(
    witness: Witness, sentences: tuple[int, ...], kind: Kind, width: int, noted: frozenset[int]
) -> Iterator[Cell]:
    look = _LOOK.get(kind, Emphasis.PLAIN)
    runs: list[Run] = []
    for sentence in sentences:
        span = witness.sentences[sentence].span
        if runs and witness.text[span.start - 1].isspace():
            runs.append(Run(" ", look, Side.LEFT))
        runs += runs_of(witness.text, Span(*span), look, Side.LEFT, sentence)
    indent = len(_INDENT) if kind is Kind.LIST else 0
    mark = glyphs.FURNITURE if kind is Kind.FURNITURE else " "
    begun: set[int | None] = set()
    for number, line in enumerate(flow(runs, width - indent)):
        here = {run.sentence for run in line}
        sign = glyphs.NOTE if (here - begun) & noted else mark
        begun |= here
        gutter = (Run(f" {sign} ", look, Side.LEFT),)
        start = (Run(_INDENT, look, Side.LEFT),) if indent and number else ()
        yield Cell(gutter, start + line)


def _beside(margin: Margin, sentence: int, cells: Iterator[Cell]) -> Iterator[Cell]:
    """The sentence's lines with the margin in their gutter."""
    for number, cell in enumerate(cells):
        mark = cell.gutter[0]
        runs = () if number else margin.beside.get(sentence, ())
        if runs:
            yield Cell((mark._replace(text=mark.text[:2]), *runs, mark._replace(text=" ")), cell.runs)
        else:
            yield Cell((mark._replace(text=mark.text.ljust(margin.cells + GUTTER)),), cell.runs)


def _stops(
    lines: Sequence[Line], first: int, row: int, sentences: tuple[int, ...], numbers: Sequence[int | None]
) -> Iterator[Stop]:
    for sentence in sentences:
        held = [
            number
            for number in range(first, len(lines))
            if any(run.sentence == sentence for run in lines[number].cells[0].runs)
        ]
        if held:
            yield Stop(row, Side.LEFT, sentence, held[0], held[-1], numbers[sentence])
