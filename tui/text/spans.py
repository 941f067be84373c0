"""Places in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a text in code points, so that `text[slice(*span)]` is the thing named."""

    start: int
    end: int
