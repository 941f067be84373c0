"""A page's lines drawn as strips, with the cursor and the hits of a search."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.presentation import glyphs
from tui.presentation.page import Cell, Column, Emphasis, Page, Run, Stop
from tui.presentation.wrapping import cells_of, part
from tui.text.sides import Side, Sides
from tui.text.spans import Span

NO_HITS: Sides[tuple[Span, ...]] = Sides((), ())


class Overlay(NamedTuple):
    """What lies over a page: the cursor's stop, the hits by side, and the hit that was jumped to."""

    stop: Stop | None = None
    hits: Sides[tuple[Span, ...]] = NO_HITS
    current: tuple[Side, Span] | None = None


class Painter:
    """Draws lines of one page; `style` gives the look named by the end of a component class."""

    def __init__(self, page: Page, overlay: Overlay, style: Callable[[str], Style]) -> None:
        self._page = page
        self._overlay = overlay
        self._style = style
        self._base = style("plain")

    def strip(self, lines: Sequence[int], width: int) -> Strip:
        """One line of the screen: for each column the page's line of that number, blank past its end."""
        segments: list[Segment] = []
        used = 0
        for number, (column, line) in enumerate(zip(self._page.columns, lines, strict=True)):
            if number:
                gap = column.left - used
                segments.append(Segment(" " * (gap - 1), self._base))
                segments.append(Segment(glyphs.DIVIDER, self._style("divider")))
            else:
                segments.append(Segment(" " * column.left, self._base))
            cell = self._page.lines[line].cells[number] if 0 <= line < len(self._page.lines) else Cell()
            drawn = list(self._cell(cell, column, line))
            segments += drawn
            pad = column.gutter + column.width - sum(cells_of(segment.text) for segment in drawn)
            segments.append(Segment(" " * max(0, pad), self._base))
            used = column.left + column.gutter + column.width
        return Strip(_joined(segments)).adjust_cell_length(width, self._base)

    def _cell(self, cell: Cell, column: Column, line: int) -> Iterator[Segment]:
        runs = list(cell.gutter) or [Run(" " * column.gutter, Emphasis.PLAIN, Side.LEFT)]
        if self._has_cursor(cell, column, line):
            yield Segment(glyphs.CURSOR, self._style("bar"))
            runs[0] = part(runs[0], 1, len(runs[0].text))
        for run in runs:
            yield Segment(run.text, self._look(run))
        for run in cell.runs:
            yield from self._lit(run)

    def _has_cursor(self, cell: Cell, column: Column, line: int) -> bool:
        stop = self._overlay.stop
        if stop is None or not stop.first <= line <= stop.last:
            return False
        if stop.sentence is None or len(self._page.columns) == 1:
            return column is self._page.columns[0]
        return any(run.sentence == stop.sentence and run.side is stop.side for run in cell.runs)

    def _look(self, run: Run) -> Style:
        if run.emphasis is Emphasis.DIVERGENT:
            return self._style("divergent-left" if run.side is Side.LEFT else "divergent-right")
        return self._style(run.emphasis.value)

    def _lit(self, run: Run) -> Iterator[Segment]:
        """The run cut where a hit begins or ends, over the cursor's ground where it stands in its sentence."""
        look = self._look(run)
        stop = self._overlay.stop
        if stop is not None and run.sentence is not None and (run.side, run.sentence) == (stop.side, stop.sentence):
            look += self._style("cursor")
        if run.span is None:
            yield Segment(run.text, look)
            return
        place = run.span.start
        for hit in self._overlay.hits[run.side]:
            start, end = max(hit.start, place), min(hit.end, run.span.end)
            if start >= end:
                continue
            yield Segment(run.text[place - run.span.start : start - run.span.start], look)
            name = "hit-current" if self._overlay.current == (run.side, hit) else "hit"
            yield Segment(run.text[start - run.span.start : end - run.span.start], look + self._style(name))
            place = end
        yield Segment(run.text[place - run.span.start :], look)


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    """The segments without the empty ones, those of one style in one: each costs bytes on the line."""
    joined: list[Segment] = []
    for segment in segments:
        if not segment.text:
            continue
        if joined and joined[-1].style is segment.style:
            joined[-1] = Segment(joined[-1].text + segment.text, segment.style)
        else:
            joined.append(segment)
    return joined
