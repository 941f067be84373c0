"""Laid-out pages as lines of text for a terminal or a pipe."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from tui.cli import output
from tui.cli.ink import Ink, paint
from tui.presentation import glyphs
from tui.presentation.page import Emphasis, Page, Run
from tui.presentation.wrapping import cells_of, flow
from tui.text.shown import shown
from tui.text.sides import Side

_GAP = "  "


def page_lines(page: Page, ink: Ink) -> Iterator[str]:
    """The page's lines from the left edge on, a rule between columns; no line ends in white space."""
    for line in page.lines:
        drawn, used = "", 0
        for column, cell in zip(page.columns, line.cells, strict=True):
            if column is not page.columns[0]:
                drawn += " " * (column.left - 1 - used) + glyphs.DIVIDER
                used = column.left
            margin = Run(" " * (column.gutter - _cells(cell.gutter)), Emphasis.PLAIN, Side.LEFT)
            drawn += paint((*cell.gutter, margin, *cell.runs), ink)
            used += column.gutter + _cells(cell.runs)
        yield drawn.rstrip()


def rule(width: int) -> str:
    """A line across."""
    return glyphs.RULE * width


def text_run(text: str, emphasis: Emphasis = Emphasis.PLAIN, side: Side = Side.LEFT) -> Run:
    """A source's words as a run that is safe to show."""
    return Run(shown(text), emphasis, side)


def hanging(lead: Run, runs: Sequence[Run], width: int, ink: Ink) -> Iterator[str]:
    """The runs behind a lead, in lines of at most `width` cells; later lines stand under the first's text."""
    indent = cells_of(lead.text)
    for number, line in enumerate(flow(runs, width - indent)):
        yield (" " * indent if number else paint([lead], ink)) + paint(line, ink)


def write_lines(lines: Iterable[str]) -> None:
    """Write the lines, in ASCII signs where the terminal's encoding lacks ours."""
    has_signs = output.writes("".join(map(chr, glyphs.ASCII)))
    for line in lines:
        output.write((line if has_signs else line.translate(glyphs.ASCII)) + "\n")


def table(rows: Iterable[Sequence[Run]], widths: Sequence[int], ink: Ink) -> Iterator[str]:
    """Rows of cells under each other, wrapped within their columns; a width below 0 sets a column to the right."""
    for row in rows:
        cells = [list(flow([run], abs(width))) for run, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=()):
            yield _GAP.join(_fitted(runs, width, ink) for runs, width in zip(line, widths, strict=True)).rstrip()


def _fitted(runs: Sequence[Run], width: int, ink: Ink) -> str:
    padding = " " * (abs(width) - _cells(runs))
    return paint(runs, ink) + padding if width > 0 else padding + paint(runs, ink)


def _cells(runs: Sequence[Run]) -> int:
    return sum(cells_of(run.text) for run in runs)
