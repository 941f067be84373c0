"""Articles of a collection as reports name them."""

from collections.abc import Iterator, Sequence

from tui.articles import Collection
from tui.reports.account import Account
from tui.reports.records import Record, listed, unlisted


def account_of(collection: Collection, number: int) -> Account:
    """The article with its label.

    Raises:
        Unreadable: Its source gives no article.
    """
    return Account(collection.label(number), collection.article(number), collection.witness(number))


def listed_rows(collection: Collection, chosen: Sequence[int]) -> Iterator[Record]:
    """The JSON row of each article."""
    for number in chosen:
        summary = collection.summary(number)
        if summary.error is None:
            yield listed(account_of(collection, number), words=summary.words)
        else:
            yield unlisted(collection.label(number), collection.source(number).name, summary.error)
