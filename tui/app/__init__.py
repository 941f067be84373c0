"""The reader. The only package that imports Textual, and the only one that knows of keys and colours."""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from tui.articles import Collection
from tui.settings import DEFAULT, Loaded, Settings, wanted_colors, wants_mouse

if TYPE_CHECKING:
    from tui.app.first import FirstPicture
    from tui.app.session import Session
    from tui.terminals import Depth

ENDING = (signal.SIGTERM, signal.SIGHUP)
"""The signals that ask the reader to end."""


def run(
    collection: Collection,
    *,
    pair: tuple[int, int] | None,
    loaded: Loaded,
    warnings: Sequence[str] = (),
    tour: bool = False,
) -> int:
    """Read the collection until the reader quits.

    Args:
        collection: The articles to list.
        pair: Two of its numbers to open side by side at once.
        loaded: How the reader wants to read, and what of that was chosen.
        warnings: What is wrong with the settings, a line each; the first is shown.
        tour: Whether the tour may be shown, to a reader who has not seen it.

    Returns:
        The exit code: 0, 2 after a fault in the program, or 128 and the signal's number after SIGTERM or SIGHUP.
    """
    settings = loaded.settings
    from tui.app.lean import lean  # noqa: PLC0415
    from tui.terminals import prepare  # noqa: PLC0415 (must act before Textual is imported)

    depth = prepare(os.environ, wanted_colors(settings, os.environ))
    from tui.app.session import RECALLED, Session  # noqa: PLC0415
    from tui.comparer import Comparer  # noqa: PLC0415
    from tui.library import Library, default_path  # noqa: PLC0415

    library = Library.open(default_path() if settings.save else None)
    session = Session.opened(collection, Comparer(), settings, library)
    session.newcomer = tour and settings.save
    session.recalled = frozenset(name for name in RECALLED if loaded.origins[name] == DEFAULT)
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)  # until the app can end cleanly
    try:
        mouse = wants_mouse(settings, os.environ)
        if not mouse:
            _end_mouse_reports()
        with _painted(session, settings, depth, pair) as first:
            with lean():
                from tui.app.app import SummitApp  # noqa: PLC0415
            app = SummitApp(session, depth=depth, pair=pair, settings=settings, warnings=warnings)
            if first is not None:
                app.take_over(first)
            app.run(mouse=mouse)
    finally:
        library.close()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    if app.fault:
        sys.stderr.write(f"{app.fault}\n")
    return app.return_code or 0


def _painted(
    session: "Session", settings: Settings, depth: "Depth", pair: tuple[int, int] | None
) -> AbstractContextManager["FirstPicture | None"]:
    """The list, painted before anything else is done; of a pair there is nothing to paint yet."""
    from tui.app.first import Painter, first_picture  # noqa: PLC0415
    from tui.app.palettes import first_theme  # noqa: PLC0415
    from tui.remapping import resolve  # noqa: PLC0415

    if pair is not None:
        return nullcontext()
    theme = first_theme(settings.theme, depth, session.memory.recall)
    keys = resolve(settings.preset, settings.keys).bindings
    return first_picture(Painter(session, theme, depth), keys, ascii_=settings.ascii)


def _end_mouse_reports() -> None:
    """Have the terminal stop what a program that was cut off has left on, or each move of the mouse would type."""
    from tui.terminals.mending import MICE_OFF  # noqa: PLC0415

    if sys.__stderr__ is not None and sys.__stderr__.isatty():  # where Textual writes
        sys.__stderr__.write(MICE_OFF)
        sys.__stderr__.flush()
