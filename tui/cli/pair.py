"""A pair of articles for people: who they are, the counts, and every row."""

from collections.abc import Iterator
from datetime import UTC, datetime

from tui.alignment.model import Alignment
from tui.cli.drawing import hanging, page_lines, rule, text_run
from tui.cli.ink import Ink
from tui.presentation import glyphs, wording
from tui.presentation.layout import Layout
from tui.presentation.layouts import Style, lay_out
from tui.presentation.page import Emphasis
from tui.presentation.rows import rows_of
from tui.reports.account import Account
from tui.text.sides import Sides


def meaning(left: str, right: str) -> str:
    """What the signs of a count stand for, of two articles that are called so."""
    return (
        f"{glyphs.SAME} same   {glyphs.REWORDED} reworded   {glyphs.LEFT_ONLY} only in {left}   "
        f"{glyphs.RIGHT_ONLY} only in {right}   {glyphs.MOVED} moved   {glyphs.CONFLICT} candidate for conflict"
    )


def pair_lines(accounts: Sides[Account], alignment: Alignment, layout: Layout, width: int, ink: Ink) -> Iterator[str]:
    """The pair laid out within a width in cells."""
    labels = accounts.map(lambda account: account.label)
    name = f"{labels.left} {glyphs.PAIR} {labels.right}"
    counts = "  ".join(text for text, _ in wording.count_parts(alignment.counts))
    lead = text_run(f" {name}   ", Emphasis.TITLE)
    yield from hanging(lead, [text_run(f"{counts}   cut {alignment.cut:.2f} · {layout.replace('-', ' ')}")], width, ink)
    if told := wording.languages(accounts.map(lambda account: account.witness.language)):
        notice = f"{told}: only names, figures and like words link"
        yield from hanging(text_run(" "), [text_run(notice, Emphasis.CONFLICT)], width, ink)
    yield ""
    versions = accounts.left.article.source.identity == accounts.right.article.source.identity
    for account in accounts:
        lead = text_run(f" {account.label}  ", Emphasis.TITLE)
        when = f"  added {_moment(account.added)}" if versions and account.added is not None else ""
        yield from hanging(lead, [text_run(account.article.title), text_run(when, Emphasis.LABEL)], width, ink)
    yield rule(width)
    page = lay_out(alignment, rows_of(alignment), layout, Style(labels, width, bracketed=ink is Ink.NONE))
    yield from page_lines(page, ink)
    yield rule(width)
    for candidate in dict.fromkeys(candidate for bead in alignment.beads for candidate in bead.conflicts):
        told = wording.conflict(alignment, candidate, labels)
        yield from hanging(text_run(" "), [text_run(told, Emphasis.CONFLICT)], width, ink)
    signs = f"{meaning(labels.left, labels.right)}   {glyphs.FURNITURE} not compared"
    yield from hanging(text_run(" "), [text_run(signs, Emphasis.LABEL)], width, ink)


def _moment(microseconds: int) -> str:
    """The day and minute, in UTC."""
    return f"{datetime.fromtimestamp(microseconds / 1e6, UTC):%Y-%m-%d %H:%M} UTC"
