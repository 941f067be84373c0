"""Sources read into articles: text decoded, parts told apart, nothing lost.

May import `tui.text` and `tui.resources`. What reads is imported when the first article is read, since a list whose
articles are remembered needs none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tui.articles.collection import Collection
from tui.articles.origin import Reach, Source, Unreadable
from tui.articles.sources import bundled, find_sources
from tui.articles.summary import Summary

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

_LATER = {
    "Article": "tui.articles.model",
    "Block": "tui.articles.model",
    "members_of": "tui.articles.reading",
    "read": "tui.articles.reading",
    "read_all": "tui.articles.reading",
    "witness": "tui.articles.reading",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
