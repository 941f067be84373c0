"""What a report says in its own words, the same in every format."""

from collections.abc import Iterable, Sequence

from tui.reports import by_hand, claims
from tui.reports.dossier.model import Cause, Dossier


def title(sources: int) -> str:
    """What the whole report is called."""
    return "What 1 source says" if sources == 1 else f"What {sources} sources say"


def legend(dossier: Dossier) -> str:
    """What the signs beside the claims mean."""
    return f"{claims.LEGEND} {by_hand.LEGEND}." if dossier.is_by_hand else claims.LEGEND


DIGEST = "Only sentences of the sources, verbatim. Similar is not agreeing: read the words."
CANDIDATES = "Found by rules: each pair of facts is a candidate until somebody has read both sentences and judged them."
NO_CANDIDATES = "The rules found none. Rules miss what is said in other words."
NOTHING_TO_CONFIRM = "The rules found nothing."
PARTS = "What says several things at once, and how many sources say each of them."
PAIRS = "How many claims both make, and each without the other."
CHECK = "The command summit-tui verify with this file checks every quotation against the sources."
CAUSES = {
    Cause.CONFLICT: "Told otherwise",
    Cause.CHANGED: "Quoted otherwise",
    Cause.BASELINES: "First or most, from other times on",
    Cause.ONE_ORIGIN: "Figures and quotations of one origin alone",
    Cause.LEFT_OUT: "Said by most, left out by some",
}
"""Headings of what is to be confirmed."""


def listed(sources: Iterable[int], labels: Sequence[str]) -> str:
    """The labels of the sources, in a row."""
    return ", ".join(labels[source] for source in sources)
