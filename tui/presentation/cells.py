"""Plain text measured in terminal cells, and cut to them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

from tui.text.shown import one_line

_WORD = re.compile(r"[^ ]+")
_NO_LINE_START = frozenset("、。，．：；？！）］｝〉》」』】〕’”…—%")


@lru_cache(maxsize=4096)
def cells_of(text: str) -> int:
    """How many terminal cells the text takes."""
    return cell_len(text)


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """The text on one line of at most `width` cells, its end replaced by an ellipsis where it is longer."""
    text = one_line(text)
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
