"""Which sentences stand together: links into groups of few sentences on each side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

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


@dataclass(slots=True)
class Group:
    """Sentences of both sides that stand together, numbers ascending, and the best similarity among them."""

    members: Sides[list[int]]
    similarity: float
    identical: bool


def aligned_sentences(witness: Witness) -> tuple[int, ...]:
    """The numbers of the sentences that are not furniture."""
    return tuple(number for number, sentence in enumerate(witness.sentences) if sentence.kind is not Kind.FURNITURE)


def forms(sentences: Iterable[Sentence]) -> list[str]:
    """What of these sentences is compared."""
    return [token.form for sentence in sentences for token in sentence.tokens]


def identical(sides: Sides[Witness], left: int, right: int) -> bool:
    """Whether two sentences have equal token forms or, without a token on either side, equal characters."""
    tokens = sides.left.sentences[left].tokens, sides.right.sentences[right].tokens
    if len(tokens[0]) != len(tokens[1]):
        return False
    if not tokens[0]:
        return sides.left.quote(left) == sides.right.quote(right)
    return all(one.form == other.form for one, other in zip(*tokens, strict=True))


def strongest(links: Sequence[Link]) -> Iterator[Link]:
    """The links close to the best of their left or their right sentence; `links` come strongest first."""
    best: Sides[dict[int, float]] = Sides({}, {})
    for link in links:
        row = best.left.setdefault(link.left, link.similarity)
        column = best.right.setdefault(link.right, link.similarity)
        if link.similarity > 0 and link.similarity >= SHARE_OF_BEST * min(row, column):
            yield link


def group(sides: Sides[Witness], links: Sequence[Link]) -> list[Group]:
    """Sentences joined by links, strongest first, each in at most one group.

    A neighbour is joined to a group only where the texts then become more alike, so that a long sentence
    faces the two it was split into, but a chain of loosely linked sentences stays apart.
    """
    grouping = _Grouping(sides)
    for link in grouping.in_order(list(strongest(links))):
        grouping.take(link)
    grouping.take_leftovers()
    return grouping.groups


class _Grouping:
    """Groups as they grow, and the words that decide whether they do."""

    def __init__(self, sides: Sides[Witness]) -> None:
        self.groups: list[Group] = []
        self._sides = sides
        self._sentences = sides.map(aligned_sentences)
        self._ranks = self._sentences.map(lambda numbers: {number: rank for rank, number in enumerate(numbers)})
        self._groups_of: Sides[dict[int, Group]] = Sides({}, {})
        self._bags = self._weigh()

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
            same = identical(self._sides, link.left, link.right)
            started = Group(Sides([link.left], [link.right]), link.similarity, same)
            self.groups.append(started)
            self._groups_of.left[link.left] = self._groups_of.right[link.right] = started
        elif left is None and right is not None and self._rise(right, Side.LEFT, link.left) >= RISE:
            self._grow(right, Side.LEFT, link.left)
        elif right is None and left is not None and self._rise(left, Side.RIGHT, link.right) >= RISE:
            self._grow(left, Side.RIGHT, link.right)

    def take_leftovers(self) -> None:
        """Let groups grow by neighbours without a link, those first that make them the most alike."""
        gains = []
        for side in Side:
            for rank, sentence in enumerate(self._sentences[side]):
                for beside in (rank - 1, rank + 1):
                    neighbour = self._group_at(side, beside)
                    if neighbour is not None and sentence not in self._groups_of[side]:
                        gains.append((-self._rise(neighbour, side, sentence), side, rank, beside))
        for _, side, rank, beside in sorted(gains):
            sentence, neighbour = self._sentences[side][rank], self._group_at(side, beside)
            if (
                neighbour is not None
                and sentence not in self._groups_of[side]
                and self._rise(neighbour, side, sentence) >= LEFTOVER_RISE
            ):
                self._grow(neighbour, side, sentence)

    def _group_at(self, side: Side, rank: int) -> Group | None:
        sentences = self._sentences[side]
        return self._groups_of[side].get(sentences[rank]) if 0 <= rank < len(sentences) else None

    def _grow(self, grown: Group, side: Side, sentence: int) -> None:
        grown.members[side].append(sentence)
        grown.members[side].sort()
        self._groups_of[side][sentence] = grown

    def _rise(self, grown: Group, side: Side, sentence: int) -> float:
        """How many times as alike the group's sides are with one more sentence; 0.0 where it cannot join."""
        members = grown.members[side]
        sentences = self._sides[side].sentences
        ranks = self._ranks[side]
        adjacent = ranks[sentence] in (ranks[members[0]] - 1, ranks[members[-1]] + 1)
        room = len(members) + len(grown.members[side.other]) < LARGEST
        alike = sentences[sentence].kind is sentences[members[0]].kind
        if grown.identical or not (adjacent and room and alike):
            return 0.0
        across = self._bag(side.other, grown.members[side.other])
        now = _cosine(self._bag(side, members), across)
        grows = _cosine(self._bag(side, [*members, sentence]), across)
        return grows / now if now else 0.0

    def _bag(self, side: Side, sentences: Sequence[int]) -> Counter[str]:
        bag: Counter[str] = Counter()
        for sentence in sentences:
            bag.update(self._bags[side][sentence])
        return bag

    def _weigh(self) -> Sides[dict[int, dict[str, float]]]:
        """Each sentence's words, weighted by how few sentences of both texts hold them."""
        counts = Sides(
            *(
                {number: Counter(forms([witness.sentences[number]])) for number in numbers}
                for witness, numbers in zip(self._sides, self._sentences, strict=True)
            )
        )
        held = Counter(word for side in counts for bag in side.values() for word in bag)
        total = sum(map(len, counts)) + 1
        weights = {word: log(total / (number + 0.5)) for word, number in held.items()}
        return counts.map(
            lambda side: {
                sentence: {word: count * weights[word] for word, count in bag.items()} for sentence, bag in side.items()
            }
        )


def _cosine(left: Counter[str], right: Counter[str]) -> float:
    shared = sum(weight * right[word] for word, weight in left.items() if word in right)
    return shared / (_length(left) * _length(right)) if shared else 0.0


def _length(bag: Counter[str]) -> float:
    return sqrt(sum(weight * weight for weight in bag.values()))
