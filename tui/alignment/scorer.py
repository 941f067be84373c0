"""From what two sentences share to the probability that a careful reader would link them.

Two logistic regressions: the first reads each pair by itself and beside its row and column, the second reads
the first one's probabilities around the pair. Their weights are data, fitted by `tests/bench/fit_scorer.py`.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np

from tui.alignment.columns import Column
from tui.alignment.evidence import Evidence
from tui.alignment.features import contextual, lexical
from tui.alignment.model import Progress

WEIGHTS = Path(__file__).parent / "scorer.json"
_CLIP = 5.0
"""Standard deviations from the mean beyond which a feature says no more."""


class Scale(NamedTuple):
    """A feature's mean and spread over the pairs fitted on."""

    mean: float
    spread: float

    def standing(self, column: Column) -> Column:
        """How many spreads a feature stands from its mean, at most five."""
        standing = (column - self.mean) / self.spread
        result: Column = np.minimum(np.maximum(standing, -_CLIP), _CLIP)  # a clip at half its cost
        return result


class Reading(NamedTuple):
    """A logistic regression over named features: a weight for each."""

    intercept: float
    weights: dict[str, float]

    def odds(self, pairs: int) -> Column:
        """Log-odds of that many pairs before any feature is looked at."""
        return np.full(pairs, self.intercept)

    def add(self, odds: Column, name: str, standing: Column) -> None:
        """Add a feature's part to the log-odds in place; one without a weight adds nothing."""
        weight = self.weights.get(name)
        if weight is not None:
            odds += weight * standing


def probability(odds: Column) -> Column:
    """What log-odds come to, 0.0 to 1.0."""
    result: Column = 1 / (1 + np.exp(-odds))
    return result


class Scorer(Protocol):
    """Judges every pair worth considering."""

    def probability(self, evidence: Evidence, progress: Progress) -> Column:
        """How alike the sentences of each pair are, 0.0 to 1.0; the same whichever side is left."""
        ...


class Readings(NamedTuple):
    """The two readings, one after the other, and the features' scales."""

    scales: dict[str, Scale]
    first: Reading
    second: Reading

    def probability(self, evidence: Evidence, progress: Progress) -> Column:
        """The probability of each pair's link, 0.0 to 1.0; the same whichever side is left."""
        pairs, steps = len(evidence.pairs), len(self.scales)
        first, second = self.first.odds(pairs), self.second.odds(pairs)
        for number, (name, column) in enumerate(lexical(evidence)):
            standing = self.scales[name].standing(column)
            self.first.add(first, name, standing)
            self.second.add(second, name, standing)
            progress(number / steps)
        for number, (name, column) in enumerate(contextual(evidence, probability(first)), len(self.first.weights)):
            self.second.add(second, name, self.scales[name].standing(column))
            progress(number / steps)
        return probability(second)


class Alone(NamedTuple):
    """The first reading: each pair as if there were no other link."""

    scales: dict[str, Scale]
    reading: Reading

    def probability(self, evidence: Evidence, progress: Progress) -> Column:
        """The probability of each pair's link, 0.0 to 1.0, whatever is linked around it."""
        odds = self.reading.odds(len(evidence.pairs))
        for number, (name, column) in enumerate(lexical(evidence)):
            self.reading.add(odds, name, self.scales[name].standing(column))
            progress(number / len(self.reading.weights))
        return probability(odds)


class SameWording:
    """Dice's coefficient of the tokens that both sentences have in the same order."""

    def probability(self, evidence: Evidence, progress: Progress) -> Column:
        """The share of both sentences' tokens in their longest common subsequence, 0.0 to 1.0; not calibrated."""
        progress(0.0)
        return dict(lexical(evidence))["same sequence, of both"]


def alone() -> Alone:
    """The first of the fitted readings by itself."""
    readings = fitted()
    return Alone(readings.scales, readings.first)


@lru_cache(maxsize=1)
def fitted() -> Readings:
    """The readings with the weights that come with the project."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    scales = {name: Scale(*numbers) for name, numbers in stored["scales"].items()}
    return Readings(scales, Reading(**stored["first"]), Reading(**stored["second"]))
