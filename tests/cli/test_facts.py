"""`summit-tui facts`."""

import json

import pytest

from tests.cli.conftest import FILLING
from tests.collation.derailment import TEXTS
from tui.presentation.wrapping import cells_of

KINDS = ["Numbers", "Quotations", "Names", "Dates", "Attributions", "Candidates for conflict"]


@pytest.fixture
def derailment(tmp_path):
    folder = tmp_path / "derailment"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(folder)


def record_of(summit, *arguments):
    return json.loads(summit("facts", *arguments, "--json").out)


def test_facts_come_by_kind_and_then_what_clashes(summit, derailment):
    code, out, err = summit("facts", derailment)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert sorted(KINDS, key=lines.index) == KINDS
    assert "   number of injured: A 14 · B 40  ! candidate" in lines
    assert "   duration of rescue: A 4 h · B 9 h · D about 4 h  ! candidate" in lines
    assert "   number of dead: A, B, C, E 2" in lines


def test_each_fact_stands_at_its_offsets_under_its_number(summit, derailment):
    record = record_of(summit, derailment)
    assert record["schema"] == "summit-tui/facts@1"
    assert [fact["id"] for fact in record["facts"]] == list(range(len(record["facts"])))
    assert {fact["kind"] for fact in record["facts"]} == {"quantity", "date", "quotation", "name", "attribution"}
    texts = dict(zip("ABCDE", TEXTS.values(), strict=True))
    for fact in record["facts"]:
        assert texts[fact["source"]][fact["start"] : fact["end"]] == fact["text"]
    assert [source["label"] for source in record["sources"]] == list("ABCDE")
    assert all(len(source["sha256"]) == 64 for source in record["sources"])


def test_values_are_normal(summit, derailment):
    facts = {(fact["source"], fact["text"]): fact for fact in record_of(summit, derailment)["facts"]}
    lasting = facts["B", "nine hours"]["value"]
    assert (lasting["number"], lasting["unit"], lasting["bound"]) == (9, "hour", "exact")
    people = facts["B", "Some 200"]["value"]
    assert (people["number"], people["approximate"], people["counted"]) == (200, True, "person")
    day = facts["E", "March 11"]["value"]
    assert (day["month"], day["day"], day["first"]) == (3, 11, "2024-03-11")
    assert facts["C", "12"]["modality"] == "offered"


def test_a_conflict_is_a_candidate_with_both_facts_and_a_reason(summit, derailment):
    record = record_of(summit, derailment)
    conflict = next(one for one in record["conflicts"] if "rescue" in one["reason"])
    assert conflict["candidate"] is True
    left, right = (record["facts"][number] for number in conflict["facts"])
    assert (left["text"], right["text"]) == ("four hours", "nine hours")
    for side, fact in (("left", left), ("right", right)):
        assert {**conflict[side]}.items() <= fact.items()
    assert [place["source"] for place in conflict["left_too"]] == ["D"]


def test_quotations_of_one_remark_are_variants(summit, derailment):
    record = record_of(summit, derailment)
    told = [(record["facts"][a]["source"], record["facts"][b]["source"]) for a, b in
            (variant["facts"] for variant in record["variants"])]  # fmt: skip
    assert told == [("A", "B"), ("A", "C"), ("B", "C")]
    assert [variant["relation"] for variant in record["variants"]] == ["changed", "identical", "changed"]


def test_numbers_of_the_bundled_articles_are_there_with_their_places(summit):
    record = record_of(summit)
    texts = {fact["text"] for fact in record["facts"] if fact["kind"] == "quantity"}
    assert {"less than three hours", "seven hours"} <= texts
    clashing = [one for one in record["conflicts"] if one["kind"] == "quantity"]
    assert [(one["left"]["text"], one["right"]["text"]) for one in clashing] == [
        ("less than three hours", "seven hours")
    ]


@pytest.mark.parametrize("width", [24, 40, 80, 120])
def test_facts_fit_their_width(summit, derailment, width):
    out = summit("facts", derailment, "--width", str(width)).out
    assert max(map(cells_of, out.splitlines())) <= width


def test_the_same_sources_give_the_same_bytes(summit, derailment):
    assert summit("facts", derailment, "--json") == summit("facts", derailment, "--json")


def test_a_broken_source_is_named_and_the_others_are_told(summit, derailment):
    code, out, err = summit("facts", derailment, "nowhere.txt")
    assert code == 2
    assert err == "summit-tui: nowhere.txt: no such file\n"
    assert "number of injured" in out


def test_an_article_without_facts_says_so(summit, tmp_path):
    plain = tmp_path / "plain.txt"
    plain.write_text("A quiet place\n\nThe pier was quiet, and nothing at all was to be seen there.\n")
    code, out, _ = summit("facts", str(plain))
    assert code == 0
    assert out.count("none that the rules find") == len(KINDS)


def test_hostile_text_stays_text(summit, tmp_path, derailment):
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(
        "Red alert\n\nThe captain of the ferry said: “All 40 \x1b[31mpeople\x07 came \u202elate.” " + FILLING
    )
    for option in ((), ("--json",)):
        out = summit("facts", derailment, str(hostile), *option).out
        assert not set("\x1b\x07\u202e") & set(out)
        assert "people" in out


def test_the_table_says_who_differs_and_why(summit, derailment):
    record = json.loads(summit("table", derailment, "--json").out)
    claim = next(claim for claim in record["claims"] if "driver" in claim["text"] or "Bakke" in claim["text"])
    assert claim["stance"] == {"A": "says", "B": "differs", "C": "silent", "D": "silent", "E": "says"}
    assert [conflict["reason"] for conflict in claim["conflicts"]] == [
        "52 year old and 47 year old cannot both hold (age of Anders Bakke)"
    ]


def test_what_is_more_exact_first_or_paraphrased_is_in_text_and_json(summit, tmp_path):
    texts = {
        "a": "Chancellor Ida Kroll came to Norland. It was Kroll's first visit since 2015.",
        "b": "Ida Kroll spoke in Varden, Norland. “I shall plant an orchard with you,” said Kroll.",
        "c": "Ida Kroll announced an orchard that she would plant. Kroll's first visit since 2020 was short.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"The {name} account\n\n{text} {FILLING}\n", encoding="utf-8")
    out = summit("facts", str(tmp_path), "--width", "120").out
    assert "Norland ⊃ Varden: A Norland · B Varden  B most exact; no conflict" in out
    assert "baselines differ: check" in out
    assert "paraphrase of a quote" in out
    record = json.loads(summit("facts", str(tmp_path), "--json").out)
    (ladder,) = record["ladders"]
    assert (ladder["kind"], ladder["most_exact"]) == ("place", ["B"])
    assert [place["source"] for place in record["firsts"][0]["told"]] == ["A", "C"]
    (paraphrase,) = record["paraphrases"]
    assert paraphrase["quotation"]["text"] == "I shall plant an orchard with you,"
    assert paraphrase["said"]["source"] == "C"
