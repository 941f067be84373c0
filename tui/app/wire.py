"""The one place where the app's pictures go to the terminal: only what changed is sent.

Textual sends every segment of every widget that was refreshed, with its whole look. `WiredApp` keeps what the
terminal shows and sends the difference (`frames`). It relies on how these versions of Textual hand a picture over, so
it is off with any other, and it forgets what the terminal shows whenever something else may have changed it.
"""
# ruff: noqa: SLF001 (Textual has no public way to its pictures)

import os
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import textual
from rich.color import ColorSystem
from rich.console import RenderableType
from rich.control import Control
from rich.style import Style
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.driver import Driver
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.strip import Strip

from tui.app.frames import Row, frame, joined
from tui.app.looks import PLAIN, look
from tui.terminals import unsupported

VARIABLE = "SUMMIT_WIRE"


def wanted(environ: Mapping[str, str]) -> bool:
    """Whether the environment leaves the wire on."""
    return environ.get(VARIABLE, "1") != "0"


class _Shown(NamedTuple):
    """What the terminal shows: a screen of some size, its strips, the same as rows, and where the cursor is."""

    screen: Screen[Any]
    size: Size
    strips: Sequence[Strip]
    rows: Sequence[Row]
    cursor: Offset


class WiredApp(App[None]):
    """An app whose pictures are sent as changes to what the terminal shows, where `wire` is not switched off."""

    def __init__(self, *, wire: bool = True, **options: Any) -> None:
        super().__init__(**options)
        self._wire = wire and wanted(os.environ) and unsupported(textual.__version__) is None
        self._shown: _Shown | None = None
        self._driver_heard: Driver | None = None
        self._write: Callable[[str], None] = lambda _: None
        self._foreign = 0

    def forget(self) -> None:
        """Take nothing for granted of what the terminal shows: the next picture is sent whole."""
        self._foreign += 1
        self._shown = None

    def on_resize(self) -> None:
        self.forget()

    def watch_theme(self) -> None:
        """A theme may change what the terminal makes of colours that stay the same."""
        self.forget()

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
        foreign, size = self._listen(driver), screen._compositor.size
        shown = self._shown
        if shown is not None and (shown.screen is not screen or shown.size != size):
            shown = None
        strips = _strips(screen, update, shown)
        rows = _rows(strips, shown, self.console._color_system or ColorSystem.TRUECOLOR)
        if rows is None:
            return False
        cursor = screen.outer_size.clamp_offset(self.cursor_position)
        text = frame([None] * size.height if shown is None else shown.rows, rows, size.width)
        if text or shown is None or shown.cursor != cursor:
            text += str(Control.move_to(*cursor))
            self._write(f"{SYNC_START}{text}{SYNC_END}" if self._sync_available else text)
            driver.flush()
        if foreign == self._foreign:
            self._shown = _Shown(screen, size, strips, rows, cursor)
        return True

    def _listen(self, driver: Driver) -> int:
        """Hear of everything that others write; gives how often that has happened."""
        if self._driver_heard is not driver:
            self._driver_heard, self._write = driver, driver.write
            self.forget()

            def heard(data: str) -> None:
                self.forget()
                self._write(data)

            driver.write = heard  # type: ignore[method-assign]
        return self._foreign


def _strips(screen: Screen[Any], update: ChopsUpdate | LayoutUpdate, shown: _Shown | None) -> list[Strip]:
    """The whole picture after the update, line by line."""
    if isinstance(update, LayoutUpdate):
        return [Strip.join(line) for line in update.strips]
    if shown is None:
        return screen._compositor.render_strips()
    strips = [*shown.strips]
    for y, left, right in update.spans:
        for end, (start, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            stop = min(end, right)
            if strip is not None and end > left and stop > start:
                strips[y] = _patched(strips[y], start, strip.crop(0, stop - start), stop)
    return strips


def _patched(line: Strip, start: int, strip: Strip, stop: int) -> Strip:
    """The line with another strip in its cells from `start` to `stop`."""
    if start == 0 and stop >= line.cell_length:
        return strip
    return Strip.join([line.crop(0, start), strip, line.crop(stop, line.cell_length)])


def _rows(strips: Sequence[Strip], shown: _Shown | None, colours: ColorSystem) -> list[Row] | None:
    """The strips as rows; None where one holds a link or a control, which no row can."""
    known = {} if shown is None else dict(zip(map(id, shown.strips), shown.rows, strict=True))
    rows: list[Row] = []
    for strip in strips:
        row = known.get(id(strip))
        if row is not None:
            rows.append(row)
            continue
        if any(control or (style is not None and style.link) for _, style, control in strip):
            return None
        rows.append(joined((text, _look(style, colours)) for text, style, _ in strip))
    return rows


@lru_cache(maxsize=4096)
def _look(style: Style | None, colours: ColorSystem) -> str:
    return look(Strip.render_ansi(style, colours)) if style else PLAIN
