"""The clauses of a sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.collation.parts.words import DETERMINERS, PRONOUNS, Row
from tui.facts.word_sets import word_set

_JOINING = word_set("and but or yet so")
_UNDER = word_set("while whereas although though as because")
_RELATIVE = word_set("which who where")
_NO_VERBS = word_set(
    "according concerning during excluding following including nothing something anything everything pending regarding "
    "morning evening"
)
"""Words in -ing that open no clause."""
_SUBJECT = 7
"""So many words may stand before a clause's verb."""
_FEWEST = 2
"""Words of a clause."""
_ING = 5
"""Letters from which a word in -ing may be a verb's form."""


class Clause(NamedTuple):
    """The words from the first up to, without, the end."""

    first: int
    end: int


class _Cut(NamedTuple):
    """One clause ends in front of a word, another begins at one; the first may lose words at its beginning."""

    end: int
    first: int
    lead: int | None = None


def clauses_of(row: Row) -> tuple[Clause, ...]:
    """The clauses, in order and disjoint: the whole sentence where no rule parts it."""
    found, first = [], 0
    for cut in _cuts(row):
        start = first if cut.lead is None else cut.lead
        verb = row.has_verb(start, cut.end) or (cut.first > cut.end and row.form(cut.first) in PRONOUNS)
        if cut.end - start < _FEWEST or not verb:
            continue
        found.append(Clause(start, cut.end))
        first = cut.first
    return (*found, Clause(first, len(row)))


def _cuts(row: Row) -> Iterator[_Cut]:
    for place in range(1, len(row) - 1):
        if row.enclosed[place]:
            continue
        gap, form = row.before[place], row.form(place)
        if ";" in gap and _is_clause(row, place):
            yield _Cut(place, place + (form in _JOINING))
        elif form in ("and", "but") and row.form(place + 1) == "that" and (lead := _that(row, place)):
            yield _Cut(place, place + 2, lead)
        elif _joins(row, place, comma="," in gap):
            yield _Cut(place, place + 1)
        elif "," in gap and any(begins(row, place) for begins in (_turns, _trails, _goes_on)):
            yield _Cut(place, place)


def _joins(row: Row, place: int, *, comma: bool) -> bool:
    """Whether a conjunction stands there with a clause, or with a verb of its own, behind it."""
    form = row.form(place)
    if form in _UNDER:
        return comma and _is_clause(row, place + 1) and not any(at > place for at in row.commas)
    if form not in _JOINING:
        return False
    if form in ("and", "but") and _is_predicate(row, place):
        return True
    subject = row.form(place + 1) in PRONOUNS and (row.has_verb(place + 2, place + 4))
    return (comma and _is_clause(row, place + 1)) or (form in ("and", "but") and subject)


def _is_clause(row: Row, first: int) -> bool:
    """Whether a subject and a verb follow, before any comma."""
    if row.form(first).endswith("ing") or row.is_preposition(first) or row.is_past(first) or row.is_finite(first):
        return False
    relative = (at for at in range(first, len(row)) if row.form(at) in ("who", "which", "that"))
    end = min([first + _SUBJECT, len(row), *(comma for comma in row.commas if comma > first), *relative])
    return row.has_verb(first + 1, end)


def _is_predicate(row: Row, place: int) -> bool:
    """Whether a verb with an object or adverbial follows that shares the subject of the clause before."""
    verb = place + 1
    if row.is_finite(verb):
        return row.has_verb(0, place) and not row.is_finite(place - 1) and verb + 2 < len(row)
    object_ = row.form(verb + 1) in DETERMINERS or row.is_number(verb + 1)
    name = row.is_name(verb + 1) and row.form(place - 2) not in DETERMINERS  # the old but respected Smith
    behind = object_ or name or row.is_preposition(verb + 1) or row.form(verb + 1) in ("no", "not", "that")
    beside = row.is_past(place - 1) or row.form(place - 1).endswith("ly")
    return row.is_past(verb) and behind and not beside and row.has_verb(0, place)


def _that(row: Row, place: int) -> int | None:
    """Where the clause behind an earlier `that` begins, which a verb of saying rules."""
    earlier = [at for at in range(1, place - 1) if row.form(at) == "that" and row.is_past(at - 1)]
    return earlier[-1] + 1 if earlier else None


def _turns(row: Row, place: int) -> bool:
    """Whether `nor` stands there with a verb: nor did he explain it."""
    return row.form(place) == "nor" and row.is_finite(place + 1)


def _trails(row: Row, place: int) -> bool:
    """Whether a clause without a conjunction follows up to the end: which surprised him, seizing a van."""
    if any(comma > place for comma in row.commas):
        return False
    form = row.form(place)
    if form in _RELATIVE:
        return row.has_verb(place + 1, min(place + 3, len(row)))
    verb = form.endswith("ing") and len(form) >= _ING and form not in _NO_VERBS and not row.is_name(place)
    noun = row.form(place + 1) in ("and", "or") or row.is_name(place + 1) or row.is_finite(place + 1)
    return verb and place + _FEWEST < len(row) and not noun


def _goes_on(row: Row, place: int) -> bool:
    """Whether a clause follows and then, behind a comma and a conjunction, another: a series of clauses."""
    last = any(row.form(comma) in _JOINING and _is_clause(row, comma + 1) for comma in row.commas if comma > place)
    return last and _is_clause(row, place)
