import tomllib
import warnings
from pathlib import Path

import pytest

from tui.articles import read, rules
from tui.articles.furniture import Line
from tui.articles.origin import Source
from tui.articles.rules import rule_book, user_table
from tui.text.witness import Kind

HERE = Path(__file__).parent / "lines"
PLACES = ("top", "head", "body", "tail")


def corpus(name):
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def own_rules():
    """A function that gives the user a table of rules."""

    def write(text):
        user_table().parent.mkdir(parents=True, exist_ok=True)
        user_table().write_text(text, encoding="utf-8")
        rule_book.cache_clear()

    yield write
    user_table().unlink(missing_ok=True)
    rule_book.cache_clear()


def test_the_corpus_is_large_enough_to_mean_something():
    assert len(corpus("anywhere")) + len(corpus("tail")) >= 150
    assert len(corpus("body")) >= 300


@pytest.mark.parametrize("line", corpus("anywhere"))
def test_the_lines_of_sites_are_found_anywhere(line):
    assert rule_book().find(Line.of(line), "body")


@pytest.mark.parametrize("line", corpus("tail"))
def test_the_lines_around_an_article_are_found_behind_it(line):
    assert rule_book().find(Line.of(line), "tail")


@pytest.mark.parametrize("line", corpus("body"))
def test_no_line_of_an_article_is_taken_for_the_sites(line):
    assert not any(rule_book().find(Line.of(line), place) for place in PLACES)


def test_a_body_of_such_lines_is_left_alone(tmp_path):
    prose = "The council met for nine hours and could not agree on who should pay for the bridge."
    path = tmp_path / "body.txt"
    path.write_text("\n\n".join([prose, *corpus("body"), prose]), encoding="utf-8")
    blocks = read(Source(path)).blocks
    assert not [block for block in blocks if block.kind in (Kind.FURNITURE, Kind.CAPTION)]


def test_a_title_that_ends_as_a_byline_may_is_no_byline(tmp_path):
    path = tmp_path / "strike.txt"
    path.write_text("Court Frees Daily Post Staff\n\nIsland Herald Staff\n\nThe court freed all nine of them.\n")
    assert [block.kind for block in read(Source(path)).blocks] == [Kind.TITLE, Kind.FURNITURE, Kind.BODY]


def test_decoration_and_case_do_not_hide_furniture():
    for line in ("» ALSO READ: It rained «", "**Also read:** It rained", "→ share this article ←", "[ Advertisement ]"):
        assert rule_book().find(Line.of(line), "body"), line


def test_a_very_long_line_is_never_furniture():
    line = "We use cookies to " + "remember you and " * 200
    assert rule_book().find(Line.of(line), "body") is None


def test_users_add_rules_of_their_own(own_rules):
    own_rules(
        "[[rule]]\nname = 'harbour'\nlines = 'the harbour daily | # knots'\nlabels = ['tide table']\n"
        "patterns = '''\n(?:high|low) water at \\d+\n'''\n"
    )
    found = [rule_book().find(Line.of(line), "body") for line in ("The Harbour Daily", "12 knots", "Low water at 9")]
    assert [finding.rule for finding in found] == ["harbour"] * 3
    assert rule_book().find(Line.of("Tide table: Monday"), "body")
    assert rule_book().find(Line.of("Comments are closed."), "body")


@pytest.mark.parametrize(
    "broken",
    [
        "[[rule]\n",
        "[[rule]]\nname = 'x'\npatterns = '('\n",
        "[[rule]]\nname = 'x'\nwhere = 'everywhere'\n",
        "[[rule]]\nname = 'x'\nkind = 'title'\n",
        "[[rule]]\nlines = 'nameless'\n",
        "[[rule]]\nname = 'x'\nlines = 7\n",
        "[[rule]]\nname = 'x'\nlongest = 'long'\n",
        "rule = 7\n",
        "rule = [7]\n",
        "agencies = 7\n",
    ],
)
def test_a_broken_table_of_the_users_is_left_out_with_one_warning(own_rules, broken):
    own_rules(broken)
    with pytest.warns(UserWarning, match="left out") as caught:
        book = rule_book()
    assert len(caught) == 1
    assert "\n" not in str(caught[0].message)
    assert book.find(Line.of("Comments are closed."), "body")


def test_a_table_that_cannot_be_decoded_is_left_out_with_a_warning(own_rules):
    own_rules("")
    user_table().write_bytes(b"\xff\xfe\x00")
    with pytest.warns(UserWarning, match="left out"):
        rule_book()


def test_no_table_of_the_users_is_no_reason_to_warn():
    rule_book.cache_clear()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rule_book()


def test_the_table_that_comes_along_is_valid():
    table = tomllib.loads(rules.TABLE.read_text(encoding="utf-8"))
    assert rules._checked(table) is table


def test_lines_of_the_table_are_written_as_they_are_compared():
    book = rule_book()
    for phrase in (*book.lines, *book.labels):
        written = Line.of(phrase.replace("#", "7")).key
        assert written == phrase
