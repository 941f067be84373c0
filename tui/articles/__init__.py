"""Sources read into articles: text decoded, parts told apart, nothing lost.

May import `tui.text` and `tui.resources`. What reads is imported when the first article is read, since a list whose
articles are remembered needs none of it.
"""

from typing import TYPE_CHECKING

from tui.articles.collection import Collection
from tui.articles.origin import Reach, Source, Unreadable
from tui.articles.sources import bundled, find_sources
from tui.articles.summary import Summary
from tui.later import importing

if TYPE_CHECKING:
    from tui.articles.model import Article, Block
    from tui.articles.reading import members_of, read, read_all, witness

__all__ = [
    "Article",
    "Block",
    "Collection",
    "Reach",
    "Source",
    "Summary",
    "Unreadable",
    "bundled",
    "find_sources",
    "members_of",
    "read",
    "read_all",
    "witness",
]

__getattr__ = importing(
    __name__,
    {
        "Article": "tui.articles.model",
        "Block": "tui.articles.model",
        "members_of": "tui.articles.reading",
        "read": "tui.articles.reading",
        "read_all": "tui.articles.reading",
        "witness": "tui.articles.reading",
    },
)
