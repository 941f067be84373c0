"""Numbers, dates, quotations, names and attributions of all sources, each kind as entries."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tui.presentation import glyphs
from tui.presentation.claims import SPACED
from tui.presentation.lenses.listed import CANDIDATE, PARTED, Listed, cited_entry, row_entry
from tui.presentation.page import Emphasis
from tui.presentation.sheet import Entry, Mark, heading, plain
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.collation.ledgers.attributions import Sourcing
    from tui.collation.ledgers.names import Named
    from tui.collation.ledgers.rows import Cell, Row

_INDENT = 2
_MOST = 4
"""Of the places of a row so many are quoted; its first line names all."""


def number_entries(listed: Listed) -> tuple[Entry, ...]:
    """What several sources measure or call the first or most, then what one measures, then all other numbers."""
    from tui.collation.ledgers.firsts import first_ledger  # noqa: PLC0415
    from tui.collation.ledgers.quantities import quantity_ledger  # noqa: PLC0415 (types cost nothing)

    ledger = quantity_ledger(listed.survey)
    entries = [*_rows(listed, ledger.shared)]
    entries += _section("First or most since a time", _rows(listed, first_ledger(listed.survey)))
    entries += _section("Measured by one source", _single(listed, ledger.single))
    entries += _section("Other numbers", (cited_entry(listed, cell.cited) for cell in ledger.other))
    return tuple(entries)


def date_entries(listed: Listed) -> tuple[Entry, ...]:
    """The line of time, the dates that have no place on it, then places by how exactly they are told."""
    from tui.collation.ledgers.dates import date_ledger  # noqa: PLC0415
    from tui.collation.ledgers.places import place_ledger  # noqa: PLC0415

    ledger = date_ledger(listed.survey)
    entries = [*_rows(listed, ledger.placed)]
    entries += _section("Not on the line of time", (cited_entry(listed, cell.cited) for cell in ledger.unplaced))
    entries += _section("Places, more and less exactly", _rows(listed, place_ledger(listed.survey)))
    return tuple(entries)


def quotation_entries(listed: Listed) -> tuple[Entry, ...]:
    """The remarks that several sources quote, each wording with how it is related, then those of one source."""
    from tui.collation.ledgers.quotations import quotation_ledger  # noqa: PLC0415

    ledger = quotation_ledger(listed.survey)
    entries: list[Entry] = []
    for row in ledger.shared:
        who = ", ".join(dict.fromkeys(listed.labels[cell.cited.source] for cell in row.cells))
        note = (plain(f"  {row.note}", Emphasis.LABEL),) if row.note else ()
        clash = (CANDIDATE,) if row.clashes else ()
        runs = (plain(f"{shown(row.name) or 'speaker not told'}: ", Emphasis.TITLE), plain(who), *clash, *note)
        entries.append(Entry(runs, listed.row_spot(row), apart=True, about=listed.row_about(row)))
        entries += [cited_entry(listed, cell.cited, note=cell.text, indent=_INDENT) for cell in row.cells]
    single = (
        cited_entry(listed, cell.cited, note=f"speaker: {cell.text}" if cell.text else "") for cell in ledger.single
    )
    return (*entries, *_section("Quoted by one source", single))


def name_entries(listed: Listed, *, columns: bool = True) -> tuple[Entry, ...]:
    """Names that several sources have, with who has each, then those that one has alone.

    With `columns` each source has its own beside the names, as long as they are few.
    """
    from tui.collation.ledgers.names import name_ledger  # noqa: PLC0415

    names = name_ledger(listed.survey)
    columns = columns and len(listed.labels) <= SPACED
    entries = [heading("In several sources")] if any(len(name.sources) > 1 for name in names) else []
    entries += [_name_entry(listed, name, columns=columns) for name in names if len(name.sources) > 1]
    alone = sorted((name for name in names if len(name.sources) == 1), key=lambda name: name.sources)
    for sources, group in groupby(alone, key=lambda name: name.sources):
        entries.append(heading(f"Only in {listed.labels[sources[0]]}"))
        entries += [_name_entry(listed, name, columns=columns) for name in group]
    return tuple(entries)


def attribution_entries(listed: Listed) -> tuple[Entry, ...]:
    """For each source whom it gives as named and as unnamed sources, then where verbs frame one speaker otherwise."""
    from tui.collation.ledgers.attributions import attribution_ledger, framing_ledger  # noqa: PLC0415

    entries: list[Entry] = []
    ledger = attribution_ledger(listed.survey)
    if not any(sourcing.framings for sourcing in ledger):
        return ()
    for label, sourcing in zip(listed.labels, ledger, strict=True):
        entries.append(heading(f"{label}: {len(sourcing.named)} named, {len(sourcing.unnamed)} unnamed"))
        entries += [Entry((plain(f"verbs: {_verbs(sourcing)}", Emphasis.LABEL),))] if sourcing.framings else []
        for cell in sourcing.named:
            entries.append(cited_entry(listed, cell.cited, note=f"named: {cell.text}", indent=_INDENT))
        for cell in sourcing.unnamed:
            entries.append(cited_entry(listed, cell.cited, note="unnamed", indent=_INDENT))
    framed = framing_ledger(listed.survey)
    return (*entries, *_section("One speaker, other verbs", _rows(listed, framed)))


def _rows(listed: Listed, rows: Iterable["Row"]) -> Iterator[Entry]:
    for row in rows:
        yield row_entry(listed, row)
        yield from (cited_entry(listed, cell.cited, indent=_INDENT) for cell in _quoted(row))


def _quoted(row: "Row") -> "list[Cell]":
    """The first cell of each text, then others while there is room, by source and place."""
    first = list({cell.text: cell for cell in reversed(row.cells)}.values())[::-1]
    others = [cell for cell in row.cells if cell not in first]
    return sorted([*first, *others][:_MOST], key=lambda cell: cell.cited)


def _single(listed: Listed, rows: Iterable["Row"]) -> Iterator[Entry]:
    for row in rows:
        for cell in row.cells:
            yield cited_entry(listed, cell.cited, note=row.name)


def _section(name: str, entries: Iterable[Entry]) -> list[Entry]:
    found = list(entries)
    return [heading(name), found[0]._replace(apart=False), *found[1:]] if found else []


def _name_entry(listed: Listed, name: "Named", *, columns: bool) -> Entry:
    sort = "" if name.sort.value == "unknown" else f"  {name.sort.value}"
    who = "" if columns else f"  {_who(listed, name)}"
    runs = (plain(shown(name.name)), plain(sort, Emphasis.LABEL), plain(who))
    places = [at for at in name.first if at is not None]
    marks = tuple(_name_marks(listed, name)) if columns else ()
    return Entry(runs, listed.spot(min(places)), marks, about=tuple(map(listed.spot, places)))


def _who(listed: Listed, name: "Named") -> str:
    """The labels of the sources that have the name, and of very many their number."""
    labels = [listed.labels[source] for source in name.sources]
    more = len(labels) - SPACED
    return ", ".join(labels) if more <= 0 else f"{', '.join(labels[:SPACED])} and {more} more"


def _name_marks(listed: Listed, name: "Named") -> Iterator[Mark]:
    for label, at in zip(listed.labels, name.first, strict=True):
        if at is None:
            yield Mark(f"{glyphs.SILENT:>{len(label)}} ", Emphasis.FURNITURE)
        else:
            yield Mark(f"{label} ", Emphasis.PLAIN, listed.spot(at))


def _verbs(sourcing: "Sourcing") -> str:
    """The verbs with how often they stand, by what they let a reader think."""
    parts = []
    for framing, verbs in sourcing.framings:
        said = ", ".join(verb if count == 1 else f"{verb} ×{count}" for verb, count in verbs)
        parts.append(said if framing.value == "plain" else f"{framing.value}: {said}")
    return shown(PARTED.join(parts))
