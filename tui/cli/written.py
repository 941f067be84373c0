"""Files that the program has written, read back."""

import os
from pathlib import Path

from tui.cli.errors import CommandError

LARGEST = 200_000_000
"""Bytes that one may have."""


def read_written(name: str, what: str) -> str:
    """The text of a file that should be `what`: a report, or a review.

    Raises:
        CommandError: It is not there, no regular file, too large, cannot be read, or is no text.
    """
    try:
        if not Path(name).is_file():  # what is no file might never end
            raise CommandError(name, "is no regular file" if os.path.lexists(name) else "no such file")
        with Path(name).open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise CommandError(name, f"too large (more than {LARGEST // 1_000_000} MB)")
        return content.decode("utf-8-sig")
    except OSError as error:
        raise CommandError(name, (error.strerror or "cannot be read").lower()) from None
    except UnicodeDecodeError:
        raise CommandError(name, f"is no {what} of summit-tui (not UTF-8)") from None
