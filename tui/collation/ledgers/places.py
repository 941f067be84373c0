"""Places by how exactly they are told, as far as the texts themselves say which lies in which."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tui.collation.ledgers.rows import Cell, Row, cited, written
from tui.collation.survey import Survey
from tui.collation.told import Cited
from tui.facts import Kind, Name, NameSort

_AT = re.compile(r"\b(?:in|at|near|from|to|outside|inside|on|of)\s+(?:the\s+)?$", re.IGNORECASE)
"""What stands before a place that another name then places."""
_WITHIN = re.compile(r",?\s+in\s+(?:the\s+)?")
_LISTED = re.compile(r",?\s+(?:and|or)\s+\w|,\s+[A-Z]")
"""What follows where two names with a comma between them were the beginning of a list."""
_SORT_OF = re.compile(r"\s+(?:city|town|village|port|capital|suburb|district|region|province|island|resort)\s+of\s+")
"""What stands between a place and the one that lies in it: the X city of Y."""
_LOOK = 40
"""Code points that are looked at before and behind two names."""

_Outer = Mapping[str, set[str]]
"""By the key of a place, the places that it lies in."""


def place_ledger(survey: Survey) -> tuple[Row, ...]:
    """The places that sources tell more and less exactly, each with those around it; by place.

    A place lies in another where a text says so: in X, Y; at X in Y; the Y city of X. Each source has the smallest of
    the places that it names.
    """
    names = [(at, fact.value) for at, fact in cited(survey, Kind.NAME) if isinstance(fact.value, Name)]
    outer = _contained(survey, names)
    first: dict[str, dict[int, Cited]] = defaultdict(dict)
    for at, name in names:
        first[name.key].setdefault(at.source, at)
    inner = {key for around in outer.values() for key in around}
    rows = (_row(survey, _ladder(key, outer), first) for key in sorted(outer) if key not in inner)
    return tuple(sorted((row for row in rows if row is not None), key=lambda row: row.cells[0].cited))


def _contained(survey: Survey, names: Sequence[tuple[Cited, Name]]) -> _Outer:
    found: dict[str, set[str]] = defaultdict(set)
    for (at, name), (next_at, following) in pairwise(names):
        if at.sentence != next_at.sentence or at.source != next_at.source or name.key == following.key:
            continue
        if NameSort.PERSON in (name.sort, following.sort):
            continue
        text = survey.witnesses[at.source].text
        between = text[at.span.end : next_at.span.start]
        if _is_placed(text, at, next_at, between):
            found[name.key].add(following.key)
        elif _SORT_OF.fullmatch(between):
            found[following.key].add(name.key)
    return {key: around - {one for one in around if key in found.get(one, ())} for key, around in found.items()}


def _is_placed(text: str, at: Cited, next_at: Cited, between: str) -> bool:
    """Whether the second name says where the first is."""
    if not _AT.search(text[max(0, at.span.start - _LOOK) : at.span.start]):
        return False
    if between == ", ":
        return not _LISTED.match(text[next_at.span.end : next_at.span.end + _LOOK])
    return _WITHIN.fullmatch(between) is not None


def _ladder(key: str, outer: _Outer) -> list[str]:
    """The place and those around it, the smallest first."""
    rungs, waiting = [key], list(outer.get(key, ()))
    while waiting:
        waiting.sort(key=lambda one: (len(outer.get(one, ())), one), reverse=True)
        nearest = waiting.pop(0)
        if nearest not in rungs:
            rungs.append(nearest)
            waiting += outer.get(nearest, ())
    return rungs


def _row(survey: Survey, rungs: Sequence[str], first: Mapping[str, Mapping[int, Cited]]) -> Row | None:
    """Each source's smallest place; None where none is more exact than another."""
    finest: dict[int, tuple[int, Cited]] = {}
    for rung, key in enumerate(rungs):
        for source, at in first.get(key, {}).items():
            finest.setdefault(source, (rung, at))
    if len({rung for rung, _ in finest.values()}) < 2:
        return None
    order = sorted(finest.values(), key=lambda one: (-one[0], one[1]))
    cells = tuple(Cell(at, written(survey, at)) for _, at in order)
    best = min(rung for rung, _ in finest.values())
    exact = tuple(sorted(source for source, (rung, _) in finest.items() if rung == best))
    name = " ⊃ ".join(_name(survey, key, first) for key in reversed(rungs))
    return Row(name, cells, exact=exact)


def _name(survey: Survey, key: str, first: Mapping[str, Mapping[int, Cited]]) -> str:
    return written(survey, min(first[key].values()))
