"""A sentence that can be gone to."""

from typing import NamedTuple

from tui.text.sides import Side


class Spot(NamedTuple):
    """A sentence on a screen: of one article by its number, or of a pair by both."""

    articles: tuple[int, ...]
    side: Side
    sentence: int
