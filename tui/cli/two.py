"""The two articles of a pair, from their names on the command line."""

from typing import TYPE_CHECKING

from tui.cli.errors import CommandError
from tui.cli.settings import Options
from tui.text.sides import Sides

if TYPE_CHECKING:
    from tui.reports.account import Account


def two_accounts(command: str, left: str, right: str, options: Options) -> "Sides[Account]":
    """The two articles with their labels.

    Raises:
        CommandError: One cannot be read, or they are not two.
    """
    from tui.articles import Unreadable
    from tui.cli.sources import selected

    if left == right == "-":
        raise CommandError("-", "standard input can be one side only")
    selection = selected(options, [left, right])
    if len(selection.chosen) != 2:
        raise CommandError(command, f"needs two articles, found {len(selection.chosen)}")
    try:
        return Sides(*(selection.account(number) for number in selection.chosen))
    except Unreadable as error:
        raise CommandError(error.source.name, error.reason) from error
