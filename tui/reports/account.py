"""One article as every report names it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.articles.model import Article
from tui.collation.model import UNCONSTRAINED, Constraints
from tui.text.witness import Witness

if TYPE_CHECKING:
    from tui.alignment.model import Progress
    from tui.articles.collection import Collection
    from tui.collation.survey import Survey


class Account(NamedTuple):
    """An article, its sentences, and the label that its collection gives it.

    `tags` are names and values that readers gave it; `added` is when the library took in this version, in microseconds
    since 1970, None where it is not held.
    """

    label: str
    article: Article
    witness: Witness
    tags: tuple[tuple[str, str], ...] = ()
    added: int | None = None

    @property
    def file(self) -> str:
        """The file's name without its folders, which are nobody else's business; an address as it is."""
        return self.article.source.file_name

    @property
    def sentences(self) -> int:
        """How many sentences are the article's own, furniture left out."""
        return sum(number is not None for number in self.witness.numbers)

    @property
    def places(self) -> tuple[str, ...]:
        """What people call each sentence: `B s10` for the tenth of B that is no furniture, which is only `B`. O(n)."""
        return tuple(self.label if number is None else f"{self.label} s{number}" for number in self.witness.numbers)


def account_of(collection: "Collection", number: int) -> Account:
    """An article of a collection, with its label and with what the shelf says of it.

    Raises:
        Unreadable: Its source gives no article.
        LibraryError: The library that holds it cannot be asked.
    """
    article, witness, shelf = collection.article(number), collection.witness(number), collection.shelf
    added = None if shelf is None or article.source.version is None else shelf.added(article.source)
    return Account(collection.label(number), article, witness, collection.summary(number).tags, added)


def surveyed(
    accounts: Sequence[Account], progress: "Progress | None" = None, constraints: Constraints = UNCONSTRAINED
) -> "Survey":
    """The claims and facts of these articles; `progress` is told the share done, 0.0 to 1.0."""
    from tui.collation.survey import survey  # noqa: PLC0415 (most reports do without it)

    return survey(
        [account.witness for account in accounts],
        dates=[account.article.date for account in accounts],
        wires=[account.article.agency for account in accounts],
        constraints=constraints,
        progress=progress,
    )
