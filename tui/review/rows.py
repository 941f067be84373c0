"""Acts as flat rows of plain values: what a table keeps, and what an export's lines hold."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn, TypeAlias

from tui.review.acts import Act, Bond, Deed, Judgement, Note, Redo, Shown, Tie, Undo, Verdict
from tui.review.anchors import LONGEST_QUOTATION, Anchor, Anchors, pair

Row: TypeAlias = Mapping[str, Any]

ACT = ("id", "reviewer", "time", "tool", "kind", "value", "blind", "decision")
SENTENCE = Anchor._fields
_SIDES = {side: tuple(f"{side}_{name}" for name in SENTENCE) for side in ("one", "other")}
COLUMNS = (*ACT, *Shown._fields, *_SIDES["one"], *_SIDES["other"])
"""The names of a row's values; those that an act does not have are None."""

LONGEST = 10_000
"""Code points of the longest value that a row may have."""

LATEST = 253_402_300_799_999_999
"""The last microsecond that a date of four-digit years can name, since 1970."""

_KINDS: dict[type[Deed], str] = {Verdict: "verdict", Bond: "bond", Note: "note", Undo: "undo", Redo: "redo"}
_ID = re.compile(r"[0-9a-f]{32}")
_TEXTS = ("id", "reviewer", "tool", "kind", "value")


class NoActError(ValueError):
    """A row is no act; the message names the value that is wrong."""


def row_of(act: Act) -> dict[str, Any]:
    """The act as a row, a value for each of `COLUMNS`."""
    deed = act.deed
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {"id": act.id, "reviewer": act.reviewer, "time": act.time, "tool": act.tool, "kind": _KINDS[type(deed)]}
    if isinstance(deed, (Undo, Redo)):
        return row | {"value": deed.act}
    for names, anchor in zip(_SIDES.values(), deed.anchors, strict=False):
        row |= zip(names, anchor, strict=True)
    if isinstance(deed, Note):
        return row | {"value": deed.text}
    row |= deed.shown._asdict()
    if isinstance(deed, Bond):
        return row | {"value": deed.tie.value}
    return row | {"value": deed.judgement.value, "blind": deed.blind, "decision": deed.decision}


def act_of(row: Row) -> Act:
    """The act that a row is; values beyond `COLUMNS` are passed over.

    Raises:
        NoActError: A value is missing, of another type, or out of its bounds.
    """
    try:
        for name in _TEXTS:
            _check(name, row[name])
        if not _ID.fullmatch(row["id"]):
            _refuse("id")
        if not row["reviewer"].strip() or not row["reviewer"].isprintable():
            _refuse("reviewer")
        return Act(row["id"], row["reviewer"], _number("time", row["time"], LATEST), row["tool"], _deed(row))
    except KeyError as error:
        raise NoActError(error.args[0]) from None
    except TypeError:  # a list or a mapping where an anchor has a text or a number
        raise NoActError("sentence") from None


def _deed(row: Row) -> Deed:
    kind, value = row["kind"], row["value"]
    if kind in ("undo", "redo"):
        return Undo(value) if kind == "undo" else Redo(value)
    if kind == "note":
        return Note(_anchors(row), value)
    if kind not in ("verdict", "bond"):
        _refuse("kind")
    try:
        said = Judgement(value) if kind == "verdict" else Tie(value)
    except ValueError:
        _refuse("value")
    anchors = _anchors(row)
    if len(anchors) != 2:
        _refuse("other_key")
    both = pair(*anchors)
    if isinstance(said, Tie):
        return Bond(both, said, _shown(row))
    return Verdict(both, said, _shown(row), bool(row["blind"]), bool(row["decision"]))


def _anchors(row: Row) -> Anchors:
    sides = [side for side, names in _SIDES.items() if row[names[-1]] is not None]
    found = tuple(_anchor(side, tuple(row[name] for name in _SIDES[side])) for side in sides)
    if not sides:
        _refuse("one_quotation")
    return pair(*found) if len(found) == 2 else found


@lru_cache(maxsize=4096)
def _anchor(side: str, values: tuple[Any, ...]) -> Anchor:
    """The anchor of these values; most sentences have several acts."""
    for name, field, value in zip(_SIDES[side], SENTENCE, values, strict=True):
        if field == "sentence":
            _number(name, value, 2**31)
        else:
            _check(name, value)
    found = Anchor(*values)
    if len(found.quotation) > LONGEST_QUOTATION:
        _refuse(f"{side}_quotation")
    return found


def _shown(row: Row) -> Shown:
    for name in ("similarity", "cut"):
        value = row[name]
        if value is not None and not (isinstance(value, (int, float)) and 0 <= value <= 1):
            _refuse(name)
    for name in ("relation", "candidate", "scorer"):
        if row[name] is not None:
            _check(name, row[name])
    return Shown(*(row[name] for name in Shown._fields))


def _check(name: str, value: object) -> None:
    if not isinstance(value, str) or len(value) > LONGEST:
        _refuse(name)


def _number(name: str, value: object, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        _refuse(name)
    return value


def _refuse(name: str) -> NoReturn:
    raise NoActError(name)
