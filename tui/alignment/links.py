"""Which sentences of two texts may say the same thing, in any order, and why."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from tui.alignment.columns import Column
from tui.alignment.evidence import Evidence, gather
from tui.alignment.model import Link, Progress
from tui.alignment.profiles import Profiles, profile
from tui.alignment.reasons import Reasoner
from tui.alignment.scorer import Scorer
from tui.alignment.scorers import DEFAULT_SCORER
from tui.alignment.scorers import scorer as scorer_named
from tui.text.tokens import Tokens, tokenize

DEFAULT_CUT = 0.3
_LEAST, _LEAST_OF_MANY = 0.01, 0.02
"""Similarity below which a pair is not worth telling, and the same in a large grid."""
_SMALL = 40_000
"""Pairs up to which a grid is small."""
_EXPLAINED = 0.05
"""Similarity from which a link comes with its reasons."""
_FORMULA = 0.2
"""The most that a name with its titles, shared alone, can make of a pair."""
_FORMAL = 2
"""Words that such a name has at least."""
_REPEATED = 10_000
"""Pairs of one repeated sentence above which its occurrences are linked in order only."""


def link_sentences(
    left: Sequence[str],
    right: Sequence[str],
    *,
    language: str = "en",
    scorer: str = DEFAULT_SCORER,
    progress: Progress | None = None,
) -> tuple[Link, ...]:
    """Every pair of sentences worth considering, n:m and in any order, strongest first.

    Swapping the sides swaps the links and changes no similarity. Sentences with fewer than three content
    stems are linked only when they are identical; identical ones always are, at 1.0.

    Args:
        left: The sentences of one text.
        right: The sentences of the other.
        language: ISO 639-1 code of both; an unknown one costs stemming and function words, nothing else.
        scorer: What judges the similarity, by its name in `tui.alignment.scorers`; only those fitted are calibrated.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.

    Returns:
        Links with a similarity, 0.0 to 1.0, rounded to four decimals, ties by left then right; the stronger
        ones with reasons. At worst O(len(left) * len(right)).
    """
    sides = ([tokenize(sentence, language=language) for sentence in side] for side in (left, right))
    return link(*sides, language=language, scorer=scorer, progress=progress)


link_sentences.default_cut = DEFAULT_CUT  # type: ignore[attr-defined]


def link(
    left: Sequence[Tokens],
    right: Sequence[Tokens],
    *,
    language: str,
    scorer: str = DEFAULT_SCORER,
    progress: Progress | None = None,
) -> tuple[Link, ...]:
    """The same as `link_sentences` of sentences whose tokens are at hand."""
    report = progress or _silent
    report(0.0)
    # sums of floating point numbers depend on their order, so both ways round are worked out as one
    turned = [sentence.quote for sentence in right] < [sentence.quote for sentence in left]
    first, second = (right, left) if turned else (left, right)
    profiles = profile(first, second, language=language, progress=lambda done: report(0.1 * done))
    evidence = gather(profiles, lambda done: report(0.1 + 0.5 * done))
    found = decide(profiles, evidence, scorer_named(scorer), lambda done: report(0.6 + 0.3 * done))
    if turned:
        found = [(i, j, similarity) for j, i, similarity in found]
        found.sort(key=lambda link: (-link[2], *link[:2]))
    reasoner = Reasoner(profiles.swapped if turned else profiles, evidence.idf, left, right, language)
    links = []
    for number, (i, j, similarity) in enumerate(found):
        if number % 500 == 0:
            report(0.9 + 0.1 * number / len(found))
        links.append(Link(i, j, similarity, reasoner.reasons(i, j) if similarity >= _EXPLAINED else ()))
    report(1.0)
    return tuple(links)


def decide(
    profiles: Profiles, evidence: Evidence, scorer: Scorer, progress: Progress | None = None
) -> list[tuple[int, int, float]]:
    """The pairs with their similarity, strongest first, after what no statistics may overrule."""
    pairs, columns = evidence.pairs, len(profiles.right)
    cell = pairs.left * columns + pairs.right
    probability = scorer.probability(evidence, progress or _silent)
    if profiles.left.written == profiles.right.written:
        mirrored = np.searchsorted(cell, pairs.right * columns + pairs.left)
        probability = np.maximum(probability, probability[mirrored])
    similarity = believed(evidence, probability)
    certain = np.array(identical(profiles), dtype=np.int64).reshape(-1, 2)
    other = similarity >= (_LEAST if len(profiles.left) * columns <= _SMALL else _LEAST_OF_MANY)
    other &= ~np.isin(cell, certain @ (columns, 1))
    left = np.concatenate((certain[:, 0], pairs.left[other]))
    right = np.concatenate((certain[:, 1], pairs.right[other]))
    similarity = np.concatenate((np.ones(len(certain)), similarity[other]))
    strongest = np.lexsort((right, left, -similarity))
    found = (left[strongest].tolist(), right[strongest].tolist(), similarity[strongest].tolist())
    return list(zip(*found, strict=True))


def believed(evidence: Evidence, probability: Column) -> Column:
    """Each pair's similarity, rounded to four decimals: its probability, but little for a name shared alone."""
    formula = (evidence.shared.loose + evidence.shared.near + evidence.shared.numbers) == 0
    formula &= evidence.shared.terms >= _FORMAL
    similarity: Column = np.where(formula, np.minimum(probability, _FORMULA), probability).round(4)
    return similarity


def identical(profiles: Profiles) -> list[tuple[int, int]]:
    """The pairs whose tokens have the same forms in the same order, however short."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, forms in enumerate(profiles.right.forms):
        places[forms].append(number)
    ours: dict[str, list[int]] = defaultdict(list)
    for number, forms in enumerate(profiles.left.forms):
        if forms and forms in places:
            ours[forms].append(number)
    pairs: list[tuple[int, int]] = []
    for forms, numbers in ours.items():
        others = places[forms]
        if len(numbers) * len(others) > _REPEATED:
            pairs += zip(numbers, others, strict=False)
        else:
            pairs += [(number, other) for number in numbers for other in others]
    return pairs


def _silent(_: float) -> None:
    pass
