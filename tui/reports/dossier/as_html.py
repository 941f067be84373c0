"""A report as one web page that needs nothing else: no script, and no address to fetch."""

from functools import partial

from tui.reports.claims import SIGNS
from tui.reports.dossier import heat, words
from tui.reports.dossier.anchors import anchor
from tui.reports.dossier.model import Dossier
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
        has_columns=len(dossier.accounts) <= COLUMNS,
        strips=heat.strips(dossier),
        grid=heat.grid(dossier),
        pairs=dossier.closest,
    )
