"""`summit-tui diff`."""

import html
import json
import re
from itertools import pairwise, permutations, product

import pytest

from tests.cli.conftest import FILLING
from tui.presentation.wrapping import cells_of

PAIRS = list(permutations("ABCDE", 2))
RELATIONS = {"identical": "identical", "reworded": "reworded", "left-only": "left_only", "right-only": "right_only"}


@pytest.fixture(scope="module")
def record():
    """The JSON of a bundled pair, made once."""
    from contextlib import redirect_stdout
    from functools import cache
    from io import BytesIO, TextIOWrapper

    from tui.cli import main

    @cache
    def made(*arguments):
        with redirect_stdout(TextIOWrapper(BytesIO(), encoding="utf-8")) as out:
            assert main(["diff", *arguments, "--json"]) == 0
            return json.loads(out.buffer.getvalue())

    return made


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_offsets_slice_and_sentences_are_apart(record, left, right):
    found = record(left, right)
    assert (found["left"]["label"], found["right"]["label"]) == (left, right)
    for side in ("left", "right"):
        text, end = found[side]["text"], 0
        for sentence in found[side]["sentences"]:
            assert end <= sentence["start"] < sentence["end"] <= len(text)
            assert text[end : sentence["start"]].strip() == ""
            end = sentence["end"]
        assert text[end:].strip() == ""


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_every_sentence_but_furniture_stands_in_one_bead(record, left, right):
    found = record(left, right)
    for side in ("left", "right"):
        kinds = [sentence["kind"] for sentence in found[side]["sentences"]]
        placed = [number for bead in found["beads"] for number in bead[side]]
        assert sorted(placed) == [number for number, kind in enumerate(kinds) if kind != "furniture"]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_counts_are_the_beads(record, left, right):
    found = record(left, right)
    relations = [bead["relation"] for bead in found["beads"]]
    expected = {name: relations.count(relation) for relation, name in RELATIONS.items()}
    marks = {"moved": [b["moved"] for b in found["beads"]], "conflict": [bool(b["conflicts"]) for b in found["beads"]]}
    assert found["counts"] == expected | {name: sum(held) for name, held in marks.items()}
    for bead in found["beads"]:
        assert bool(bead["left"]) == (bead["relation"] != "right-only")
        assert bool(bead["right"]) == (bead["relation"] != "left-only")
        assert (bead["similarity"] is None) == (not bead["left"] or not bead["right"])


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_links_come_strongest_first_and_reach_the_cut(record, left, right):
    found = record(left, right)
    links = found["links"]
    assert all(link["similarity"] >= found["settings"]["cut"] for link in links)
    order = [(-link["similarity"], link["left"], link["right"]) for link in links]
    assert order == sorted(order)
    assert all(one != other for one, other in pairwise(order))
    for link in links:
        assert link["source"] == "auto"
        assert found["left"]["sentences"][link["left"]]["kind"] != "furniture"
        assert found["right"]["sentences"][link["right"]]["kind"] != "furniture"
        assert all(set(reason) == {"kind", "text"} for reason in link["reasons"])


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_passages_lie_in_their_beads_sentences(record, left, right):
    found = record(left, right)
    for bead in found["beads"]:
        for passage, side in product(bead["passages"], ("left", "right")):
            start, end = passage[side]
            spans = [found[side]["sentences"][number] for number in bead[side]]
            assert any(span["start"] <= start < end <= span["end"] for span in spans)


def test_a_cut_of_nothing_lists_every_pair(record):
    found = record("A", "D", "--cut", "0")
    numbers = [
        [number for number, sentence in enumerate(found[side]["sentences"]) if sentence["kind"] != "furniture"]
        for side in ("left", "right")
    ]
    assert sorted((link["left"], link["right"]) for link in found["links"]) == sorted(product(*numbers))
    assert found["settings"] == {"cut": 0.0, "scorer": "context"}


def test_a_higher_cut_keeps_the_strongest_links(record):
    low, high = record("B", "E", "--cut", "0.1")["links"], record("B", "E", "--cut", "0.5")["links"]
    assert high == [link for link in low if link["similarity"] >= 0.5]
    assert len(high) < len(low)


def test_an_article_beside_itself_is_identical(record):
    found = record("C", "C")
    assert {bead["relation"] for bead in found["beads"]} == {"identical"}
    assert all(bead["left"] == bead["right"] and not bead["moved"] for bead in found["beads"])


@pytest.mark.parametrize(
    "options", [("--json",), ("--html",), ("--markdown",), ("--width", "120"), ("--cut", "0", "--json")]
)
def test_the_same_pair_gives_the_same_bytes(spawn, options):
    runs = [spawn("diff", "B", "E", *options, environ={"PYTHONHASHSEED": seed}) for seed in ("1", "4321")]
    assert runs[0].returncode == 0
    assert runs[0].stdout == runs[1].stdout


@pytest.mark.parametrize("layout", ["side-by-side", "interleaved", "redline"])
@pytest.mark.parametrize("width", ["20", "40", "80", "120", "200"])
def test_text_fits_its_width_and_holds_no_escape_code(summit, layout, width):
    code, out, err = summit("diff", "B", "E", "--layout", layout, "--width", width)
    assert (code, err) == (0, "")
    assert max(map(cells_of, out.splitlines())) <= int(width)
    assert "\x1b" not in out
    assert not any(line != line.rstrip() for line in out.splitlines())


def test_the_header_counts_what_the_json_counts(summit, record):
    counts = record("B", "E")["counts"]
    head = summit("diff", "B", "E").out.splitlines()[0]
    assert head.startswith(" B ⇄ E   ")
    found = dict(re.findall(r"([=~<>↕!]) (\d+)", head))
    assert {sign: int(number) for sign, number in found.items()} == {
        "=": counts["identical"],
        "~": counts["reworded"],
        "<": counts["left_only"],
        ">": counts["right_only"],
        "↕": counts["moved"],
        "!": counts["conflict"],
    }


def test_the_width_chooses_the_layout(summit):
    assert "interleaved" in summit("diff", "B", "E", "--width", "109").out.splitlines()[0]
    assert "side by side" in summit("diff", "B", "E", "--width", "110").out.splitlines()[0]


def test_every_word_of_both_sides_is_written(summit, record):
    out = " ".join(re.sub(r"[][]", "", summit("diff", "B", "E", "--width", "90").out).split())
    found = record("B", "E")
    for side in ("left", "right"):
        for sentence in found[side]["sentences"]:
            for word in found[side]["text"][sentence["start"] : sentence["end"]].split():
                assert word in out


def test_redline_brackets_the_words_that_differ(summit, two):
    out = " ".join(summit("diff", *map(str, two), "--layout", "redline", "--cut", "0.05").out.split())
    assert re.search(r"\[-[^\]]*noon[^\]]*-\]", out)
    assert re.search(r"\{\+[^}]*one[^}]*\+\}", out)


def test_files_are_labelled_a_and_b_and_bundled_articles_keep_theirs(record, two):
    found = record(*map(str, two))
    assert (found["left"]["label"], found["right"]["label"]) == ("A", "B")
    assert found["left"]["path"] == str(two[0])
    assert found["left"]["byline"] is found["left"]["date"] is None
    mixed = record("E", str(two[0]))
    assert (mixed["left"]["label"], mixed["right"]["label"]) == ("E", "F")


def test_standard_input_is_one_side(spawn, two):
    run = spawn("diff", str(two[0]), "-", "--json", stdin=None, input=two[1].read_bytes())
    assert run.returncode == 0
    assert json.loads(run.stdout)["right"]["path"] == "-"


@pytest.mark.parametrize(
    ("sides", "reason"),
    [
        (("nowhere.txt", "E"), "nowhere.txt: no such file"),
        (("E", "nowhere.txt"), "nowhere.txt: no such file"),
        (("-", "-"), "-: standard input can be one side only"),
        ((".", "E"), "diff: needs two articles, found 3"),
    ],
)
def test_a_side_that_is_no_article_is_one_line(summit, monkeypatch, two, sides, reason):
    monkeypatch.chdir(two[0].parent)
    assert summit("diff", *sides) == (2, "", f"summit-tui: {reason}\n")


def test_an_open_candidate_is_a_no(summit):
    assert summit("diff", "A", "D", "--exit-code").code == 0
    assert summit("diff", "B", "E", "--exit-code").code == 1
    assert summit("diff", "B", "E").code == 0


def test_a_candidate_is_told_with_its_rule_in_every_format(summit, record):
    (candidate,) = {json.dumps(c) for bead in record("B", "E")["beads"] for c in bead["conflicts"]}
    found = json.loads(candidate)
    assert found["candidate"] is True
    assert found["kind"] == "quantity"
    text = record("B", "E")["left"]["text"]
    words = text[slice(*found["left"])]
    for options in ((), ("--markdown",), ("--html",)):
        told = " ".join(html.unescape(summit("diff", "B", "E", *options).out).replace("\\", "").split())
        assert words in told
        assert found["reason"] in told
        assert found["rule"] in told


def test_hostile_articles_are_shown_and_not_obeyed(summit, tmp_path):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "Title \x1b]0;owned\x07 <script>alert(1)</script> | `x`\n\n"
        "The ferry \x1b[31mleft\x9b2J the \u202eharbour at noon <img src=x onerror=alert(1)> | on Friday.\n\n" + FILLING
    )
    for options in ((), ("--json",), ("--markdown",), ("--html",), ("--layout", "redline"), ("--width", "120")):
        code, out, _ = summit("diff", str(hostile), "B", *options)
        assert code == 0
        assert not any(character in out for character in "\x1b\x07\x9b\u202e")
        assert not re.search(r"(?<!\\)<script", out) or options not in (("--markdown",), ("--html",))
