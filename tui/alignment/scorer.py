"""From what two sentences share to the probability that a careful reader would link them.

Two logistic regressions: the first reads each pair by itself and beside its row and column, the second reads
the first one's probabilities around the pair. Their weights are data, fitted by `tests/bench/fit_scorer.py`.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from tui.alignment.evidence import Evidence
from tui.alignment.features import contextual, lexical
from tui.alignment.model import Progress
from tui.alignment.pairs import Column

WEIGHTS = Path(__file__).parent / "scorer.json"
_CLIP = 5.0
"""Standard deviations from the mean beyond which a feature says no more."""


@dataclass(frozen=True, slots=True)
class Term:
    """A feature's part in a reading: its mean and spread over the pairs fitted on, and its weight."""

    mean: float
    spread: float
    weight: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A logistic regression over named features."""

    intercept: float
    terms: dict[str, Term]

    def odds(self, pairs: int) -> Column:
        """Log-odds of that many pairs before any feature is looked at."""
        return np.full(pairs, self.intercept)

    def add(self, odds: Column, name: str, column: Column) -> None:
        """Add a feature's part to the log-odds in place; one without a weight adds nothing."""
        term = self.terms.get(name)
        if term is not None:
            standing = (column - term.mean) / term.spread
            np.minimum(np.maximum(standing, -_CLIP, out=standing), _CLIP, out=standing)  # clip, at half its cost
            standing *= term.weight
            odds += standing


def probability(odds: Column) -> Column:
    """What log-odds come to, 0.0 to 1.0."""
    result: Column = 1 / (1 + np.exp(-odds))
    return result


@dataclass(frozen=True, slots=True)
class Scorer:
    """The two readings, one after the other."""

    first: Reading
    second: Reading

    def probability(self, evidence: Evidence, progress: Progress) -> Column:
        """The probability of each pair's link, 0.0 to 1.0; the same whichever side is left."""
        pairs, steps = len(evidence.pairs), len(self.second.terms)
        first, second = self.first.odds(pairs), self.second.odds(pairs)
        for number, (name, column) in enumerate(lexical(evidence)):
            self.first.add(first, name, column)
            self.second.add(second, name, column)
            progress(number / steps)
        for number, (name, column) in enumerate(contextual(evidence, probability(first)), len(self.first.terms)):
            self.second.add(second, name, column)
            progress(number / steps)
        return probability(second)


@lru_cache(maxsize=1)
def fitted() -> Scorer:
    """The scorer with the weights that come with the project."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Scorer(_reading(stored["first"]), _reading(stored["second"]))


def _reading(stored: dict[str, object]) -> Reading:
    intercept, terms = stored["intercept"], stored["features"]
    assert isinstance(intercept, float)
    assert isinstance(terms, dict)
    return Reading(intercept, {name: Term(*numbers) for name, numbers in terms.items()})
