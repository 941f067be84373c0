"""A report as one web page that needs nothing else: no script, and no address to fetch."""

from collections.abc import Mapping, Sequence
from functools import partial

from tui.reports.claims import SIGNS
from tui.reports.dossier import heat, words
from tui.reports.dossier.anchors import anchor
from tui.reports.dossier.model import Cause, Dossier, ToConfirm
from tui.reports.templates import render

COLUMNS = 12
"""Sources that have a column each; more are named in the claim's row."""


def report_html(dossier: Dossier) -> str:
    """The whole report; what a source says is text there, whatever it looks like."""
    return render(
        "report.html",
        dossier=dossier,
        labels=dossier.labels,
        words=words,
        legend=words.legend(dossier),
        signs=SIGNS,
        anchor=partial(anchor, dossier),
        to_confirm=_by_cause(dossier.to_confirm),
        has_columns=len(dossier.accounts) <= COLUMNS,
        strips=heat.strips(dossier),
        grid=heat.grid(dossier),
        pairs=sorted(dossier.pairs, key=lambda pair: (-pair.share, pair.left, pair.right))[: words.MOST_PAIRS],
    )


def _by_cause(entries: Sequence[ToConfirm]) -> Mapping[Cause, list[ToConfirm]]:
    """The entries under each cause, in the causes' order; none without entries."""
    found = {cause: [entry for entry in entries if entry.cause is cause] for cause in words.CAUSES}
    return {cause: listed for cause, listed in found.items() if listed}
