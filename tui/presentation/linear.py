"""Sentences and rows as lines that are whole by themselves, for a voice or a braille display.

A line starts with what matters, says in words what signs and columns say elsewhere, and is never wrapped.
"""

from collections.abc import Iterable, Iterator

from tui.alignment.model import Alignment, Bead, Candidate, Relation
from tui.articles.model import Article
from tui.presentation import glyphs, wording
from tui.presentation.credits import credits_of
from tui.presentation.marking import paired
from tui.presentation.page import Emphasis, Run
from tui.presentation.redline import BRACKETS, merged
from tui.presentation.rows import Row
from tui.text.shown import one_line
from tui.text.sides import Side, Sides
from tui.text.spans import Span
from tui.text.witness import Kind, Witness


def said(witness: Witness, sentences: tuple[int, ...]) -> str:
    """The words of the sentences on one line."""
    return one_line(" ".join(witness.quote(sentence) for sentence in sentences))


def about_line(label: str, article: Article) -> str:
    """An article's label and title, and what it states about itself."""
    return f"{label}: {_finished(one_line(article.title))} {credits_of(article).replace(' · ', '; ')}."


def sentence_line(witness: Witness, sentence: int) -> str:
    """One sentence behind its number and, where it is no running text, its kind. O(n) in the sentences."""
    kind = witness.sentences[sentence].kind
    text = said(witness, (sentence,))
    if kind is Kind.FURNITURE:
        return f"furniture: {text}"
    last = sum(number is not None for number in witness.numbers)
    name = "" if kind is Kind.BODY else f"{kind}, "
    return f"{name}{witness.cite(sentence)} of {last}: {text}"


def counts_line(alignment: Alignment, rows: int, labels: Sides[str]) -> str:
    """How many rows a pair has at its cut, and how many of each class."""
    counts = alignment.counts
    parts = (
        (counts.identical, "same"),
        (counts.reworded, "reworded"),
        (counts.moved, "of them moved"),
        (counts.left_only, f"only {labels.left}"),
        (counts.right_only, f"only {labels.right}"),
        (rows - len(alignment.beads), "furniture"),
        (counts.conflict, "with a candidate for conflict"),
    )
    told = ", ".join(f"{count} {name}" for count, name in parts if count)
    return f"{rows} rows at cut {alignment.cut:.2f}: {told}."


def row_line(alignment: Alignment, row: Row, rows: int, labels: Sides[str]) -> str:
    """A row of a pair: its number among all `rows`, its class, and what each side says. O(n) in the sentences."""
    sides = alignment.comparison.sides
    lead = f"row {row.key + 1} of {rows}, "
    stated = [f"{place_of(alignment, row, side, labels)}: {said(sides[side], row.on(side))}" for side in _held(row)]
    if row.bead is None:
        side = _held(row)[0]
        return f"{lead}furniture of {labels[side]}: {said(sides[side], row.on(side))}"
    bead = alignment.beads[row.bead]
    if bead.conflicts:
        lead += "candidate for conflict, "
    if bead.relation in (Relation.LEFT_ONLY, Relation.RIGHT_ONLY):
        return f"{lead}only {stated[0]}"
    there = place_of(alignment, row, Side.RIGHT, labels)
    if bead.moved:
        lead += f"moved: {labels.right} says it at {there.removeprefix(labels.right + ' ')}, "
    if bead.relation is Relation.IDENTICAL:
        here = place_of(alignment, row, Side.LEFT, labels)
        return f"{lead}same. {here}, {there}: {said(sides.left, row.left)}"
    similarity = "" if bead.similarity is None else f", {bead.similarity:.2f}"
    return f"{lead}reworded{similarity}. {_finished(stated[0])} {stated[1]}"


def candidate_line(alignment: Alignment, candidate: Candidate, number: tuple[int, int], labels: Sides[str]) -> str:
    """A candidate for conflict: its number among all, why the two may not both hold, and what each side says. O(n)."""
    sides = alignment.comparison.sides
    stated = [
        f"{labels[side]} {sides[side].cite(sentence)}: {_finished(said(sides[side], (sentence,)))}"
        for side, sentence in zip(Side, candidate.sentences, strict=True)
    ]
    at, last = number
    return f"candidate {at} of {last}, {one_line(candidate.reason)}. {' '.join(stated)}"


def place_of(alignment: Alignment, row: Row, side: Side, labels: Sides[str]) -> str:
    """Where the row stands in one side: `B s4`, or `B s4 to s6`. O(n) in the sentences."""
    witness, held = alignment.comparison.sides[side], row.on(side)
    ends = dict.fromkeys((held[0], held[-1]))
    return f"{labels[side]} {(' to ' if len(held) > 2 else ' and ').join(map(witness.cite, ends))}"


def why_lines(alignment: Alignment, bead: Bead, labels: Sides[str]) -> tuple[str, ...]:
    """Why the bead's sentences stand together or alone, without signs."""
    lines = wording.why(alignment, bead, labels)
    signs = f"{glyphs.MOVED}{glyphs.CONFLICT} "
    return tuple(line.lstrip(signs).replace(" – ", " and ", 1) for line in lines)


def word_lines(alignment: Alignment, bead: Bead, labels: Sides[str], *, strict: bool) -> Iterator[str]:
    """Which words differ between the two sides of a bead, a line for each place where they do.

    `strict` lets spelling and typography count; otherwise such places come last and say that they are that.
    """
    sides = alignment.comparison.sides
    places = list(_differing(merged(sides, bead, strict=strict)))
    if not places:
        yield "no words differ"
    elif len(places) > 1:
        yield f"{len(places)} places differ."
    for place in places:
        parts = [f'{labels[side]} says "{place[side]}"' for side in Side if place[side]]
        yield "; ".join(parts) if len(parts) > 1 else f"only {parts[0]}"
    for passage in bead.passages:
        for part, emphasis in paired(sides, bead, passage, strict=strict):
            if emphasis is Emphasis.VARIANT:
                forms = [f'{labels[side]} says "{_part(sides[side], part.on(side))}"' for side in Side]
                yield f"spelling alone: {'; '.join(forms)}"


def _held(row: Row) -> list[Side]:
    return [side for side in Side if row.on(side)]


def _finished(text: str) -> str:
    """The text with an end that can be heard."""
    return text if text.rstrip("\"'”’»)")[-1:] in tuple(".!?…。！？") else f"{text}."


def _part(witness: Witness, span: Span) -> str:
    return one_line(witness.text[slice(*span)])


def _differing(runs: Iterable[Run]) -> Iterator[Sides[str]]:
    """What stands in the brackets of a redline; a left side's words with the right side's that replace them."""
    left: str | None = None
    for side, text in _bracketed(runs):
        if side is Side.RIGHT:
            yield Sides(left or "", text)
            left = None
            continue
        if left is not None:
            yield Sides(left, "")
        left = text or None
    if left is not None:
        yield Sides(left, "")


def _bracketed(runs: Iterable[Run]) -> Iterator[tuple[Side, str]]:
    """Each side's words between brackets; an empty left side where shared words part two places."""
    held: list[str] | None = None
    for run in runs:
        if run.span is None and run.text == BRACKETS[run.side][0]:
            held = []
        elif run.span is None and run.text == BRACKETS[run.side][1] and held is not None:
            yield run.side, one_line("".join(held))
            held = None
        elif held is not None:
            held.append(run.text)
        elif run.text.strip():
            yield Side.LEFT, ""
