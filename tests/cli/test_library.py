"""`summit-tui add`, `remove`, `search`, `related`, `tag`, `export` and `import`."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
from functools import partial

import pytest

from tests.cli.conftest import CHECKOUT


@pytest.fixture
def library(tmp_path, monkeypatch):
    """The library's file, which is not there yet."""
    path = tmp_path / "case.sqlite3"
    monkeypatch.setenv("SUMMIT_LIBRARY", str(path))
    return path


@pytest.fixture
def held(library, summit, two):
    """Two articles in a library: A and B."""
    summit("add", *map(str, two), "--collection", "ferry")
    return library


def labels(summit, *arguments):
    """Label and title of each article that is listed."""
    listed = json.loads(summit("list", "--json", *arguments).out)["articles"]
    return {article["label"]: article["title"] for article in listed}


def test_what_was_added_is_read_without_naming_it(held, summit, two):
    assert labels(summit) == {"A": "The Ferry Is Late Again", "B": "Ferry Leaves at Noon"}
    for path in two:
        path.unlink()
    code, out, err = summit("read", "b")
    assert (code, err) == (0, "")
    assert "The captain said nothing" in out
    assert "= 0" in summit("diff", "A", "B").out
    assert held.stat().st_mode & 0o777 == 0o600


def test_without_a_library_nothing_is_made(library, summit):
    assert labels(summit)["E"].startswith("Trump–Putin")
    assert summit("search", "neighbo").code == 0
    assert summit("related", "B").code == 0
    assert summit("remove", "A") == (2, "", "summit-tui: remove: the library is empty (summit-tui add)\n")
    assert summit("list", "--collections").code == 1
    assert not library.exists()


def test_adding_says_what_is_new_and_what_cannot_be_read(library, summit, two):
    code, out, err = summit("add", str(two[0]), "nowhere.txt")
    assert code == 2
    assert out.splitlines() == ["A  new  The Ferry Is Late Again", "articles: 1 new"]
    assert err == "summit-tui: nowhere.txt: no such file\n"
    two[0].write_text("The Ferry Is Late Again\n\nThe ferry left the harbour at two on Friday. Nobody waited.\n")
    assert summit("add", *map(str, two)).out.splitlines()[-1] == "articles: 1 changed, 1 new"
    assert "at noon" in summit("read", "A@1").out
    assert "at two" in summit("read", "A").out
    code, out, _ = summit("diff", "A@1", "a@2", "--width", "100")
    assert code == 0
    assert "A@1 ⇄ A@2" in out
    assert summit("read", "A@3").err == "summit-tui: A@3: A has no such version in the library\n"


def test_files_beside_the_library_take_the_labels_that_follow(held, summit, tmp_path):
    (tmp_path / "third.txt").write_text("A Third Account\n\nThe ferry left the harbour at three on Friday.\n")
    assert list(labels(summit, "B", str(tmp_path / "third.txt"))) == ["B", "C"]
    assert list(labels(summit, str(tmp_path / "third.txt"))) == ["A"]


def test_what_is_removed_comes_back_until_it_is_erased(held, summit, two):
    assert summit("remove", str(two[0])).out == "removed A (summit-tui remove --undo brings back)\n"
    assert list(labels(summit)) == ["B"]
    assert summit("remove", "--undo").out == "brought back A\n"
    assert list(labels(summit)) == ["A", "B"]
    assert summit("remove", "B", "--erase").out.splitlines()[1] == "erased 1 text"
    assert summit("remove", "--undo") == (1, "nothing to bring back\n", "")
    assert summit("remove", "Z").err == "summit-tui: Z: no article of the collection ferry\n"
    assert summit("remove").code == summit("remove", "A", "--undo").code == 2


def test_search_gives_sentences_as_text_and_json(held, summit):
    code, out, err = summit("search", "captain", "nothing")
    assert (code, out, err) == (0, "B  The captain said nothing at all.\n", "")
    record = json.loads(summit("search", "harbor", "--json").out)
    assert (record["schema"], record["query"]) == ("summit-tui/search@1", "harbor")
    for hit in record["hits"]:
        side = json.loads(summit("read", hit["source"], "--json").out)
        assert side["text"][hit["start"] : hit["end"]] == hit["text"]
        sentence = side["sentences"][hit["sentence"]]
        assert (sentence["start"], sentence["end"]) == (hit["start"], hit["end"])
    assert {hit["source"] for hit in record["hits"]} == {"A", "B"}
    assert summit("search", "zebra") == (1, "not found\n", "")
    assert summit("search", "ferry", "--most", "1").out.endswith("the best 1; there are more (--most)\n")


def test_the_bundled_articles_are_searched_with_spelling_folded(library, summit):
    hits = json.loads(summit("search", "neighbo", "--json").out)["hits"]
    assert {hit["source"]: hit["text"] for hit in hits}.keys() == {"C", "D"}


def test_related_articles_are_named_with_what_they_share(held, summit):
    code, out, _ = summit("related", "A")
    assert code == 0
    assert out.startswith("B ")
    (one,) = json.loads(summit("related", "A", "--json").out)["articles"]
    assert (one["label"], 0 < one["share"] <= 1) == ("B", True)


def test_tags_stand_in_list_and_json(held, summit):
    assert summit("tag", "A", "wire=agency", "country=DE").out == "A  country=DE wire=agency\n"
    assert summit("tag", "A", "country=").out == "A  wire=agency\n"
    assert "wire=agency" in summit("list", "--width", "120").out
    assert json.loads(summit("list", "--json").out)["articles"][0]["tags"] == {"wire": "agency"}
    assert summit("tag", "A", "wire").err == "summit-tui: tag: expected NAME=VALUE, as wire=agency\n"


def test_a_collection_leaves_as_a_file_and_comes_in_elsewhere(held, summit, tmp_path):
    summit("tag", "B", "country=DE")
    out = tmp_path / "ferry.jsonl"
    assert summit("export", "-o", str(out)) == (0, "", "")
    assert summit("export").out == out.read_text()
    there = ("--library", str(tmp_path / "elsewhere.sqlite3"))
    assert summit("import", str(out), *there).out == "ferry: 2 texts\n"
    assert labels(summit, *there) == labels(summit)
    assert summit("export", *there).out == out.read_text()
    assert summit("import", "nowhere.jsonl", *there).err == "summit-tui: nowhere.jsonl: no such file or directory\n"
    out.write_bytes(out.read_bytes()[:-20])
    assert summit("import", str(out), *there).err == f"summit-tui: {out}: no JSON\n"


def test_every_command_that_reads_takes_the_collection_that_it_names(held, summit, two):
    summit("add", str(two[1]), "--collection", "other")
    assert labels(summit, "--collection", "ferry") == {"A": "The Ferry Is Late Again", "B": "Ferry Leaves at Noon"}
    assert labels(summit) == {"A": "Ferry Leaves at Noon"}
    named = ("--collection", "ferry")
    for command in (("read", "B"), ("diff", "A", "B"), ("table",), ("facts",), ()):
        assert "Ferry Leaves at Noon" in summit(*command, *named).out
    nowhere = summit("table", "--collection", "nowhere")
    assert (nowhere.code, nowhere.err) == (
        2,
        "summit-tui: nowhere: no articles in that collection (summit-tui list --collections)\n",
    )


def test_collections_are_listed_the_open_one_first(held, summit, two):
    summit("add", str(two[1]), "--collection", "other")
    assert summit("list", "--collections").out.split() == ["1", "other", "2", "ferry"]
    assert list(labels(summit)) == ["A"]
    assert summit("search", "pier", "--collection", "ferry").code == 0
    assert summit("search", "pier", "--collection", "nowhere").code == 2


@pytest.mark.parametrize("command", [("list",), ("add", "."), ("search", "ferry"), ("remove", "A"), ("export",)])
def test_a_library_that_cannot_be_opened_is_one_line(library, summit, command):
    library.write_bytes(b"no database at all" * 100)
    code, out, err = summit(*command)
    assert (code, out) == (2, "")
    assert err == f"summit-tui: {library}: is damaged, or no library\n"


def test_a_full_disk_is_one_line_and_leaves_the_library_sound(library, summit, spawn, tmp_path):
    (tmp_path / "long.txt").write_text("A Long Story\n\n" + "".join(f"On day {n} it went on. " for n in range(20_000)))
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (120_000, 120_000))
    environ = {"SUMMIT_LIBRARY": str(library)}
    done = spawn("add", str(tmp_path / "long.txt"), environ=environ, preexec_fn=limit)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"summit-tui: {library}: cannot be written (is the disk full?)\n"
    assert summit("add", str(tmp_path / "long.txt")).code == 0
    assert labels(summit) == {"A": "A Long Story"}


def test_nothing_is_added_where_nothing_is_to_be_kept(held, summit, two, monkeypatch):
    monkeypatch.setenv("SUMMIT_READ_ONLY", "1")
    before = held.read_bytes()
    assert "is shown only" in summit("add", str(two[0])).err
    assert "is shown only" in summit("tag", "A", "a=b").err
    assert list(labels(summit)) == ["A", "B"]
    assert held.read_bytes() == before
    monkeypatch.setenv("SUMMIT_SAVE", "0")
    assert summit("add", str(two[0])).err == "summit-tui: add: nothing is kept (the setting save is false)\n"


def test_ctrl_c_keeps_what_was_added(tmp_path, summit, library):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number:04}.txt").write_text(f"Title {number}\n\nThe bridge number {number} opened. It is long.\n")
    adding = subprocess.Popen(
        [sys.executable, "-m", "tui", "add", str(folder)],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while len(labels(summit)) < 100:
        assert adding.poll() is None
    os.killpg(adding.pid, signal.SIGINT)
    out, err = adding.communicate(timeout=60)
    assert (adding.returncode, err) == (130, "")
    kept = labels(summit)
    assert 100 <= len(kept) < 3000
    assert out.splitlines()[-1] == f"articles: {len(kept):,} new"
    assert [*kept.values()] == [f"Title {number}" for number in range(len(kept))]


def test_versions_say_when_they_were_added_and_tags_stand_in_the_table(held, summit, two):
    two[0].write_text("The Ferry Is Late Again\n\nThe ferry left the harbour at two on Friday. Nobody waited.\n")
    summit("add", str(two[0]))
    summit("tag", "B", "wire=agency")
    out = summit("diff", "A@1", "A@2", "--width", "100").out
    assert len(re.findall(r"A@\d  The Ferry Is Late Again  added \d{4}-\d\d-\d\d \d\d:\d\d UTC", out)) == 2
    assert "added" not in summit("diff", "A", "B").out
    assert "B  Ferry Leaves at Noon  wire=agency" in summit("table").out
    assert json.loads(summit("table", "--json").out)["sources"][1]["tags"] == {"wire": "agency"}


def test_two_languages_are_said_and_names_and_figures_link(summit, tmp_path):
    (tmp_path / "en.txt").write_text(
        "The Bridge Opens\n\nThe minister said on Monday that the old harbour had been rebuilt in two years.\n"
        "Anna Petersen opened the Storebro bridge in Harbourtown before 4,300 people on 12 May 2024.\n" * 2
    )
    (tmp_path / "de.txt").write_text(
        "Die Brücke ist offen\n\nDie Ministerin sagte, dass der alte Hafen wieder aufgebaut worden sei.\n"
        "Anna Petersen eröffnete die Storebro in Harbourtown vor 4.300 Menschen am 12. Mai 2024.\n" * 2
    )
    code, out, _ = summit("diff", str(tmp_path / "en.txt"), str(tmp_path / "de.txt"), "--cut", "0.2", "--json")
    record = json.loads(out)
    assert (code, record["left"]["language"], record["right"]["language"]) == (0, "en", "de")
    quoted = [
        [record[side]["text"][slice(*(record[side]["sentences"][link[side]][end] for end in ("start", "end")))]
         for side in ("left", "right")]
        for link in record["links"]
    ]  # fmt: skip
    assert quoted
    assert all("Petersen" in one and "Petersen" in other for one, other in quoted)
    out = summit("diff", str(tmp_path / "en.txt"), str(tmp_path / "de.txt")).out
    assert "en ⇄ de: only names, figures and like words link" in out
