"""What is said to be the first or the most since some time: claims that hold only from their baseline on."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.collation.ledgers.rows import Cell, Row, written
from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Date, Fact, Name, NameSort, Quantity
from tui.facts.word_sets import word_set
from tui.text.languages import language
from tui.text.spans import Span
from tui.text.witness import Kind, Witness

_RANKS = word_set(
    "first worst best most least highest lowest biggest largest smallest longest shortest strongest weakest deadliest "
    "heaviest hottest coldest wettest driest fastest slowest oldest youngest closest steepest sharpest"
)
_SPANS = {"year": 1, "decade": 10, "century": 100}
"""Years of the units in which the time before is told."""
_REACH = 12
"""Words within which a baseline follows what holds since then."""
_EVENT = 8
"""Words of a baseline that is no date: since the end of the war."""
_APART = 1
"""Years by which two baselines that are one may be apart: a decade is rarely ten years to the day."""
DIFFER, SAME = "baselines differ: check", "one baseline"


@dataclass(frozen=True, slots=True)
class _First:
    """What is the first or most, the year since when (None where that is not told), and whom the sentence is about."""

    cited: Cited
    rank: str
    since: int | None
    about: frozenset[str]


def first_ledger(survey: Survey) -> tuple[Row, ...]:
    """Firsts and records of one rank that several sources tell of one subject, each from its baseline on; by place.

    Of one subject are sentences of one claim, and those that have a person's name in common, there or in the sentence
    before. Baselines are one where they are in the same words, or no two of their years are more than one apart.
    """
    found = list(_firsts(survey))
    rows: list[Row] = []
    held: set[Cited] = set()
    for number, one in enumerate(found):
        same = [one, *(other for other in found[number + 1 :] if _is_of_one(survey, one, other))]
        same = [each for each in same if each.cited not in held]
        if one.cited not in held and len({each.cited.source for each in same}) > 1:
            held |= {each.cited for each in same}
            rows.append(_row(survey, same))
    return tuple(rows)


def _firsts(survey: Survey) -> Iterator[_First]:
    year, people = _year_of_writing(survey), _people(survey)
    for source, witness in enumerate(survey.witnesses):
        if language(witness.language).code != "en":
            continue
        for number, sentence in enumerate(witness.sentences):
            if sentence.kind is Kind.FURNITURE or _RANKS.isdisjoint(sentence.tokens.forms):
                continue
            facts = [fact for fact in survey.facts[source] if fact.sentence == number]
            about = people & _about(survey, source, number)
            for rank, span, since in _ranked(witness, number, facts, year):
                yield _First(Cited(source, number, span), rank, since, about)


def _ranked(
    witness: Witness, number: int, facts: Sequence[Fact], year: int | None
) -> Iterator[tuple[str, Span, int | None]]:
    """Each rank of a sentence with its words up to the baseline's end, and the baseline's year."""
    tokens = witness.sentences[number].tokens
    for at, form in enumerate(tokens.forms):
        if form not in _RANKS:
            continue
        for place in range(at + 1, min(at + _REACH, len(tokens) - 1)):
            baseline = None
            if tokens.forms[place] == "since":
                baseline = _since(witness, number, place, facts)
            elif tokens.forms[place] in ("in", "for"):
                baseline = _within(tokens.spans[place].end, facts, year)
            if baseline is not None:
                yield form, Span(tokens.spans[at].start, baseline[0]), baseline[1]
                break


def _since(witness: Witness, number: int, place: int, facts: Sequence[Fact]) -> tuple[int, int | None]:
    """Where a baseline behind `since` ends, and its year: the first date's, else none, up to the next mark."""
    tokens = witness.sentences[number].tokens
    last = min(place + _EVENT, len(tokens) - 1)
    dated = (
        fact
        for fact in facts
        if isinstance(fact.value, Date) and tokens.spans[place].end <= fact.span.start <= tokens.spans[last].end
    )
    fact = next(dated, None)
    if fact is not None and isinstance(fact.value, Date):
        return fact.span.end, fact.value.year or (fact.value.first.year if fact.value.first else None)
    end = place
    while end < last and not witness.text[tokens.spans[end].end : tokens.spans[end + 1].start].strip():
        end += 1
    return tokens.spans[end].end, None


def _within(start: int, facts: Sequence[Fact], year: int | None) -> tuple[int, int | None] | None:
    """The same behind `in` or `for`, where years follow at once: in a decade, in more than 20 years."""
    for fact in facts:
        value = fact.value
        if isinstance(value, Quantity) and 0 <= fact.span.start - start <= 1 and value.unit in _SPANS:
            years = value.number
            told = None if years is None or year is None else year - int(years * _SPANS[value.unit])
            return fact.span.end, told
    return None


def _people(survey: Survey) -> frozenset[str]:
    """The surnames of all whom one source or another knows for persons."""
    return frozenset(
        fact.value.canonical.split()[-1] for facts in survey.facts for fact in facts
        if isinstance(fact.value, Name) and fact.value.sort is NameSort.PERSON
    )  # fmt: skip


def _about(survey: Survey, source: int, sentence: int) -> frozenset[str]:
    """The last words of the names in a sentence and the one before, for which its pronouns may stand."""
    return frozenset(
        fact.value.canonical.split()[-1] for fact in survey.facts[source]
        if isinstance(fact.value, Name) and fact.sentence in (sentence - 1, sentence)
    )  # fmt: skip


def _year_of_writing(survey: Survey) -> int | None:
    """The year of most days that the sources tell in full."""
    years = Counter(
        fact.value.year for facts in survey.facts for fact in facts
        if isinstance(fact.value, Date) and fact.value.day and fact.value.year
    )  # fmt: skip
    return years.most_common(1)[0][0] if years else None


def _is_of_one(survey: Survey, one: _First, other: _First) -> bool:
    if one.rank != other.rank or one.cited.source == other.cited.source:
        return False
    told = survey.collation.told
    claim = told[one.cited.source][one.cited.sentence]
    return bool(one.about & other.about) or (
        claim is not None and claim == told[other.cited.source][other.cited.sentence]
    )


def _row(survey: Survey, same: Sequence[_First]) -> Row:
    years = [one.since for one in same if one.since is not None]
    is_one = len({written(survey, one.cited).casefold() for one in same}) == 1 or (
        len(years) == len(same) and max(years) - min(years) <= _APART
    )
    names = Counter(name for one in same for name in one.about)
    subject = min((name for name, count in names.items() if count == len(same)), default="")
    cells = tuple(Cell(one.cited, _cell(survey, one)) for one in same)
    return Row(", ".join(filter(None, (same[0].rank, subject))), cells, SAME if is_one else DIFFER)


def _cell(survey: Survey, one: _First) -> str:
    """The words, and the year from which on they hold where they do not name it."""
    words = written(survey, one.cited)
    return words if one.since is None or str(one.since) in words else f"{words} (from {one.since})"
