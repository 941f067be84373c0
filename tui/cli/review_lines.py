"""What reviewers did and how they agree, as lines of text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cli.drawing import hanging, table, text_run
from tui.presentation.amounts import counted
from tui.presentation.page import Emphasis
from tui.presentation.review.wording import told
from tui.presentation.wrapping import cells_of
from tui.review.acts import Act, Redo, Undo
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.cli.ink import Ink
    from tui.review.agreement import Agreement, Share
    from tui.review.anchors import Anchors
    from tui.review.calibration import Rule, Step
    from tui.review.sensitivity import Effect

_NONE = "—"
_NUMBER = -8
"""The width of a column of numbers, set to the right."""


def agreement_lines(found: "Agreement", names: tuple[str, str], width: int, ink: "Ink") -> Iterator[str]:
    """How often both say the same, over all and by class, then each pair on which they do not."""
    mine, theirs = map(shown, names)
    yield f"{mine} and {theirs} judged the same {counted(found.n, 'pair')}"
    if not found.n:
        return
    agreed = f"{found.overall.agreed}/{found.n} with one verdict ({_percent(found.share)}), "
    yield f"{agreed}Cohen's kappa {_fixed(found.overall.kappa)}"
    yield ""
    rows = [("", mine, theirs, "both", "kappa")]
    rows += [(judgement.value, *_shared(share)) for judgement, share in found.classes]
    yield from _table(rows, [9, *[min(-cells_of(name), _NUMBER) for name in (mine, theirs)], _NUMBER, _NUMBER], ink)
    for both in found.disagreements:
        yield ""
        said = f"{mine}: {both.mine.judgement.value}, {theirs}: {both.theirs.judgement.value}"
        yield from _said("! ", said, both.mine.anchors, width, ink)


def calibration_lines(steps: "Sequence[Step]", rules: "Sequence[Rule]", ink: "Ink") -> Iterator[str]:
    """A row for each step of similarity, then for each rule; what is expected beside what reviewers found."""
    if not steps and not rules:
        yield "no verdicts yet on pairs that the tool had a similarity for"
    if steps:
        rows: list[tuple[str, ...]] = [("similarity", "judged", "expected", "together")]
        rows += [
            (f"{step.low:.1f} to {step.high:.1f}", str(step.n), _percent(step.similarity), _percent(step.related))
            for step in steps
        ]
        yield from _table(rows, [10, _NUMBER, _NUMBER, _NUMBER], ink)
    if rules:
        if steps:
            yield ""
        rows = [("candidates", "judged", "conflict")]
        rows += [(rule.name, str(rule.n), _percent(rule.confirmed)) for rule in rules]
        yield from _table(rows, [max(len(row[0]) for row in rows), _NUMBER, _NUMBER], ink)


def sensitivity_lines(effects: "Sequence[Effect]", cut: float, reviewer: str, width: int, ink: "Ink") -> Iterator[str]:
    """A row for each cut, then each judged pair that would vanish or come, with the first cut at which it does."""
    rows: list[tuple[str, ...]] = [("cut", "links", "rows", "judged", "gone", "new")]
    rows += [
        (f"{effect.cut:.2f}", *map(str, (effect.links, effect.beads, effect.kept, len(effect.gone), len(effect.new))))
        for effect in effects
    ]
    yield f"verdicts of {shown(reviewer)}, beside the cut in use, {cut:.2f}:"
    yield from _table(rows, [4, *[_NUMBER] * 5], ink)
    told = set()
    for effect in effects:
        for standing in effect.gone:
            if standing.act.id not in told:
                told.add(standing.act.id)
                yield ""
                yield from act_lines(standing.act, width, ink, lead=f"gone from {effect.cut:.2f} on: ")


def listed_lines(acts: Iterable[Act], width: int, ink: "Ink") -> Iterator[str]:
    """Each act with its sentences, an empty line between two."""
    for number, act in enumerate(acts):
        if number:
            yield ""
        yield from act_lines(act, width, ink)


def act_lines(act: Act, width: int, ink: "Ink", lead: str = "") -> Iterator[str]:
    """What was done, by whom and when, then the sentences that it was done to."""
    if not isinstance(act.deed, (Undo, Redo)):
        yield from _said("  ", lead + told(act, act.deed), act.deed.anchors, width, ink)


def _said(sign: str, said: str, anchors: "Anchors", width: int, ink: "Ink") -> Iterator[str]:
    yield from hanging(text_run(sign), [text_run(said, Emphasis.TITLE)], width, ink)
    for anchor in anchors:
        quoted = " ".join(anchor.quotation.split())
        yield from hanging(text_run("    "), [text_run(f"{anchor.title}: {quoted}")], width, ink)


def _table(rows: Sequence[Sequence[str]], widths: Sequence[int], ink: "Ink") -> Iterator[str]:
    """The rows under each other, the first of them as the head."""
    emphases = [Emphasis.TITLE, *[Emphasis.PLAIN] * len(rows)]
    runs = ([text_run(cell, emphasis) for cell in row] for row, emphasis in zip(rows, emphases, strict=False))
    return table(runs, widths, ink)


def _shared(share: "Share") -> tuple[str, str, str, str]:
    return str(share.mine), str(share.theirs), str(share.agreed), _fixed(share.kappa)


def _percent(share: float | None) -> str:
    return _NONE if share is None else f"{share:.0%}"


def _fixed(value: float | None) -> str:
    return _NONE if value is None else f"{value:.2f}"
