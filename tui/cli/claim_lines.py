"""Claims × sources as lines of text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.drawing import hanging, table, text_run
from tui.cli.ink import Ink
from tui.presentation import glyphs
from tui.presentation.page import Emphasis, Run
from tui.presentation.parts import part_line
from tui.presentation.wrapping import cells_of, clip
from tui.reports import by_hand
from tui.reports.account import Account
from tui.reports.claims import quoted_claims

if TYPE_CHECKING:
    from tui.collation.model import Claim, Collation, Hand
    from tui.collation.survey import Survey

_GAP = 2
_LEAST_TEXT = 28
"""Cells that the text of a claim needs beside a column for each source."""


def claim_lines(accounts: Sequence[Account], survey: "Survey", width: int, ink: Ink) -> Iterator[str]:
    """The sources, what the signs mean, and a row for each claim, those of one source alone last.

    Below a claim that several sources say in part stands how many say each part.
    """
    collation = survey.collation
    yield from _sources(accounts, collation, width, ink)
    yield ""
    signs = "  ".join(f"{sign} {stance}" for stance, sign in glyphs.STANCES.items())
    counts = f"n: sources, origins{f'  {by_hand.LEGEND}' * bool(collation.constraints)}"
    yield from hanging(text_run(""), [text_run(f"{signs}  {counts}", Emphasis.LABEL)], width, ink)
    hands = collation.by_hand
    quoted = [
        _Quoted(text, place, claim, _parts(survey, number), _hands(hands, number, len(accounts)))
        for number, (text, place, claim) in enumerate(quoted_claims(accounts, collation))
    ]
    several = [one for one in quoted if one.claim.corroboration > 1]
    alone = sorted((one for one in quoted if one.claim.corroboration == 1), key=lambda one: one.claim.representative)
    for heading, rows in ((f"Said by several: {len(several)}", several), (f"Said by one alone: {len(alone)}", alone)):
        if rows:
            yield ""
            yield from hanging(text_run(""), [text_run(heading, Emphasis.HEADING)], width, ink)
            yield from _rows(rows, accounts, width, ink)


class _Quoted(NamedTuple):
    """A claim by a sentence and its place, with a line on its parts, empty where there is nothing to tell of them.

    `hands` are the signs of what was linked or parted by hand, one for each source, empty where nothing was.
    """

    text: str
    place: str
    claim: "Claim"
    parts: str
    hands: Sequence[str]


def _hands(hands: "Mapping[tuple[int, int], Hand]", claim: int, sources: int) -> Sequence[str]:
    return [by_hand.sign(hands, claim, source) for source in range(sources)]


def _parts(survey: "Survey", claim: int) -> str:
    place = survey.parted(claim)
    return "" if place is None else part_line(survey, place.source, survey.parts_of(*place))


def _sources(accounts: Sequence[Account], collation: "Collation", width: int, ink: Ink) -> Iterator[str]:
    widest = max((cells_of(account.label) for account in accounts), default=0)
    for number, account in enumerate(accounts):
        origin = accounts[collation.origins[number]].label
        echo = "" if origin == account.label else f" (one origin with {origin})"
        label = account.label + " " * (widest - cells_of(account.label) + _GAP)
        tags = "".join(f"  {name}={value}" for name, value in account.tags)
        room = max(1, width - cells_of(label) - cells_of(echo) - cells_of(tags))
        title = clip(account.article.title, room, glyphs.ELLIPSIS)
        runs = [text_run(title), text_run(tags, Emphasis.LABEL), text_run(echo)]
        yield from hanging(text_run(label, Emphasis.TITLE), runs, width, ink)


def _rows(rows: Sequence[_Quoted], accounts: Sequence[Account], width: int, ink: Ink) -> Iterator[str]:
    labels = [account.label for account in accounts]
    counts = [_count(one.claim) for one in rows]
    cells = [1 + max(len(one.hands[source]) for one in rows) for source in range(len(labels))]
    widths = [max(map(cells_of, ("n", *counts))), *map(max, map(cells_of, labels), cells)]
    room = width - sum(widths) - _GAP * len(widths)
    if room < _LEAST_TEXT:
        yield from _narrow_rows(rows, labels, width, ink)
        return
    head = [text_run(name, Emphasis.LABEL) for name in ("n", *labels, "")]
    yield from table([head], [*widths, room], ink)
    for count, (text, place, claim, parts, hands) in zip(counts, rows, strict=True):
        signs = [_sign(claim, source, hand) for source, hand in enumerate(hands)]
        yield from table([[text_run(count), *signs, text_run(f"{text} [{place}]")]], [*widths, room], ink)
        if parts:
            below = [text_run("")] * (1 + len(labels))
            yield from table([[*below, text_run(parts, Emphasis.LABEL)]], [*widths, room], ink)


def _narrow_rows(rows: Sequence[_Quoted], labels: Sequence[str], width: int, ink: Ink) -> Iterator[str]:
    """The same without columns: who says it stands behind the claim."""
    for text, place, claim, parts, hands in rows:
        lead = text_run(f"{_count(claim)}  ")
        named = [f"{label}{hand}" for label, hand in zip(labels, hands, strict=True)]
        differing = [named[source] for source in claim.differing]
        said = [named[source] for source in claim.sources if source not in claim.differing]
        silent = [named[source] for source, hand in enumerate(hands) if hand and source not in claim.sources]
        signed = ((glyphs.SAYS, said), (glyphs.CONFLICT, differing), (glyphs.SILENT, silent))
        who = "  ".join(f"{sign} {', '.join(named)}" for sign, named in signed if named)
        yield from hanging(lead, [text_run(f"{text} [{place}]"), text_run(f" {who}", Emphasis.LABEL)], width, ink)
        yield from hanging(text_run("   "), [text_run(parts, Emphasis.LABEL)], width, ink) if parts else ()


def _count(claim: "Claim") -> str:
    """How many sources say it, and how many origins where these are fewer."""
    number = claim.corroboration
    return str(number) if claim.origins == number else f"{number}, {claim.origins}"


def _sign(claim: "Claim", source: int, hand: str) -> Run:
    stance = claim.stance(source).value
    return text_run(f"{glyphs.STANCES[stance]}{hand}", Emphasis.CONFLICT if stance == "differs" else Emphasis.PLAIN)
