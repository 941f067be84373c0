import pytest

from tui.articles import bundled, read, witness
from tui.articles.frontmatter import FrontMatter
from tui.articles.origin import Source
from tui.articles.structure import structure
from tui.text.witness import Kind

PROSE = "The dock workers voted on Saturday to go on with their strike, and the owners would not move either."
MORE = "Nobody in the town had thought that it would last so long, and nobody knew how it would end for them."
TITLES = [
    "Trump Suffers 'Major Defeat' After Failure of Talks With Putin",
    "Trump Snubs Reports of 'Major Defeat' After Talks With Putin",
    "Putin Gains Recognition — Did Trump Come Back Empty-Handed From Alaska Summit?",
    "Putin Claims Victory After Alaska Summit with Trump",
    "Trump–Putin Alaska Summit: Talks Fail to Yield Breakthrough",
]

A_PAGE = f"""\
Skip to main content
Home > World > Europe
World
Harbour strike enters third week as talks stall
Dock workers and owners remain far apart on pay, and ships are waiting at sea.
By Ann Lee and Tom Roe
Published 3 August 2024, 10:15 BST
Updated 2 hours ago
Share
Save
Photo: Ships wait off the coast (Getty Images)
OSLO, Aug 3 (Reuters) - {PROSE}

Advertisement

READ MORE: Why the ferries are late

What happens next?

{MORE}

• Pay: the union wants 7 percent
• Hours: the owners want longer shifts

Reporting by Ann Lee; Editing by Kim Poe

Ann Lee
Ann Lee is a senior correspondent based in Oslo, where she covers shipping and labour. She joined in 2015.

More from World
Ferries late again
Minister resigns over bridge

© 2024 Harbour Daily. All rights reserved.
"""


def parts(text, *kinds, markdown=False):
    """Kind and text of the blocks, of these kinds where any are given."""
    blocks = structure(text, markdown=markdown).blocks
    return [(block.kind.value, text[slice(*block.span)]) for block in blocks if not kinds or block.kind in kinds]


def own(text, *, markdown=False):
    return [part for part in parts(text, markdown=markdown) if part[0] != "furniture"]


def texts(text, *kinds, markdown=False):
    return [part for _, part in parts(text, *kinds, markdown=markdown)]


@pytest.fixture(scope="module")
def seeds():
    return [read(source) for source in bundled()]


def lines(article, kind=Kind.FURNITURE):
    return [article.text[slice(*block.span)] for block in article.blocks if block.kind is kind]


def test_the_bundled_titles(seeds):
    assert [article.title for article in seeds] == TITLES
    assert [lines(article, Kind.TITLE) for article in seeds] == [[title] for title in TITLES]


def test_the_bundled_furniture(seeds):
    assert lines(seeds[0]) == ["Agencies", "No comments:", "Post a Comment"]
    assert lines(seeds[1]) == ["Based On ANI Report", "No comments:", "Post a Comment"]
    assert [line[:12] for line in lines(seeds[2])] == [
        *(
            "Categories: ",
            "Published by",
            "Neerja Mishr",
            "ALSO READ:\u00a0W",
            "ALSO READ:\u00a0B",
            "ALSO READ:\u00a0T",
        ),
        *("Neerja Mishr", "Published by"),
    ]
    assert [line[:14] for line in lines(seeds[3])] == [
        *("putin-victory-", "James O’Connor", "James O’Connor", "James O’Connor", "Read full bio ", "You Might Also"),
    ]
    assert lines(seeds[4]) == ["Poonam Sharma", "Comments are closed."]


def test_the_bundled_bylines_and_credits(seeds):
    assert [article.byline for article in seeds] == [None, None, "Neerja Mishra", "James O’Connor", "Poonam Sharma"]
    assert [article.wire for article in seeds] == ["Agencies", "Based On ANI Report", None, None, None]
    assert [article.agency for article in seeds] == [None, "ANI", None, None, None]
    assert [article.date for article in seeds] == [None] * 5
    assert {article.language for article in seeds} == {"en"}


def test_the_bundled_deks_headings_and_lists(seeds):
    assert [len(lines(article, Kind.DEK)) for article in seeds] == [0, 0, 1, 1, 0]
    assert [len(lines(article, Kind.HEADING)) for article in seeds] == [0, 0, 4, 7, 8]
    assert [len(lines(article, Kind.LIST)) for article in seeds] == [0, 0, 0, 3, 0]
    assert lines(seeds[4], Kind.HEADING)[-1] == "Conclusion"


def test_the_bundled_sentences(seeds):
    first, fourth = witness(seeds[0]), witness(seeds[3])
    assert first.quote(1).startswith("The much-anticipated")
    assert first.quote(1).endswith("diplomatic defeat for Trump.")
    quotes = [fourth.quote(at) for at in range(len(fourth.sentences))]
    assert [quote for quote in quotes if quote.endswith('joint appearance."') and "observed" in quote]


def test_a_page_with_everything_around_it():
    found = structure(A_PAGE)
    assert found.title == "Harbour strike enters third week as talks stall"
    assert found.byline == "Ann Lee and Tom Roe"
    assert (found.wire, found.agency, found.date) == ("Reuters", "Reuters", "3 August 2024, 10:15 BST")
    assert own(A_PAGE) == [
        ("title", "Harbour strike enters third week as talks stall"),
        ("dek", "Dock workers and owners remain far apart on pay, and ships are waiting at sea."),
        ("caption", "Photo: Ships wait off the coast (Getty Images)"),
        ("body", f"OSLO, Aug 3 (Reuters) - {PROSE}"),
        ("heading", "What happens next?"),
        ("body", MORE),
        ("list", "• Pay: the union wants 7 percent"),
        ("list", "• Hours: the owners want longer shifts"),
    ]


def test_furniture_names_its_rule():
    rules = [block.rule for block in structure(A_PAGE).blocks if block.kind is Kind.FURNITURE]
    assert rules[:4] == ["navigation", "breadcrumbs", "kicker", "byline"]
    assert {"advertisement", "related", "biography", "copyright", "date", "share"} <= set(rules)


def test_a_section_alone_above_the_text_is_its_title():
    assert structure(f"Opinion\n\n{PROSE}\n\n{MORE}").title == "Opinion"
    assert structure(f"Opinion\n\nWhy it matters\n\n{PROSE}").title == "Why it matters"


@pytest.mark.parametrize(
    "first",
    [
        "Nobody in the town had thought that it would last. Now it has lasted for three weeks.",
        "• Ships wait at sea",
        "Ships wait at sea;",
        "A single sentence that ends as sentences do and is a good deal longer than any headline would ever be.",
    ],
)
def test_a_text_that_begins_at_once_has_no_title(first):
    assert structure(f"{first}\n{PROSE}\n{MORE}").title is None


@pytest.mark.parametrize(
    "title", ["Talks fail.", "What now?", "Strike ‘will go on’", "U.S. and E.U. talk", "No deal!", "Мост открыт"]
)
def test_a_headline_may_end_in_a_mark(title):
    assert structure(f"{title}\n\n{PROSE}").title == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("BY ANN LEE", "ANN LEE"),
        ("By Ann Lee, Harbour Correspondent", "Ann Lee"),
        ("By Ann Lee in Oslo", "Ann Lee"),
        ("By Redaksjonen", "Redaksjonen"),
        ("By Ann Lee | August 3, 2024", "Ann Lee"),
        ("By Ann Lee, Tom Roe and Kim Poe", "Ann Lee, Tom Roe and Kim Poe"),
        ("Written by Seán O’Dea", "Seán O’Dea"),
        ("Published by\nAnn Lee", "Ann Lee"),
        ("Author: Ludwig van der Berg", "Ludwig van der Berg"),
        ("Ann Lee, Senior Correspondent", "Ann Lee"),
        ("Ann Lee", "Ann Lee"),
        ("Ann Lee\nAnn Lee", "Ann Lee"),
        ("By Staff Reporter", None),
        ("August 3, 2024", None),
        ("", None),
    ],
)
def test_the_byline_is_the_names_alone(line, byline):
    text = f"Strike goes on\n{line}\n{PROSE}\n{MORE}"
    assert structure(text).byline == byline
    assert texts(text, Kind.BODY) == [PROSE, MORE]


@pytest.mark.parametrize(
    "heading", ["Key Takeaways", "New Delhi", "Strategic Gains", "Dock Workers", "Berg Speaks", "By the Numbers"]
)
def test_a_heading_under_the_title_is_no_byline(heading):
    text = f"Strike goes on\n\n{heading}\n\n{PROSE}\n\nKari Berg speaks for each of the workers at the port, she says."
    assert structure(text).byline is None
    assert heading in texts(text, Kind.HEADING)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: August 3, 2024", "August 3, 2024"),
        ("Updated: Aug. 4, 2024\nPublished: Aug. 3, 2024", "Aug. 3, 2024"),
        ("Saturday, 3 August 2024", "Saturday, 3 August 2024"),
        ("2024-08-03", "2024-08-03"),
        ("By Ann Lee | 3 August 2024", "3 August 2024"),
        ("3 hours ago", None),
    ],
)
def test_the_date_is_the_one_stated_above(line, date):
    assert structure(f"Strike goes on\n{line}\n{PROSE}\n{MORE}").date == date


def test_a_day_in_the_text_is_not_the_articles():
    text = f"Strike goes on\n\nOn August 3, 2024, they met for nine hours in a hotel by the sea.\n\nAugust 4\n\n{PROSE}"
    assert structure(text).date is None
    assert "August 4" in texts(text, Kind.HEADING)


@pytest.mark.parametrize(
    ("before", "after", "wire", "agency"),
    [
        ("", "Agencies", "Agencies", None),
        ("", "(With inputs from AFP)", "With inputs from AFP", "AFP"),
        ("", "Source: Reuters", "Source: Reuters", "Reuters"),
        (
            "",
            "The Associated Press contributed to this report.",
            "The Associated Press contributed to this report.",
            "Associated Press",
        ),
        ("OSLO (AP) — ", "", "AP", "AP"),
        ("Oslo, Aug. 3 (Xinhua) -- ", "", "Xinhua", "Xinhua"),
        ("(Reuters) - ", "", "Reuters", "Reuters"),
        ("AP — ", "", "AP", "AP"),
        ("", "The union met on Saturday and will meet again on Monday morning. (ANI)", "ANI", "ANI"),
        ("Reuters reported that ", "", None, None),
    ],
)
def test_the_wire_credit(before, after, wire, agency):
    found = structure(f"Strike goes on\n\n{before}{PROSE}\n\n{MORE}\n\n{after}")
    assert (found.wire, found.agency) == (wire, agency)


def test_a_biography_is_furniture_only_where_it_is_the_authors():
    who = "Kim Poe is a journalist who was taken from her house on Monday, and her family is asking where she is."
    told = f"Strike goes on\n\n{PROSE}\n\n{who}"
    assert texts(told, Kind.FURNITURE) == []
    about = "Ann Lee is a reporter at the Harbour Daily, where she covers ports."
    assert texts(f"Strike goes on\n\n{PROSE}\n\n{about}", Kind.FURNITURE) == [about]
    mentioned = f"Strike goes on\n\n{PROSE}\n\n{MORE[:-1]}, said Ann Lee of the Harbour Daily on Monday.\n\n{about}"
    assert texts(mentioned, Kind.FURNITURE) == []
    assert texts(mentioned.replace("goes on\n", "goes on\nBy Ann Lee\n"), Kind.FURNITURE) == ["By Ann Lee", about]


def test_links_listed_behind_the_text_are_furniture():
    text = f"Strike goes on\n\n{PROSE}\n\nRelated articles\nFerries late again\nMinister resigns over bridge"
    assert texts(text, Kind.FURNITURE) == ["Related articles", "Ferries late again", "Minister resigns over bridge"]
    inside = f"Strike goes on\n\nRelated articles\nFerries late again\n{PROSE}"
    assert texts(inside, Kind.FURNITURE) == ["Related articles"]


def test_a_dek_is_parted_from_the_text_by_furniture():
    dek = "Dock workers and owners remain far apart on pay, and ships are waiting at sea."
    assert texts(f"Strike goes on\n\n{dek}\n\nBy Ann Lee\n\n{PROSE}", Kind.DEK) == [dek]
    assert texts(f"Strike goes on\n\n{dek}\n\n{PROSE}", Kind.DEK) == []


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The Harbour Strike\n\n"
        "It was the third week of the strike, and the ships still lay out at sea,\n"
        "where one could see their lights at night. Nobody in the town had thought\n"
        'that it would last. "They will come round," said Mr. Berg, who had been a\n'
        "docker for thirty years.\n"
        "The owners had other plans. In a letter dated Aug. 3 they wrote that the\n"
        "U.S. buyers would not wait.\n\n"
        "Talks on Monday\n\n"
        "Both sides met at the hotel. It took nine hours, and what they signed was a\n"
        "page long.\n"
    )
    assert [kind for kind, _ in parts(text)] == ["title", "body", "body", "heading", "body"]
    assert texts(text, Kind.BODY)[1].startswith("The owners")
    crlf = text.replace("\n", "\r\n")
    assert [part.replace("\r\n", "\n") for part in texts(crlf)] == texts(text)


def test_lines_of_a_text_without_empty_ones_are_paragraphs():
    text = f"Strike goes on\n{PROSE}\n{MORE}\nThe end."
    assert [kind for kind, _ in parts(text)] == ["title", "body", "body", "body"]
    short = "Ships wait\nDocks are shut\nOwners hope\nTowns fear"
    assert len(parts(short)) == 4


def test_markdown():
    text = (
        "# Strike: what we *know*\n\nDock workers voted on Saturday\nto go on. The owners\nsaid no.\n\n"
        "## The offer\n\nIt was worth **4.5 percent** a year.\n\nHours\n-----\n\n- Pay: seven percent\n- Hours: fewer\n"
        "  on Sundays\n1. First vote\n2) Second vote\n\n> We were\n> promised more.\n\n![Ships](ships.jpg)\n\n***\n\n"
        "[Read more](https://example.org)\n"
    )
    assert structure(text, markdown=True).title == "Strike: what we *know*"
    assert parts(text, markdown=True) == [
        ("title", "Strike: what we *know*"),
        ("body", "Dock workers voted on Saturday\nto go on. The owners\nsaid no."),
        ("heading", "The offer"),
        ("body", "It was worth **4.5 percent** a year."),
        ("heading", "Hours"),
        ("furniture", "-----"),
        ("list", "- Pay: seven percent"),
        ("list", "- Hours: fewer\n  on Sundays"),
        ("list", "1. First vote"),
        ("list", "2) Second vote"),
        ("body", "> We were\n> promised more."),
        ("caption", "![Ships](ships.jpg)"),
        ("furniture", "***"),
        ("furniture", "[Read more](https://example.org)"),
    ]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("# The offer", "The offer"),
        ("###\t The offer  ##", "The offer"),
        ("## The #1 offer", "The #1 offer"),
        ("## The offer for C#", "The offer for C#"),
    ],
)
def test_a_heading_stands_where_its_words_stand(line, shown):
    text = f"# Strike goes on\n\n{PROSE}\n\n{line}\n\n{MORE}\n"
    (heading,) = [block for block in structure(text, markdown=True).blocks if block.kind is Kind.HEADING]
    assert heading.span == (text.index(shown), text.index(shown) + len(shown))


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Strike goes on\nauthor: Ann Lee\ndate: 2024-08-03\nlang: nb-NO\n---\n",
        (
            "---\r\ntitle: 'Strike goes on'\r\nauthors:\r\n  - Ann Lee\r\n"
            "date: August 3, 2024\r\nlanguage: nb # x\r\n---\r\n"
        ),
        (
            '+++\ntitle = "Strike goes on"\nauthors = ["Ann Lee"]\ndate = 2024-08-03\n'
            'lang = "nb"\ntags = [\n  "x",\n]\n+++\n'
        ),
        (
            "---\n# note\nheadline: Strike goes on\nbyline: Ann Lee\npublished: 3 August 2024\n"
            "locale: nb\nmore:\n  key: x\n...\n"
        ),
    ],
)
def test_front_matter_states_what_it_states(front):
    text = f"{front}\n{PROSE}\n\n{MORE}\n"
    found = structure(text)
    assert (found.title, found.byline, found.date, found.language) == ("Strike goes on", "Ann Lee", "2024-08-03", "nb")
    assert own(text) == [("title", "Strike goes on"), ("body", PROSE), ("body", MORE)]
    repeated = f"{front}\n# Strike goes on\n\n{PROSE}\n"
    assert own(repeated, markdown=True) == [("title", "Strike goes on"), ("body", PROSE)]


@pytest.mark.parametrize("text", [f"---\n{PROSE}\n---\n{MORE}", f"---\n\n{PROSE}", "---", f"+++\n{PROSE}"])
def test_a_ruler_above_a_text_is_no_front_matter(text):
    assert structure(text).title is None
    assert PROSE in texts(text, Kind.BODY) or text == "---"


def test_a_title_has_no_control_characters(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"Strike \x1b[31mgoes\x07 on\n\n{PROSE}")
    assert read(Source(path)).title == "Strike [31mgoes on"


def test_only_furniture_leaves_no_title():
    found = structure("Share this\n\nComments are closed.")
    assert found.title is None
    assert {block.kind for block in found.blocks} == {Kind.FURNITURE}


def test_a_line_of_nothing_but_the_stated_author_is_furniture():
    text = f"Strike goes on\n\nAnn Lee\n\nThe strike so far\n\n{PROSE}\n\n{MORE}"
    stated = FrontMatter(title="Strike goes on", byline="Ann Lee")
    kinds = {0: Kind.TITLE, text.index("The strike"): Kind.HEADING}
    blocks = structure(text, stated=stated, kinds=kinds).blocks
    assert [block.kind for block in blocks] == [Kind.TITLE, Kind.FURNITURE, Kind.HEADING, Kind.BODY, Kind.BODY]
