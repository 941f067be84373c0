"""The reviews that a command works with: those of the library, or of an export."""

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.errors import CommandError, tell
from tui.cli.settings import Options, library_of
from tui.cli.written import read_written
from tui.settings import load

if TYPE_CHECKING:
    from tui.alignment.model import Progress
    from tui.collation.survey import Survey
    from tui.library.reviews import Reviews
    from tui.reports.account import Account
    from tui.review.acts import Act
    from tui.review.claims import Remark
    from tui.review.located import Located


@contextlib.contextmanager
def reviews_of(options: Options, *, writing: bool = False) -> "Iterator[Reviews]":
    """The reviews of the library that the options name, with everyone's acts, for as long as the block runs.

    Unless there is something to write, no library is made where there is none.

    Raises:
        LibraryError: It cannot be used.
    """
    from tui.library import Library, existing, library_path
    from tui.library.reviews import Reviews
    from tui.settings.login import reviewer

    given = {name: getattr(options, name, None) for name in ("library", "reviewer")}
    settings = load(os.environ, given).settings
    path = library_path(settings) if writing else None
    with existing(settings) or Library.open(path, read_only=settings.read_only) as library:
        found = Reviews(library, reviewer(settings))
        if library.lasts:
            found.reload()
        yield found


def has_acts(options: Options) -> bool:
    """Whether reviewers may have left anything in the library that the options name; cheaper than reading it."""
    from tui.library import LibraryError

    library = library_of(options)
    if library is None:
        return False
    try:
        with library:
            return library.is_reviewed()
    except LibraryError:
        return True


def located(options: Options, accounts: "Iterable[Account]") -> "tuple[Located, str]":
    """What stands in the library on these articles, and the reviewer's name; a library that fails is told of."""
    from tui.library import LibraryError
    from tui.library.reviews import version_of
    from tui.review.history import History
    from tui.review.located import Located

    versions = [version_of(account.article, account.witness) for account in accounts]
    try:
        with reviews_of(options) as reviews:
            return Located(reviews.history, versions), reviews.reviewer
    except LibraryError as error:
        tell(f"{error} (shown without verdicts and links made by hand)")
        return Located(History(), versions), ""


class Reviewed(NamedTuple):
    """A survey, what reviewers say of each of its claims, if anything, and by whose hand sentences are linked."""

    survey: "Survey"
    remarks: "tuple[Remark, ...]" = ()
    reviewer: str = ""


def reviewed_survey(accounts: "Sequence[Account]", options: Options, progress: "Progress | None" = None) -> Reviewed:
    """The articles surveyed, with what all reviewers found and the links that one of them made and broke."""
    from tui.reports.account import surveyed

    if not has_acts(options):
        return Reviewed(surveyed(accounts, progress))
    from tui.reports.reviewed import constraints_of, reviewed

    found, reviewer = located(options, accounts)
    survey = surveyed(accounts, progress, constraints_of(found, reviewer))
    return Reviewed(*reviewed(survey, found), reviewer)


def acts_in(name: str) -> "tuple[Act, ...]":
    """The acts of an export.

    Raises:
        CommandError: It cannot be read, or is none.
    """
    from tui.reports.reviews import NoReviewError, read_reviews

    try:
        return read_reviews(read_written(name, "review"))
    except NoReviewError as error:
        raise CommandError(name, f"is no review of summit-tui ({error})") from None
