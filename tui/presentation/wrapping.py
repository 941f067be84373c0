"""Runs broken into lines at spaces, measured in terminal cells."""

import re
from collections.abc import Iterable, Iterator

from tui.presentation.cells import breaks, cells_of, clip, flow_text
from tui.presentation.page import Emphasis, Run
from tui.text.shown import DROPPED, shown
from tui.text.sides import Side
from tui.text.spans import Span

__all__ = ["breaks", "cells_of", "clip", "flow", "flow_text", "part", "runs_of"]

_ODD = rf"{DROPPED}|\s{{2,}}|[^\S ]"
"""Pattern of what is left out or stands for one space; only in text that is not printable, but for spaces in a row."""


def runs_of(text: str, span: Span, emphasis: Emphasis, side: Side, sentence: int | None = None) -> Iterator[Run]:
    """The stretch of a side's text as runs safe to show; white space of any length counts as one space."""

    def run(start: int, end: int) -> Run:
        return Run(shown(text[start:end]), emphasis, side, sentence, Span(start, end))

    start = span.start
    written = text[slice(*span)]
    plain = written.isprintable() and "  " not in written
    for odd in () if plain else re.compile(_ODD).finditer(text, *span):
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
