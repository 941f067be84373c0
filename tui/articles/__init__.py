"""Sources read into articles: text decoded, parts told apart, nothing lost.

May import `tui.text` and `tui.resources`.
"""

from tui.articles.collection import Collection, Summary
from tui.articles.model import Article, Block, Source, Unreadable
from tui.articles.reading import read, witness
from tui.articles.sources import bundled, find_sources

__all__ = [
    "Article",
    "Block",
    "Collection",
    "Source",
    "Summary",
    "Unreadable",
    "bundled",
    "find_sources",
    "read",
    "witness",
]
