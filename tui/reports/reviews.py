"""What reviewers did as lines of JSON or as a spreadsheet, and read back from either."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

from tui.reports.records import Record, encode, json_text
from tui.reports.spreadsheets import csv_text, without_guard
from tui.review.acts import Act
from tui.review.anchors import Anchor
from tui.review.rows import COLUMNS, NoActError, Row, act_of, row_of

SCHEMA = "summit-tui/review@1"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBERS = ("similarity", "cut")
_SWITCHES = ("blind", "decision")
_OPTIONAL = ("relation", "candidate", "scorer", *_NUMBERS, *_SWITCHES)
_SIDES = ("one", "other")
_SAID = {None: "", True: "yes", False: "no"}
_YES = ("yes", "true")  # a spreadsheet may have words of its own for it
_QUOTE = re.compile(r'\\(.)|"')


class NoReviewError(ValueError):
    """A text is no export of reviews; the message says which line, and what is wrong with it."""


def review_jsonl(acts: Iterable[Act]) -> str:
    """A line of JSON for each act, in the schema `summit-tui/review@1`."""
    return "".join(encode(act_record(act)) for act in acts)


def act_record(act: Act) -> Record:
    """A `summit-tui/review@1` record: the act's row, its time as a date of ISO 8601."""
    row = row_of(act)
    return {"schema": SCHEMA, **row, "time": written_time(act.time)}


def review_csv(acts: Iterable[Act]) -> str:
    r"""RFC 4180 with a header and a row for each act; no cell is taken for a formula.

    Control characters and backslashes are spelt as in JSON, `\n` for a line's end, so that each act is one line.
    """
    records = map(act_record, acts)
    return csv_text([COLUMNS, *([_spelt(record[column]) for column in COLUMNS] for record in records)])


def read_reviews(text: str) -> tuple[Act, ...]:
    """The acts of an export, lines of JSON or a spreadsheet's rows, whatever else each holds; of no text none.

    Raises:
        NoReviewError: A line is no act.
    """
    is_json = not text.strip() or text.lstrip().startswith("{")
    records = _json_records(text) if is_json else _csv_records(text)
    return tuple(_act(line, record) for line, record in records)


def written_time(time: int) -> str:
    """Microseconds since 1970 as a date and time of ISO 8601 in UTC."""
    return (_EPOCH + timedelta(microseconds=time)).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _read_time(value: object) -> int:
    try:
        return (datetime.fromisoformat(str(value)) - _EPOCH) // timedelta(microseconds=1)
    except (ValueError, TypeError):  # no date, or one without its zone
        raise NoActError("time") from None


def _act(line: int, record: Row) -> Act:
    try:
        return act_of({**record, "time": _read_time(record.get("time"))})
    except NoActError as error:
        raise NoReviewError(f"line {line}: {error} is missing or not valid") from None


def _json_records(text: str) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            raise NoReviewError(f"line {number}: no JSON") from None
        if not isinstance(record, Mapping) or record.get("schema") != SCHEMA:
            raise NoReviewError(f"line {number}: not in the schema {SCHEMA}")
        yield number, record


def _csv_records(text: str) -> Iterator[tuple[int, Row]]:
    rows = csv.DictReader(StringIO(text, newline=""))
    try:
        if not set(COLUMNS) <= set(rows.fieldnames or ()):
            raise NoReviewError("line 1: not the columns of a review")
        for row in rows:
            yield rows.line_num, _typed({column: _unspelt(without_guard(row[column] or "")) for column in COLUMNS})
    except csv.Error as error:
        raise NoReviewError(f"line {rows.line_num}: {error}") from None


def _typed(cells: Mapping[str, str]) -> dict[str, Any]:
    """The cells as the values of a row; a side whose sentence has no number is not there."""
    row: dict[str, Any] = dict(cells)
    row |= {name: None for name in _OPTIONAL if not cells[name]}
    row |= {name: cells[name].casefold() in _YES for name in _SWITCHES if cells[name]}
    row |= {name: _number(cells[name], float) for name in _NUMBERS if cells[name]}
    for side in _SIDES:
        if cells[f"{side}_sentence"]:
            row[f"{side}_sentence"] = _number(cells[f"{side}_sentence"], int)
        else:
            row |= {f"{side}_{name}": None for name in Anchor._fields}
    return row


def _number(cell: str, kind: type[int] | type[float]) -> float | str:
    try:
        return kind(cell)
    except ValueError:
        return cell


def _spelt(value: object) -> str:
    if value is None or isinstance(value, bool):
        return _SAID[value]
    written = json_text(value)
    return written[1:-1].replace('\\"', '"') if isinstance(value, str) else written


def _unspelt(cell: str) -> str:
    try:
        quoted = _QUOTE.sub(lambda found: found[0] if found[1] else f"\\{found[0]}", cell)
        return str(json.loads(f'"{quoted}"', strict=False))
    except ValueError:
        return cell
