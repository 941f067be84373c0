"""Anchors found again in a version of their text that may have changed since."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.alignment import link_sentences
from tui.review.anchors import Anchor, Version, quoted
from tui.text.tokens import tokenize
from tui.text.witness import Witness

CLOSE = 0.5
"""The least share of its words, in their order, that a reworded sentence keeps of what an anchor quotes."""


class Found(NamedTuple):
    """The number of the sentence that an anchor names now, and whether its wording is another than was quoted."""

    sentence: int
    reworded: bool


class Finder:
    """Finds anchors in one version of a source, and remembers where."""

    def __init__(self, version: Version) -> None:
        self._version = version
        self._known: dict[Anchor, Found | None] = {}

    def has_text_of(self, anchor: Anchor) -> bool:
        """Whether the anchor was put on this very text, wherever that was read from."""
        return bool(anchor.key) and anchor.key == self._version.key

    def has_source_of(self, anchor: Anchor) -> bool:
        """Whether the anchor was put on some version of this source."""
        return bool(anchor.source) and anchor.source == self._version.source

    def find(self, anchors: Iterable[Anchor]) -> dict[Anchor, Found | None]:
        """Where each anchor stands now, None where its sentence is gone.

        The sentence that reads like the quotation, to the letter, then but for spelling and typography, then the
        closest that keeps half of the wording; of several the one nearest to the old number.
        """
        asked = list(dict.fromkeys(anchors))
        new = [anchor for anchor in asked if anchor not in self._known]
        witness = self._version.witness
        for ways in (_to_the_letter, _in_form, _in_wording):
            found = dict(zip(new, ways(new, witness), strict=True)) if new else {}
            self._known |= found
            new = [anchor for anchor in new if found[anchor] is None]
        return {anchor: self._known[anchor] for anchor in asked}


def _to_the_letter(anchors: Sequence[Anchor], witness: Witness) -> list[Found | None]:
    places = _gathered(quoted(witness, number) for number in range(len(witness.sentences)))
    return [_nearest(places.get(anchor.quotation, ()), anchor) for anchor in anchors]


def _in_form(anchors: Sequence[Anchor], witness: Witness) -> list[Found | None]:
    places = _gathered(sentence.tokens.forms for sentence in witness.sentences)
    forms = [tokenize(anchor.quotation, language=witness.language).forms for anchor in anchors]
    return [_nearest(places.get(form, ()) if form else (), one) for form, one in zip(forms, anchors, strict=True)]


def _in_wording(anchors: Sequence[Anchor], witness: Witness) -> list[Found | None]:
    quotations = [anchor.quotation for anchor in anchors]
    sentences = [quoted(witness, number) for number in range(len(witness.sentences))]
    best: dict[int, tuple[float, list[int]]] = {}
    for link in link_sentences(quotations, sentences, language=witness.language, scorer="wording"):
        similarity, numbers = best.setdefault(link.left, (link.similarity, []))
        if link.similarity == similarity >= CLOSE:
            numbers.append(link.right)
    found = [_nearest(best.get(place, (0.0, ()))[1], anchor) for place, anchor in enumerate(anchors)]
    return [None if one is None else one._replace(reworded=True) for one in found]


def _gathered(written: Iterable[object]) -> dict[object, list[int]]:
    """The numbers of the sentences by how each is written."""
    places: dict[object, list[int]] = {}
    for number, one in enumerate(written):
        places.setdefault(one, []).append(number)
    return places


def _nearest(numbers: Sequence[int], anchor: Anchor) -> Found | None:
    if not numbers:
        return None
    return Found(min(numbers, key=lambda number: abs(number - anchor.sentence)), reworded=False)
