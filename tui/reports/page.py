"""A comparison as one web page that needs nothing else: no script, and no address to fetch.

Tables say their roles aloud because a narrow screen stacks their cells, and browsers then forget what they were.
"""

from collections.abc import Iterator, Sequence

from tui.alignment.model import Alignment, Relation
from tui.reports.account import Account
from tui.reports.rows import CONFLICT, GLYPHS, MOVED, Row, counts, furniture, rows
from tui.reports.templates import render
from tui.text.sides import Sides
from tui.text.witness import Kind


def page(accounts: Sides[Account], alignment: Alignment) -> str:
    """The whole pair as HTML: what is compared, the counts, every bead as a row, and what was left out."""
    found = tuple(rows(accounts, alignment))
    classes = {
        **{relation: relation.value for relation in Relation},
        Relation.LEFT_ONLY: f"only in {accounts.left.label}",
        Relation.RIGHT_ONLY: f"only in {accounts.right.label}",
    }
    return render(
        "pair.html",
        accounts=accounts,
        sides=tuple(zip(("left", "right"), accounts, strict=True)),
        classes=classes,
        headings=(Kind.TITLE, Kind.HEADING),
        counts=counts(accounts, alignment),
        cut=f"{alignment.cut:g}",
        has_moved=bool(alignment.counts.moved),
        shortcuts=tuple(_shortcuts(found)),
        rows=found,
        asides=[(account, quotations) for account in accounts if (quotations := furniture(account))],
    )


def _shortcuts(found: Sequence[Row]) -> Iterator[tuple[str, str, list[Row]]]:
    """The rows that stand in both, which may lie far apart, by sign and name."""
    kinds = (
        (GLYPHS[Relation.IDENTICAL], "Identical", [row for row in found if row.relation is Relation.IDENTICAL]),
        (GLYPHS[Relation.REWORDED], "Reworded", [row for row in found if row.relation is Relation.REWORDED]),
        (MOVED, "Moved", [row for row in found if row.moved]),
        (CONFLICT, "Candidates for conflict", [row for row in found if row.candidates]),
    )
    yield from (kind for kind in kinds if kind[2])
