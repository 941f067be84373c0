"""The four formats: all that a report holds, nothing that a source says taken for markup, and read back whole."""

import csv
import json
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.dossier.stories import alone, report
from tests.reports.pairs import account
from tests.reports.test_page import read
from tui.reports.dossier.as_csv import report_csv
from tui.reports.dossier.as_html import report_html
from tui.reports.dossier.as_json import report_json
from tui.reports.dossier.as_markdown import report_markdown
from tui.reports.dossier.checking import Present, check
from tui.reports.dossier.receipts import NoReceiptsError, read_receipts

FORMATS = [report_csv, report_html, report_json, report_markdown]
HOSTILE = [
    "<script>alert(1)</script> on the pier",
    "</style></title><img src=x onerror=alert(1)>",
    "--> <b>loud</b> <!--q 0000000000000000:0-5 x-->x<!--/q-->",
    "<!--/q--> <script>alert(1)</script>",
    "\"><svg onload=alert(1)> ' onfocus='x",
    "{{ 7 * 7 }} {% for x in y %} {# gone #}",
    "[ferry](javascript:alert(1)) ![x](http://example.org/x.png) `code` **bold** | cell |",
    "# heading - item 1. one > quote ~~~ \\",
    '=HYPERLINK("http://example.org";"x")',
    "+1 -2 @SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    "'=1+1",
    "''=1+1",
    "\x1b[31mred\x07 \x1b]0;title\x07 \x9b2J",
    "abc\u202egnp.exe\u202c \u2066x\u2069",
    "\x00 nul, \ufffe and \u2028 a line",
    "a man\u200dwoman \U0001f468\u200d\U0001f469 \u00adsoft",
    "&lt;b&gt; &amp;amp; &#60;",
    "line one\nline two\r\n  three",
]
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def hostile(text):
    """The text as everything that a source can say of itself."""
    one = account("A", [text, "Quiet."], title=text, byline=text, path=text.replace("/", " ").replace("\0", " "))
    return alone(one, account("B", ["Calm."]))


@pytest.mark.parametrize("write", FORMATS)
def test_the_same_report_has_the_same_characters(write):
    assert write(report()) == write(report())


@pytest.mark.parametrize("write", FORMATS)
def test_every_format_is_read_back_with_its_sources_and_quotations(write):
    dossier = report()
    found = read_receipts(write(dossier))
    assert [(source.label, source.sha256) for source in found.sources] == [
        (account.label, account.article.sha256) for account in dossier.accounts
    ]
    assert {source.file for source in found.sources} == {"one.txt", "two.txt", "three.txt", "four.txt"}
    said = {(quote.text, quote.place) for claim in dossier.claims for quote in claim.said}
    assert said <= {(receipt.text, receipt.place) for receipt in found.quotations}
    marked = {quote.text for dispute in dossier.disputes for quote in dispute.quotes}
    assert marked <= {receipt.text for receipt in found.quotations}
    for receipt in found.quotations:
        (source,) = [one for one in dossier.accounts if one.article.sha256.startswith(receipt.sha256)]
        assert source.witness.text[receipt.start : receipt.end] == receipt.text


@pytest.mark.parametrize("write", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_source_says_is_read_back_as_it_said_it(write, text):
    dossier = hostile(text)
    found = read_receipts(write(dossier))
    present = {one.article.sha256: Present(one.file, one.article.sha256, one.witness.text) for one in dossier.accounts}
    assert {source.sha256 for source in found.sources} == set(present)
    verdict = check(found, present)
    assert (verdict.standing, verdict.broken) == (3, ())


@pytest.mark.parametrize("write", FORMATS)
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>-!/q\\&'\"|=*_`\r\n\t\u200d ")).filter(
        str.strip
    )
)
def test_any_text_at_all_is_read_back_as_it_was_said(write, text):
    dossier = alone(account("A", [text]))
    found = read_receipts(write(dossier))
    one = dossier.accounts[0]
    verdict = check(found, {one.article.sha256: Present("x", one.article.sha256, one.witness.text)})
    assert (verdict.standing, verdict.broken, verdict.miscopied) == (1, (), ())


@pytest.mark.parametrize("write", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_character_that_could_act_comes_through(write, text):
    assert not ACTING.search(write(hostile(text)).replace("\r\n", "\n"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_has_the_elements_that_it_has_for_harmless_sources(text):
    plain = [element for element, _ in read(report_html(hostile("x"))).elements]
    assert [element for element, _ in read(report_html(hostile(text))).elements] == plain


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_makes_no_markup_of_a_source(text):
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(report_markdown(hostile(text)))
    inline = [child for token in tokens for child in token.children or ()]
    assert not [token.content for token in tokens if token.type == "html_block"]
    assert not [child for child in inline if child.type in ("link_open", "image")]
    for child in inline:
        if child.type == "html_inline":
            assert re.fullmatch(r"<br>|<!--(source [^<>\s]* \w+ [^<>\s]*|q [^<>\s]+ [^<>\s]*|/q)-->", child.content)
    assert all(child.content == read_receipts_of_code(child) for child in inline if child.type == "code_inline")


def read_receipts_of_code(child):
    """Code is only ever a hash."""
    return re.fullmatch("[0-9a-f]{64}", child.content)[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(text):
    for row in csv.reader(StringIO(report_csv(hostile(text)), newline="")):
        assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "|", "%"))]


def test_json_has_all_that_is_needed_to_draw_it_again():
    record = json.loads(report_json(report()))
    assert record["schema"] == "summit-tui/report@1"
    assert (record["reviewer"], record["made"]) == ("Ann Reader", "2026-01-02T03:04:05Z")
    assert record["settings"] == {"scorer": "context", "joined": 0.3}
    assert [source["path"] for source in record["sources"]] == ["one.txt", "two.txt", "three.txt", "four.txt"]
    assert [source["origin"] for source in record["sources"]] == ["A", "B", "C", "B"]
    texts = {source["label"]: source["text"] for source in record["sources"]}
    (conflict,) = record["conflicts"]
    assert conflict["candidate"] is True
    for side, words in (("left", "less than three hours"), ("right", "seven hours")):
        (quotation,) = conflict[side]
        ((start, end),) = quotation["marked"]
        assert texts[quotation["source"]][start:end] == words
    assert record["claims"][0]["stance"] == {"A": "says", "B": "differs", "C": "says", "D": "silent"}
    assert len(record["pairs"]) == 6


def test_a_spreadsheet_has_a_row_for_each_quotation():
    rows = list(csv.DictReader(StringIO(report_csv(report()), newline="")))
    assert {row["section"] for row in rows} == {"stamp", "source", "claim", "conflict", "to confirm"}
    first = [row for row in rows if row["section"] == "claim" and row["number"] == "0"]
    assert [row["place"] for row in first] == ["C s1", "A s1", "B s1"]
    assert {(row["sources"], row["origins"]) for row in first} == {("A B C", "3")}
    assert [row["marked"] for row in rows if row["section"] == "conflict"] == ["less than three hours", "seven hours"]
    assert {row["reason"]: row["text"] for row in rows if row["section"] == "stamp"}["reviewer"] == "Ann Reader"


@pytest.mark.parametrize("write", FORMATS)
def test_every_format_carries_the_stamp(write):
    written = write(report())
    for told in ("9.9", "context", "0.3", "Ann Reader", "2026-01-02T03:04:05Z"):
        assert told in written
    assert "cases" not in written


def test_many_sources_are_named_beside_a_claim_instead_of_a_column_each():
    accounts = [account(label, [f"Report {label}."], path=f"{label}.txt") for label in map(chr, range(65, 91))]
    written = report_markdown(alone(*accounts))
    assert "| No. | Claim | Says | Sources | Origins |" in written
    assert written.count("<!--/q--> | Z | 1 | 1 |") == 1
    page = report_html(alone(*accounts))
    assert 'class="sign' not in page
    assert "The 100 closest of 325." in page


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "{}", "[]", "<", "<p>x</p>", "a,b\n1,2\n", "# A report", "{" * 100_000, '{"sources": 3}'),
        '{"sources": [{"label": 1, "path": null, "sha256": []}]}',
        '{"sources": [{"label": "A", "path": "a", "sha256": "' + "0" * 64 + '"}], "x": {"source": "A", "start": true, '
        '"end": -1, "text": 7}}',
        'section,start\r\n"' + "x" * 200_000,
    ],
)
def test_what_is_no_report_is_told_from_one(text):
    with pytest.raises(NoReceiptsError):
        read_receipts(text)
