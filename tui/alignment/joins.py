"""Which sentences stand together: links into groups of few sentences on each side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log, sqrt

from tui.alignment.bonds import UNBOUND, Bonds
from tui.alignment.content import common_language, words_of
from tui.alignment.model import Link
from tui.text.sides import Side, Sides
from tui.text.witness import Kind, Sentence, Witness

SHARE_OF_BEST = 0.8
"""A link weaker than this share of the best of both its sentences joins nothing."""

LARGEST = 4
"""A group has at most this many sentences, both sides together: 1:1 to 1:3 and 2:2."""

RISE = 1.0
"""How many times as high the cosine of a group must be with a linked neighbour as without."""

LEFTOVER_RISE = 1.15
"""The same for a neighbour that nothing links."""

LEFTOVER_SIMILARITY = 0.5
"""Only a group at least this likely to be right grows by a neighbour that nothing links."""

LEFTOVER_WORDS = 2
"""A neighbour that nothing links must share this many content words with the group's other side."""


@dataclass(slots=True)
class _Bag:
    """Words with their weights, and the square of the length that they make as a vector."""

    weights: dict[str, float]
    square: float

    def dot(self, other: "_Bag") -> float:
        """The scalar product."""
        there = other.weights
        return sum(weight * there[key] for key, weight in self.weights.items() if key in there)


@dataclass(slots=True)
class Group:
    """Sentences of both sides that stand together, numbers ascending, and the best similarity among them."""

    members: Sides[list[int]]
    similarity: float
    identical: bool
    bags: Sides[_Bag]

    def rise(self, side: Side, bag: _Bag) -> float:
        """How many times the cosine of both sides it is with more words on one of them."""
        own, shared = self.bags[side], self.bags.left.dot(self.bags.right)
        more = bag.dot(self.bags[side.other])
        if not (more and shared):
            return 0.0
        return (shared + more) / shared * sqrt(own.square / (own.square + 2 * bag.dot(own) + bag.square))

    def grow(self, side: Side, sentence: int, bag: _Bag) -> None:
        """Takes in a sentence with its words."""
        self.identical = False
        self.members[side].append(sentence)
        self.members[side].sort()
        own = self.bags[side]
        own.square += 2 * bag.dot(own) + bag.square
        for key, weight in bag.weights.items():
            own.weights[key] = own.weights.get(key, 0.0) + weight


def aligned_sentences(witness: Witness) -> tuple[int, ...]:
    """The numbers of the sentences that are not furniture."""
    return tuple(number for number, sentence in enumerate(witness.sentences) if sentence.kind is not Kind.FURNITURE)


def forms(sentences: Iterable[Sentence]) -> list[str]:
    """What of these sentences is compared."""
    return [form for sentence in sentences for form in sentence.tokens.forms]


def identical(sides: Sides[Witness], left: int, right: int) -> bool:
    """Whether two sentences have equal token forms or, without a token on either side, equal characters."""
    ours, theirs = sides.left.sentences[left].tokens.forms, sides.right.sentences[right].tokens.forms
    return ours == theirs and bool(ours or sides.left.quote(left) == sides.right.quote(right))


def strongest(links: Sequence[Link]) -> Iterator[Link]:
    """The links close to the best of their left or their right sentence; `links` come strongest first."""
    best: Sides[dict[int, float]] = Sides({}, {})
    for link in links:
        row = best.left.setdefault(link.left, link.similarity)
        column = best.right.setdefault(link.right, link.similarity)
        if link.similarity > 0 and link.similarity >= SHARE_OF_BEST * min(row, column):
            yield link


def group(sides: Sides[Witness], links: Sequence[Link], bonds: Bonds = UNBOUND) -> list[Group]:
    """Sentences joined by links, strongest first, each in at most one group; those made by hand go before all.

    A neighbour is joined to a group only where the texts then become more alike, so that a long sentence
    faces the two it was split into, but a chain of loosely linked sentences stays apart.
    """
    grouping = _Grouping(sides, bonds)
    for bound in bonds.together(links):
        grouping.bind(bound)
    for link in grouping.in_order(list(strongest(links))):
        grouping.take(link)
    grouping.take_leftovers()
    return grouping.groups


class _Grouping:
    """Groups as they grow, and the words that decide whether they do."""

    def __init__(self, sides: Sides[Witness], bonds: Bonds) -> None:
        self.groups: list[Group] = []
        self._sides = sides
        self._bonds = bonds
        self._sentences = sides.map(aligned_sentences)
        self._ranks = self._sentences.map(lambda numbers: {number: rank for rank, number in enumerate(numbers)})
        self._groups_of: Sides[dict[int, Group]] = Sides({}, {})
        self._bags = _bags(sides)

    def in_order(self, links: Sequence[Link]) -> list[Link]:
        """Identical sentences first, then the more similar, those with linked neighbours, the least displaced."""
        ranks = self._ranks
        places = {(ranks.left[link.left], ranks.right[link.right]): link.similarity for link in links}
        sizes = self._sentences.map(len)

        def standing(link: Link) -> tuple[bool, float, float, int, int, int]:
            left, right = ranks.left[link.left], ranks.right[link.right]
            beside = places.get((left - 1, right - 1), 0.0) + places.get((left + 1, right + 1), 0.0)
            displaced = abs(left * sizes.right - right * sizes.left)
            differs = not identical(self._sides, link.left, link.right)
            return differs, -link.similarity, -beside, displaced, left, right

        return sorted(links, key=standing)

    def take(self, link: Link) -> None:
        """Start a group with a link or let one grow by it, where neither stands in another already."""
        left, right = self._groups_of.left.get(link.left), self._groups_of.right.get(link.right)
        if left is None and right is None:
            self._start(link)
        elif left is None and right is not None and self._rise(right, Side.LEFT, link.left) >= RISE:
            self._grow(right, Side.LEFT, link.left)
        elif right is None and left is not None and self._rise(left, Side.RIGHT, link.right) >= RISE:
            self._grow(left, Side.RIGHT, link.right)

    def bind(self, links: Sequence[Link]) -> None:
        """Make one group of all sentences of these links, wherever they stand."""
        self._start(links[0])
        bound = self._groups_of.left[links[0].left]
        for link in links[1:]:
            for side, sentence in ((Side.LEFT, link.left), (Side.RIGHT, link.right)):
                if sentence not in self._groups_of[side]:
                    self._grow(bound, side, sentence)

    def take_leftovers(self) -> None:
        """Let groups grow by neighbours without a link, those first that make them the most alike."""
        gains = []
        for side in Side:
            for rank, sentence in enumerate(self._sentences[side]):
                if sentence in self._groups_of[side]:
                    continue
                for beside in (rank - 1, rank + 1):
                    neighbour = self._group_at(side, beside)
                    if neighbour is not None and (rise := self._leftover_rise(neighbour, side, sentence)):
                        gains.append((-rise, side, sentence, beside))
        for _, side, sentence, beside in sorted(gains):
            neighbour = self._group_at(side, beside)
            free = sentence not in self._groups_of[side]
            if neighbour is not None and free and self._leftover_rise(neighbour, side, sentence):
                self._grow(neighbour, side, sentence)

    def _leftover_rise(self, grown: Group, side: Side, sentence: int) -> float:
        """The same as `_rise`, 0.0 also where it is too small for a sentence that nothing links."""
        shared = grown.bags[side.other].weights.keys() & self._bags[side][sentence].weights.keys()
        if grown.similarity < LEFTOVER_SIMILARITY or len(shared) < LEFTOVER_WORDS:
            return 0.0
        rise = self._rise(grown, side, sentence)
        return rise if rise >= LEFTOVER_RISE else 0.0

    def _group_at(self, side: Side, rank: int) -> Group | None:
        sentences = self._sentences[side]
        return self._groups_of[side].get(sentences[rank]) if 0 <= rank < len(sentences) else None

    def _start(self, link: Link) -> None:
        bags = Sides(self._bags.left[link.left], self._bags.right[link.right])
        started = Group(
            Sides([link.left], [link.right]),
            link.similarity,
            identical(self._sides, link.left, link.right),
            bags.map(lambda bag: _Bag(dict(bag.weights), bag.square)),
        )
        self.groups.append(started)
        self._groups_of.left[link.left] = self._groups_of.right[link.right] = started

    def _grow(self, grown: Group, side: Side, sentence: int) -> None:
        grown.grow(side, sentence, self._bags[side][sentence])
        self._groups_of[side][sentence] = grown

    def _rise(self, grown: Group, side: Side, sentence: int) -> float:
        """How many times as alike the group's sides are with one more sentence; 0.0 where it cannot join."""
        members = grown.members[side]
        sentences = self._sides[side].sentences
        ranks = self._ranks[side]
        adjacent = ranks[sentence] in (ranks[members[0]] - 1, ranks[members[-1]] + 1)
        room = len(members) + len(grown.members[side.other]) < LARGEST
        alike = sentences[sentence].kind is sentences[members[0]].kind
        parted = self._bonds.part(side, [sentence], grown.members[side.other])
        if grown.identical or parted or not (adjacent and room and alike):
            return 0.0
        return grown.rise(side, self._bags[side][sentence])


def _bags(sides: Sides[Witness]) -> Sides[dict[int, _Bag]]:
    """Each sentence's words, weighted by how few sentences of both texts hold them."""
    words = words_of(common_language(sides))
    words.learn(chain.from_iterable(sentence.tokens.forms for witness in sides for sentence in witness.sentences))
    counts = sides.map(
        lambda witness: {
            number: _counted(words.content_keys(witness.sentences[number].tokens.forms))
            for number in aligned_sentences(witness)
        }
    )
    held = _counted(chain.from_iterable(chain(counts.left.values(), counts.right.values())))
    total = len(counts.left) + len(counts.right) + 1
    weights = {word: log(total / (number + 0.5)) for word, number in held.items()}

    def weigh(bag: dict[str, int]) -> _Bag:
        weighed = {word: count * weights[word] for word, count in bag.items()}
        return _Bag(weighed, sum([weight * weight for weight in weighed.values()]))

    return counts.map(lambda side: {number: weigh(bag) for number, bag in side.items()})


def _counted(words: Iterable[str]) -> dict[str, int]:
    """How often each word occurs; for few words faster than a Counter."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts
