"""What a terminal must be sent so that the rows it shows become other rows: no more than what differs.

Knows nothing of Textual. A row is its text in runs, each with its look (see `looks`); None stands for a row of which
nothing is known. Only sequences that every terminal since the VT100 obeys are used, and `CSI K` to blank the rest of
a row in the terminal's own colours, in which terminals that differ on its ground agree.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, compress, groupby, repeat
from operator import itemgetter, ne
from typing import NamedTuple

from rich.cells import cell_len

from tui.app.wire.looks import PLAIN, change

Row = tuple[tuple[str, str], ...]
Cell = tuple[str, str]

_NARROW = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u0556\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc"
)
_WIDE = "\u3001-\u3029\u3041-\u3096\u309d-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
_ALL_NARROW = re.compile(f"[{_NARROW}]*")

_GAP = 4
"""So many cells that stay between two that change are cheaper sent again than passed over."""
_TAIL = 3
"""So many blanks are as cheap as erasing the rest of the row."""
_RUN_BYTES = 6
_SCROLL_BYTES = 24
_SCROLLS_TRIED = 3


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A pattern with wide characters in it; each takes milliseconds to compile, and most pages need none."""
    return re.compile(form)


def _is_sure(text: str) -> bool:
    """Whether all terminals agree how many cells each character takes."""
    return bool(_ALL_NARROW.fullmatch(text) or _pattern(f"[{_NARROW}{_WIDE}]*").fullmatch(text))


def _pieces(text: str) -> list[str]:
    """The text in pieces of which each is sure, or nowhere is."""
    if _ALL_NARROW.fullmatch(text):
        return [text] if text else []
    return list(filter(None, _pattern(f"([^{_NARROW}{_WIDE}]+)").split(text)))


class Scroll(NamedTuple):
    """Rows `top` to `bottom`, both included, move up by `lines`, or down where negative."""

    top: int
    bottom: int
    lines: int


def frame(old: Sequence[Row | None], new: Sequence[Row], width: int) -> str:
    """What turns the old rows into the new ones, from a plain look back to a plain look; empty where nothing differs.

    Args:
        old: What the terminal shows, as many rows as there will be.
        new: What it shall show.
        width: Its width in cells, which every row fills.
    """
    pen = _Pen(width)
    if all(row is None for row in old):
        pen.out.append("\x1b[m\x1b[r")
    scroll = scroll_between(old, new)
    if scroll is not None:
        pen.scroll(scroll)
        old = scrolled(old, scroll, width)
    for y, (before, after) in enumerate(zip(old, new, strict=True)):
        if before != after:
            _draw(pen, y, before, after)
    pen.take(PLAIN)
    return "".join(pen.out)


def joined(runs: Iterable[tuple[str, str]]) -> Row:
    """The runs as a row: none empty, neighbours of one look in one, so that equal rows look equal."""
    row: list[tuple[str, str]] = []
    for text, look in runs:
        if row and row[-1][1] == look:
            row[-1] = (row[-1][0] + text, look)
        elif text:
            row.append((text, look))
    return tuple(row)


def scroll_between(old: Sequence[Row | None], new: Sequence[Row]) -> Scroll | None:
    """The one scroll of neighbouring rows that saves most, or None where none saves anything."""
    places = {row: place for place, row in enumerate(old) if row is not None}
    if not places or list(old) == list(new):
        return None
    moves = Counter(places[row] - place for place, row in enumerate(new) if row in places)
    del moves[0]
    tried = [lines for lines, rows in moves.most_common(_SCROLLS_TRIED) if rows > 1]
    if not tried:
        return None
    in_place = list(map(_bytes, old, new))
    found = [_best_band(old, new, in_place, lines) for lines in tried]
    saving, scroll = max(found, default=(0, None), key=itemgetter(0))
    return scroll if saving > 0 else None


def scrolled(rows: Sequence[Row | None], scroll: Scroll, width: int) -> list[Row | None]:
    """The rows after a scroll; those that come in are blank."""
    blanks: list[Row | None] = [((" " * width, PLAIN),)] * min(abs(scroll.lines), scroll.bottom - scroll.top + 1)
    band = list(rows[scroll.top : scroll.bottom + 1])
    band = band[scroll.lines :] + blanks if scroll.lines > 0 else blanks + band[: scroll.lines]
    return [*rows[: scroll.top], *band, *rows[scroll.bottom + 1 :]]


def _best_band(
    old: Sequence[Row | None], new: Sequence[Row], in_place: Sequence[int], lines: int
) -> tuple[int, Scroll | None]:
    """The bytes saved, nearly, by moving the neighbouring rows that gain most, and that move.

    `in_place` tells for each row about how many it takes where nothing moves.
    """
    height = len(new)
    moved = [_bytes(old[y + lines] if 0 <= y + lines < height else None, row) for y, row in enumerate(new)]
    gains = [stays - moves for stays, moves in zip(in_place, moved, strict=True)]
    best, band, start, total = 0, (0, -1), 0, 0
    for y, gain in enumerate(gains):
        if total <= 0:
            start, total = y, 0
        total += gain
        if total > best:
            best, band = total, (start, y)
    first, last = band
    top, bottom = min(first, first + lines), max(last, last + lines)
    bared = range(last + 1, bottom + 1) if lines > 0 else range(top, first)
    if last < first or top < 0 or bottom >= height:
        return 0, None
    lost = sum(max(0, _bytes(None, new[y]) - in_place[y]) for y in bared)
    return best - lost - _SCROLL_BYTES - abs(lines), Scroll(top, bottom, lines)


def _bytes(before: Row | None, after: Row) -> int:
    """About as many bytes as it takes to make one row the other: its runs that do not stand there yet."""
    if before == after:
        return 0
    changed = _placed(after) if before is None else _placed(after) - _placed(before)
    return sum([len(text) + _RUN_BYTES for _, text, _ in changed])


@lru_cache(maxsize=256)
def _placed(row: Row) -> frozenset[tuple[int, str, str]]:
    """The row's runs, each with the characters that stand before it."""
    ends = accumulate(len(text) for text, _ in row)
    return frozenset((end - len(text), text, look) for end, (text, look) in zip(ends, row, strict=True))


def _draw(pen: "_Pen", y: int, before: Row | None, after: Row) -> None:
    """Draw a row that differs: only what changed, where it is sure which cells the characters stand in."""
    old = _cells(before)
    new = _cells(after) if old is not None else None
    if old is None or new is None or not len(old) == len(new) == pen.width:
        pen.move(y, 0)
        pen.row(after)
        return
    tail = _tail(new)
    for start, end in _stretches(old, new):
        body = end if end - max(start, tail) <= _TAIL else max(start, tail)
        pen.move(y, start)
        for look, cells in groupby(new[start:body], itemgetter(1)):
            pen.put("".join(map(itemgetter(0), cells)), look)
        pen.x = body
        if body < end:
            pen.blank_rest()
            return


@lru_cache(maxsize=256)
def _cells(row: Row | None) -> Sequence[Cell] | None:
    """The row's characters one by one, an empty cell after each wide one; None where that is not sure."""
    if row is None:
        return None
    cells: list[Cell] = []
    for text, look in row:
        if _ALL_NARROW.fullmatch(text):
            cells += zip(text, repeat(look), strict=False)
        elif _is_sure(text):
            is_wide = _pattern(f"[{_WIDE}]").match
            for character in text:
                cells.append((character, look))
                if is_wide(character):
                    cells.append(("", look))
        else:
            return None
    return cells


def _tail(cells: Sequence[Cell]) -> int:
    """Where the plain blanks begin that end the row."""
    tail = len(cells)
    while tail and cells[tail - 1] == (" ", PLAIN):
        tail -= 1
    return tail


def _stretches(old: Sequence[Cell], new: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Where cells change, half-open, those near each other together; never from or to within a wide character."""
    changed = compress(range(len(new)), map(ne, old, new))
    start = end = next(changed)
    for x in changed:
        if x - end > _GAP:
            yield start, end + 1
            start = x
        end = x
    yield start, end + 1


class _Pen:
    """Collects output, and knows where the terminal writes next and how that looks."""

    def __init__(self, width: int) -> None:
        self.out: list[str] = []
        self.width = width
        self.y = -1
        self.x = -1
        self._look = PLAIN

    def move(self, y: int, x: int) -> None:
        """Go to a cell; past the last one of a row the place is not certain."""
        if y != self.y or not 0 <= self.x <= x or self.x >= self.width:
            self.out.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H")
        elif x > self.x:
            self.out.append(f"\x1b[{x - self.x}C" if x > self.x + 1 else "\x1b[C")
        self.y, self.x = y, x

    def take(self, look: str) -> None:
        """Draw with this look from here on."""
        self.out.append(change(self._look, look))
        self._look = look

    def put(self, text: str, look: str) -> None:
        """Write text; the caller says where that leaves the place."""
        self.take(look)
        self.out.append(text)

    def blank_rest(self) -> None:
        """Blank the row from here to its end."""
        self.take(PLAIN)
        self.out.append("\x1b[K")

    def row(self, row: Row) -> None:
        """Draw a whole row from its start, finding the place again after text whose width is not sure."""
        left = 0
        for number, (text, look) in enumerate(row, 1):
            kept = text.rstrip(" ") if number == len(row) and look == PLAIN else text
            kept = text if len(text) - len(kept) <= _TAIL else kept
            done = 0
            for piece in _pieces(kept):
                place = left + cell_len(kept[:done])
                if self.x != place:  # a mark that ends the row must follow its letter
                    self.move(self.y, place)
                self.put(piece, look)
                done += len(piece)
                self.x = left + cell_len(kept[:done]) if _is_sure(piece) else -1
            left += cell_len(text)
            if kept != text:
                self.move(self.y, left - len(text) + len(kept))
                self.blank_rest()

    def scroll(self, scroll: Scroll) -> None:
        """Move rows by line feeds at the bottom of a scroll region, or reverse ones at its top."""
        edge = scroll.bottom if scroll.lines > 0 else scroll.top
        step = "\n" if scroll.lines > 0 else "\x1bM"
        self.out.append(f"\x1b[{scroll.top + 1};{scroll.bottom + 1}r\x1b[{edge + 1}H{step * abs(scroll.lines)}\x1b[r")
        self.y = self.x = -1
