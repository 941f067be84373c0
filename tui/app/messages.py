"""What has happened, told to the screen that asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from tui.presentation.spot import Spot
from tui.text.sides import Sides

if TYPE_CHECKING:
    from tui.alignment.model import Candidate, Comparison
    from tui.app.sitting.finding import Answer
    from tui.app.sitting.reviewed_pair import ReviewedPair
    from tui.app.sitting.shelving import Taken
    from tui.app.sitting.surveyed import Surveyed
    from tui.presentation.sheet import Entry


class ComparisonReady(Message):
    """A pair has been compared, and its facts have been set against each other; `conflicts` is None until they have."""

    def __init__(self, pair: Sides[int], comparison: Comparison, conflicts: tuple[Candidate, ...] | None) -> None:
        super().__init__()
        self.pair = pair
        self.comparison = comparison
        self.conflicts = conflicts


class ComparisonAdvanced(Message):
    """A part of a comparison is done; `share` is 0.0 to 1.0."""

    def __init__(self, pair: Sides[int], share: float) -> None:
        super().__init__()
        self.pair = pair
        self.share = share


class ComparisonFailed(Message):
    """A pair cannot be compared, for a reason in one line."""

    def __init__(self, pair: Sides[int], reason: str) -> None:
        super().__init__()
        self.pair = pair
        self.reason = reason


class SurveyReady(Message):
    """All sources have been surveyed."""

    def __init__(self, surveyed: Surveyed) -> None:
        super().__init__()
        self.surveyed = surveyed


class SurveyAdvanced(Message):
    """A part of a survey is done; `share` is 0.0 to 1.0."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share


class ReportTold(Message):
    """How far a report is that is being saved, or what became of it, in a line of this look."""

    def __init__(self, text: str, look: str) -> None:
        super().__init__()
        self.text = text
        self.look = look


class QueueReady(Message):
    """All pairs of articles have been aligned, these the last, to be judged."""

    def __init__(self, pairs: tuple[ReviewedPair, ...]) -> None:
        super().__init__()
        self.pairs = pairs


class QueueAdvanced(Message):
    """Some of the pairs are aligned, among them these, to be judged; `share` is 0.0 to 1.0."""

    def __init__(self, share: float, pairs: tuple[ReviewedPair, ...]) -> None:
        super().__init__()
        self.share = share
        self.pairs = pairs


class ActsLocated(Message):
    """Some of the articles that something was done to are read; `share` is 0.0 to 1.0, None once the acts are found."""

    def __init__(self, share: float | None) -> None:
        super().__init__()
        self.share = share


class EntriesReady(Message):
    """What a sheet shows has been worked out."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = entries


class SpotWanted(Message):
    """A sentence of an article or a pair is wanted on the screen."""

    def __init__(self, spot: Spot) -> None:
        super().__init__()
        self.spot = spot


class SummariesRead(Message):
    """More articles of the list have been read."""


class SearchAdvanced(Message):
    """A part of all sources has been read for a search; `share` is 0.0 to 1.0."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share


class SearchEnded(Message):
    """All sources have been searched; `trouble` says why they could not be, in a line."""

    def __init__(self, answer: Answer, trouble: str) -> None:
        super().__init__()
        self.answer = answer
        self.trouble = trouble


class ListSorted(Message):
    """The list has another order, and words that say which; no order where it cannot be had, and the reason."""

    def __init__(self, order: Sequence[int], told: str) -> None:
        super().__init__()
        self.order = order
        self.told = told


class AddingAdvanced(Message):
    """So many of so many sources are in the library."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total


class AddingEnded(Message):
    """Sources have been taken into the library, or as many of them as could be."""

    def __init__(self, taken: Taken) -> None:
        super().__init__()
        self.taken = taken


class HitsCounted(Message):
    """A search has been counted in `sources` articles; `found` says how many places those have that have any."""

    def __init__(self, query: str, found: Mapping[int, int], sources: int) -> None:
        super().__init__()
        self.query = query
        self.found = found
        self.sources = sources
