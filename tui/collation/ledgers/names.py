"""Names by whom they are of, and which sources have them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tui.collation.ledgers.rows import cited
from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Kind, Name, NameSort

_BEARERS = (NameSort.PERSON, NameSort.UNKNOWN)
"""What a name may be of that someone bears."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in its fullest form; `first` is where each source has it first, None where it has not."""

    name: str
    sort: NameSort
    first: tuple[Cited | None, ...]
    mentions: int

    @property
    def sources(self) -> tuple[int, ...]:
        """Who has the name, ascending."""
        return tuple(source for source, at in enumerate(self.first) if at is not None)


def name_ledger(survey: Survey) -> tuple[Named, ...]:
    """Every name once; those that most sources have come first, then the most mentioned, then by place.

    A single word is the name of the person whose fuller name begins or ends with it.
    """
    places: dict[str, list[Cited]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    sorts: dict[str, Counter[NameSort]] = defaultdict(Counter)
    for at, fact in cited(survey, Kind.NAME):
        assert isinstance(fact.value, Name)
        places[fact.value.key].append(at)
        forms[fact.value.key][" ".join(fact.value.canonical.split())] += 1
        sorts[fact.value.key][fact.value.sort] += 1
    home = _homes({key: len({at.source for at in found}) for key, found in sorted(places.items())}, sorts)
    joined: dict[str, list[Cited]] = defaultdict(list)
    for key, found in places.items():
        joined[home[key]] += found
    names = [
        Named(forms[key].most_common(1)[0][0], _sort(sorts[key]), _firsts(found, len(survey.facts)), len(found))
        for key, found in joined.items()
    ]
    return tuple(sorted(names, key=lambda name: (-len(name.sources), -name.mentions, _place(name))))


def _place(name: Named) -> Cited:
    return min(at for at in name.first if at is not None)


def _homes(sources: Mapping[str, int], sorts: Mapping[str, Counter[NameSort]]) -> dict[str, str]:
    """Each key's fullest form: a single word's is the person's that it begins or ends, by most sources alone."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key in sources:
        first, last = key.partition(" ")[0], key.rpartition(" ")[2]
        sort = _sort(sorts[key])
        if " " in key and sort in _BEARERS:
            for word in {first, last} if sort is NameSort.PERSON else {last}:
                longer[word].append(key)
    home = dict(zip(sources, sources, strict=True))
    for key in sources:
        is_person = " " not in key and _sort(sorts[key]) in _BEARERS
        fuller = sorted(longer[key], key=lambda other: -sources[other]) if is_person else []
        if len(fuller) == 1 or (fuller and sources[fuller[0]] > sources[fuller[1]]):
            home[key] = fuller[0]
    return home


def _sort(counted: Counter[NameSort]) -> NameSort:
    """What most places take the name for, where any tells."""
    return next((sort for sort, _ in counted.most_common() if sort is not NameSort.UNKNOWN), NameSort.UNKNOWN)


def _firsts(found: list[Cited], sources: int) -> tuple[Cited | None, ...]:
    return tuple(min((at for at in found if at.source == source), default=None) for source in range(sources))
