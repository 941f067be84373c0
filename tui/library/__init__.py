"""What is remembered from one sitting to the next: one SQLite file in the user's data folder.

May import `tui.articles` and `tui.text`. SQLite itself is imported when something is first asked or kept.
"""

from tui.library.library import Library, default_path
from tui.library.model import LONGEST_QUOTATION, Entry, LibraryError, Mark, Place
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
    "find_place",
    "keep_pair_place",
    "pair_place",
    "place_at",
]
