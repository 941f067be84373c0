"""The reader. The only package that imports Textual, and the only one that knows of keys and colours."""

import os
import sys

from tui.articles import Collection


def run(collection: Collection, *, pair: tuple[int, int] | None, cut: float, layout: str | None) -> int:
    """Read the collection until the reader quits.

    Args:
        collection: The articles to list.
        pair: Two of its numbers to open side by side at once.
        cut: Lowest similarity, 0.0 to 1.0, at which two sentences are linked.
        layout: A layout's name; None lets the width decide.

    Returns:
        The exit code: 0, 2 after a fault in the program, or 128 and the signal's number after SIGTERM or SIGHUP.
    """
    from tui.app.terminal import prepare  # noqa: PLC0415 (must act before Textual is imported)

    depth = prepare(os.environ)
    from tui.app.app import SummitApp  # noqa: PLC0415
    from tui.app.session import Session  # noqa: PLC0415
    from tui.comparer import Comparer  # noqa: PLC0415
    from tui.presentation.layouts import Layout  # noqa: PLC0415

    session = Session(collection, Comparer(), cut, Layout(layout) if layout else None)
    app = SummitApp(session, depth=depth, pair=pair)
    app.run()
    if app.fault:
        sys.stderr.write(f"{app.fault}\n")
    return app.return_code or 0
