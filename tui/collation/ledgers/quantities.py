"""Quantities by what they measure."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.collation.ledgers.rows import Cell, Clashes, Row
from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Quantity
from tui.facts.clashes.measures import disjoint, shown
from tui.facts.measured import is_one_thing
from tui.facts.telling import Telling

_MODES = {"denied": "denied", "offered": "offered", "planned": "to come"}


@dataclass(frozen=True, slots=True)
class Quantities:
    """`shared` are measured by several sources, `single` by one; of `other` it is not told what they measure."""

    shared: tuple[Row, ...]
    single: tuple[Row, ...]
    other: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    cited: Cited
    telling: Telling


def quantity_ledger(survey: Survey) -> Quantities:
    """Every quantity in one row or under `other`; rows with a candidate for conflict first, then by place."""
    told = [
        _Told(Cited(source, one.fact.sentence, one.fact.span, one.number), one)
        for source, own in enumerate(survey.tellings)
        for one in own
        if isinstance(one.fact.value, Quantity)
    ]
    groups = list(_grouped(told, survey))
    clashes = Clashes(survey)
    rows = sorted((_row(clashes, group) for group in groups), key=lambda row: (not row.clashes, row.cells[0].cited))
    held = {one.cited for group in groups for one in group}
    return Quantities(
        tuple(row for row in rows if len(row.sources) > 1),
        tuple(row for row in rows if len(row.sources) == 1),
        tuple(_cell(one) for one in told if one.cited not in held),
    )


def _grouped(told: Sequence[_Told], survey: Survey) -> Iterator[list[_Told]]:
    """What measures one thing; a count only with those of its claim, or of a candidate, or in like words."""
    by_measure: dict[tuple[str, str], list[list[_Told]]] = defaultdict(list)
    for one in told:
        measured = one.telling.measured
        if measured is None:
            continue
        key = measured.key[0], measured.key[1].partition(" ")[0] if measured.key[0] == "number" else measured.key[1]
        groups = by_measure[(key[0], "") if key[0] == "age" else key]
        home = next((group for group in groups if _belongs(one, group, survey)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    for groups in by_measure.values():
        yield from groups


def _belongs(one: _Told, group: Sequence[_Told], survey: Survey) -> bool:
    return any(_is_of_one(one, other, survey) for other in group)


def _is_of_one(one: _Told, other: _Told, survey: Survey) -> bool:
    mine, theirs = one.telling.measured, other.telling.measured
    if mine is None or theirs is None or not is_one_thing(mine, theirs):
        return False
    if mine.key[0] in ("age", "duration"):
        return True
    told = survey.collation.told
    claim = told[one.cited.source][one.cited.sentence]
    if claim is not None and claim == told[other.cited.source][other.cited.sentence]:
        return one.cited.source != other.cited.source
    near = set(one.telling.near), set(other.telling.near)
    return len(near[0] & near[1]) > max(1, len(near[0] | near[1])) / 2


def _row(clashes: Clashes, group: Sequence[_Told]) -> Row:
    names = Counter(one.telling.measured.name for one in group if one.telling.measured)
    cells = tuple(sorted((_cell(one) for one in group), key=lambda cell: cell.cited))
    clash = clashes.among(cell.cited for cell in cells)
    return Row(names.most_common(1)[0][0], cells, clashes=clash, exact=() if clash else _exact(group))


def _cell(one: _Told) -> Cell:
    value = one.telling.fact.value
    assert isinstance(value, Quantity)
    mode = _MODES.get(one.telling.fact.modality.value)
    text = shown(value).removesuffix(" year old")
    return Cell(one.cited, f"{text} ({mode})" if mode else text)


def _exact(group: Sequence[_Told]) -> tuple[int, ...]:
    """The sources with the most exact value, where all can hold and it says more than the others."""
    values = [(one.cited.source, one.telling.fact.value) for one in group]
    quantities = {value for _, value in values if isinstance(value, Quantity)}
    exact = [value for value in quantities if value.low == value.high and not value.approximate]
    if len(quantities) < 2 or len(exact) != 1 or any(disjoint(exact[0], other) for other in quantities):
        return ()
    return tuple(sorted({source for source, value in values if value == exact[0]}))
