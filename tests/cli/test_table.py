"""`summit-tui table`."""

import csv
import json
from io import StringIO

import pytest

from tests.cli.conftest import FILLING
from tui.presentation.wrapping import cells_of


@pytest.fixture
def three(tmp_path, two):
    """A third account of the ferry, from a wire that it shares with none."""
    third = tmp_path / "third.txt"
    third.write_text("Noon Ferry Departs\n\nThe ferry left the harbour on Friday at noon. Its cook has resigned.\n")
    return *map(str, two), str(third)


@pytest.fixture
def crowd(tmp_path):
    """More sources than a terminal has columns for."""
    folder = tmp_path / "crowd"
    folder.mkdir()
    for number in range(40):
        told = f"The ferry left the harbour at noon on Friday.\n\nCaptain number{number:03} said nothing.\n"
        (folder / f"{number:02}.txt").write_text(f"Report {number}\n\n{told}")
    return str(folder)


def test_claims_of_several_sources_come_before_those_of_one(summit, three):
    code, out, err = summit("table", *three)
    assert (code, err) == (0, "")
    assert out.index("Said by several") < out.index("The ferry left the harbour") < out.index("Said by one alone")
    assert out.index("Said by one alone") < out.index("Its cook has resigned. [C s3]")


def test_each_source_has_a_column_of_signs(summit, three):
    lines = summit("table", *three).out.splitlines()
    head = next(line for line in lines if line.startswith("n  "))
    assert head.split() == ["n", "A", "B", "C"]
    cook = next(line for line in lines if "Its cook has resigned" in line)
    assert cook.split()[:4] == ["1", "·", "·", "●"]
    several = lines[lines.index(head) + 1]
    assert several.split()[:4] == ["3", "●", "●", "●"]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_a_table_fits_its_width(summit, three, crowd, width):
    for sources in (three, [crowd]):
        out = summit("table", *sources, "--width", str(width)).out
        assert max(map(cells_of, out.splitlines())) <= width


def test_many_sources_are_named_behind_the_claim(summit, crowd):
    out = " ".join(summit("table", crowd, "--width", "80").out.split())
    assert "The ferry left the harbour at noon on Friday. [A s2] ● A, B, C" in out


def test_copies_are_said_to_be_one_origin(summit, tmp_path, two):
    copy = tmp_path / "third.txt"
    copy.write_text(two[0].read_text() + "\n")
    out = summit("table", *map(str, two), str(copy)).out
    assert "C  The Ferry Is Late Again (one origin with A)" in out
    assert "\n3, 2  " in out or "\n2, 1  " in out


def test_json_csv_and_text_tell_the_same(summit, three):
    claims = json.loads(summit("table", *three, "--json").out)["claims"]
    rows = list(csv.DictReader(StringIO(summit("table", *three, "--csv").out)))
    assert [claim["stance"] for claim in claims] == [{label: row[label] for label in "ABC"} for row in rows]
    out = " ".join(summit("table", *three, "--width", "200").out.split())
    assert all(" ".join(claim["text"].split()) in out for claim in claims)
    assert summit("table", *three, "--markdown").out.count("\n| ") == len(claims) + 2


def test_every_sentence_of_a_source_is_in_one_claim(summit):
    record = json.loads(summit("table", "--json").out)
    for source in record["sources"]:
        own = {at for at, sentence in enumerate(source["sentences"]) if sentence["kind"] != "furniture"}
        told = [at for claim in record["claims"] for at in claim["sentences"].get(source["label"], ())]
        assert sorted(told) == sorted(own)


def test_the_same_sources_give_the_same_bytes(summit):
    assert summit("table", "--json") == summit("table", "--json")


def test_a_broken_source_is_named_and_the_others_are_told(summit, three):
    code, out, err = summit("table", *three, "nowhere.txt")
    assert code == 2
    assert err == "summit-tui: nowhere.txt: no such file\n"
    assert "Its cook has resigned" in out


def test_one_source_alone_is_a_table_too(summit, two):
    code, out, _ = summit("table", str(two[0]))
    assert code == 0
    assert "Said by several" not in out


def test_hostile_text_stays_text(summit, tmp_path, three):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "Red alert\n\n=1+1 is what the captain of the ferry wrote. \x1b[31mHelp\x07 came \u202elate.\n" + FILLING
    )
    for option in ((), ("--csv",), ("--markdown",), ("--json",)):
        out = summit("table", *three, str(hostile), *option).out
        assert not set("\x1b\x07\u202e") & set(out)
    cells = [cell for row in csv.reader(StringIO(summit("table", str(hostile), "--csv").out)) for cell in row]
    assert any(cell.startswith("'=1+1") for cell in cells)
