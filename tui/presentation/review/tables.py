"""How reviewers and the tool agree, and what another cut would change, as entries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tui.presentation.page import Emphasis, Run
from tui.presentation.review.wording import said
from tui.presentation.sheet import Entry, heading, plain
from tui.presentation.spot import Spot
from tui.text.shown import shown
from tui.text.sides import Side

if TYPE_CHECKING:
    from tui.review.calibration import Rule, Step
    from tui.review.located import Standing
    from tui.review.sensitivity import Effect

_BAR = 20
"""Cells of a bar that stands for all."""


def sensitivity_entries(
    effects: Iterable["Effect"], cut: float, judged: int, cite: "Callable[[Standing], str]"
) -> tuple[Entry, ...]:
    """A line for each cut, the one in use told; below it the verdicts on links that it would no longer show."""
    entries = [heading(f"{'cut':<6}{'links':>6}{'rows':>6}  of {judged} verdicts  gone  new", apart=False)]
    for number, effect in enumerate(effects):
        used = abs(effect.cut - cut) < _SAME
        line = f"{effect.cut:<6.2f}{effect.links:>6}{effect.beads:>6}  {effect.kept:>5} shown  "
        line = f"{line.ljust(24 + len(str(judged)))}{len(effect.gone):>8}{len(effect.new):>5}{'  in use' * used}"
        look = Emphasis.TITLE if used else Emphasis.PLAIN
        below = [_vanished(standing, cite) for standing in effect.gone]
        entries.append(Entry((plain(line, look),), Spot((), Side.LEFT, number), below=tuple(below)))
    return tuple(entries)


_SAME = 0.001


def _vanished(standing: "Standing", cite: "Callable[[Standing], str]") -> tuple[Run, ...]:
    words = f"{cite(standing)}  {said(standing.mark)}"
    return plain("vanishes: ", Emphasis.CONFLICT), plain(shown(words))


def calibration_entries(named: Iterable[tuple[str, Sequence["Step"], Sequence["Rule"]]]) -> tuple[Entry, ...]:
    """For each name, how often the pairs of a similarity were found to belong together, then its rules."""
    return tuple(entry for name, steps, rules in named for entry in _calibrated(name, steps, rules))


def _calibrated(name: str, steps: Sequence["Step"], rules: Sequence["Rule"]) -> Iterator[Entry]:
    place = 0
    for title, lines in (
        (f"{shown(name)}: similarity, pairs judged, found related", map(_step, steps)),
        (f"{shown(name)}: rule, candidates judged, found a conflict", map(_rule, rules)),
    ):
        for number, line in enumerate(lines):
            if not number:
                yield heading(title)
            yield Entry((plain(line),), Spot((), Side.LEFT, place))
            place += 1


def _step(step: "Step") -> str:
    steps = f"{step.low:.1f}–{step.high:.1f}  mean {step.similarity:.2f}"
    return f"{steps}  {step.n:>4}  {step.related:>4.0%}  {_bar(step.related)}"


def _rule(rule: "Rule") -> str:
    return f"{shown(rule.name):<24} {rule.n:>4}  {rule.confirmed:>4.0%}  {_bar(rule.confirmed)}"


def _bar(share: float) -> str:
    return "█" * round(share * _BAR)
