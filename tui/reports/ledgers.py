"""What a survey's ledgers set beside each other, as records."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.reports.account import Account
from tui.reports.records import Record

if TYPE_CHECKING:
    from tui.collation.ledgers.rows import Row
    from tui.collation.survey import Survey
    from tui.collation.told import Cited


def ledgers_record(accounts: Sequence[Account], survey: "Survey") -> Record:
    """`ladders` of dates and places, `firsts` with their baselines, `paraphrases` of quotations; none is a conflict."""
    from tui.collation.ledgers.dates import date_ledger  # noqa: PLC0415 (they load the engine)
    from tui.collation.ledgers.firsts import first_ledger  # noqa: PLC0415
    from tui.collation.ledgers.paraphrases import find_paraphrases  # noqa: PLC0415
    from tui.collation.ledgers.places import place_ledger  # noqa: PLC0415

    dates = [row for row in date_ledger(survey).placed if row.exact]
    return {
        "ladders": [
            {"kind": kind, **_row(row, accounts), "most_exact": [accounts[source].label for source in row.exact]}
            for kind, rows in (("date", dates), ("place", place_ledger(survey)))
            for row in rows
        ],
        "firsts": [{**_row(row, accounts), "note": row.note} for row in first_ledger(survey)],
        "paraphrases": [
            {
                "quotation": place_record(paraphrase.quotation, accounts),
                "said": place_record(paraphrase.said, accounts),
            }
            for paraphrase in find_paraphrases(survey)
        ],
    }


def _row(row: "Row", accounts: Sequence[Account]) -> Record:
    return {"name": row.name, "told": [place_record(cell.cited, accounts) for cell in row.cells]}


def place_record(cited: "Cited", accounts: Sequence[Account]) -> Record:
    """Words of a source and where they stand."""
    account = accounts[cited.source]
    return {
        "source": account.label,
        "sentence": cited.sentence,
        "start": cited.span.start,
        "end": cited.span.end,
        "text": account.witness.text[slice(*cited.span)],
    }
