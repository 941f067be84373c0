"""The reader. The only package that imports Textual, and the only one that knows of keys and colours."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.articles import Collection
from tui.settings import DEFAULT, Loaded, Settings, reviewer, wanted_colors, wants_mouse

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.sitting.session import Session
    from tui.app.start.first import FirstPicture
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
    check: Callable[[], object] = bool,
) -> int:
    """Read the collection until the reader quits.

    Args:
        collection: The articles to list.
        pair: Two of its numbers to open side by side at once.
        loaded: How the reader wants to read, and what of that was chosen.
        warnings: What is wrong with the settings, a line each; the first is shown.
        tour: Whether the tour may be shown, to a reader who has not seen it.
        check: Called when the list is painted; what it raises ends the start, with the terminal as it was.

    Returns:
        The exit code: 0, 2 after a fault in the program, or 128 and the signal's number after SIGTERM or SIGHUP.
    """
    settings = loaded.settings
    from tui.library import library_path  # noqa: PLC0415
    from tui.terminals import prepare  # noqa: PLC0415 (must act before Textual is imported)

    depth = prepare(os.environ, wanted_colors(settings, os.environ))
    path = library_path(settings)
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)  # until the app can end cleanly
    try:
        mouse = wants_mouse(settings, os.environ)
        if not mouse:
            _end_mouse_reports()
        with _painted(collection, settings, depth, path, pair) as first:
            check()
            session = _session(collection, loaded, path)
            session.newcomer = tour and settings.save
            from tui.app.start.lean import lean  # noqa: PLC0415

            with lean():
                from tui.app.app import SummitApp  # noqa: PLC0415
            app = SummitApp(session, depth=depth, pair=pair, settings=settings, warnings=warnings)
            if first is not None:
                app.take_over(first)
            try:
                app.run(mouse=mouse)
            finally:
                session.memory.close()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    if app.fault:
        sys.stderr.write(f"{app.fault}\n")
    return app.return_code or 0


def _session(collection: Collection, loaded: Loaded, path: "Path | None") -> "Session":
    """The sitting, with the library in which its places are kept."""
    from tui.app.sitting.session import RECALLED, Session  # noqa: PLC0415
    from tui.comparer import Comparer  # noqa: PLC0415
    from tui.library import Library  # noqa: PLC0415
    from tui.library.comparisons import Comparisons  # noqa: PLC0415

    library = Library.open(path, read_only=loaded.settings.read_only, reader=reviewer(loaded.settings))
    comparer = Comparer(store=None if path is None else Comparisons(library))
    session = Session.opened(collection, comparer, loaded.settings, library)
    session.recalled = frozenset(name for name in RECALLED if loaded.origins[name] == DEFAULT)
    if path is not None:
        collection.remembered = session.memory.summary
    return session


@contextmanager
def _painted(
    collection: Collection, settings: Settings, depth: "Depth", path: "Path | None", pair: tuple[int, int] | None
) -> Iterator["FirstPicture | None"]:
    """The list, or that two articles are compared, painted before anything else is done."""
    from tui.app.colours.palettes import first_theme  # noqa: PLC0415
    from tui.app.start.first import ListPainter, Painter, PairPainter, first_picture  # noqa: PLC0415
    from tui.app.start.glance import Glance  # noqa: PLC0415
    from tui.remapping import resolve  # noqa: PLC0415

    glance = Glance(path, reviewer(settings))
    collection.remembered = glance.summary
    theme = first_theme(settings.theme, depth, glance.recall)
    keys = resolve(settings.preset, settings.keys).bindings
    painter: Painter
    if pair is None:
        painter = ListPainter(collection, theme, depth, glance.seen)
    else:
        painter = PairPainter(collection, theme, depth, pair)
    with first_picture(painter, keys, ascii_=settings.ascii) as first:
        collection.remembered = None
        glance.close()
        yield first


def _end_mouse_reports() -> None:
    """Have the terminal stop what a program that was cut off has left on, or each move of the mouse would type."""
    from tui.terminals.mending import MICE_OFF  # noqa: PLC0415

    if sys.__stderr__ is not None and sys.__stderr__.isatty():  # where Textual writes
        sys.__stderr__.write(MICE_OFF)
        sys.__stderr__.flush()
