"""What is held and remembered from one sitting to the next: one SQLite file in the user's data folder.

May import the review, the alignment's forms of words, the articles, the text and the settings. SQLite itself is
imported when something is first asked or kept, and what finds places in a text when one is looked for.
"""

from typing import TYPE_CHECKING

from tui.later import importing
from tui.library.library import Library, default_path, existing, library_path
from tui.library.model import LONGEST_QUOTATION, Entry, LibraryError, Mark, Place

if TYPE_CHECKING:
    from tui.library.pairs import keep_pair_place, pair_place
    from tui.library.places import find_place, place_at

__all__ = [
    "LONGEST_QUOTATION",
    "Entry",
    "Library",
    "LibraryError",
    "Mark",
    "Place",
    "default_path",
    "existing",
    "find_place",
    "keep_pair_place",
    "library_path",
    "pair_place",
    "place_at",
]

__getattr__ = importing(
    __name__,
    {
        "find_place": "tui.library.places",
        "keep_pair_place": "tui.library.pairs",
        "pair_place": "tui.library.pairs",
        "place_at": "tui.library.places",
    },
)
