"""Quotations by remark: each wording of it, who has it, and who gives it in words of their own."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tui.collation.ledgers.paraphrases import find_paraphrases
from tui.collation.ledgers.rows import Cell, Clashes, Row, cited, written
from tui.collation.survey import Survey
from tui.collation.told import Cited, Rendering
from tui.facts import Fact, Kind, Quotation

PARAPHRASE = "paraphrase of a quote"


@dataclass(frozen=True, slots=True)
class Quotations:
    """`shared` are remarks that several sources quote or paraphrase.

    Each of their cells says how its words are related to the first's.
    """

    shared: tuple[Row, ...]
    single: tuple[Cell, ...]
    """Quotations of one source alone, each with its speaker, empty where none is told."""


def quotation_ledger(survey: Survey) -> Quotations:
    """Every quotation once. A remark is what is rendered of one quotation, the one that most others render."""
    facts = dict(cited(survey, Kind.QUOTATION))
    related: dict[Cited, dict[Cited, Rendering]] = defaultdict(dict)
    for rendering in survey.variants:
        related[rendering.left][rendering.right] = rendering
        related[rendering.right][rendering.left] = rendering
    freely: dict[Cited, list[Cited]] = defaultdict(list)
    for paraphrase in find_paraphrases(survey):
        freely[paraphrase.quotation].append(paraphrase.said)
    rows, held, clashes = [], set[Cited](), Clashes(survey)
    for head in sorted(related, key=lambda one: (-_weight(related[one]), one)):
        if head in held:
            continue
        around = {other: how for other, how in related[head].items() if other not in held}
        if around:
            held |= {head, *around}
            rows.append(_row(clashes, facts, head, around))
    rows += [_row(clashes, facts, at, {}) for at in facts if at in freely and at not in held]
    held |= freely.keys()
    rows = [_with_paraphrases(row, freely) for row in rows]
    rows.sort(key=lambda row: (not row.clashes, row.cells[0].cited))
    single = tuple(Cell(at, _speaker(fact)) for at, fact in facts.items() if at not in held)
    return Quotations(tuple(rows), single)


def _with_paraphrases(row: Row, freely: Mapping[Cited, Sequence[Cited]]) -> Row:
    """The row with the sentences that paraphrase one of its quotations."""
    found = dict.fromkeys(at for cell in row.cells for at in freely.get(cell.cited, ()))
    return replace(row, cells=(*row.cells, *(Cell(at, PARAPHRASE) for at in sorted(found))))


def _weight(renderings: dict[Cited, Rendering]) -> float:
    return sum(1.0 + rendering.similarity for rendering in renderings.values())


def _row(clashes: Clashes, facts: dict[Cited, Fact], head: Cited, around: dict[Cited, Rendering]) -> Row:
    cells = [Cell(head, "")]
    for other, how in sorted(around.items(), key=lambda item: (-item[1].similarity, item[0])):
        words = how.relation if how.relation == "identical" else f"{how.relation}, {how.similarity:.0%} of the words"
        cells.append(Cell(other, words))
    clash = clashes.among(cell.cited for cell in cells)
    note = "one of these is not verbatim" if any(how.relation == "changed" for how in around.values()) else ""
    return Row(_name([facts[cell.cited] for cell in cells]), tuple(cells), note, clash)


def _name(facts: Sequence[Fact]) -> str:
    """The fullest form of the speaker that is told, empty where none is."""
    return max((_speaker(fact) for fact in facts), key=len)


def _speaker(fact: Fact) -> str:
    assert isinstance(fact.value, Quotation)
    return " ".join((fact.value.speaker or "").split())


def quoted(survey: Survey, cell: Cell) -> str:
    """The words between the marks."""
    return written(survey, cell.cited)
