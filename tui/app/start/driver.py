"""Textual's way to the terminal, where a picture already stands there."""

import os
from contextlib import suppress

from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from tui.app.start.first import ENTER, FirstPicture


def taking_over(first: FirstPicture) -> type[Driver]:
    """A driver that leaves the first picture where it is, and in the end gives back the settings from before it."""

    class TakingOver(LinuxDriver):
        def write(self, data: str) -> None:
            if data != ENTER or first.taken:  # the alternate screen would be entered again, and cleared
                super().write(data)

        def start_application_mode(self) -> None:
            super().start_application_mode()  # type: ignore[no-untyped-call]
            if not first.taken:
                self.attrs_before = first.settings
                first.taken = True

        def _get_terminal_size(self) -> tuple[int, int]:
            if not {"COLUMNS", "LINES"} & os.environ.keys():
                with suppress(OSError):
                    if all(size := os.get_terminal_size(self.fileno)):
                        return size
            return super()._get_terminal_size()  # which imports what reads archives, for a function beside it

    return TakingOver
