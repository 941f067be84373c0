"""The JSON records."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.pairs import talks
from tui import __version__
from tui.articles import Source, Summary
from tui.reports.records import diff_record, encode, list_record, read_record

SIDE = ["label", "key", "path", "address", "format", "sha256", "title", "byline", "date", "language"]
SIDE += ["tags", "text", "sentences"]
ROW = [
    *["label", "key", "path", "sha256", "title", "byline", "date", "language"],
    *["words", "sentences", "furniture", "read", "tags", "error"],
]


def test_a_diff_has_the_fields_of_its_schema_and_no_others():
    record = json.loads(encode(diff_record(*talks())))
    assert list(record) == ["schema", "tool", "settings", "left", "right", "links", "beads", "counts"]
    assert record["schema"] == "summit-tui/diff@1"
    assert record["tool"] == {"version": __version__}
    assert record["settings"] == {"cut": 0.3, "scorer": "context"}
    assert list(record["left"]) == list(record["right"]) == SIDE
    assert record["left"]["sentences"][3] == {"start": 83, "end": 95, "kind": "furniture"}
    assert list(record["counts"]) == ["identical", "reworded", "left_only", "right_only", "moved", "conflict"]


def test_a_link_says_where_it_comes_from_and_why():
    record = diff_record(*talks())
    assert record["links"] == [
        {"left": 1, "right": 0, "similarity": 1.0, "source": "auto", "reasons": []},
        {
            "left": 0,
            "right": 1,
            "similarity": 0.62,
            "source": "auto",
            "reasons": [{"kind": "words", "text": "talks hours"}],
        },
    ]


def test_a_bead_has_sentences_relation_and_passages():
    record = json.loads(encode(diff_record(*talks())))
    assert record["beads"][0] == {
        "left": [0],
        "right": [1],
        "relation": "reworded",
        "moved": False,
        "similarity": 0.62,
        "passages": [{"left": [0, 9], "right": [24, 33]}, {"left": [33, 38], "right": [52, 57]}],
        "conflicts": [],
    }
    assert record["beads"][2]["similarity"] is None


def test_what_a_source_does_not_state_is_null():
    record = diff_record(*talks())
    assert record["left"]["byline"] == "Ann Example"
    assert record["right"]["byline"] is None
    assert record["right"]["date"] is None


def test_read_is_one_side_of_a_diff():
    accounts, alignment = talks()
    record = read_record(accounts.left)
    assert record.pop("schema") == "summit-tui/read@1"
    assert record == diff_record(accounts, alignment)["left"]


def test_a_list_counts_furniture_and_keeps_what_cannot_be_read():
    one = Summary("A", Source(Path("a.txt")), "5e5d", "5e5d17", "A title", words=14, sentences=3, furniture=1)
    gone = Summary("B", Source(Path("gone.txt")), error="no such file")
    record = list_record([(one, 0.5), (gone, 0.0)])
    assert record["schema"] == "summit-tui/list@1"
    article, broken = record["articles"]
    assert list(article) == list(broken) == ROW
    assert (article["words"], article["sentences"], article["furniture"]) == (14, 3, 1)
    assert (article["read"], article["byline"], article["error"]) == (0.5, None, None)
    known = {name: value for name, value in broken.items() if value is not None}
    assert known == {"label": "B", "path": "gone.txt", "error": "no such file"}


@given(st.text(max_size=40))
def test_any_text_comes_back_from_json_and_moves_no_cursor(text):
    encoded = encode({"text": text + "\x1b\x7f\x9b\u202e\u2066\u2028"})
    assert json.loads(encoded)["text"].startswith(text)
    assert encoded.endswith("}\n")
    assert encoded.count("\n") == 1
    assert not any(character in encoded[:-1] for character in "\x00\x1b\x7f\x85\x9b\u202e\u2066\u2028")
    encoded.encode()


def test_half_a_character_still_makes_json_that_can_be_written():
    assert encode({"text": "caf\udce9"}).encode() == b'{"text": "caf\\udce9"}\n'
