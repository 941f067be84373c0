"""What is left of a fault in the program: one line for the reader, the details in a file."""

import os
import traceback

from platformdirs import user_state_path
from textual.worker import WorkerFailed

from tui import __version__
from tui.text.shown import shown


def report(error: BaseException) -> str:
    """One line that names the fault and the file, readable by its owner alone, that holds the details."""
    if isinstance(error, WorkerFailed):
        error = error.error
    line = shown(f"summit-tui: internal error: {type(error).__name__}: {error}")
    path = user_state_path("summit-tui") / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(f"summit-tui {__version__}\n")
            file.writelines(traceback.format_exception(error))
    except OSError as reason:
        return f"{line} (details could not be written: {reason.strerror})"
    return f"{line} (details in {path})"
