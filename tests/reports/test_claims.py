"""Claims × sources, written for programs, spreadsheets and people."""

import csv
from io import StringIO

import pytest

from tests.reports.pairs import account
from tui.collation.model import Claim, Collation, Part, Place
from tui.collation.survey import Survey
from tui.reports.claims import table_csv, table_markdown, table_record
from tui.text.spans import Span
from tui.text.witness import Kind

HOSTILE = [
    '=HYPERLINK("http://example.org";"prize")',
    "+1 555 0100",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "\t=1+1",
    " \x0b=cmd|' /C calc'!A0",
]


def alone(sources):
    """Every sentence a claim of its own."""
    claims, told = [], []
    for source, one in enumerate(sources):
        told.append(tuple(range(len(claims), len(claims) + len(one.witness.sentences))))
        for sentence in range(len(one.witness.sentences)):
            sentences = tuple((sentence,) if other == source else () for other in range(len(sources)))
            claims.append(Claim(sentences, Place(source, sentence), 1.0, 1))
    witnesses = tuple(one.witness for one in sources)
    return Collation(witnesses, tuple(claims), tuple(told), tuple(range(len(sources))))


@pytest.fixture
def ferry():
    """Three sources: two make one claim, one of them twice; the third differs and echoes the second."""
    sources = [
        account("A", ["The ferry left at noon.", "Nobody waited."], kinds={1: Kind.HEADING}),
        account("B", ["At noon, the ferry left.", "The ferry was gone by noon."]),
        account("C", ["The ferry never left."]),
    ]
    claims = (
        Claim(((0,), (0, 1), (0,)), Place(1, 0), 0.5, 2, differing=(2,)),
        Claim(((1,), (), ()), Place(0, 1), 1.0, 1),
    )
    return sources, Collation(tuple(one.witness for one in sources), claims, ((0, 1), (0, 0), (0,)), (0, 1, 1))


def test_a_record_tells_who_says_what_and_where(ferry):
    record = table_record(ferry[0], Survey(ferry[1], ()))
    assert record["schema"] == "summit-tui/table@1"
    claim = record["claims"][0]
    assert claim["sentences"] == {"A": [0], "B": [0, 1], "C": [0]}
    assert claim["stance"] == {"A": "says", "B": "says", "C": "differs"}
    assert (claim["corroboration"], claim["origins"], claim["conflicts"]) == (3, 2, [])
    assert record["claims"][1]["sentences"] == {"A": [1]}
    assert record["claims"][1]["stance"] == {"A": "says", "B": "silent", "C": "silent"}


def test_the_text_of_a_claim_stands_at_its_offsets(ferry):
    record = table_record(ferry[0], Survey(ferry[1], ()))
    texts = {source["label"]: source["text"] for source in record["sources"]}
    for claim in record["claims"]:
        assert texts[claim["source"]][claim["start"] : claim["end"]] == claim["text"]


def test_a_claim_that_is_said_in_part_has_its_parts_and_who_says_each(ferry):
    sources, collation = ferry
    both = Part(Span(0, 14), ((0,), (0,), ()))
    unknown = Part(Span(15, 22), ((0,), (), ()), is_counted=False)
    survey = Survey(collation, (), parts=(((both, unknown), ()), ((), ()), ((),)))
    first, second = table_record(sources, survey)["claims"][0]["parts"]
    assert (first["text"], first["corroboration"], first["sentences"]) == ("The ferry left", 2, {"A": [0], "B": [0]})
    assert (second["text"], second["corroboration"]) == ("at noon", None)


def test_each_source_names_its_origin_and_its_bytes(ferry):
    sources = table_record(ferry[0], Survey(ferry[1], ()))["sources"]
    assert [source["origin"] for source in sources] == ["A", "B", "B"]
    assert all(len(source["sha256"]) == 64 for source in sources)


def test_a_spreadsheet_has_a_row_for_each_claim_and_a_column_for_each_source(ferry):
    rows = list(csv.DictReader(StringIO(table_csv(*ferry))))
    assert [row["text"] for row in rows] == ["At noon, the ferry left.", "Nobody waited."]
    assert [rows[0][label] for label in "ABC"] == ["says", "says", "differs"]
    assert (rows[0]["place"], rows[0]["sources"], rows[0]["origins"]) == ("B s1", "3", "2")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_cell_is_a_formula(hostile):
    sources = [account("A", [hostile])]
    rows = list(csv.reader(StringIO(table_csv(sources, alone(sources)))))
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r"))
    assert rows[1][1].startswith("'")


def test_what_a_source_says_is_no_markup(ferry):
    sources = [account("A", ["| a | <b>b</b> | [c](http://example.org)"], title="*A* | title")]
    written = table_markdown(sources, alone(sources))
    row = next(line for line in written.splitlines() if "example" in line)
    assert "\\| a \\| \\<b\\>b\\</b\\> \\| \\[c\\](http://example.org)" in row
    assert "\\*A\\* \\| title" in written


def test_markdown_has_a_sign_for_each_stance(ferry):
    written = table_markdown(*ferry)
    assert "| At noon, the ferry left. \\[B s1\\] | ● | ● | ! | 3 | 2 |" in written
    assert "| Nobody waited. \\[A s2\\] | ● | · | · | 1 | 1 |" in written
    assert "- **C** A title — one origin with B" in written


@pytest.mark.parametrize("write", [table_csv, table_markdown])
def test_no_control_character_comes_through(write):
    sources = [account("A", ["Red \x1b[31malert\x07 \u202efor all\u2028of us"], title="\x1b]0;x\x07")]
    written = write(sources, alone(sources))
    assert not set("\x1b\x07\u202e\u2028") & set(written)
