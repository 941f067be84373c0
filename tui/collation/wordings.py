"""The sentences of many witnesses, those that are worded alike taken as one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.alignment.joins import aligned_sentences
from tui.alignment.many import score_sentences
from tui.alignment.model import Progress
from tui.collation.model import Pair, Place
from tui.text.witness import Witness

_SEEN = 4
"""In so many places is one wording compared with others; a notice that all sources carry costs no more."""
_WORTH = 0.05
"""Likeness below which two wordings count as having none."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Wordings:
    """Every different sentence, by where it stands: the first place of each is in the first source that has it.

    Equal are sentences with equal token forms or, without a token, with equal characters.
    """

    places: tuple[tuple[Place, ...], ...]
    tokens: tuple[int, ...]
    of: dict[Place, int]

    def __len__(self) -> int:
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Edges:
    """Two wordings, the earlier one `left`, each two once: how likely they say the same, and the words they share."""

    left: Numbers
    right: Numbers
    similarity: npt.NDArray[np.float64]
    wording: npt.NDArray[np.float64]


def in_content_order(witnesses: Sequence[Witness]) -> list[int]:
    """The numbers of the witnesses in an order that only their content decides."""

    def content(number: int) -> tuple[object, ...]:
        witness = witnesses[number]
        return witness.text, witness.language, [(cut.span, cut.kind.value) for cut in witness.sentences]

    return sorted(range(len(witnesses)), key=content)


def find_wordings(witnesses: Sequence[Witness], order: Sequence[int], progress: Progress) -> Wordings:
    """The different sentences but furniture, numbered as they are met in these witnesses.

    Raises:
        Cancelled: When `progress` raises it.
    """
    numbers: dict[tuple[str, ...], int] = {}
    places: list[list[Place]] = []
    tokens: list[int] = []
    of: dict[Place, int] = {}
    for rank, source in enumerate(order):
        progress(rank / len(order))
        witness = witnesses[source]
        for sentence in aligned_sentences(witness):
            forms = tuple(token.form for token in witness.sentences[sentence].tokens)
            number = numbers.setdefault(forms or ("", witness.quote(sentence)), len(places))
            if number == len(places):
                places.append([])
                tokens.append(len(forms))
            places[number].append(Place(source, sentence))
            of[Place(source, sentence)] = number
    return Wordings(tuple(map(tuple, places)), tuple(tokens), of)


def told_apart(wordings: Wordings, edges: Edges, pairs: Collection[Pair]) -> tuple[Wordings, Edges]:
    """The same where no two of these pairs' sentences are one wording. O(edges) for each that has to be.

    Of the sentences of one wording that stand in such a pair, all but the first get a wording of their own, which is
    as like to others as the one they leave, and wholly like to that.
    """
    alike = [pair for pair in pairs if len({wordings.of.get(place) for place in pair}) == 1]
    named = {place for pair in alike for place in pair if place in wordings.of}
    if not named:
        return wordings, edges
    kept, tokens, of = [list(places) for places in wordings.places], list(wordings.tokens), dict(wordings.of)
    for number in sorted({of[place] for place in named}):
        for place in [place for place in kept[number] if place in named][1:]:
            edges = _with_copy(edges, number, len(kept))
            of[place] = len(kept)
            kept[number].remove(place)
            kept.append([place])
            tokens.append(tokens[number])
    return Wordings(tuple(map(tuple, kept)), tuple(tokens), of), edges


def _with_copy(edges: Edges, number: int, copy: int) -> Edges:
    """The edges with those of a wording once more for a copy of it, which comes last."""
    at = np.flatnonzero((edges.left == number) | (edges.right == number))
    beside = edges.left[at] + edges.right[at] - number
    left = np.append(beside, number)
    similarity, wording = np.append(edges.similarity[at], 1.0), np.append(edges.wording[at], 1.0)
    return _together(edges, Edges(left, np.full(len(left), copy, dtype=np.int64), similarity, wording))


def compare_wordings(
    witnesses: Sequence[Witness], order: Sequence[int], wordings: Wordings, progress: Progress
) -> Edges:
    """How alike the wordings of different sources are, in each language by itself.

    Raises:
        Cancelled: When `progress` raises it.
    """
    languages = sorted({witness.language for witness in witnesses})
    none = np.zeros(0, dtype=np.int64)
    edges = Edges(none, none, np.zeros(0), np.zeros(0))
    for number, language in enumerate(languages):

        def report(done: float, before: int = number) -> None:
            progress((before + done) / len(languages))

        sources = [source for source in order if witnesses[source].language == language]
        edges = _together(edges, _score(witnesses, sources, wordings, report))
    return edges


def _score(witnesses: Sequence[Witness], sources: Sequence[int], wordings: Wordings, progress: Progress) -> Edges:
    """The edges between the sentences of sources in one language."""
    texts = [[Place(source, sentence) for sentence in aligned_sentences(witnesses[source])] for source in sources]
    seen = {place for places in wordings.places for place in places[:_SEEN]}
    places = [place for text in texts for place in text]
    found = score_sentences(
        [[witnesses[source].sentences[sentence].tokens for source, sentence in text] for text in texts],
        language=witnesses[sources[0]].language,
        compared=np.array([place in seen for place in places], dtype=np.bool_),
        progress=progress,
    )
    at = np.array([wordings.of[place] for place in places], dtype=np.int64)
    return _strongest(Edges(at[found.left], at[found.right], found.similarity, found.wording), len(wordings))


def _strongest(edges: Edges, size: int) -> Edges:
    """Each two wordings once, as alike as anywhere."""
    kept = np.flatnonzero((edges.left != edges.right) & (edges.similarity >= _WORTH))
    left, right = edges.left[kept], edges.right[kept]
    key, place = np.unique(np.minimum(left, right) * size + np.maximum(left, right), return_inverse=True)
    similarity, wording = np.zeros(len(key)), np.zeros(len(key))
    np.maximum.at(similarity, place, edges.similarity[kept])
    np.maximum.at(wording, place, edges.wording[kept])
    return Edges(key // max(size, 1), key % max(size, 1), similarity, wording)


def _together(one: Edges, other: Edges) -> Edges:
    return Edges(
        np.concatenate((one.left, other.left)),
        np.concatenate((one.right, other.right)),
        np.concatenate((one.similarity, other.similarity)),
        np.concatenate((one.wording, other.wording)),
    )
