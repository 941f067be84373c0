"""Two wordings of one statement as one text: `[-left-]`, `{+right+}`, and once what they share."""

from collections.abc import Iterator
from itertools import takewhile

from tui.alignment.chains import heaviest_chain
from tui.alignment.model import Bead, Passage
from tui.presentation.marking import paired
from tui.presentation.page import Emphasis, Run
from tui.presentation.wrapping import part, runs_of
from tui.text.sides import Side, Sides
from tui.text.spans import Span
from tui.text.typography import fold
from tui.text.witness import Witness

BRACKETS = Sides(("[-", "-]"), ("{+", "+}"))
"""What opens and closes words of one side only."""

_CLOSING = frozenset(".,;:!?)]”’»%")


def merged(sides: Sides[Witness], bead: Bead, *, strict: bool) -> Iterator[Run]:
    """The bead's two sides as one text; what they share stands as the left side writes it.

    A passage that crosses another is shown as the words of each side.
    """
    pieces: list[list[Run]] = []
    place = Sides(0, 0)
    for passage in _level(bead.passages):
        for level, emphasis in paired(sides, bead, passage, strict=strict):
            gap = Passage(Span(place.left, level.left.start), Span(place.right, level.right.start))
            pieces += [*_apart(sides, bead, gap), *_common(sides, bead, level, emphasis)]
            place = Sides(level.left.end, level.right.end)
    rest = Passage(Span(place.left, len(sides.left.text)), Span(place.right, len(sides.right.text)))
    return _joined([*pieces, *_apart(sides, bead, rest)])


def _joined(pieces: list[list[Run]]) -> Iterator[Run]:
    """The pieces in a row, with a space where reading needs one."""
    before: Run | None = None
    for piece in filter(None, pieces):
        if before is not None and _needs_space(before, piece[0]):
            yield Run(" ", Emphasis.PLAIN, piece[0].side)
        yield from piece
        before = piece[-1]


def _needs_space(before: Run, after: Run) -> bool:
    if before.text[-1].isspace() or after.text[0].isspace():
        return False
    if after.span is None:
        return before.text != BRACKETS.left[1] or after.text != BRACKETS.right[0]
    if before.span is None:
        return after.text[0] not in _CLOSING
    return before.sentence != after.sentence


def _level(passages: tuple[Passage, ...]) -> list[Passage]:
    """Of the passages the longest that stand in the same order on both sides."""
    starts = [(passage.left.start, passage.right.start) for passage in passages]
    lengths = [passage.left.end - passage.left.start for passage in passages]
    return [passages[number] for number in heaviest_chain(starts, lengths)]


def _common(sides: Sides[Witness], bead: Bead, part: Passage, emphasis: Emphasis) -> Iterator[list[Run]]:
    if emphasis is Emphasis.DIVERGENT:
        yield from _apart(sides, bead, part)
    else:
        yield _runs(sides.left, bead.left, part.left, emphasis, Side.LEFT)


def _apart(sides: Sides[Witness], bead: Bead, gap: Passage) -> Iterator[list[Run]]:
    """The words of each side in its brackets, between the marks that both have; those stand as on the left."""
    texts = Sides(*(sides[side].text[slice(*gap.on(side))] for side in Side))
    lead = _common_marks(texts)
    tail = _common_marks(texts.map(lambda text: text[lead:][::-1]))
    start, end = Sides(gap.left.start + lead, gap.right.start + lead), Sides(gap.left.end - tail, gap.right.end - tail)
    yield _runs(sides.left, bead.left, Span(gap.left.start, start.left), Emphasis.SHARED, Side.LEFT)
    yield from _bracketed(sides, bead, Passage(Span(start.left, end.left), Span(start.right, end.right)))
    yield _runs(sides.left, bead.left, Span(end.left, gap.left.end), Emphasis.SHARED, Side.LEFT)


def _common_marks(texts: Sides[str]) -> int:
    """How many characters at the start of both are the same and no part of a word."""
    pairs = zip(fold(texts.left), fold(texts.right), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and not pair[0].isalnum(), pairs))


def _bracketed(sides: Sides[Witness], bead: Bead, gap: Passage) -> Iterator[list[Run]]:
    """The words of each side in its brackets; where neither has a word, the left side's marks."""
    wordless = True
    for side in Side:
        runs = _runs(sides[side], bead.on(side), gap.on(side), Emphasis.DIVERGENT, side)
        if any(character.isalnum() for run in runs for character in run.text):
            wordless = False
            opening, closing = BRACKETS[side]
            yield [
                Run(opening, Emphasis.DIVERGENT, side),
                *_trimmed(runs),
                Run(closing, Emphasis.DIVERGENT, side),
            ]
    if wordless:
        yield _runs(sides.left, bead.left, gap.left, Emphasis.SHARED, Side.LEFT)


def _runs(witness: Witness, sentences: tuple[int, ...], span: Span, emphasis: Emphasis, side: Side) -> list[Run]:
    """The part of the sentences that lies within the span, with a space between two sentences."""
    runs: list[Run] = []
    for sentence in sentences:
        whole = witness.sentences[sentence].span
        start, end = max(span.start, whole.start), min(span.end, whole.end)
        if start < end:
            if runs:
                runs.append(Run(" ", emphasis, side))
            runs += runs_of(witness.text, Span(start, end), emphasis, side, sentence)
    return runs


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without white space at either end."""
    first = runs[0]
    runs = [part(first, len(first.text) - len(first.text.lstrip()), len(first.text)), *runs[1:]]
    last = runs[-1]
    return [run for run in [*runs[:-1], part(last, 0, len(last.text.rstrip()))] if run.text]
