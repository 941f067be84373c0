"""Quotations of all sources compared with each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.collation.told import Candidate, Cited, Rendering
from tui.facts import Fact, Kind, Quotation
from tui.facts.clashes.texts import is_remark
from tui.facts.variants import Relation, Variant, clashes, variants
from tui.text.languages import language

_OFTEN = 12
"""A word that more wordings than this have proposes no pair of them."""
Wording = tuple[str, ...]


class Quoted:
    """The quotations of several sources, those of equal words taken as one."""

    def __init__(self, facts: Sequence[Sequence[Fact]]) -> None:
        self._facts = facts
        places: dict[Wording, list[Cited]] = defaultdict(list)
        for source, told in enumerate(facts):
            for number, fact in enumerate(told):
                if isinstance(fact.value, Quotation) and fact.value.words:
                    places[fact.value.words].append(Cited(source, fact.sentence, fact.span, number))
        self.places = dict(places)

    def fact(self, cited: Cited) -> Fact:
        """The quotation that stands there."""
        assert cited.fact is not None
        return self._facts[cited.source][cited.fact]

    def renderings(self) -> tuple[Rendering, ...]:
        """Every two quotations of two sources that may be of the same words, by place.

        What is worded alike is compared once, and wordings only where they share a word that few have.
        """
        found = [
            Rendering(min(one, other), max(one, other), relation.value, similarity)
            for left, right, relation, similarity in self._related()
            for one in left
            for other in right
            if one.source != other.source and (left is not right or one < other)
        ]
        return tuple(sorted(found, key=lambda rendering: (rendering.left, rendering.right)))

    def candidates(self) -> Iterator[Candidate]:
        """The remarks that two sources give in other words or to other speakers; each two wordings once."""
        for one, other in self._proposed():
            left, right = self.places[one], self.places[other]
            if {cited.source for cited in left} == {cited.source for cited in right} and len(left) == 1:
                continue
            first, second = sorted((left, right))
            left_fact = self.fact(first[0])
            other_source = next((cited for cited in second if cited.source != first[0].source), None)
            if other_source is None:
                continue
            right_fact = self.fact(other_source)
            for conflict in clashes(self._with_names(first[0]), self._with_names(other_source)):
                if (conflict.left, conflict.right) == (left_fact, right_fact) and is_remark(conflict):
                    too = tuple(cited for cited in second if cited is not other_source)
                    yield Candidate(
                        "quotation", first[0], other_source, conflict.rule, conflict.reason, tuple(first[1:]), too
                    )

    def _with_names(self, cited: Cited) -> list[Fact]:
        """The quotation with the names of its sentence, which tell of its speaker."""
        told = self._facts[cited.source]
        named = (fact for fact in told if fact.kind is Kind.NAME and fact.sentence == cited.sentence)
        return [self.fact(cited), *named]

    def _related(self) -> Iterator[tuple[list[Cited], list[Cited], Relation, float]]:
        for places in self.places.values():
            if len({cited.source for cited in places}) > 1:
                own = self.fact(places[0])
                yield from ((places, places, v.relation, v.similarity) for v in variants([own], [own]))
        for one, other in self._proposed():
            left, right = self.places[one], self.places[other]
            best = self._variant(left[0], right[0])
            if best is not None:
                yield left, right, best.relation, best.similarity

    def _variant(self, one: Cited, other: Cited) -> Variant | None:
        return next(iter(variants([self.fact(one)], [self.fact(other)])), None)

    def _proposed(self) -> Iterator[tuple[Wording, Wording]]:
        """Pairs of wordings that share a word of content that few wordings have, in the order of the first place."""
        by_word: dict[str, list[int]] = defaultdict(list)
        wordings = sorted(self.places, key=lambda wording: self.places[wording][0])
        small = language("en").function_words
        for number, wording in enumerate(wordings):
            for word in set(wording) - small:
                by_word[word].append(number)
        pairs = {
            (one, other)
            for numbers in by_word.values()
            if len(numbers) <= _OFTEN
            for at, one in enumerate(numbers)
            for other in numbers[at + 1 :]
        }
        yield from ((wordings[one], wordings[other]) for one, other in sorted(pairs))
