"""From the words on the command line to articles with labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tui.articles import Collection, bundled, find_sources
from tui.articles.model import Source, Unreadable
from tui.cli.errors import CommandError, report
from tui.cli.parsing import COMMANDS


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles that know their labels, and those of them that were asked for, in the order asked.

    `failed` counts the names that stood for nothing; each has been reported.
    """

    collection: Collection
    chosen: tuple[int, ...]
    failed: int = 0


def select(names: Sequence[str]) -> Selection:
    """The articles that these names stand for; without names, the bundled ones.

    A path wins over a label. Files alone are labelled from A on; beside bundled articles, which keep their
    labels, files take the labels that follow. A name that stands for nothing is reported and left out.

    Raises:
        CommandError: No name stands for anything.
    """
    library = Collection(bundled())
    if not names:
        return Selection(library, tuple(range(len(library))))
    found: list[int | Source] = []
    failures: list[CommandError] = []
    for name in names:
        try:
            found += _resolve(name, library)
        except CommandError as error:
            failures.append(error)
    if not found:
        raise failures.pop()
    for failure in failures:
        report(failure.name, failure.reason)
    files = [one for one in found if isinstance(one, Source)]
    if len(files) == len(found):
        return Selection(Collection(files), tuple(range(len(files))), len(failures))
    numbers = count(len(library))
    chosen = tuple(one if isinstance(one, int) else next(numbers) for one in found)
    return Selection(Collection((*bundled(), *files)), chosen, len(failures))


def _resolve(name: str, library: Collection) -> Iterator[int | Source]:
    """The number of a bundled article, or the sources that a path stands for."""
    if name != "-" and not _is_path(name):
        try:
            yield library.find(name)
        except KeyError:
            pass
        else:
            return
    try:
        yield from find_sources([name])
    except Unreadable as error:
        hint = " (a command stands first)" if name in COMMANDS else ""
        raise CommandError(error.source.name, error.reason + hint) from error


def _is_path(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False
