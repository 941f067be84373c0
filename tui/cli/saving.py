"""Files written whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from tui.cli.errors import CommandError


def save(path: Path, text: str | Iterable[str]) -> None:
    """Write the text, or its parts, as UTF-8 to a file, as `tui.reports.saving` does.

    Raises:
        CommandError: It cannot be written.
    """
    from tui.reports import saving

    try:
        saving.save(path, text)
    except saving.NotSaved as error:
        raise CommandError(str(path), str(error)) from None
