"""Markdown that colleagues read, and that hostile text cannot bend."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.pairs import account, alignment, alone, bead, find, talks
from tui.alignment.model import Passage, Relation
from tui.reports.markdown import escaped, markdown
from tui.text.shown import shown
from tui.text.sides import Sides

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![beacon](https://example.org/pixel.png)",
    "<https://example.org>",
    "a | b | c",
    "`code` and ``more``",
    "**bold** __bold__ *it* _it_ ~~gone~~ $x$",
    "&lt;b&gt; &amp; &#60;",
    "back\\slash \\| \\` \\",
    "[note]: https://example.org",
    "# heading",
]


def rendered(text):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def cells(html):
    return [unescape(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", html, re.DOTALL)]


def test_every_row_cites_source_and_sentence():
    report = markdown(*talks())
    assert "# B ⇄ E" in report
    found = cells(rendered(report))
    assert "The talks <strong>lasted less than three</strong> hours. [B s1]" in found
    assert "A band played. [E s3]" in found
    assert "- No comments: \\[B\\]" in report


def test_rows_are_numbered_and_say_what_they_are():
    first = [cell for cell in cells(rendered(markdown(*talks()))) if "<code>" in cell][2:]
    assert first == [
        "1 <code>~</code> 0.62",
        "2 <code>=↕</code> 1.00<br>moved: first in E",
        "3 <code><</code>",
        "4 <code>></code>",
    ]


def test_a_moved_row_names_the_row_it_follows_on_the_right():
    accounts = Sides(account("A", ["One.", "Two."]), account("B", ["Two.", "One."]))
    beads = [bead([0], [1], Relation.IDENTICAL, moved=True), bead([1], [0], Relation.IDENTICAL)]
    assert "| 1 `=↕`<br>moved: in B after row 2 |" in markdown(accounts, alignment(accounts, beads))


def test_counts_stand_in_the_report():
    assert "`=` 1 identical · `~` 1 reworded · `<` 1 only in B · `>` 1 only in E · `↕` 1 moved" in markdown(*talks())


def test_the_sources_are_named_with_their_hashes():
    accounts, found = talks()
    report = markdown(accounts, found)
    for one in accounts:
        assert one.article.sha256 in report
        assert f" {one.article.source.path.name} " in report
        assert "folder" not in report
    assert "Another \\| title" in report
    assert "*none stated*" in report


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    accounts = Sides(account("A", [text], title=text, byline=text, path=text), account("B", ["Quiet."]))
    html = rendered(markdown(accounts, alone(accounts)))
    assert set(re.findall(r"<(\w+)", html)) <= {
        *["h1", "h2", "table", "thead", "tbody", "tr", "th", "td"],
        *["p", "ul", "li", "code", "strong", "em", "br"],
    }
    found = cells(html)
    assert f"{shown(text)} [A s1]" in found
    assert all(
        html.count("<td", row.start(), row.end()) == 3
        for row in re.finditer(r"<tr>(?:(?!</tr>).)*", html, re.DOTALL)
        if "<td" in row[0]
    )


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
def test_escaped_text_reads_as_it_was(text):
    html = rendered(f"x{escaped(text)}x")
    assert re.sub(r"\s+", " ", unescape(html)) == re.sub(r"\s+", " ", f"<p>x{shown(text)}x</p>\n")


@pytest.mark.parametrize(
    ("sentence", "shared", "bold"),
    [
        ("Trump–Putin met", "Trump", "Putin met"),
        ("say $5 now", "say", "$5 now"),
        ("a$5 now", "a", "$5 now"),
        ("now 5$a", "a", "now 5$"),
        ("会谈结束了", "会谈", "结束了"),
        ("so*called* end", "end", "so*called"),
    ],
)
def test_divergent_words_are_bold_whatever_stands_beside_them(sentence, shared, bold):
    accounts = Sides(account("A", [sentence]), account("B", [shared]))
    left, right = accounts
    passage = Passage(find(left, shared), find(right, shared))
    found = alignment(accounts, [bead([0], [0], Relation.REWORDED, similarity=0.5, passages=[passage])])
    html = unescape(rendered(markdown(accounts, found)))
    assert re.search(rf"<(strong|b)>{re.escape(bold)}</\1>", html)


def test_several_sentences_of_one_side_stand_in_one_cell():
    accounts = Sides(account("A", ["One.", "Two."]), account("B", ["One and two."]))
    found = alignment(accounts, [bead([0, 1], [0], Relation.REWORDED, similarity=0.5)])
    assert any("[A s1]<br>" in cell and cell.endswith("[A s2]") for cell in cells(rendered(markdown(accounts, found))))
