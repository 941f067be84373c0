"""The room that the reader needs, what stands in for it where the terminal is too small, and when it is a new one."""

import os
from time import monotonic
from typing import Any

from textual import events, on
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen

from tui.settings import over_ssh

LEAST_WIDTH, LEAST_HEIGHT = 60, 15
"""Cells and lines below which nothing but their lack is told."""

_STEADY_SECONDS = 0.15
"""Over SSH a size counts once it stands for so long: a picture of each that a dragged edge passes fills the line."""

_ALLOWED = frozenset({"quit", "quit_chord", "interrupt", "suspend_process", "redraw"})
"""The actions that work without the room to see what they do."""


class RoomApp(App[None]):
    """Covers whatever is on the screen while the terminal is too small, and gives it back as it was."""

    _covered: bool | None = None
    _resized_at: float | None = None

    def on_mount(self) -> None:
        self._covered = False
        self._cover(self.size)

    @on(events.Resize)
    def _resized(self, event: events.Resize) -> None:
        if self._covered is not None:
            self._cover(event.size)
            self._resized_at = monotonic() if over_ssh(os.environ) else None

    def _check_resize(self) -> None:
        """Hand the size to the screens, over SSH once it stands."""
        wait = 0.0 if self._resized_at is None else self._resized_at + _STEADY_SECONDS - monotonic()
        if wait > 0:
            if self._resize_timer is not None:
                self._resize_timer.stop()
            self._resize_timer = self.set_timer(wait, self._check_resize)
            return
        super()._check_resize()
        if self._resized_at is not None:
            self._resized_at = None
            self.screen.refresh()  # it may be the old size again, and what the terminal made of the others still shows

    def _cover(self, size: Size) -> None:
        small = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
        if small and not self._covered:
            from tui.app.screens.cramped import CrampedScreen  # noqa: PLC0415 (few ever see it)

            self.push_screen(CrampedScreen(LEAST_WIDTH, LEAST_HEIGHT))
        elif self._covered and not small:
            self.pop_screen()
        self._covered = small

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """What Textual resizes with the screen on top: nothing while that is a cover, so that all stays as it was."""
        return [] if self._covered else super()._background_screens

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action in _ALLOWED if self._covered else super().check_action(action, parameters)
