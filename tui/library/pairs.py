"""Where a reader stood in a pair of texts."""

from tui.library.library import Library
from tui.library.model import Entry
from tui.text.sides import Side, Sides


def keep_pair_place(library: Library, pair: Sides[Entry], side: Side, sentence: int) -> None:
    """Remember the sentence at which these two texts were left, whichever of them stands left the next time.

    Raises:
        LibraryError: It was not kept.
    """
    library.remember(_name(pair), f"{_text_of(pair, side)} {sentence}")


def pair_place(library: Library, pair: Sides[Entry]) -> tuple[Side, int] | None:
    """The side and number of the sentence at which these very texts were left; None for a new pair.

    Raises:
        LibraryError: The library cannot be asked.
    """
    text, _, sentence = (library.recall(_name(pair)) or "").partition(" ")
    if not (sentence.isascii() and sentence.isdigit()):
        return None
    return next(((side, int(sentence)) for side in Side if _text_of(pair, side) == text), None)


def _name(pair: Sides[Entry]) -> str:
    return " ".join(("pair", *sorted(entry.key for entry in pair)))


def _text_of(pair: Sides[Entry], side: Side) -> str:
    """What tells the text from the other: its key, or the side where both are one text."""
    return pair[side].key if pair.left.key != pair.right.key else side.name.lower()
