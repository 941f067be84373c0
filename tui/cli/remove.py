"""The command `remove`."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.shelves import add_collection, collection_of, library_to, places_of

if TYPE_CHECKING:
    from tui.library.removal import Removal


def describe(parser: ArgumentParser) -> None:
    """Add the options of `remove`."""
    parser.description = f"Take {COMMANDS['remove']}. Labels of other articles stay as they are."
    parser.epilog = "examples:\n  summit-tui remove B D\n  summit-tui remove --undo\n  summit-tui remove B --erase"
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help="a label, a key, a file, a folder or an address")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--undo", action="store_true", help="bring back what was removed last")
    ways.add_argument(
        "--erase", action="store_true", help="overwrite all that has been removed; nothing brings it back"
    )
    add_collection(parser, "the collection to take them out of")


def run(options: Namespace) -> int:
    """Put the articles away, bring them back, or erase what is put away; 1 where there is nothing to bring back."""
    from tui.cli import output
    from tui.presentation.amounts import counted

    if options.undo and options.sources:
        raise CommandError("remove", "--undo takes no SOURCE")
    if not (options.sources or options.undo or options.erase):
        raise CommandError("remove", "the following arguments are required: SOURCE (try --help)")
    if options.sources:
        _, held = collection_of("remove", options)
        places = places_of(held, options.sources)
        removal = _removal(options, held.collection)
        removal.remove([held.number(place) for place in places])
        output.write(f"removed {' '.join(map(held.label, places))} (summit-tui remove --undo brings back)\n")
    else:
        removal = _removal(options, None)
    if options.erase:
        output.write(f"erased {counted(removal.erase(), 'text')}\n")
    if options.undo:
        labels = removal.undo()
        output.write(f"brought back {' '.join(labels)}\n" if labels else "nothing to bring back\n")
        return 0 if labels else 1
    return 0


def _removal(options: Namespace, collection: int | None) -> "Removal":
    """What removes from this collection, else from the one that is named or was opened last."""
    from tui.library.collecting import Collections
    from tui.library.removal import Removal

    library = library_to("remove", options)
    if collection is None:
        collections = Collections(library)
        name = options.collection or next((listed.name for listed in collections.all()), None)
        collection = None if name is None else collections.number(name)
        if collection is None:
            raise CommandError("remove", "no such collection")
    return Removal(library, collection)
