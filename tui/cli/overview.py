"""What there is to read, printed where the reader cannot open."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from tui.alignment.comparison import compare
from tui.alignment.conflicts import find_conflicts
from tui.alignment.model import Alignment
from tui.articles import Collection, bundled
from tui.cli.drawing import hanging, text_run
from tui.cli.ink import Ink
from tui.cli.listing import listing
from tui.cli.pair import meaning
from tui.cli.reviewed import reviewed_alignment
from tui.presentation import glyphs, wording
from tui.presentation.wrapping import cells_of
from tui.text.sides import Sides
from tui.text.witness import Kind, Witness

if TYPE_CHECKING:
    from tui.review.history import History

_MOST_ARTICLES = 12
_MOST_SENTENCE_PAIRS = 500_000


class _Closeness(NamedTuple):
    """Two articles, and the share of the shorter one's sentences that the other answers, 0.0 to 1.0."""

    share: float
    pair: tuple[int, int]
    alignment: Alignment


def overview_lines(
    collection: Collection, chosen: Sequence[int], cut: float, width: int, done: "tuple[History, str] | None" = None
) -> Iterator[str]:
    """The list, each pair's counts with the closest first, and the command that shows a pair.

    `done` are everyone's acts, and the reviewer whose links by hand count.
    """
    yield from listing(collection, chosen, lambda _: 0.0, width, Ink.NONE)
    readable = [number for number in dict.fromkeys(chosen) if collection.summary(number).error is None]
    pairs = list(combinations(readable, 2))
    closest = sorted(
        (_closeness(collection, Sides(*pair), cut, done) for pair in pairs if _is_quick(collection, readable)),
        key=lambda one: (-one.share, one.pair),
    )
    if closest:
        yield ""
        heading = "Pairs, those first in which most of the shorter article has an answer in the other:"
        yield from hanging(text_run(""), [text_run(heading)], width, Ink.NONE)
        yield from _pair_table(collection, closest, width)
        yield from hanging(text_run(""), [text_run(meaning("the first", "the second"))], width, Ink.NONE)
    yield ""
    pairs = [one.pair for one in closest] or pairs
    names = [_name(collection, number) for number in pairs[0]] if pairs else ["LEFT", "RIGHT"]
    yield f"Read a pair here: summit-tui diff {' '.join(names)}"
    yield f"Read line by line at a prompt: summit-tui read {' '.join(names)} --linear"


def _is_quick(collection: Collection, readable: Sequence[int]) -> bool:
    """Whether comparing all of them keeps nobody waiting."""
    sentences = [collection.summary(number).sentences for number in readable]
    work = sum(left * right for left, right in combinations(sentences, 2))
    return len(readable) <= _MOST_ARTICLES and work <= _MOST_SENTENCE_PAIRS


def _closeness(collection: Collection, pair: Sides[int], cut: float, done: "tuple[History, str] | None") -> _Closeness:
    witnesses, articles = pair.map(collection.witness), pair.map(collection.article)
    left, right = witnesses
    found = find_conflicts(witnesses, articles.map(lambda article: article.date))
    alignment = reviewed_alignment(compare(left, right), found, cut, articles, done)
    linked = [bead for bead in alignment.beads if bead.left and bead.right]
    answered = (sum(len(bead.left) for bead in linked), sum(len(bead.right) for bead in linked))
    shorter, count = min((_sentences(left), answered[0]), (_sentences(right), answered[1]))
    return _Closeness(count / shorter if shorter else 0.0, (pair.left, pair.right), alignment)


def _sentences(witness: Witness) -> int:
    return sum(sentence.kind is not Kind.FURNITURE for sentence in witness.sentences)


def _pair_table(collection: Collection, closest: Sequence[_Closeness], width: int) -> Iterator[str]:
    names = [f" {glyphs.PAIR} ".join(map(collection.label, one.pair)) for one in closest]
    widest = max(map(cells_of, names))
    counts = [[text for text, _ in wording.count_parts(one.alignment.counts)] for one in closest]
    widths = [max(map(len, column)) for column in zip(*counts, strict=True)]
    for name, one, signs in zip(names, closest, counts, strict=True):
        numbers = "  ".join(sign.ljust(cells) for sign, cells in zip(signs, widths, strict=True))
        lead = text_run(name + " " * (widest - cells_of(name)) + f"  {one.share:>4.0%}  ")
        yield from hanging(lead, [text_run(numbers)], width, Ink.NONE)


def _name(collection: Collection, number: int) -> str:
    """What `diff` takes for the article: a bundled one's label, else its path."""
    source = collection.source(number)
    return collection.label(number) if source in bundled() else quote(source.name)
