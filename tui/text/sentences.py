"""Blocks of text cut into sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tui.text.continuations import continues
from tui.text.quotations import enclosures
from tui.text.segmenter import possible_ends
from tui.text.spans import Span
from tui.text.tokens import tokenize
from tui.text.witness import Kind, Sentence

LONGEST_QUOTATION = 500
"""Code points up to which what stands in quotation marks or brackets is not cut."""

_WHOLE = frozenset({Kind.TITLE, Kind.HEADING, Kind.CAPTION, Kind.FURNITURE})
_CLOSERS = frozenset("”’»›」』）)]}\"'“‘«*_")
_NEXT = r"""\s+(?=[“‘"'(\[]*(?P<next>[^\W\d_]))"""
_ALSO_ENDS = (
    (("…",), rf"""…[”’"')\]]*{_NEXT}"""),
    ((".”", ".’", '."', ".'", ".)", ".]"), rf"""\.(?<=\s[A-Z]\.)[”’"')\]]+{_NEXT}"""),
    (("No.",), rf"No\.(?:(?<=\ANo\.)|(?<=[.!?”]\sNo\.)){_NEXT}"),
)
"""What a text must hold that a further end may be found in it, and the ends; compiled where they are wanted."""


def segment(text: str, blocks: Iterable[tuple[Span, Kind]], *, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of the blocks, in order; all of a block but white space lies in its sentences.

    A line end inside a block is white space. A quotation stays whole up to `LONGEST_QUOTATION`, and so do
    titles, headings, captions and furniture. Segmentation is sentencex's, repaired; linear in the text.
    """
    return tuple(
        Sentence(span, kind, tokenize(text, span, language=language))
        for block, kind in blocks
        for span in _pieces(text, block, kind, language)
    )


def _pieces(text: str, block: Span, kind: Kind, language: str) -> Iterator[Span]:
    """The block's sentences without the white space around them."""
    written = text[slice(*block)]
    whole = kind in _WHOLE and len(written) <= LONGEST_QUOTATION
    cuts = [] if whole else sentence_starts(written, language)
    for start, end in zip([0, *cuts], [*cuts, len(written)], strict=True):
        piece = written[start:end]
        bare = piece.strip()
        if bare:
            first = block.start + start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(bare))


def sentence_starts(text: str, language: str = "en") -> list[int]:
    """Where a paragraph's second and later sentences begin, ascending."""
    pairs = enclosures(text)
    closings = {pair.end - 1 for pair in pairs}
    singles = [at for pair in pairs for at in (pair.start, pair.end - 1) if text[at] in "'’"]
    ends = {_behind_closers(text, end, closings) for end in possible_ends(text, language, singles)}
    ends.update(_also_ends(text))
    starts: list[int] = []
    previous = 0
    for end in _outside(sorted(ends), pairs):
        if previous < end and not continues(text, previous, end, language):
            starts.append(end)
            previous = end
    return starts


def _also_ends(text: str) -> Iterator[int]:
    """Ends that the segmenter takes for abbreviations or for pauses."""
    for marks, pattern in _ALSO_ENDS:
        if any(map(text.__contains__, marks)):
            yield from (match.end() for match in re.finditer(pattern, text) if not match["next"].islower())


def _behind_closers(text: str, end: int, closings: set[int]) -> int:
    """The place behind the marks that close what ends here, and the white space after them."""
    while end < len(text) and text[end] in _CLOSERS:
        if end not in closings and end + 1 < len(text) and not text[end + 1].isspace():
            break
        end += 1
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _outside(places: Iterable[int], pairs: tuple[Span, ...]) -> Iterator[int]:
    """The places that do not stand inside a pair that is kept whole."""
    kept = [pair for pair in pairs if pair.end - pair.start <= LONGEST_QUOTATION]
    starts = [pair.start for pair in kept]
    reach = 0
    reaches = [reach := max(reach, pair.end) for pair in kept]
    for place in places:
        before = bisect_right(starts, place - 1)
        if not before or reaches[before - 1] <= place:
            yield place
