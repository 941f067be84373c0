"""Pieces of HTML, whole and broken."""

import pytest

from tui.articles.formats.markup import SITE, paragraphs_of


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("plain words", [("", "plain words")]),
        ("<p>one <b>bold</b> word<p>and another", [("", "one bold word"), ("", "and another")]),
        ("first<br>line<br><br>second", [("", "first line"), ("", "second")]),
        ("<ul><li>a<li>b</ul>after", [("list", "a"), ("list", "b"), ("", "after")]),
        ("<ol><li><p>a</p></li></ol><p>b", [("list", "a"), ("", "b")]),
        ("<h2>Never closed<p>body<p>more", [("heading", "Never closed"), ("", "body"), ("", "more")]),
        ("<h2>One</h2><h3>Two</h3>body", [("heading", "One"), ("heading", "Two"), ("", "body")]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", [("", "a | b"), ("", "c")]),
        ("<figure><figcaption>The <i>pier</i></figcaption></figure>", [("caption", "The pier")]),
        ("<script>if (a < b) x()</script><style>p {}</style>kept", [("", "kept")]),
        ("<svg><text>no</text></svg><svg/>kept &amp; &#x41;", [("", "kept & A")]),
        ("<nav>Home</nav><p>kept</p><footer>© all", [("", "kept")]),
        ("a &nbsp; b\u200a\n\n\tc", [("", "a b c")]),
        ("", []),
    ],
)
def test_the_paragraphs_of_a_piece_of_html(markup, expected):
    assert list(paragraphs_of(markup, without=SITE)) == expected
