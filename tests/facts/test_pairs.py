"""Of pairs of sentences that cannot both hold, how many are found; and how many of those that can."""

import tomllib
from collections import Counter
from functools import cache

from tests.facts.labelled_sentences import FOLDER
from tui.facts import facts_of
from tui.facts.clashes.texts import conflicts
from tui.facts.opposition import opposition
from tui.text.sentences import segment
from tui.text.spans import Span
from tui.text.witness import Kind, Witness


def read(text: str) -> Witness:
    return Witness(text, segment(text, [(Span(0, len(text)), Kind.BODY)]))


def is_found(left: Witness, right: Witness) -> bool:
    if conflicts(left, facts_of(left), right, facts_of(right)):
        return True
    return any(opposition(one.tokens, other.tokens) for one in left.sentences for other in right.sentences)


@cache
def found() -> dict[bool, Counter[bool]]:
    """Of the pairs that clash and of those that do not, how many are found and how many not."""
    pairs = tomllib.loads((FOLDER / "pairs.toml").read_text(encoding="utf-8"))["pair"]
    counts: dict[bool, Counter[bool]] = {True: Counter(), False: Counter()}
    for pair in pairs:
        counts[pair["clash"]][is_found(read(pair["left"]), read(pair["right"]))] += 1
    return counts


def test_most_pairs_that_clash_are_found():
    clashing = found()[True]
    assert clashing.total() >= 100
    assert clashing[True] >= 0.78 * clashing.total()


def test_few_pairs_that_can_both_hold_are_found():
    holding = found()[False]
    assert holding.total() >= 60
    assert holding[True] <= 0.08 * holding.total()
