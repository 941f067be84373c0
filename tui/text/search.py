"""Finding words in a text whatever their case, quotes, dashes and spaces."""

import re

from tui.text.spans import Span
from tui.text.typography import fold


def occurrences(text: str, query: str) -> tuple[Span, ...]:
    """The places where the query stands, in order and apart from each other; none for an empty query.

    Case and typography do not count, and white space of any length answers to a space. O(len(text)).
    """
    words = fold(query).split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return tuple(Span(*found.span()) for found in pattern.finditer(fold(text)))
