"""Sentences that a search of everything found, as entries."""

from collections.abc import Callable, Iterable

from tui.presentation.page import Emphasis
from tui.presentation.sheet import Entry, plain
from tui.presentation.spot import Spot
from tui.text.shown import shown
from tui.text.sides import Side


def found_entries(places: Iterable[tuple[int, int, str]], label: Callable[[int], str]) -> tuple[Entry, ...]:
    """An entry for each sentence behind its article's label, which leads to it.

    Args:
        places: The article's number, the sentence's number there, and what it says.
        label: Gives an article's label.
    """
    return tuple(
        Entry(
            (plain(f"{label(article)}  ", Emphasis.LABEL), plain(shown(" ".join(text.split())))),
            Spot((article,), Side.LEFT, sentence),
        )
        for article, sentence, text in places
    )
