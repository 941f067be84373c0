"""What the app and the commands say about an article or a row, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.alignment.bonds import is_by_hand
from tui.presentation import glyphs
from tui.presentation.amounts import counted
from tui.presentation.page import Emphasis
from tui.text.shown import one_line, shown
from tui.text.sides import Side, Sides
from tui.text.witness import Kind, Witness

if TYPE_CHECKING:
    from tui.alignment.model import Alignment, Bead, Candidate, Counts, Link
    from tui.articles import Article

_TIERS = ((0.7, "strong"), (0.5, "likely"), (0.0, "possible"))


def extent_of(article: Article, witness: Witness) -> str:
    """How long it is and where it lies."""
    furniture = sum(number is None for number in witness.numbers)
    words = sum(len(s.tokens) for s in witness.sentences if s.kind is not Kind.FURNITURE)
    parts = [
        counted(len(witness.sentences) - furniture, "sentence"),
        counted(words, "word"),
        f"{furniture} furniture",
        article.encoding if article.format in ("text", "markdown") else article.format,
        article.source.name,
        *([article.address] if article.address not in (None, article.source.address) else []),
    ]
    return shown(" · ".join(parts))


def count_parts(counts: Counts) -> tuple[tuple[str, Emphasis], ...]:
    """The counts of a pair with their glyphs, each with the emphasis of its class."""
    return (
        (f"{glyphs.SAME} {counts.identical}", Emphasis.SHARED),
        (f"{glyphs.REWORDED} {counts.reworded}", Emphasis.SHARED),
        (f"{glyphs.LEFT_ONLY} {counts.left_only}", Emphasis.LEFT_ONLY),
        (f"{glyphs.RIGHT_ONLY} {counts.right_only}", Emphasis.RIGHT_ONLY),
        (f"{glyphs.MOVED} {counts.moved}", Emphasis.MOVED),
        (f"{glyphs.CONFLICT} {counts.conflict}", Emphasis.CONFLICT),
    )


def languages(sides: Sides[str]) -> str:
    """The languages of the two sides; empty where they are in one."""
    return "" if sides.left == sides.right else f"{shown(sides.left)} {glyphs.PAIR} {shown(sides.right)}"


def why(alignment: Alignment, bead: Bead, labels: Sides[str]) -> tuple[str, ...]:
    """Why the bead's sentences stand together or one stands alone, and each conflict; a sentence for each."""
    lines = [conflict(alignment, candidate, labels) for candidate in bead.conflicts]
    if not (bead.left and bead.right):
        return (*lines, _alone(alignment, bead, labels))
    left, right = alignment.comparison.sides
    for link in alignment.links:
        if link.left in bead.left and link.right in bead.right:
            pair = f"{labels.left} {left.cite(link.left)} – {labels.right} {right.cite(link.right)}"
            tier = next(name for floor, name in _TIERS if link.similarity >= floor)
            source = "hand" if is_by_hand(link) else "auto"
            lines.append(shown(f"{pair} linked {link.similarity:.2f} ({tier}) by: {evidence(link)}; source: {source}"))
    if bead.moved:
        lines.append(f"{glyphs.MOVED} moved: {labels.right} says it elsewhere, at {right.cite(bead.right[0])}")
    return tuple(lines)


def conflict(alignment: Alignment, candidate: Candidate, labels: Sides[str]) -> str:
    """The words of a candidate for conflict, where they stand, the rule with its values, and what it was judged."""
    sides = alignment.comparison.sides
    parts = [
        f"{labels[side]} {sides[side].cite(candidate.sentences[side])}"
        f" “{sides[side].text[slice(*candidate.spans[side])]}”"
        for side in Side
    ]
    lead = "candidate" if candidate.verdict is None else f"judged {candidate.verdict}"
    told = f"{glyphs.CONFLICT} {lead}: {' – '.join(parts)}: {candidate.reason} ({candidate.rule})"
    return one_line(told)


def evidence(link: Link) -> str:
    """The reasons of a link in one line."""
    named: dict[str, list[str]] = {}
    for reason in link.reasons:
        named.setdefault(reason.kind, []).append(reason.text)
    return (
        "; ".join(f"{kind} {', '.join(texts)}".rstrip() for kind, texts in named.items()) or "wording and place alone"
    )


def _alone(alignment: Alignment, bead: Bead, labels: Sides[str]) -> str:
    """The nearest sentence of the other side, and how near it is."""
    side = Side.LEFT if bead.left else Side.RIGHT
    label, other = labels[side], labels[side.other]
    mine, theirs = alignment.comparison.sides[side], alignment.comparison.sides[side.other]
    for link in alignment.comparison.links:
        here, there = (link.left, link.right) if side is Side.LEFT else (link.right, link.left)
        if here in bead.on(side):
            near = f"{other} {theirs.cite(there)}"
            if link.similarity >= alignment.cut:
                return f"{label} {mine.cite(here)} is nearest to {near} ({link.similarity:.2f}), better said elsewhere"
            return (
                f"nothing in {other} at {alignment.cut:.2f} or above; "
                f"nearest: {near} at {link.similarity:.2f} by: {evidence(link)}"
            )
    return f"nothing in {other} shares its words"
