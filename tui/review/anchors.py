"""Sentences named so that they are found again after an edit of their text."""

from typing import NamedTuple

from tui.text.witness import Witness

LONGEST_QUOTATION = 1000
"""Code points of a sentence that its quotation keeps."""


class Version(NamedTuple):
    """One version of one source.

    `source` is what stays the same from version to version (an absolute path or an address, empty where there is
    neither), `key` the digest of the text, empty where that is not known, and `sha256` that of the source's bytes.
    """

    source: str
    key: str
    sha256: str
    title: str
    witness: Witness


class Anchor(NamedTuple):
    """A sentence of one version of a source: its number, furniture counted, from 0, and its beginning as quotation.

    `source`, `key`, `sha256` and `title` are those of the version; `title` and `quotation` have at most
    `LONGEST_QUOTATION` code points.
    """

    source: str
    key: str
    sha256: str
    title: str
    sentence: int
    quotation: str

    @property
    def place(self) -> tuple[str, int, str]:
        """What two anchors have in common that name one sentence of one text, wherever each found the text."""
        return self.key or self.source, self.sentence, self.quotation


Anchors = tuple[Anchor, ...]
"""One sentence, or a pair of sentences in the order that `pair` gives."""


def anchor(version: Version, sentence: int) -> Anchor:
    """The anchor of a sentence of this version."""
    source, key, sha256, title, witness = version
    return Anchor(source, key, sha256, title[:LONGEST_QUOTATION], sentence, quoted(witness, sentence))


def pair(one: Anchor, other: Anchor) -> tuple[Anchor, Anchor]:
    """The two in one order, whichever was named first: a pair has no left and no right."""
    first, second = sorted((one, other), key=lambda anchor: (anchor.place, anchor))
    return first, second


def place_of(anchors: Anchors) -> tuple[tuple[str, int, str], ...]:
    """The same for anchors of the same sentence or pair of sentences."""
    return tuple(anchor.place for anchor in anchors)


def quoted(witness: Witness, sentence: int) -> str:
    """The sentence as a quotation keeps it."""
    start, end = witness.sentences[sentence].span
    return witness.text[start : min(end, start + LONGEST_QUOTATION)]
