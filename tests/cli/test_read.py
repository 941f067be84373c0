"""`summit-tui read`."""

import json

import pytest

from tests.cli.conftest import FILLING
from tui.presentation.wrapping import cells_of


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_an_article_fits_its_width_and_is_whole(summit, width):
    code, out, err = summit("read", "B", "--width", str(width))
    assert (code, err) == (0, "")
    assert max(map(cells_of, out.splitlines())) <= width
    article = json.loads(summit("read", "B", "--json").out)
    written = "".join(word for word in out.split() if word != "#")
    for sentence in article["sentences"]:
        said = article["text"][sentence["start"] : sentence["end"]]
        assert "".join(said.split()) in written


def test_the_sites_own_lines_stand_behind_a_sign(summit):
    out = summit("read", "B").out
    assert "\n # No comments:\n" in out
    assert "\n # Post a Comment\n" in out
    assert "# The highly" not in out


def test_one_sentence_is_told_as_one(summit, tmp_path):
    (tmp_path / "one.txt").write_text("Snow fell.")
    assert summit("read", str(tmp_path / "one.txt")).out.splitlines()[0].endswith("· 1 sentence")


def test_what_the_article_states_stands_above_it(summit):
    assert summit("read", "E").out.startswith(" E by Poonam Sharma · date: none stated · wire: none · ")


def test_json_offsets_slice_to_sentences_in_order(summit):
    article = json.loads(summit("read", "D", "--json").out)
    assert article["schema"] == "summit-tui/read@1"
    assert article["label"] == "D"
    end = 0
    for sentence in article["sentences"]:
        assert article["text"][end : sentence["start"]].strip() == ""
        assert article["text"][sentence["start"] : sentence["end"]].strip()
        end = sentence["end"]


def test_several_articles_are_read_one_after_the_other(summit, two):
    out = summit("read", *map(str, two)).out
    assert out.index("Late Again") < out.index("\n\n B by: ") < out.index("Leaves at Noon")
    labels = [json.loads(line)["label"] for line in summit("read", *map(str, two), "--json").out.splitlines()]
    assert labels == ["A", "B"]


def test_what_cannot_be_read_is_reported_and_the_rest_is_done(summit, two):
    code, out, err = summit("read", "nowhere.txt", str(two[0]))
    assert code == 2
    assert err == "summit-tui: nowhere.txt: no such file\n"
    assert "Forty people waited" in out


def test_standard_input_is_a_source(spawn, two):
    run = spawn("read", "-", stdin=None, input=two[0].read_bytes())
    assert run.returncode == 0
    assert b"Forty people waited" in run.stdout


def test_no_control_character_of_an_article_is_written(summit, tmp_path):
    path = tmp_path / "escape.txt"
    path.write_text(
        "A \x1b]0;owned\x07 title\n\nA sentence with \x1b[2J and \u202e and \x9b31m in it stands here.\n" + FILLING
    )
    for arguments in ((), ("--json",), ("--color", "always")):
        out = summit("read", str(path), *arguments).out
        assert not any(character in out for character in ("\x1b]", "\x1b[2J", "\x07", "\u202e", "\x9b"))
        assert "stands here" in out
