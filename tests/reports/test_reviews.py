"""What reviewers did, written out and read back."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.makers import ACTS, LEFT, act, both, verdict
from tui.reports.reviews import NoReviewError, read_reviews, review_csv, review_jsonl
from tui.review.acts import Note, Shown, Undo
from tui.review.anchors import anchor
from tui.review.rows import COLUMNS

HOSTILE = "=cmd|' /C calc'!A0\x1b[2J\r\n\u202e\"quoted\", \\n and \\ and 'more'"
ONE = (anchor(LEFT, 0),)
WRITERS = pytest.mark.parametrize("write", [review_jsonl, review_csv])


@WRITERS
@settings(max_examples=40)
@given(acts=st.lists(ACTS, max_size=4))
def test_what_is_written_is_read_again(write, acts):
    assert read_reviews(write(acts)) == tuple(acts)


@WRITERS
@pytest.mark.parametrize("text", [HOSTILE, "'=1", "\\u0041", "", " ", "'", "-1", '"', "\\", "ends in \\", "|x", "0"])
def test_any_note_is_read_again_and_reaches_no_terminal_raw(write, text):
    one = act(Note(ONE, text))
    written = write([one])
    assert read_reviews(written) == (one,)
    assert not {"\x1b", "\u202e", "\t"} & set(written)
    assert len(written.splitlines()) == written.count("\n")


def test_no_cell_of_a_spreadsheet_is_a_formula():
    rows = list(csv.reader(StringIO(review_csv([act(Note(ONE, "=1+1")), act(Note(ONE, HOSTILE))]))))
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_each_line_says_who_when_on_which_bytes_with_what():
    one = act(verdict(shown=Shown(0.44, "reworded", "bounds", "context", 0.3), blind=True), time=1_700_000_000_123_456)
    record = json.loads(review_jsonl([one]))
    assert record["schema"] == "summit-tui/review@1"
    assert (record["reviewer"], record["time"], record["tool"]) == ("ann", "2023-11-14T22:13:20.123456Z", "1.0")
    assert (record["scorer"], record["cut"], record["similarity"], record["blind"]) == ("context", 0.3, 0.44, True)
    assert (record["one_sha256"], record["other_sha256"]) == ("0" * 64, "0" * 64)


def test_a_spreadsheet_says_whether_a_verdict_was_blind():
    acts = [act(verdict(blind=True)), act(verdict(blind=False)), act(Note(ONE, "ask"))]
    rows = csv.DictReader(StringIO(review_csv(acts)))
    assert [row["blind"] for row in rows] == ["yes", "no", ""]


def test_a_spreadsheet_that_was_sorted_and_grew_a_column_is_read():
    acts = [act(verdict()), act(Note(both(), "ask"))]
    header, *rows = csv.reader(StringIO(review_csv(acts)))
    file = StringIO()
    csv.writer(file).writerows([["mine", *reversed(header)], *(["x", *reversed(row)] for row in reversed(rows))])
    assert set(read_reviews(file.getvalue())) == set(acts)


def test_a_note_typed_into_a_spreadsheet_is_read_as_it_stands():
    written = review_csv([act(Note(ONE, "PLACE"))])
    assert read_reviews(written.replace("PLACE", "C:\\path"))[0].deed.text == "C:\\path"


LINE = review_jsonl([act(verdict())])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "line 1: no JSON"),
        (f'{LINE}{{"a": 1}}\n', "line 2: not in the schema"),
        (LINE + LINE.replace('"conflict"', '"maybe"'), "line 2: value is"),
        (LINE.replace("Z", ""), "line 1: time is"),
        (LINE + "[" * 100_000, "line 2: no JSON"),
        ("id,reviewer\n", "line 1: not the columns"),
        (review_csv([act(Undo("0" * 32))]).replace("undo", "redu"), "line 2: kind is"),
        (review_csv([act(verdict())]).replace(",1,", ",one,"), "line 2: one_sentence is"),
        (",".join(COLUMNS) + "\n" + "x" * 200_000, "line [12]: "),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_review_is_refused_with_its_line(text, reason):
    with pytest.raises(NoReviewError, match=reason):
        read_reviews(text)
