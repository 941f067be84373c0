"""A place found again in a text that may have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.model import LONGEST_QUOTATION, Place

if TYPE_CHECKING:
    from tui.text.witness import Witness


def place_at(witness: Witness, sentence: int, *, offset: int = 0, share: float = 0.0) -> Place:
    """The place in this sentence, `offset` code points from its start, with `share` of the article read."""
    return Place(_quoted(witness, sentence), sentence, offset, share)


def find_place(place: Place, witness: Witness) -> int | None:
    """The number of the sentence that the place stands on now.

    The one that reads exactly like the quotation and is nearest to the old number (the earlier of two as near);
    without one, the number closest to the old; None where the witness has no sentence. O(n).
    """
    last = len(witness.sentences) - 1
    if last < 0:
        return None
    closest = min(max(place.sentence, 0), last)
    if _quoted(witness, closest) == place.quotation:
        return closest
    same = (at for at in range(last + 1) if _quoted(witness, at) == place.quotation)
    return min(same, key=lambda at: abs(at - place.sentence), default=closest)


def _quoted(witness: Witness, sentence: int) -> str:
    start, end = witness.sentences[sentence].span
    return witness.text[start : min(end, start + LONGEST_QUOTATION)]
