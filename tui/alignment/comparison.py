"""Two witnesses compared once, and read at any cut."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import product

from tui.alignment.beads import count, in_order, make_beads, stands_second, swapped_links
from tui.alignment.bonds import UNBOUND, Bonds
from tui.alignment.content import common_language
from tui.alignment.joins import aligned_sentences, identical
from tui.alignment.links import link
from tui.alignment.model import Alignment, Bead, Comparison, Link, Progress, Reason
from tui.alignment.scorers import DEFAULT_SCORER
from tui.text.sides import Side, Sides
from tui.text.witness import Witness


def compare(
    left: Witness, right: Witness, *, scorer: str = DEFAULT_SCORER, progress: Progress | None = None
) -> Comparison:
    """Every pair of sentences worth considering, furniture left out. O(len(left) * len(right)).

    Swapping the witnesses swaps the links, to the words of their reasons.

    Raises:
        Cancelled: When `progress` raises it.
    """
    sides = Sides(left, right)
    turned = stands_second(sides)
    if turned:
        sides = sides.swapped
    numbers = sides.map(aligned_sentences)
    language = common_language(sides)
    found = link(
        [sides.left.sentences[number].tokens.read_in(language) for number in numbers.left],
        [sides.right.sentences[number].tokens.read_in(language) for number in numbers.right],
        language=language,
        scorer=scorer,
        progress=progress,
    )
    links = [Link(numbers.left[pair.left], numbers.right[pair.right], pair.similarity, pair.reasons) for pair in found]
    wordless = _wordless(sides, numbers)
    if turned:
        links = swapped_links([*links, *wordless])
    elif wordless:
        links = in_order([*links, *wordless])
    return Comparison(Sides(left, right), tuple(links), scorer)


def _wordless(sides: Sides[Witness], numbers: Sides[tuple[int, ...]]) -> list[Link]:
    """Links between sentences without a token, such as `* * *`, that are written alike: the first to the first."""
    quotes: Sides[dict[str, list[int]]] = Sides({}, {})
    for side in Side:
        for number in numbers[side]:
            if not sides[side].sentences[number].tokens:
                quotes[side].setdefault(sides[side].quote(number), []).append(number)
    return [
        Link(left, right, 1.0, (Reason("identical", quote),))
        for quote, lefts in quotes.left.items()
        for left, right in zip(lefts, quotes.right.get(quote, ()), strict=False)
    ]


def swapped(comparison: Comparison) -> Comparison:
    """The same comparison with its sides the other way round."""
    return Comparison(comparison.sides.swapped, tuple(swapped_links(comparison.links)), comparison.scorer)


def align(
    comparison: Comparison, cut: float, *, min_words: int = 0, ordered: bool = False, bonds: Bonds = UNBOUND
) -> Alignment:
    """A comparison's links at or above a cut of 0.0 to 1.0, and the beads they make.

    A sentence with fewer words than `min_words` links only to one identical to it. With `ordered` no bead stands out
    of order: what would have moved is said by each side alone. Links made by hand are there whatever the settings,
    those broken never. At cut 0.0 every pair of sentences but furniture is listed, in O(len(left) * len(right)); else
    about linear in sentences and links.
    """
    if cut > 0:
        kept = bisect_right(comparison.links, -cut, key=lambda link: -link.similarity)
        links = list(comparison.links[:kept])
    else:
        links = list(_every_pair(comparison))
    if min_words > 0:
        links = [link for link in links if _long_enough(comparison.sides, link, min_words)]
    if bonds:
        bonds = bonds.among(*comparison.sides.map(aligned_sentences))
        links = in_order(bonds.over(links, comparison.links))
    beads = (_in_order if ordered else make_beads)(comparison.sides, links, bonds)
    return Alignment(comparison, cut, tuple(links), beads, count(beads))


def _in_order(sides: Sides[Witness], links: Sequence[Link], bonds: Bonds) -> tuple[Bead, ...]:
    """Beads that all keep both orders, but for those made by hand: the links of others that do not are left out."""
    beads = make_beads(sides, links, bonds)
    while crossed := {pair for bead in beads if bead.moved for pair in product(bead.left, bead.right)} - bonds.made:
        kept = [link for link in links if (link.left, link.right) not in crossed]
        if len(kept) == len(links):
            break
        links, beads = kept, make_beads(sides, kept, bonds)
    return beads


def _every_pair(comparison: Comparison) -> Iterator[Link]:
    alike = {(link.left, link.right): link for link in comparison.links}
    yield from (link for link in comparison.links if link.similarity > 0)
    numbers = comparison.sides.map(aligned_sentences)
    for pair in product(numbers.left, numbers.right):
        link = alike.get(pair) or Link(*pair, 0.0)
        if link.similarity == 0:
            yield link


def _long_enough(sides: Sides[Witness], link: Link, words: int) -> bool:
    counts = _words(sides.left, link.left), _words(sides.right, link.right)
    return min(counts) >= words or identical(sides, link.left, link.right)


def _words(witness: Witness, sentence: int) -> int:
    return sum(any(map(str.isalnum, form)) for form in witness.sentences[sentence].tokens.forms)
