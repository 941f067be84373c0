"""What the app will paint, painted before Textual is imported: the app then takes the terminal over."""

import os
import sys
import termios
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from tui.app.colours.inks import ink
from tui.app.start.escapes import escape, over
from tui.app.wire.frames import Row, frame, joined
from tui.articles import Collection, Summary
from tui.key_names import key_name
from tui.keys import APP, ARRANGE, LIST, MOVE, SEARCH, SURVEY
from tui.presentation import glyphs
from tui.presentation.bars import Hint, Part, fitted, hint_parts
from tui.presentation.cells import cells_of
from tui.presentation.layout import SIDE_BY_SIDE_FROM
from tui.presentation.shelf import RowState, Shelf, status_parts, title_parts
from tui.terminals import Depth
from tui.terminals.identity import lacks_signs, own_environ
from tui.text.shown import shown

LIST_HINTS = (
    *("list.open", "list.mark", "list.compare", "survey.table", "survey.candidates", "survey.lens", "app.palette"),
    *("list.about", "app.quit"),
)
"""What the bottom line names under the list."""

LEAST = (60, 15)
"""Cells and lines below which nothing is painted first."""

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
_BARS = 3


class FirstPicture:
    """What the terminal shows: rows of a size in cells and lines, and its settings from before.

    Until `taken`, whoever painted it must also take it away.
    """

    def __init__(self, size: tuple[int, int], settings: list[Any]) -> None:
        self.rows: Sequence[Row] = ()
        self.size = size
        self.settings = settings
        self.taken = False

    def show(self, rows: Sequence[Row], out: TextIO) -> None:
        """Have the terminal show these rows, with the cursor in the first one."""
        out.write(frame([None] * len(rows), rows, self.size[0]) + "\x1b[H")
        out.flush()
        self.rows = rows


class Painter:
    """Paints a screen under a theme, in the colours of a depth.

    Args:
        collection: The articles; none is read, only their titles are looked at.
        theme: A palette's name.
        depth: How many colours there are.
    """

    def __init__(self, collection: Collection, theme: str, depth: Depth) -> None:
        self.collection = collection
        self._theme = theme
        self._depth = depth

    @abstractmethod
    def rows(self, size: tuple[int, int], keys: Mapping[str, str]) -> Sequence[Row]:
        """The rows of a screen.

        Args:
            size: Its cells and lines.
            keys: The keys of the actions that have others than the usual ones, by id.
        """

    def drawn(self, well: str, parts: Iterable[Part]) -> Row:
        """A row of these parts."""
        return joined((part.text, self.look(well, part.look)) for part in parts)

    def look(self, well: str, name: str, *, cursor: bool = False) -> str:
        """What the terminal is sent for a look, over the cursor's ground if need be."""
        wanted = ink(well, name, self._theme)
        return escape(over(wanted, ink(well, "cursor", self._theme)) if cursor else wanted, self._depth)


class ListPainter(Painter):
    """Paints the list.

    Args:
        collection: What to list.
        theme: A palette's name.
        depth: How many colours there are.
        seen: Gives the share of an article that was ever read, 0.0 to 1.0.
    """

    def __init__(self, collection: Collection, theme: str, depth: Depth, seen: Callable[[Summary], float]) -> None:
        super().__init__(collection, theme, depth)
        self._seen = seen

    def rows(self, size: tuple[int, int], keys: Mapping[str, str]) -> Sequence[Row]:
        width, height = size
        collection = self.collection
        room = height - _BARS
        shelf_rows = self._beside(width, room) if width >= SIDE_BY_SIDE_FROM else self._above(width, room, height)
        status = fitted(*status_parts(collection, 0), width)
        hints = fitted(hint_parts(LIST_HINTS, _hints(keys), width), (), width)
        title = fitted(*title_parts(collection), width)
        return (self.drawn("bar", title), *shelf_rows, self.drawn("status", status), self.drawn("bar", hints))

    def _beside(self, width: int, height: int) -> list[Row]:
        """The list to the left of an empty preview."""
        half = width // 2
        runs = self._list(half, height)
        rest = [
            (glyphs.DIVIDER, self.look("page", "divider")),
            (" " * (width - half - 1), self.look("page", "plain")),
        ]
        return [joined([*line, *rest]) for line in runs]

    def _above(self, width: int, height: int, lines: int) -> list[Row]:
        """The list above an empty preview."""
        taken = min(Shelf(self.collection, width).height(2 * lines), height * 2 // 3)
        blank = joined([(" " * width, self.look("page", "plain"))])
        rule = joined([(glyphs.RULE * width, self.look("page", "divider"))])
        return [*map(joined, self._list(width, taken)), rule, *[blank] * (height - taken - 1)]

    def _list(self, width: int, height: int) -> list[list[tuple[str, str]]]:
        """So many lines of the list as runs."""
        shelf, lines = Shelf(self.collection, width), []
        for row in range(len(self.collection)):
            titles = shelf.titles(row)
            state = RowState(cursor=row == 0, seen=self._seen(self.collection.glimpsed(row)))
            for line in range(len(titles)):
                parts = list(shelf.line(row, line, titles, state))
                used = sum(cells_of(part.text) for part in parts)
                runs = [(part.text, self.look("list", part.look, cursor=row == 0)) for part in parts]
                lines.append([*runs, (" " * (width - used), self.look("list", "title"))])
            if len(lines) >= height:
                break
        blank = [(" " * width, self.look("list", "title"))]
        return [*lines[:height], *[blank] * (height - len(lines))]


class PairPainter(Painter):
    """Paints that two articles are compared, for as long as they are.

    Args:
        collection: The articles.
        theme: A palette's name.
        depth: How many colours there are.
        pair: The numbers of the two.
    """

    def __init__(self, collection: Collection, theme: str, depth: Depth, pair: tuple[int, int]) -> None:
        super().__init__(collection, theme, depth)
        self._pair = pair

    def rows(self, size: tuple[int, int], keys: Mapping[str, str]) -> Sequence[Row]:
        del keys  # none does anything yet
        width, height = size
        labels = [self.collection.label(number) for number in self._pair]
        name = f" {glyphs.PAIR} ".join(labels)
        heads = [
            (Part(f" {label}  ", look), Part(shown(self.collection.glimpsed(number).title)))
            for number, label, look in zip(self._pair, labels, ("left-only", "right-only"), strict=True)
        ]
        blank = joined([(" " * width, self.look("page", "plain"))])
        return (
            self.drawn("bar", fitted([Part(f" {name} ", "title")], (), width)),
            *(self.drawn("bar", fitted(head, (), width)) for head in heads),
            *[blank] * (height - len(heads) - _BARS),
            self.drawn("status", fitted([Part(f" comparing {name} …", "muted")], (), width)),
            self.drawn("bar", fitted([], (), width)),
        )


def _hints(keys: Mapping[str, str]) -> dict[str, Hint]:
    """The first key and the hint of every action of the list that a keyboard reaches, by id; the nearer pane wins."""
    hints, taken = {}, set[str]()
    for key in (*LIST, *MOVE, *SEARCH, *ARRANGE, *SURVEY, *APP):
        free = [name for name in keys.get(key.id, key.keys).split(",") if name not in taken]
        taken.update(free)
        shown = min(map(key_name, free), key=len, default="")
        if shown:
            hints[key.id] = Hint(shown, key.hint)
    return hints


@contextmanager
def first_picture(painter: Painter, keys: Mapping[str, str], *, ascii_: str) -> Iterator[FirstPicture | None]:
    """The picture, painted; None where it would not be the one that the app paints. Taken away if nobody takes it.

    Keys are kept by the terminal, unseen, from now on.
    """
    out = sys.__stderr__  # where Textual writes
    picture = None
    if out is not None and out.isatty() and os.isatty(0) and _has_signs(ascii_, out.encoding):
        size = os.get_terminal_size(out.fileno())
        if size.columns >= LEAST[0] and size.lines >= LEAST[1]:
            with suppress(termios.error):
                picture = FirstPicture((size.columns, size.lines), termios.tcgetattr(0))
    if out is None or picture is None:
        yield None
        return
    rows = painter.rows(picture.size, keys)
    try:
        _keep_keys()
        out.write(f"{ENTER}\x1b[?25l")
        picture.show(rows, out)
        yield picture
    finally:
        if not picture.taken:
            with suppress(OSError, termios.error):
                out.write(f"\x1b[m\x1b[?25h{LEAVE}")
                out.flush()
                termios.tcsetattr(0, termios.TCSANOW, picture.settings)


def _has_signs(ascii_: str, encoding: str) -> bool:
    """Whether the app will draw with every sign."""
    few = ascii_ == "on" or (ascii_ == "auto" and bool(lacks_signs(own_environ())))
    return not few and encoding.lower().replace("-", "") == "utf8"


def _keep_keys() -> None:
    """Have the terminal neither show nor act on what is typed, as Textual will."""
    settings = termios.tcgetattr(0)
    settings[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    settings[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    settings[6][termios.VMIN] = 1
    termios.tcsetattr(0, termios.TCSANOW, settings)
