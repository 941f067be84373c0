"""Documents that other programs made of one article."""

from pathlib import Path

import pytest

from tui.articles import find_sources, members_of, read
from tui.text.witness import Kind

MADE = Path(__file__).parent / "made"
TITLE = "Old lock gates at Fenwick give way after a night of rain"
HEADINGS = ["“It sounded like a tree coming down”", "What happens next"]
BODY = """\
The upper gates of the lock at Fenwick broke shortly after two in the morning on Friday, and within an hour the \
water in the basin had dropped by almost three metres.
Nobody was hurt. Eleven narrowboats settled on the mud, four of them at such an angle that their owners were \
brought ashore by ladder, the canal trust said.
“It sounded like a tree coming down, and then the whole boat began to lean,” said Piet Hallam, who has lived on \
the water for nineteen years. He called the trust at 2:20 a.m. and, he said, waited until daylight for an answer.
The trust disputes that. Its engineer, Rosalind Achterberg, told reporters that a crew had been on the bank by \
half past three & had closed the paddles of the lock below.
Three things have to be done before boats can move again:
That will cost about £240,000 and take six weeks, according to the trust. Owners who cannot wait may have their \
boats moved by road, at a price that nobody has yet been willing to name.
A public meeting is to be held in the wharf café on Tuesday at 7 p.m.\
""".splitlines()
LIST = [
    "the basin is to be sealed with stop planks,",
    "the gates, which date from 1911, are to be lifted out by crane,",
    "and divers are to look at the sill.",
]
SITE = ("Most read", "© 2025 The Canal Post. All rights reserved.", "Privacy policy")
WHOLE = {"chromium.pdf", "libreoffice.docx", "libreoffice.epub", "libreoffice.pdf", "pandoc.docx", "pandoc.epub"}
"""Documents that hold the whole page, navigation and footer too."""


def article(name):
    return read(find_sources([str(MADE / name)])[0])


def blocks(article, *kinds):
    return [article.text[slice(*block.span)] for block in article.blocks if block.kind in kinds]


@pytest.mark.parametrize("name", sorted({"page.html", "chromium.html"} | WHOLE))
def test_a_document_gives_its_paragraphs_and_what_it_says_of_itself(name):
    found = article(name)
    assert found.format == name.rpartition(".")[2]
    assert found.title.removesuffix(" | The Canal Post") == TITLE
    assert (found.byline, found.language) == ("Maren Oakley", "en")
    body = blocks(found, Kind.BODY)
    assert [text for text in body if text in BODY] == BODY
    assert blocks(found, Kind.HEADING)[-1] == HEADINGS[1]
    assert not set(SITE) & set(blocks(found, Kind.BODY, Kind.HEADING, Kind.LIST))


@pytest.mark.parametrize("name", ["page.html", "chromium.html", "pandoc.docx", "libreoffice.docx", "pandoc.epub"])
def test_headings_and_lists_are_taken_from_the_document(name):
    found = article(name)
    assert blocks(found, Kind.HEADING)[-2:] == HEADINGS
    assert blocks(found, Kind.LIST)[-3:] == LIST


@pytest.mark.parametrize("name", ["page.html", "chromium.html"])
def test_of_a_page_only_the_article_is_kept(name):
    found = article(name)
    assert [found.text[slice(*block.span)] for block in found.blocks] == [
        *(TITLE, *BODY[:2], HEADINGS[0], *BODY[2:4], HEADINGS[1], BODY[4], *LIST, *BODY[5:])
    ]
    assert found.date == "2025-03-14T06:45+01:00"
    assert found.address == "https://canalpost.example/2025/03/fenwick-lock"


@pytest.mark.parametrize("name", ["chromium.pdf", "libreoffice.pdf", "libreoffice.epub"])
def test_the_lines_of_a_list_stay_apart_where_it_is_not_marked(name):
    found = article(name)
    texts = [text.removeprefix("• ") for text in blocks(found, Kind.BODY, Kind.LIST)]
    assert [text for text in texts if text in LIST] == LIST


def test_what_stands_at_the_edge_of_every_printed_page_is_left_out():
    assert not any("127.0.0.1" in text or "AM" in text for text in article("chromium.pdf").text.splitlines())


def test_the_pages_of_an_archive_are_articles():
    archive = find_sources([str(MADE / "wget.warc.gz")])[0]
    pages = {source.member.rpartition("/")[2]: read(source) for source in members_of(archive)}
    assert list(pages) == ["", "fenwick.html", "kettle.html"]
    assert blocks(pages["fenwick.html"], Kind.TITLE, Kind.BODY) == [TITLE, *BODY]
    german = pages["kettle.html"]
    assert (german.title, german.language, german.format) == ("Der Kessel pfeift wieder", "de", "html")
    assert german.address == "http://127.0.0.1:8917/kettle.html"
    assert "nach Mühlbach, und an jedem Bahnübergang" in german.text


@pytest.mark.parametrize("name", ["page.html", "chromium.pdf", "pandoc.docx", "pandoc.epub"])
def test_the_same_bytes_make_the_same_text(name):
    first, again = article(name), article(name)
    assert (first.text, first.key, first.blocks) == (again.text, again.key, again.blocks)
