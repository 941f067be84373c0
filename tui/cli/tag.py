"""The command `tag`."""

from argparse import ArgumentParser, Namespace

from tui.cli.commands import COMMANDS
from tui.cli.errors import CommandError
from tui.cli.shelves import add_collection, collection_of, library_to, places_of


def describe(parser: ArgumentParser) -> None:
    """Add the options of `tag`."""
    parser.description = f"Set or show {COMMANDS['tag']}. Nothing is fetched or rated by the program."
    parser.epilog = "examples:\n  summit-tui tag A wire=agency country=DE\n  summit-tui tag A wire=\n  summit-tui tag A"
    parser.add_argument("source", metavar="SOURCE", help="a label, a key, a file, a folder or an address")
    parser.add_argument("tags", metavar="NAME=VALUE", nargs="*", help="a tag to set; without a value to take away")
    add_collection(parser, "the collection of the article")


def run(options: Namespace) -> int:
    """Set the tags, and show those that the article then has."""
    from tui.cli import output
    from tui.library.tags import Tags, parsed
    from tui.text.shown import shown

    try:
        wanted = [parsed(written) for written in options.tags]
    except ValueError as error:
        raise CommandError("tag", str(error)) from None
    library, held = collection_of("tag", options)
    places = places_of(held, [options.source])
    if wanted:
        library = library_to("tag", options)
    tags = Tags(library, held.collection)
    for place in places:
        number = held.number(place)
        for name, value in wanted:
            tags.set(number, name, value)
        told = " ".join(f"{name}={value}" for name, value in tags.of(number).items())
        output.write(f"{shown(f'{held.label(place)}  {told}').rstrip()}\n")
    return 0
