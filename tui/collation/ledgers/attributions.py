"""Who is given as a source, and with which verb."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum

from tui.collation.ledgers.rows import Cell, Row, cited
from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Attribution, Fact, Kind
from tui.facts.bearers import key, may_be_one
from tui.facts.word_sets import word_set

_PRONOUNS = word_set("he she it they we i you who which that this these those one his her their")


class Framing(StrEnum):
    """What a verb of saying lets a reader think of what is said."""

    PLAIN = "plain"
    """Nothing: said, told."""
    DOUBTING = "doubting"
    """That it may not be so: claimed, alleged."""
    PRESSING = "pressing"
    """That it is said with weight: insisted, warned."""
    CONCEDING = "conceding"
    """That it is so, and was given away unwillingly: admitted."""
    BACKING = "backing"
    """That it is so: noted, revealed."""
    TURNING = "turning away"
    """That something else was said before: denied, rejected."""


_VERBS = {
    verb: framing
    for framing, verbs in {
        Framing.DOUBTING: "claim allege purport maintain assert contend suggest boast speculate profess",
        Framing.PRESSING: "insist argue warn urge demand vow stress declare accuse reiterate complain threaten blast "
        "slam emphasise emphasize hail proclaim lament caution",
        Framing.CONCEDING: "admit concede acknowledge confess",
        Framing.BACKING: "note reveal observe explain recall confirm show find highlight remind disclose indicate "
        "conclude point",
        Framing.TURNING: "deny reject dismiss dispute refute rebut",
    }.items()
    for verb in verbs.split()
}


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Whom one source of the survey gives as its own sources: each with its verbs and where it is first given."""

    named: tuple[Cell, ...]
    unnamed: tuple[Cell, ...]
    framings: tuple[tuple[Framing, tuple[tuple[str, int], ...]], ...]
    """The verbs by what they let a reader think, each with how often it stands."""


def attribution_ledger(survey: Survey) -> tuple[Sourcing, ...]:
    """For each source whom it gives as named and as unnamed sources; pronouns that stand for nobody are left out."""
    found: list[list[tuple[Cited, Fact]]] = [[] for _ in survey.facts]
    for at, fact in cited(survey, Kind.ATTRIBUTION):
        assert isinstance(fact.value, Attribution)
        if fact.value.source.casefold().split()[0] not in _PRONOUNS or fact.value.named:
            found[at.source].append((at, fact))
    return tuple(map(_sourcing, found))


def _sourcing(found: list[tuple[Cited, Fact]]) -> Sourcing:
    verbs: dict[tuple[bool, str], list[str]] = defaultdict(list)
    first: dict[tuple[bool, str], Cited] = {}
    for at, fact in found:
        assert isinstance(fact.value, Attribution)
        who = fact.value.named, " ".join(fact.value.source.split())
        verbs[who].append(fact.value.verb)
        first.setdefault(who, at)
    cells = {who: Cell(first[who], f"{who[1]} ({', '.join(dict.fromkeys(verbs[who]))})") for who in first}
    counted = Counter(verb for said in verbs.values() for verb in said)
    by_framing: dict[Framing, list[tuple[str, int]]] = defaultdict(list)
    for verb, count in counted.most_common():
        by_framing[_VERBS.get(verb, Framing.PLAIN)].append((verb, count))
    return Sourcing(
        tuple(cell for (named, _), cell in cells.items() if named),
        tuple(cell for (named, _), cell in cells.items() if not named),
        tuple((framing, tuple(by_framing[framing])) for framing in Framing if framing in by_framing),
    )


def framing_ledger(survey: Survey) -> tuple[Row, ...]:
    """Claims for which two sources give one speaker with verbs that frame them otherwise, by place."""
    by_claim: dict[int, list[tuple[Cited, Attribution]]] = defaultdict(list)
    for at, fact in cited(survey, Kind.ATTRIBUTION):
        claim = survey.collation.told[at.source][at.sentence]
        if claim is not None and isinstance(fact.value, Attribution):
            by_claim[claim].append((at, fact.value))
    rows = []
    for found in by_claim.values():
        for number, (at, value) in enumerate(found):
            same = [(at, value), *(one for one in found[number + 1 :] if _is_same(at, value, *one))]
            if len({_framing(one) for _, one in same}) > 1:
                rows.append(_framed(same))
                break
    return tuple(sorted(rows, key=lambda row: row.cells[0].cited))


def _framing(value: Attribution) -> Framing:
    return _VERBS.get(value.verb, Framing.PLAIN)


def _is_same(at: Cited, value: Attribution, other: Cited, against: Attribution) -> bool:
    return at.source != other.source and may_be_one(key(value.source), key(against.source))


def _framed(same: list[tuple[Cited, Attribution]]) -> Row:
    name = max((" ".join(value.source.split()) for _, value in same), key=len)
    framings = {_framing(value) for _, value in same}
    note = " against ".join(framing.value for framing in Framing if framing in framings)
    return Row(name, tuple(Cell(at, value.verb) for at, value in same), note)
