"""A report's quotations set against what its sources say now."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tui.reports.dossier.anchors import SHORT
from tui.reports.dossier.receipts import Receipt, Receipts, Stamped
from tui.text.shown import shown

_JOINER = "\u200d"
_KNOWN_BY = 8
"""Code points that a quotation must share with the source for the place where they part to be told."""
_GONE = "its words are gone from the source"
_SHOWN = 48
"""Code points of a source shown in a reason."""


@dataclass(frozen=True, slots=True)
class Present:
    """A source as it is found now."""

    name: str
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A quotation that its source does not have, and why."""

    receipt: Receipt
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of each quotation and each source; what `moved` stands, but at another place."""

    standing: int
    moved: int
    broken: tuple[Broken, ...]
    unchecked: tuple[Receipt, ...]
    changed: tuple[tuple[Stamped, Present], ...]
    missing: tuple[Stamped, ...]
    miscopied: tuple[Stamped, ...]
    """Sources that are as they were and of which the report holds another text."""


def check(receipts: Receipts, present: Mapping[str, Present]) -> Verdict:
    """The verdict on a report, given the sources that were found by the SHA-256 that the report names.

    Linear in the quotations where nothing changed, else each is looked for in its source.
    """
    standing, moved, broken, unchecked = 0, 0, [], []
    by_short = {stamped.sha256[:SHORT]: stamped.sha256 for stamped in receipts.sources}
    for receipt in receipts.quotations:
        source = present.get(by_short.get(receipt.sha256[:SHORT], receipt.sha256))
        if source is None:
            unchecked.append(receipt)
        elif _is_at(receipt, source.text, receipt.start, receipt.end):
            standing += 1
        elif source.sha256.startswith(receipt.sha256[:SHORT]):
            broken.append(Broken(receipt, f"the source, unchanged, has {_said(source.text, receipt)}"))
        elif _stands_somewhere(receipt, source.text):
            moved += 1
        else:
            broken.append(Broken(receipt, _difference(receipt, source.text)))
    found = [(stamped, present.get(stamped.sha256)) for stamped in receipts.sources]
    return Verdict(
        standing=standing,
        moved=moved,
        broken=tuple(broken),
        unchecked=tuple(unchecked),
        changed=tuple((stamped, one) for stamped, one in found if one and one.sha256 != stamped.sha256),
        missing=tuple(stamped for stamped, one in found if one is None),
        miscopied=tuple(stamped for stamped, one in found if one and _is_miscopied(stamped, one)),
    )


def _is_miscopied(stamped: Stamped, source: Present) -> bool:
    return stamped.sha256 == source.sha256 and stamped.text not in (None, source.text)


def _is_at(receipt: Receipt, text: str, start: int, end: int) -> bool:
    there = text[start:end]
    return end <= len(text) and (there == receipt.text if receipt.exact else _plain(there) == _plain(receipt.text))


def _plain(text: str) -> str:
    """The text as every format shows it: white space joined, and nothing that could act."""
    return " ".join(shown(text).replace(_JOINER, "").split())


def _stands_somewhere(receipt: Receipt, text: str) -> bool:
    if receipt.exact:
        return receipt.text in text
    return _plain(receipt.text) in _plain(text)


def _said(text: str, receipt: Receipt) -> str:
    said = _plain(text[receipt.start : receipt.end])
    return f"“{_short(said)}” there" if said else "nothing there"


def _difference(receipt: Receipt, text: str) -> str:
    """What the source has instead, told beside the longest beginning or end of the quotation that it still has."""
    wanted, had = _plain(receipt.text), _plain(text)
    begun = _longest(lambda size: wanted[:size] in had, len(wanted))
    ended = _longest(lambda size: wanted[len(wanted) - size :] in had, len(wanted))
    if begun < ended:
        at = had.index(wanted[len(wanted) - ended :])
        left = wanted[len(wanted) - ended :].partition(" ")[2]
        before = had[: at + ended - len(left)].rstrip()
        return f"before “{_short(left)}” the source has “{_end_of(before)}”" if len(left) >= _KNOWN_BY else _GONE
    left = wanted[:begun].rpartition(" ")[0]
    after = had[had.index(wanted[:begun]) + len(left) :].lstrip()
    return f"after “{_end_of(left)}” the source has “{_short(after)}”" if len(left) >= _KNOWN_BY else _GONE


def _longest(holds: Callable[[int], bool], most: int) -> int:
    """The largest size that holds, where every smaller one does too. O(log most) calls."""
    return bisect_left(range(1, most + 1), True, key=lambda size: not holds(size))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def _end_of(text: str) -> str:
    return text if len(text) <= _SHOWN else f"…{text[1 - _SHOWN :].lstrip()}"
