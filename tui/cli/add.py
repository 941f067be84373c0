"""The command `add`."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.parsing import add_sources
from tui.cli.shelves import add_collection, library_to

if TYPE_CHECKING:
    from tui.library.holdings import Added

_NAMED = 20
"""So many articles are named one by one."""


def describe(parser: ArgumentParser) -> None:
    """Add the options of `add`."""
    parser.description = (
        f"Take {COMMANDS['add']}. What a source said before stays: of an article that has changed there are then two"
        "\nversions, and diff A@1 A@2 compares them."
    )
    parser.epilog = (
        "examples:\n  summit-tui add reports/ --collection summit\n  summit-tui add https://example.org/feed"
    )
    add_sources(parser, needed=True)
    add_collection(parser, "the collection to take them into, made where there is none")


def run(options: Namespace) -> int:
    """Take the articles in; 2 when one cannot be read, with the others in the library."""
    from tui.articles import find_sources
    from tui.cli import output
    from tui.cli.drawing import write_lines
    from tui.cli.errors import report_all
    from tui.cli.progress import Progress
    from tui.cli.reaching import reach_of
    from tui.library import LibraryError
    from tui.library.adding import add
    from tui.library.collecting import FIRST, Collections
    from tui.library.holdings import Holdings

    library = library_to("add", options)
    collections = Collections(library)
    name = options.collection or collections.current() or FIRST
    collection = collections.open(name)
    sources = find_sources(options.sources, reach=reach_of(options))
    said, failed, interrupted = _Tally(), list[tuple[str, str]](), False
    with Progress("adding", len(sources)) as progress:
        try:
            for step in add(Holdings(library), collection, sources):
                said.take(step.added)
                failed += step.failed
                progress.reach(step.done)
        except KeyboardInterrupt:
            interrupted = True
        except LibraryError as error:
            failed.append((error.where, error.reason))
    write_lines(said.lines(name))
    output.finish()
    return 130 if interrupted else report_all(failed)


class _Tally:
    """What has been added, counted, and the first of it by name."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._named: list[str] = []

    def take(self, added: "tuple[tuple[Added, str], ...]") -> None:
        """Count these, each with its title."""
        from tui.text.shown import shown

        self._counts.update(one.state for one, _ in added)
        for one, title in added[: _NAMED - len(self._named)]:
            self._named.append(f"{one.label}  {one.state}  {shown(title)}")

    def lines(self, name: str) -> Iterator[str]:
        """What to say of them, under the collection's name."""
        yield from self._named
        total = self._counts.total()
        if total > len(self._named):
            yield f"and {total - len(self._named):,} more"
        counts = ", ".join(f"{count:,} {state}" for state, count in sorted(self._counts.items()))
        if total:
            yield f"{name}: {counts}"
