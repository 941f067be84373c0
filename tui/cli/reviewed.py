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
    from tui.alignment.model import Alignment, Candidate, Comparison, Progress
    from tui.articles import Article
    from tui.collation.survey import Survey
    from tui.library.reviews import Reviews
    from tui.reports.account import Account
    from tui.review.acts import Act
    from tui.review.claims import Remark
    from tui.review.history import History
    from tui.review.located import Located
    from tui.text.sides import Sides
    from tui.text.witness import Witness


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


def history_of(options: Options) -> "tuple[History, str] | None":
    """Everyone's acts in the library, and the reviewer's name; None without any, or where it fails, which is told."""
    from tui.library import LibraryError

    if not has_acts(options):
        return None
    try:
        with reviews_of(options) as reviews:
            return reviews.history, reviews.reviewer
    except LibraryError as error:
        tell(f"{error} (shown without verdicts and links made by hand)")
        return None


def located(history: "History", articles: "Iterable[tuple[Article, Witness]]") -> "Located":
    """What stands of the acts on these articles."""
    from tui.library.reviews import version_of
    from tui.review.located import Located

    return Located(history, [version_of(*article) for article in articles])


def reviewed_alignment(
    compared: "Comparison",
    found: "Sequence[Candidate]",
    cut: float,
    articles: "Sides[Article]",
    done: "tuple[History, str] | None",
) -> "Alignment":
    """Two articles as the reviewer has linked and parted them, with what was found of the candidates for conflict."""
    from tui.alignment.comparison import align
    from tui.alignment.conflicts import with_conflicts

    if done is None:
        return with_conflicts(align(compared, cut), found)
    from tui.review.settling import judged

    reviewed = located(done[0], zip(articles, compared.sides, strict=True))
    return judged(with_conflicts(align(compared, cut, bonds=reviewed.bonds(done[1])), found), reviewed)


class Reviewed(NamedTuple):
    """A survey, what reviewers say of each of its claims, if anything, and by whose hand sentences are linked."""

    survey: "Survey"
    remarks: "tuple[Remark, ...]" = ()
    reviewer: str = ""


def reviewed_survey(accounts: "Sequence[Account]", options: Options, progress: "Progress | None" = None) -> Reviewed:
    """The articles surveyed, with what all reviewers found and the links that one of them made and broke."""
    from tui.reports.account import surveyed

    done = history_of(options)
    if done is None:
        return Reviewed(surveyed(accounts, progress))
    from tui.reports.reviewed import constraints_of, reviewed

    history, reviewer = done
    found = located(history, ((account.article, account.witness) for account in accounts))
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
