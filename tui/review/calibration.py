"""How often reviewers find what the tool found, by how similar it took two sentences to be."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from tui.review.acts import Bond, Judgement, Tie, Verdict

STEPS = 10
"""Into so many steps of equal width the similarities from 0.0 to 1.0 are parted."""


class Step(NamedTuple):
    """The judged pairs with a similarity from `low` to below `high` (the last step's end included).

    `similarity` is their mean, and what the tool expects of `related`: the share, 0.0 to 1.0, that reviewers
    found to belong together.
    """

    low: float
    high: float
    n: int
    similarity: float
    related: float


class Rule(NamedTuple):
    """The judged candidates for conflict of one rule, and the share, 0.0 to 1.0, found to be a conflict."""

    name: str
    n: int
    confirmed: float


def calibration(marks: Iterable[Verdict | Bond]) -> tuple[Step, ...]:
    """A row for each step of similarity in which something was judged, linked or parted. O(n)."""
    judged: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for mark in marks:
        similarity = mark.shown.similarity
        related = _is_related(mark)
        if similarity is not None and related is not None:
            judged[min(int(similarity * STEPS), STEPS - 1)].append((similarity, related))
    return tuple(_step(number, judged[number]) for number in sorted(judged))


def candidates(verdicts: Iterable[Verdict]) -> tuple[Rule, ...]:
    """A row for each rule of which a candidate was judged, by name. O(n)."""
    judged: dict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.shown.candidate is not None and not verdict.decision:
            judged[verdict.shown.candidate].append(verdict.judgement is Judgement.CONFLICT)
    return tuple(Rule(name, len(found), sum(found) / len(found)) for name, found in sorted(judged.items()))


def _step(number: int, judged: list[tuple[float, bool]]) -> Step:
    n = len(judged)
    mean, related = sum(similarity for similarity, _ in judged) / n, sum(related for _, related in judged) / n
    return Step(number / STEPS, (number + 1) / STEPS, n, mean, related)


def _is_related(mark: Verdict | Bond) -> bool | None:
    """Whether a reviewer takes the two to belong together; None where nothing is said of that."""
    if isinstance(mark, Verdict):
        return None if mark.decision else mark.judgement is not Judgement.UNRELATED
    return None if mark.tie is Tie.FREE else mark.tie is Tie.PINNED
