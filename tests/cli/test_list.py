"""`summit-tui list`."""

import json

import pytest

from tests.cli.conftest import FILLING
from tui.presentation.wrapping import cells_of


def test_the_bundled_articles_are_listed_with_label_and_title(summit):
    code, out, err = summit("list")
    assert (code, err) == (0, "")
    rows = out.splitlines()
    assert rows[0].split() == ["Title", "Byline", "Date", "Words", "Sentences"]
    assert [row[0] for row in rows[1:] if row[:1].strip()] == list("ABCDE")
    assert "\nA  Trump Suffers 'Major Defeat' After" in out


@pytest.mark.parametrize("width", [20, 30, 40, 60, 80, 120, 200])
def test_a_list_fits_its_width_and_loses_no_word_of_a_title(summit, width):
    out = summit("list", "--width", str(width)).out
    assert max(map(cells_of, out.splitlines())) <= width
    for word in ["Putin", "Gains", "Recognition", "Empty-Handed", "Alaska"]:
        assert word in out


def test_numbers_and_titles_are_those_of_the_json(summit):
    articles = json.loads(summit("list", "--json").out)["articles"]
    for article, row in zip(articles, summit("list", "--width", "200").out.splitlines()[1:], strict=True):
        label, *title, words, sentences = row.split()
        assert label == article["label"]
        assert (words, sentences) == (f"{article['words']:,}", str(article["sentences"]))
        assert " ".join(title).startswith(" ".join(article["title"].split()))


def test_a_broken_file_among_others_is_a_row_with_its_reason(summit, tmp_path, two):
    (tmp_path / "broken.txt").write_bytes(bytes(range(256)) * 20)
    code, out, err = summit("list", str(tmp_path))
    assert (code, err) == (0, "")
    assert "The Ferry Is Late Again" in out
    assert "\nA  ! broken.txt: " in out
    code, out, err = summit("list", str(tmp_path), "--json")
    assert (code, err) == (0, "")
    broken, one, _ = json.loads(out)["articles"]
    assert broken["error"]
    assert broken["title"] is None
    assert one["error"] is None
    assert one["title"] == "The Ferry Is Late Again"


def test_a_list_of_nothing_readable_says_why_and_fails(summit):
    code, out, err = summit("list", "nowhere.txt")
    assert code == 2
    assert "nowhere.txt" in out
    assert err == "summit-tui: nowhere.txt: no such file\n"


def test_a_title_that_is_wide_or_hostile_stays_in_its_column(summit, tmp_path):
    (tmp_path / "wide.txt").write_text(
        "首脑会谈在阿拉斯加举行没有达成任何协议双方各执一词\n\n会谈持续了不到三个小时。\n"
    )
    (tmp_path / "escape.txt").write_text("Red \x1b[31malert\x07 \u202efor all\n\n" + FILLING)
    out = summit("list", str(tmp_path), "--width", "50").out
    assert max(map(cells_of, out.splitlines())) <= 50
    assert not any(character in out for character in "\x1b\x07\u202e")


def test_colour_is_for_those_who_ask(summit):
    assert "\x1b" not in summit("list").out
    assert "\x1b[1mA\x1b[0m" in summit("list", "--color", "always").out
