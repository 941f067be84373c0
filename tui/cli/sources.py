"""From the words on the command line to articles with labels."""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.articles import Collection, Source, Unreadable, bundled, find_sources
from tui.articles.origin import PUBLIC, Reach
from tui.articles.sources import is_address, may_hold_several
from tui.cli.errors import CommandError
from tui.cli.settings import Options, library_of

if TYPE_CHECKING:
    from tui.library import Library
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

    def promises(self) -> bool:
        """Whether one of the chosen sources looks like an article; reads no further than its first lines."""
        collection = self.collection
        return any(collection.glimpsed(each).title != collection.source(each).file_name for each in self.chosen)

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
        from tui.reports.account import account_of

        return account_of(self.collection, number)


def select(
    names: Sequence[str],
    library: "Library | None" = None,
    reach: Reach = PUBLIC,
    *,
    collection: str | None = None,
) -> Selection:
    """The articles that these names stand for; without names, those of the library.

    Addresses are fetched, and feeds and archives read for what is in them; no other file is opened.

    A path wins over a label. Files alone are labelled from A on; beside articles of the library, which keep their
    labels, files take the labels that follow. `A@1` is the first version of A, and a label too. A name that is
    none of these is a source that cannot be read.

    Args:
        names: What stands on the command line.
        library: Where articles are held; where there is none, or nothing in it, the bundled articles stand for it.
        reach: How far reading may go.
        collection: The library's collection, the one opened last unless it is named.

    Raises:
        CommandError: The library is there and cannot be opened, has an article but not that version of it, or no
            article in that collection.
    """
    kept = Collection(bundled()) if all(map(_is_source, names)) and names else _kept(library, collection)
    if not names:
        return Selection(kept, tuple(range(len(kept))))
    found: list[int | Source] = []
    labels: dict[Source, str] = {}
    for name in names:
        number = None if _is_source(name) else _numbered(name, kept)
        version = None if _is_source(name) or number is not None else _version(name, kept)
        if version is not None:
            labels[version] = name.upper()
        kept_already = number if number is not None else version
        found += find_sources([name], reach=reach) if kept_already is None else [kept_already]
    if any(isinstance(one, Source) and may_hold_several(one) for one in found):
        from tui.cli.reaching import single_articles

        found = list(single_articles(found))
    beside = [one for one in found if isinstance(one, Source)]
    if len(beside) == len(found) and not labels:
        return Selection(Collection(beside), tuple(range(len(beside))))
    numbers = count(len(kept))
    chosen = tuple(one if isinstance(one, int) else next(numbers) for one in found)
    return Selection(_with(kept, beside, labels), chosen)


def selected(options: Options, names: Sequence[str] | None = None) -> Selection:
    """The articles that a command is given: its sources, or these names, and the collection and reach of its options.

    Raises:
        CommandError: As `select`.
    """
    from tui.cli.reaching import reach_of

    asked = options.sources if names is None else names
    return select(asked, library_of(options), reach_of(options), collection=options.collection)


def _kept(library: "Library | None", name: str | None) -> Collection:
    """The collection of the library with that name, else the one opened last; without any the bundled articles."""
    if library is not None:
        from tui.library import LibraryError
        from tui.library.collecting import Collections

        try:
            held = Collections(library).held(name)
        except LibraryError as error:
            raise CommandError(error.where, error.reason) from error
        if held is not None:
            return Collection((), shelf=held)
    if name is not None:
        raise CommandError(name, "no articles in that collection (summit-tui list --collections)")
    return Collection(bundled())


def _with(kept: Collection, beside: Sequence[Source], labels: Mapping[Source, str]) -> Collection:
    """The kept articles and others behind them, some with labels of their own."""
    numbered = {len(kept) + at: labels[source] for at, source in enumerate(beside) if source in labels}
    before = () if kept.shelf is not None else bundled()
    return Collection((*before, *beside), shelf=kept.shelf, labels=numbered)


def _version(name: str, kept: Collection) -> Source | None:
    """The version that `A@2` names, None where it names no article of the library.

    Raises:
        CommandError: The article has no such version.
    """
    label, at, digits = name.partition("@")
    number = _numbered(label, kept) if at and digits.isascii() and digits.isdigit() else None
    if number is None or kept.shelf is None:
        return None
    version = kept.shelf.version(number, int(digits))
    if version is None:
        raise CommandError(name, f"{label.upper()} has no such version in the library")
    return version


def _numbered(name: str, kept: Collection) -> int | None:
    """The kept article with that label or key, None without one."""
    try:
        return kept.find(name)
    except KeyError:
        return None


def _is_source(name: str) -> bool:
    """Whether a file has this name, or it is that of standard input, an address or a member."""
    try:
        return name == "-" or is_address(name) or Path(name).exists()
    except (OSError, ValueError):
        return False
