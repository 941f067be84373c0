"""Rows as a spreadsheet's file, in which no cell is taken for a formula, and cells read back from one."""

import csv
from collections.abc import Iterable
from io import StringIO

_STARTS_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")  # as spreadsheets read a cell, in any locale


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """The rows as RFC 4180 writes them, each cell such that a spreadsheet shows it and computes nothing."""
    file = StringIO()
    csv.writer(file, lineterminator="\r\n").writerows(map(_guarded, row) for row in rows)
    return file.getvalue()


def without_guard(cell: str) -> str:
    """The text that a cell of `csv_text` was made of."""
    return cell[1:] if cell.startswith("'") and _guarded(cell) != cell else cell


def _guarded(text: str) -> str:
    return f"'{text}" if text.lstrip(" '").startswith(_STARTS_FORMULA) else text
