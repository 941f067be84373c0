"""Claims × sources as lines of text."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cli.drawing import hanging, table, text_run
from tui.cli.ink import Ink
from tui.presentation import glyphs
from tui.presentation.page import Emphasis, Run
from tui.presentation.wrapping import cells_of, clip
from tui.reports.account import Account
from tui.reports.claims import quoted_claims

if TYPE_CHECKING:
    from tui.collation.model import Claim, Collation

_SIGNS = {"says": glyphs.UNREAD, "silent": glyphs.FILLER, "differs": glyphs.CONFLICT}
_GAP = 2
_LEAST_TEXT = 28
"""Cells that the text of a claim needs beside a column for each source."""


def claim_lines(accounts: Sequence[Account], collation: "Collation", width: int, ink: Ink) -> Iterator[str]:
    """The sources, what the signs mean, and a row for each claim; those of one source alone stand last."""
    yield from _sources(accounts, collation, width, ink)
    yield ""
    signs = f"{glyphs.UNREAD} says  {glyphs.FILLER} silent  {glyphs.CONFLICT} differs"
    yield from hanging(text_run(""), [text_run(f"{signs}  n: sources, origins", Emphasis.LABEL)], width, ink)
    quoted = list(quoted_claims(accounts, collation))
    several = [one for one in quoted if one[2].corroboration > 1]
    alone = sorted((one for one in quoted if one[2].corroboration == 1), key=lambda one: one[2].representative)
    for heading, rows in ((f"Said by several: {len(several)}", several), (f"Said by one alone: {len(alone)}", alone)):
        if rows:
            yield ""
            yield from hanging(text_run(""), [text_run(heading, Emphasis.HEADING)], width, ink)
            yield from _rows(rows, accounts, width, ink)


def _sources(accounts: Sequence[Account], collation: "Collation", width: int, ink: Ink) -> Iterator[str]:
    widest = max((cells_of(account.label) for account in accounts), default=0)
    for number, account in enumerate(accounts):
        origin = accounts[collation.origins[number]].label
        echo = "" if origin == account.label else f" (one origin with {origin})"
        label = account.label + " " * (widest - cells_of(account.label) + _GAP)
        room = max(1, width - cells_of(label) - cells_of(echo))
        title = clip(account.article.title, room, glyphs.ELLIPSIS)
        yield from hanging(text_run(label, Emphasis.TITLE), [text_run(title), text_run(echo)], width, ink)


def _rows(rows: Sequence[tuple[str, str, "Claim"]], accounts: Sequence[Account], width: int, ink: Ink) -> Iterator[str]:
    labels = [account.label for account in accounts]
    counts = [_count(claim) for _, _, claim in rows]
    widths = [max(map(cells_of, ("n", *counts))), *map(cells_of, labels)]
    room = width - sum(widths) - _GAP * len(widths)
    if room < _LEAST_TEXT:
        yield from _narrow_rows(rows, labels, width, ink)
        return
    head = [text_run(name, Emphasis.LABEL) for name in ("n", *labels, "")]
    yield from table([head], [*widths, room], ink)
    for count, (text, place, claim) in zip(counts, rows, strict=True):
        signs = [_sign(claim, source) for source in range(len(labels))]
        yield from table([[text_run(count), *signs, text_run(f"{text} [{place}]")]], [*widths, room], ink)


def _narrow_rows(
    rows: Sequence[tuple[str, str, "Claim"]], labels: Sequence[str], width: int, ink: Ink
) -> Iterator[str]:
    """The same without columns: who says it stands behind the claim."""
    for text, place, claim in rows:
        lead = text_run(f"{_count(claim)}  ")
        said = (
            f"{glyphs.UNREAD} {', '.join(labels[source] for source in claim.sources if source not in claim.differing)}"
        )
        differing = f"{glyphs.CONFLICT} {', '.join(labels[source] for source in claim.differing)}"
        who = f"{said}  {differing}" if claim.differing else said
        yield from hanging(lead, [text_run(f"{text} [{place}]"), text_run(f" {who}", Emphasis.LABEL)], width, ink)


def _count(claim: "Claim") -> str:
    """How many sources say it, and how many origins where these are fewer."""
    number = claim.corroboration
    return str(number) if claim.origins == number else f"{number}, {claim.origins}"


def _sign(claim: "Claim", source: int) -> Run:
    stance = claim.stance(source).value
    return text_run(_SIGNS[stance], Emphasis.CONFLICT if stance == "differs" else Emphasis.PLAIN)
