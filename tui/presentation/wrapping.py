"""Runs broken into lines at spaces, measured in terminal cells."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

from tui.presentation.page import Emphasis, Run
from tui.text.shown import DROPPED, shown
from tui.text.sides import Side
from tui.text.spans import Span

_ODD = re.compile(rf"{DROPPED.pattern}|\s{{2,}}|[^\S ]")
_WORD = re.compile(r"[^ ]+")
_NO_LINE_START = frozenset("、。，．：；？！）］｝〉》」』】〕’”…—%")


def runs_of(text: str, span: Span, emphasis: Emphasis, side: Side, sentence: int | None = None) -> Iterator[Run]:
    """The stretch of a side's text as runs safe to show; white space of any length counts as one space."""

    def run(start: int, end: int) -> Run:
        return Run(shown(text[start:end]), emphasis, side, sentence, Span(start, end))

    start = span.start
    for odd in _ODD.finditer(text, *span):
        if odd.start() > start:
            yield run(start, odd.start())
        if odd.group()[0].isspace():
            yield run(odd.start(), odd.start() + 1)._replace(text=" ")
        start = odd.end()
    if start < span.end:
        yield run(start, span.end)


def flow(runs: Iterable[Run], width: int) -> tuple[tuple[Run, ...], ...]:
    """The runs in lines of at most `width` cells, broken at spaces, within a word only where it is wider.

    A character wider than the whole width has a line of its own. No runs make no lines.
    """
    runs = [run for run in runs if run.text]
    text = "".join(run.text for run in runs)
    return tuple(_cut(runs, breaks(text, max(1, width))))


def breaks(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line of the text starts and ends, the spaces at a break left out; half-open, in code points."""
    lines: list[tuple[int, int]] = []
    start = end = used = 0
    plain = text.isascii()
    for word in _WORD.finditer(text):
        for unit_start, unit_end, cells in _units(text, word.start(), word.end(), width, plain=plain):
            gap = unit_start - end
            if end > start and used + gap + cells > width:
                lines.append((start, end))
                start = end
            if end > start:
                used += gap + cells
            else:
                start, used = unit_start, cells
            end = unit_end
    if end > start:
        lines.append((start, end))
    return lines


def _units(text: str, start: int, end: int, width: int, *, plain: bool) -> Iterator[tuple[int, int, int]]:
    """What must stay on one line: a word, or the pieces of one that is too wide or of an unspaced script."""
    cells = end - start if plain else cells_of(text[start:end])
    if cells <= width and (plain or cells <= end - start or not _has_wide(text[start:end])):
        yield start, end, cells
        return
    graphemes, _ = split_graphemes(text[start:end])
    piece_start, piece_end, piece = 0, 0, 0
    for first, last, size in graphemes:
        sticks = text[start + first] in _NO_LINE_START or (size < 2 and piece and piece + size <= width)
        if piece and (not sticks or piece + size > width):
            yield start + piece_start, start + piece_end, piece
            piece_start, piece = first, 0
        piece_end, piece = last, piece + size
    if piece_end > piece_start:
        yield start + piece_start, start + piece_end, piece


def _has_wide(word: str) -> bool:
    return any(size > 1 for _, _, size in split_graphemes(word)[0])


@lru_cache(maxsize=4096)
def cells_of(text: str) -> int:
    """How many terminal cells the text takes."""
    return cell_len(text)


def _cut(runs: list[Run], lines: list[tuple[int, int]]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line, those over a break divided."""
    number = offset = 0
    for start, end in lines:
        line: list[Run] = []
        while number < len(runs) and offset < end:
            run = runs[number]
            first, last = max(start - offset, 0), min(end - offset, len(run.text))
            if first < last:
                line.append(part(run, first, last))
            if offset + len(run.text) > end:
                break
            offset += len(run.text)
            number += 1
        yield tuple(line)


def part(run: Run, first: int, last: int) -> Run:
    """The run from its character `first` up to `last`, with the place they have in the text."""
    if first == 0 and last == len(run.text):
        return run
    span = run.span and Span(run.span.start + first, run.span.start + last)
    return run._replace(text=run.text[first:last], span=span)


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """The text on one line of at most `width` cells, its end replaced by an ellipsis where it is longer."""
    text = " ".join(shown(text).split())
    if cells_of(text) <= width:
        return text
    room = width - cells_of(ellipsis)
    kept, used = 0, 0
    for _, last, size in split_graphemes(text)[0]:
        if used + size > room:
            break
        kept, used = last, used + size
    return text[:kept].rstrip() + ellipsis if width > 0 else ""


def flow_text(text: str, width: int) -> tuple[str, ...]:
    """Plain text, already safe to show, in lines of at most `width` cells."""
    return tuple(text[start:end] for start, end in breaks(text, max(1, width)))
