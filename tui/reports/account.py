"""One article as every report names it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.articles.model import Article
from tui.text.witness import Witness

if TYPE_CHECKING:
    from tui.alignment.model import Progress
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


def surveyed(accounts: Sequence[Account], progress: "Progress | None" = None) -> "Survey":
    """The claims and facts of these articles; `progress` is told the share done, 0.0 to 1.0."""
    from tui.collation.survey import survey  # noqa: PLC0415 (most reports do without it)

    return survey(
        [account.witness for account in accounts],
        dates=[account.article.date for account in accounts],
        wires=[account.article.agency for account in accounts],
        progress=progress,
    )
