"""From the words on the command line to articles with labels."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.articles import Collection, Source, Unreadable, bundled, find_sources

if TYPE_CHECKING:
    from tui.reports.account import Account


class Selection(NamedTuple):
    """Articles that know their labels, and those of them that were asked for, in the order asked."""

    collection: Collection
    chosen: tuple[int, ...]

    def errors(self) -> tuple[tuple[str, str], ...]:
        """Name and reason of each chosen source that gives no article, if none gives one; else nothing.

        Reads no further than the first that does.
        """
        broken: list[tuple[str, str]] = []
        for number in self.chosen:
            error = self.collection.summary(number).error
            if error is None:
                return ()
            broken.append((self.collection.source(number).name, error))
        return tuple(broken)

    def accounts(self) -> "tuple[list[Account], list[tuple[str, str]]]":
        """Every chosen article that can be read, each once, and name and reason of those that cannot."""
        accounts, failed = [], []
        for number in dict.fromkeys(self.chosen):
            try:
                accounts.append(self.account(number))
            except Unreadable as error:
                failed.append((error.source.name, error.reason))
        return accounts, failed

    def account(self, number: int) -> "Account":
        """The article with its label.

        Raises:
            Unreadable: Its source gives no article.
        """
        from tui.reports.account import Account

        collection = self.collection
        return Account(collection.label(number), collection.article(number), collection.witness(number))


def select(names: Sequence[str]) -> Selection:
    """The articles that these names stand for; without names, the bundled ones. No file is opened.

    A path wins over a label. Files alone are labelled from A on; beside bundled articles, which keep their
    labels, files take the labels that follow. A name that is neither is a source that cannot be read.
    """
    library = Collection(bundled())
    if not names:
        return Selection(library, tuple(range(len(library))))
    found: list[int | Source] = []
    for name in names:
        number = None if name == "-" or _is_path(name) else _numbered(name, library)
        found += find_sources([name]) if number is None else [number]
    files = [one for one in found if isinstance(one, Source)]
    if len(files) == len(found):
        return Selection(Collection(files), tuple(range(len(files))))
    numbers = count(len(library))
    chosen = tuple(one if isinstance(one, int) else next(numbers) for one in found)
    return Selection(Collection((*bundled(), *files)), chosen)


def _numbered(name: str, library: Collection) -> int | None:
    """The bundled article with that label or key, None without one."""
    try:
        return library.find(name)
    except KeyError:
        return None


def _is_path(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False
