"""The one place where the app's pictures go to the terminal: only what changed is sent.

Textual sends every segment of every widget that was refreshed, with its whole look. `WiredApp` keeps what the
terminal shows and sends the difference (`frames`). It relies on how these versions of Textual hand a picture over, so
it is off with any other, and it forgets what the terminal shows whenever something else may have changed it.
"""
# ruff: noqa: SLF001 (Textual has no public way to its pictures)

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from time import monotonic
from typing import Any, NamedTuple

from rich.color import ColorSystem
from rich.console import RenderableType
from rich.control import Control
from rich.style import Style
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.dom import DOMNode
from textual.driver import Driver
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.app.start.first import FirstPicture
from tui.app.start.lean import textual_version
from tui.app.wire.compositor import LeanCompositor
from tui.app.wire.frames import Row, frame, joined
from tui.app.wire.looks import PLAIN, look
from tui.settings import over_ssh
from tui.terminals import unsupported

VARIABLE = "SUMMIT_WIRE"

Line = Mapping[int, Strip]
"""The strips that make a line of the screen, by the cells that they begin in."""

_PASSED_OVER = 0.1
"""For so many seconds pictures may be passed over, so that keys typed faster than a line carries them still show."""
_LINE_BYTES = 6000
"""What a slow line carries in a second, nearly."""
_AHEAD_BYTES = 1500
"""So much more than that may be under way before pictures are passed over."""
_COPY = "\x1b]52;"
"""Begins what asks the terminal to take a copy, which draws nothing where it is asked at all."""
_REMEMBERED = 4096
"""So many lines and parts of lines are remembered as rows."""


def wanted(environ: Mapping[str, str]) -> bool:
    """Whether the environment leaves the wire on."""
    return environ.get(VARIABLE, "1") != "0"


class _Shown(NamedTuple):
    """What the terminal shows: a screen of some size, its lines, the same as rows, and where the cursor is."""

    screen: Screen[Any]
    size: Size
    lines: Sequence[Line]
    rows: Sequence[Row]
    cursor: Offset


class WiredApp(App[None]):
    """An app whose pictures are sent as changes to what the terminal shows, where `wire` is not switched off."""

    def __init__(self, *, wire: bool = True, **options: Any) -> None:
        super().__init__(**options)
        self._first: FirstPicture | None = None
        self._wire = wire and wanted(os.environ) and unsupported(textual_version()) is None
        self._shown: _Shown | None = None
        self._driver_heard: Driver | None = None
        self._write: Callable[[str], None] = lambda _: None
        self._foreign = 0
        self._rows = _Rows()
        self._sent = 0.0
        self._backlog = 0.0
        self._far = over_ssh(os.environ)
        self._passed_over = False
        self._later: Timer | None = None

    @property
    def behind(self) -> bool:
        """Whether more is about to change the picture at once, so that this one can be passed over."""
        return False

    def take_over(self, first: FirstPicture) -> None:
        """Begin with what has been painted: it stays where it is, and only what differs is sent."""
        from tui.app.start.driver import taking_over  # noqa: PLC0415 (not every system has it)

        self._first = first
        self.driver_class = taking_over(first)

    def forget(self) -> None:
        """Take nothing for granted of what the terminal shows: the next picture is sent whole."""
        self._foreign += 1
        self._shown = None

    def forget_all(self) -> None:
        """As `forget`, and what was painted before the app began is gone too."""
        self._first = None
        self.forget()

    def on_resize(self) -> None:
        self.forget()

    def watch_theme(self) -> None:
        """A theme may change what the terminal makes of colours that stay the same."""
        self.forget()

    def _set_pointer_shape(self, shape: str) -> None:
        """Leave the mouse pointer as it is: consoles print the request, and the whole picture would be sent anew."""

    def _register(self, parent: DOMNode, *widgets: Widget, **places: Any) -> list[Widget]:
        """Have a screen composed with less work, from its start."""
        for widget in widgets:
            if self._wire and isinstance(widget, Screen):
                widget._compositor = LeanCompositor(partial(self._holds, widget))
        return super()._register(parent, *widgets, **places)

    def _holds(self, screen: Screen[Any]) -> bool:
        """Whether what was painted first stands, since the screen has not as much to show yet."""
        return self._first is not None and bool(getattr(screen, "unfinished", False))

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send an update of the screen; what is no such update, Textual sends."""
        driver = self._driver
        ready = self._wire and self._running and not self._closed and not self._batch_count
        if not ready or driver is None or driver.is_headless or driver.is_inline:
            super()._display(screen, renderable)
        elif isinstance(renderable, ChopsUpdate | LayoutUpdate) and self._send(driver, screen, renderable):
            self.post_display_hook()
        else:
            super()._display(screen, renderable)

    def _send(self, driver: Driver, screen: Screen[Any], update: ChopsUpdate | LayoutUpdate) -> bool:
        """Send what the update changes; False where it holds what rows cannot."""
        if self._resize_timer is not None or (self._shown is not None and self._passes_over()):
            return True
        foreign, size = self._listen(driver), screen._compositor.size
        shown = self._shown if self._shown is not None and self._shown.size == size else None
        known = None if self._passed_over or (shown is not None and shown.screen is not screen) else shown
        lines = _lines(screen, update, known)
        rows = self._rows.of(lines, known, self.console._color_system or ColorSystem.TRUECOLOR)
        if rows is None:
            return False
        cursor = screen.outer_size.clamp_offset(self.cursor_position)
        text = frame(self._old(size) if shown is None else shown.rows, rows, size.width)
        if text or shown is None or shown.cursor != cursor:
            text += str(Control.move_to(*cursor))
            self._write(f"{SYNC_START}{text}{SYNC_END}" if self._sync_available else text)
            driver.flush()
            self._backlog = self._left_to_send() + len(text)
            self._sent = monotonic()
        if foreign == self._foreign:
            self._shown, self._passed_over = _Shown(screen, size, lines, rows, cursor), False
        return True

    def _passes_over(self) -> bool:
        """Whether this picture is left out, since another follows: of the next key, or once the line has room."""
        wait = self._sent + _PASSED_OVER - monotonic()
        if wait <= 0:
            return False
        if self.behind:
            self.pass_over()
        elif self._left_to_send() <= _AHEAD_BYTES:
            return False
        elif self._later is None:
            self._later = self.set_timer(wait, self._show_later)
        self._passed_over = True
        return True

    def _show_later(self) -> None:
        self._later = None
        if self._passed_over:
            self.screen.refresh()

    def _left_to_send(self) -> float:
        """About how many of the bytes sent over a line that may be slow have not come through yet."""
        return max(0.0, self._backlog - (monotonic() - self._sent) * _LINE_BYTES) if self._far else 0.0

    def pass_over(self) -> None:
        """Have the whole screen drawn again once nothing more is about to change it."""

    def _old(self, size: Size) -> Sequence[Row | None]:
        """What the terminal shows before the first picture of the app, where something was painted for it."""
        first, self._first = self._first, None
        if first is None or first.size != tuple(size):
            return [None] * size.height
        return [None, *first.rows[1:]]  # where the cursor stands, some terminals print the end of a question

    def _listen(self, driver: Driver) -> int:
        """Hear of everything that others write; gives how often that has happened."""
        if self._driver_heard is not driver:
            self._driver_heard, self._write = driver, driver.write
            self.forget()

            def heard(data: str) -> None:
                if not data.startswith(_COPY):
                    self.forget()
                self._write(data)

            driver.write = heard  # type: ignore[method-assign]
        return self._foreign


def _lines(screen: Screen[Any], update: ChopsUpdate | LayoutUpdate, shown: _Shown | None) -> Sequence[Line]:
    """The whole picture after the update; a line that the update leaves alone is the same mapping as before."""
    if isinstance(update, LayoutUpdate):
        return [_placed(line) for line in update.strips]
    if shown is None:
        compositor = screen._compositor
        return [_placed(line.values()) for line in compositor._render_chops(compositor.size.region, lambda _: True)]
    lines = [*shown.lines]
    for y, left, right in update.spans:
        lines[y] = _patched(lines[y], update.chops[y], update.chop_ends[y], left, right)
    return lines


def _placed(strips: Iterable[Strip | None]) -> Line:
    """The strips of a line by where they begin."""
    line, place = {}, 0
    for strip in strips:
        if strip is not None and strip.cell_count:
            line[place] = strip
            place += strip.cell_length
    return line


def _patched(line: Line, chops: Mapping[int, Strip | None], ends: Sequence[int], left: int, right: int) -> Line:
    """The line with the new strips that begin before `right` and end after `left`, no further than to `right`."""
    if line.keys() != chops.keys():
        whole = Strip.join(line.values()).adjust_cell_length(ends[-1])
        line = dict(zip(chops, whole.divide(ends), strict=True))
    patched = dict(line)
    for (start, strip), end in zip(chops.items(), ends, strict=True):
        if strip is None or end <= left or start >= right:
            continue
        size = right - start
        patched[start] = strip if end <= right else Strip.join([strip.crop(0, size), line[start].crop(size)])
    return patched


class _Rows:
    """Lines as rows, those of strips that were drawn lately remembered."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], tuple[tuple[Strip, ...], Row]] = {}

    def of(self, lines: Sequence[Line], shown: _Shown | None, colours: ColorSystem) -> list[Row] | None:
        """A row for each line; None where one holds a link or a control, which no row can."""
        rows: list[Row] = []
        for y, line in enumerate(lines):
            same = shown is not None and shown.lines[y] is line
            row = shown.rows[y] if shown is not None and same else self._row(tuple(line.values()), colours)
            if row is None:
                return None
            rows.append(row)
        return rows

    def _row(self, strips: tuple[Strip, ...], colours: ColorSystem) -> Row | None:
        key = tuple(map(id, strips))
        known = self._known.get(key)
        if known is not None:
            return known[1]
        row: Row | None
        if len(strips) == 1:
            row = _drawn(strips[0], colours)
        else:
            parts = [self._row((strip,), colours) for strip in strips]
            row = None if None in parts else joined(run for part in parts if part for run in part)
        if row is not None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = strips, row
        return row


def _drawn(strip: Strip, colours: ColorSystem) -> Row | None:
    """A strip as a row; None where it holds a link or a control."""
    if any(control or (style is not None and style.link) for _, style, control in strip):
        return None
    return joined((text, _look(style, colours)) for text, style, _ in strip)


@lru_cache(maxsize=4096)
def _look(style: Style | None, colours: ColorSystem) -> str:
    return look(Strip.render_ansi(style, colours)) if style else PLAIN
