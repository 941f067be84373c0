"""The web page."""

import hashlib
import re
from base64 import b64encode
from html import escape
from html.parser import HTMLParser

import pytest

from tests.reports.pairs import account, alignment, alone, bead, talks
from tui.alignment.model import Relation
from tui.reports.page import page
from tui.text.sides import Sides
from tui.text.witness import Kind

HOSTILE = [
    "<script>alert(1)</script>",
    "</title></style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '<a href="javascript:alert(1)">x</a>',
    "&lt;script&gt;",
    "<!-- x --> ]]> <![CDATA[",
    "\x00\x1b[31m\u202e<b>",
]
VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Every element with its attributes, the text of each kind of element, and what is left open."""

    def __init__(self):
        super().__init__()
        self.elements = []
        self.open = []
        self.texts = {}

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts[self.open[-1] if self.open else ""] = self.texts.get(self.open[-1] if self.open else "", "") + data


def read(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing():
    reader = read(page(*talks()))
    tags = {tag for tag, _ in reader.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    for _, attributes in reader.elements:
        assert not any(name.startswith("on") or name in ("src", "style") for name in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert "url(" not in reader.texts["style"]
    assert "@import" not in reader.texts["style"]


def test_the_policy_allows_this_style_and_nothing_else():
    text = page(*talks())
    style = re.search(r"<style>(.*)</style>", text, re.DOTALL)[1]
    policy = next(a["content"] for tag, a in read(text).elements if a.get("http-equiv") == "Content-Security-Policy")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    plain = Sides(account("A", ["x"], title="x", byline="x", path="x"), account("B", ["Quiet."]))
    hostile = Sides(account("A", [text], title=text, byline=text, path=text), account("B", ["Quiet."]))
    expected = read(page(plain, alone(plain)))
    found = read(page(hostile, alone(hostile)))
    assert found.elements == expected.elements
    assert not any(character in page(hostile, alone(hostile)) for character in "\x00\x1b\u202e")


def test_rows_carry_sign_class_citation_and_address():
    text = page(*talks())
    assert '<tr role="row" id="row-1" class="reworded">' in text
    assert 'The talks <mark class="left">lasted less than three</mark> hours. <span class="place">B s1</span>' in text
    assert '<h3>B</h3>\n<ul lang="en">\n<li dir="auto">No comments:</li>' in text
    heads = re.findall(r'<th scope="row" role="rowheader">(.*?)</th>', text)
    assert [re.sub("<[^>]*>", "", head.replace("<br>", " ")) for head in heads] == [
        *["1 ~ reworded 0.62", "2 =↕ identical 1.00 moved: first in E"],
        *["3 &lt; only in B", "4 &gt; only in E"],
    ]


def test_the_table_stays_one_for_those_who_hear_it():
    elements = read(page(*talks())).elements
    roles = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
    assert all(attributes.get("role") == roles[tag] for tag, attributes in elements if tag in roles)
    heads = [(attributes["scope"], attributes["role"]) for tag, attributes in elements if tag == "th"]
    assert heads == [("col", "columnheader")] * 3 + [("row", "rowheader")] * 4
    assert sum(tag == "td" for tag, _ in elements) == 8
    assert all(attributes["aria-hidden"] == "true" for _, attributes in elements if attributes.get("class") == "glyph")


def test_a_side_that_is_silent_says_so():
    text = page(*talks())
    assert '<td role="cell" class="none"><span class="unseen">nothing in E</span></td>' in text
    assert '<td role="cell" class="none"><span class="unseen">nothing in B</span></td>' in text


def test_every_link_leads_to_a_row_and_rows_in_both_are_listed():
    text = page(*talks())
    elements = read(text).elements
    rows = {f"#{attributes['id']}" for _, attributes in elements if "id" in attributes}
    assert {attributes["href"] for tag, attributes in elements if tag == "a"} == rows
    for glyph, name, row in (("=", "Identical", 2), ("~", "Reworded", 1), ("↕", "Moved", 2)):
        assert f'{glyph}</span> {name} in row <a href="#row-{row}">{row}</a></p>' in text


def test_a_pair_without_links_lists_none():
    accounts = Sides(account("A", ["x"]), account("B", ["y"]))
    assert "<nav" not in page(accounts, alone(accounts))


def test_a_moved_row_names_the_row_it_follows_on_the_right():
    accounts = Sides(account("A", ["One.", "Two."]), account("B", ["Two.", "Three.", "One."]))
    beads = [
        bead([0], [2], Relation.IDENTICAL, moved=True, similarity=1.0),
        bead([1], [0], Relation.IDENTICAL, similarity=1.0),
        bead([], [1], Relation.RIGHT_ONLY),
    ]
    assert 'moved: in B after row <a href="#row-3">3</a>' in page(accounts, alignment(accounts, beads))


def test_headings_look_like_headings():
    accounts = Sides(account("A", ["What next", "Rain."], kinds={0: Kind.HEADING}), account("B", ["Sun."]))
    text = page(accounts, alone(accounts))
    assert '<p dir="auto" class="heading">What next ' in text
    assert text.count('class="heading"') == 1


def test_everything_a_source_says_is_in_its_language_and_runs_in_its_direction():
    left, right = account("A", ["Es regnet.", "Teilen"], title="Wetter", kinds={1: Kind.FURNITURE}), account("B", ["x"])
    left = left._replace(witness=left.witness._replace(language="de"))
    accounts = Sides(left, right)
    found = re.findall(r'lang="de"(?:>\s*<\w+)? dir="auto">([^< ]+)', page(accounts, alone(accounts)))
    assert found == ["Wetter", "Wetter", "Es", "Teilen"]


def test_counts_and_hashes_stand_on_the_page():
    accounts, found = talks()
    text = page(accounts, found)
    for glyph, name in (("=", "identical"), ("~", "reworded"), ("<", "only in B"), (">", "only in E"), ("↕", "moved")):
        assert f'<li><span class="glyph" aria-hidden="true">{escape(glyph)}</span> 1 {name}</li>' in text
    for one in accounts:
        assert one.article.sha256 in text


def test_the_page_is_for_paper_phones_and_both_schemes():
    text = page(*talks())
    assert "width=device-width" in text
    for rule in ("prefers-color-scheme: dark", "@media print", "max-width"):
        assert rule in text


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_ink_is_legible_on_its_ground_in_both_schemes():
    style = read(page(*talks())).texts["style"]
    schemes = [dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in re.findall(r":root \{([^}]*)\}", style)]
    assert len(schemes) == 2
    for scheme in schemes:
        for ink, ground in (
            *[("ink", "paper"), ("faint", "paper"), ("left", "paper"), ("right", "paper")],
            *[("moved", "paper"), ("left", "left-ground"), ("right", "right-ground")],
        ):
            low, high = sorted((luminance(scheme[ink]), luminance(scheme[ground])))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)
