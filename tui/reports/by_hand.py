"""Links that a reviewer made or broke, as reports tell them beside the claims."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.reports.account import Account

if TYPE_CHECKING:
    from tui.collation.model import Collation, Hand
    from tui.reports.records import Record

SIGNS: Mapping[str, str] = {"pinned": "P", "broken": "×"}
"""What stands beside the sign of a source's stance."""
LEGEND = "P linked by hand, × parted by hand"
_WORDS = {"pinned": "linked by hand", "broken": "not a match"}


class ByHand(NamedTuple):
    """Two sentences that were linked or parted: the sources' labels, the sentences' numbers and places (B s10)."""

    hand: "Hand"
    labels: tuple[str, str]
    sentences: tuple[int, int]
    places: tuple[str, str]

    @property
    def told(self) -> str:
        """The two and what was said of them, in words."""
        return f"{' – '.join(self.places)} {_WORDS[self.hand]}"

    @property
    def record(self) -> "Record":
        """The same as a record, with the words of an exported review."""
        return {"tie": self.hand.value, "sentences": dict(zip(self.labels, self.sentences, strict=True))}


def sign(hands: "Mapping[tuple[int, int], Hand]", claim: int, source: int) -> str:
    """What stands beside the sign of the source's stance to the claim; empty where nothing was said by hand."""
    hand = hands.get((claim, source))
    return "" if hand is None else SIGNS[hand]


def by_hand(accounts: Sequence[Account], collation: "Collation") -> Mapping[int, tuple[ByHand, ...]]:
    """What was said by hand of each claim's sentences, by the claim's number. O(constraints)."""
    found = {}
    for claim, ties in collation.ties.items():
        told = []
        for hand, one, other in ties:
            left, right = accounts[one.source], accounts[other.source]
            places = left.places[one.sentence], right.places[other.sentence]
            told.append(ByHand(hand, (left.label, right.label), (one.sentence, other.sentence), places))
        found[claim] = tuple(told)
    return found
