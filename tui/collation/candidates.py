"""Candidates for conflict among all sources, and the claims that they mark."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.alignment.model import Progress
from tui.collation.model import Claim, Collation, Place
from tui.collation.quoted import Quoted
from tui.collation.told import Candidate, Cited
from tui.facts import Fact, Kind, Quantity
from tui.facts.clashes.pairing import clashes
from tui.facts.clashes.texts import SURE, clash_of_measures, clashing_anywhere
from tui.facts.model import CLAIM
from tui.facts.opposition import opposition
from tui.facts.telling import Telling
from tui.facts.within import conflicts_within
from tui.text.spans import Span

_MOST = 16
"""So many different tellings of one claim are set against each other, those of the most sources first."""
_FEW = 24
"""Up to so many sources every two are set against each other whole."""
_CLAIMS = 0.5
"""The share of the work that is done when every claim was looked at."""
_ALIKE = 0.25
"""The share of their words that two sentences have in common of which one may turn the other round."""

Tellings = Sequence[Sequence[Telling]]


def find_candidates(
    collation: Collation,
    facts: Sequence[Sequence[Fact]],
    told: Tellings,
    progress: Progress,
) -> tuple[Candidate, ...]:
    """What sources say that may not both hold, each once, by place; what one of them says in two ways too.

    Facts are set against each other where their sentences make one claim, or where they measure one thing, and
    among few sources where their sentences share many words; quotations wherever they stand. Sources that tell the
    same are taken as one, so that the work grows with how many different things are said.

    Args:
        collation: The sources' claims.
        facts: The facts of each source.
        told: Of each source the quantities and dates with what they are of.
        progress: Called now and then with the share done, 0.0 to 1.0; it ends the work by raising.
    """
    found: list[Candidate] = []
    for number, claim in enumerate(collation.claims):
        found += _in_claim(collation, claim, told)
        progress(_CLAIMS * number / len(collation.claims))
    found += _anywhere(told) if len(told) <= _FEW else _of_measures(told)
    found += Quoted(facts).candidates()
    for source in range(len(facts)):
        found += _within(collation, source, facts[source])
        progress(_CLAIMS + (1 - _CLAIMS) * source / len(facts))
    merged = _merged(_once(found), facts)
    return tuple(sorted(merged, key=lambda candidate: (candidate.left, candidate.right, candidate.rule)))


@dataclass(slots=True)
class _Group:
    """Sources that tell the same facts of a claim; `first` is the telling of the first of them."""

    first: list[Telling]
    sources: list[int]


def _in_claim(collation: Collation, claim: Claim, told: Tellings) -> Iterator[Candidate]:
    if claim.corroboration < 2:
        return
    groups = _groups(claim, told)
    for at, one in enumerate(groups):
        for other in groups[at + 1 :]:
            yield from _between(one, other, told, claim)
    yield from _opposed(collation, claim)


def _groups(claim: Claim, told: Tellings) -> list[_Group]:
    groups: dict[tuple[object, ...], _Group] = {}
    for source in claim.sources:
        sentences = set(claim.sentences[source])
        own = [telling for telling in told[source] if telling.fact.sentence in sentences]
        if own:
            same = tuple((telling.fact.value, telling.fact.modality) for telling in own)
            groups.setdefault(same, _Group(own, [])).sources.append(source)
    found = sorted(groups.values(), key=lambda group: (-len(group.sources), group.sources))[:_MOST]
    return sorted(found, key=lambda group: group.sources)


def _between(one: _Group, other: _Group, told: Tellings, claim: Claim) -> Iterator[Candidate]:
    for mine, theirs, conflict in clashes(one.first, other.first):
        yield Candidate(
            conflict.left.kind.value,
            _cited(one.sources[0], mine),
            _cited(other.sources[0], theirs),
            conflict.rule,
            conflict.reason,
            tuple(_alike(mine, one.sources[1:], told, claim)),
            tuple(_alike(theirs, other.sources[1:], told, claim)),
        )


def _alike(telling: Telling, sources: Iterable[int], told: Tellings, claim: Claim) -> Iterator[Cited]:
    """The fact of the same value in the same claim of each of these sources."""
    for source in sources:
        sentences = set(claim.sentences[source])
        same = (
            other for other in told[source]
            if other.fact.sentence in sentences and other.fact.value == telling.fact.value
        )  # fmt: skip
        yield from (_cited(source, other) for other in list(same)[:1])


def _cited(source: int, telling: Telling) -> Cited:
    return Cited(source, telling.fact.sentence, telling.fact.span, telling.number)


def _opposed(collation: Collation, claim: Claim) -> Iterator[Candidate]:
    """Sentences of the claim that are close in words and turn it round: of two sources the closest."""
    wordings: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for source in claim.sources:
        for sentence in claim.sentences[source]:
            tokens = collation.witnesses[source].sentences[sentence].tokens
            wordings[tuple(tokens.forms)].append(Place(source, sentence))
    places = sorted(wordings.items(), key=lambda item: (-len(item[1]), item[1]))[:_MOST]
    best: dict[tuple[int, int, str], tuple[float, Candidate]] = {}
    for at, (words, one) in enumerate(places):
        for against, other in places[at + 1 :]:
            common = len(set(words) & set(against)) / max(1, len(set(words) | set(against)))
            if one[0].source == other[0].source or common < _ALIKE:
                continue
            for candidate in _opposition(collation, *sorted((one, other))):
                pair = candidate.left.source, candidate.right.source, candidate.rule
                best[pair] = max(best.get(pair, (0.0, candidate)), (common, candidate), key=lambda of: of[0])
    yield from (candidate for _, candidate in best.values())


def _opposition(collation: Collation, one: Sequence[Place], other: Sequence[Place]) -> Iterator[Candidate]:
    (source, sentence), (other_source, other_sentence) = one[0], other[0]
    left = collation.witnesses[source].sentences[sentence]
    right = collation.witnesses[other_source].sentences[other_sentence]
    found = opposition(left.tokens, right.tokens)
    if found is not None:
        yield Candidate(
            CLAIM,
            Cited(source, sentence, found.left),
            Cited(other_source, other_sentence, found.right),
            found.rule,
            found.reason,
            tuple(_whole(collation, one[1:])),
            tuple(_whole(collation, other[1:])),
        )


def _whole(collation: Collation, places: Iterable[Place]) -> Iterator[Cited]:
    return (
        Cited(source, sentence, collation.witnesses[source].sentences[sentence].span) for source, sentence in places
    )


def _anywhere(told: Tellings) -> Iterator[Candidate]:
    """Clashes of every two sources, wherever in the texts they stand."""
    for source, own in enumerate(told):
        for other in range(source + 1, len(told)):
            for mine, theirs, found in clashing_anywhere(own, told[other]):
                places = _cited(source, mine), _cited(other, theirs)
                yield Candidate(found.left.kind.value, *places, found.rule, found.reason)


def _of_measures(told: Tellings) -> Iterator[Candidate]:
    """Clashes of what is surely measured of one thing, each value once."""
    by_measure: dict[tuple[str, str], dict[object, tuple[int, Telling]]] = defaultdict(dict)
    for source, of in enumerate(told):
        for telling in of:
            if telling.measured is not None and telling.measured.key[0] in SURE:
                measure, thing = telling.measured.key
                value = telling.fact.value, telling.fact.modality
                by_measure[measure, "" if measure == "age" else thing].setdefault((thing, value), (source, telling))
    for values in by_measure.values():
        kept = list(values.values())
        for at, (source, telling) in enumerate(kept):
            for other, against in kept[at + 1 :]:
                if source != other and (found := clash_of_measures(telling, against)) is not None:
                    kind = telling.fact.kind.value
                    yield Candidate(kind, _cited(source, telling), _cited(other, against), *found)


def _within(collation: Collation, source: int, facts: Sequence[Fact]) -> Iterator[Candidate]:
    """What a source says in two ways."""
    numbers = {id(fact): number for number, fact in enumerate(facts)}
    for conflict in conflicts_within(collation.witnesses[source], facts):
        left, right = (
            Cited(source, fact.sentence, fact.span, numbers[id(fact)]) for fact in (conflict.left, conflict.right)
        )
        yield Candidate(conflict.left.kind.value, left, right, conflict.rule, conflict.reason)


def _once(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates without the opposite claims whose words stand in two quotations that clash, which is surer."""
    quoted: dict[int, list[tuple[Span, int, int]]] = defaultdict(list)
    for number, candidate in enumerate(found):
        if candidate.kind == Kind.QUOTATION:
            sides = (candidate.left, *candidate.left_too), (candidate.right, *candidate.right_too)
            for side, places in enumerate(sides):
                for place in places:
                    quoted[place.source].append((place.span, number, side))

    def holding(cited: Cited) -> set[tuple[int, int]]:
        (start, end), spans = cited.span, quoted.get(cited.source, ())
        return {(number, side) for span, number, side in spans if span.start <= start and end <= span.end}

    for candidate in found:
        across = {(number, 1 - side) for number, side in holding(candidate.left)}
        if candidate.kind != CLAIM or across.isdisjoint(holding(candidate.right)):
            yield candidate


def _merged(found: Iterable[Candidate], facts: Sequence[Sequence[Fact]]) -> Iterator[Candidate]:
    """Candidates of the same values by one rule as one, the first places in front."""
    groups: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[_sameness(candidate, facts)].append(candidate)
    for same in groups.values():
        value = _value(same[0].left, facts)
        left: set[Cited] = set()
        right: set[Cited] = set()
        for candidate in same:
            turned = _value(candidate.left, facts) != value
            left |= {candidate.right, *candidate.right_too} if turned else {candidate.left, *candidate.left_too}
            right |= {candidate.left, *candidate.left_too} if turned else {candidate.right, *candidate.right_too}
        sides = (sorted(side, key=lambda cited: cited.order) for side in (left, right))
        one, other = sorted(sides, key=lambda side: [cited.order for cited in side])
        kept = next((c for c in same if one[0] in (c.left, c.right)), same[0])
        yield replace(kept, left=one[0], right=other[0], left_too=tuple(one[1:]), right_too=tuple(other[1:]))


def _sameness(candidate: Candidate, facts: Sequence[Sequence[Fact]]) -> tuple[object, ...]:
    if candidate.left.fact is None or candidate.right.fact is None or candidate.kind == "quotation":
        return (candidate.left, candidate.right)
    values = frozenset((_value(candidate.left, facts), _value(candidate.right, facts)))
    return candidate.kind, values, candidate.is_within


def _value(cited: Cited, facts: Sequence[Sequence[Fact]]) -> object:
    """What is stated there, however roughly."""
    if cited.fact is None:
        return None
    value = facts[cited.source][cited.fact].value
    return replace(value, approximate=False) if isinstance(value, Quantity) else value


def marked(collation: Collation, candidates: Iterable[Candidate]) -> Collation:
    """The collation, each claim with the sources whose sentences clash with the others'; with its own is not enough.

    Within a claim these are the fewer; of two equal sides both. Marks of other candidates are taken away.
    """
    differing: dict[int, set[int]] = defaultdict(set)
    for candidate in candidates:
        if candidate.is_within:
            continue
        for claim, sources in _differing(collation, candidate):
            differing[claim] |= sources
    marks = [tuple(sorted(differing.get(number, ()))) for number in range(len(collation.claims))]
    claims = tuple(
        claim if claim.differing == mark else replace(claim, differing=mark)
        for claim, mark in zip(collation.claims, marks, strict=True)
    )
    return replace(collation, claims=claims)


def _differing(collation: Collation, candidate: Candidate) -> Iterator[tuple[int, set[int]]]:
    left: dict[int, set[int]] = defaultdict(set)
    right: dict[int, set[int]] = defaultdict(set)
    for side, places in (
        (left, (candidate.left, *candidate.left_too)),
        (right, (candidate.right, *candidate.right_too)),
    ):
        for cited in places:
            claim = collation.told[cited.source][cited.sentence]
            if claim is not None:
                side[claim].add(cited.source)
    for claim in left.keys() | right.keys():
        one, other = left.get(claim, set()), right.get(claim, set())
        if one and other and len(one) != len(other):
            yield claim, min(one, other, key=len)
        else:
            yield claim, one | other
