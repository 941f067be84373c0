"""`summit-tui verify`."""

import hashlib
import json
import os
import shutil

import pytest

from tui.articles import bundled

SUFFIXES = [".md", ".html", ".json", ".csv"]


@pytest.fixture
def case(tmp_path, monkeypatch):
    """A folder with two sources, which is also where the command runs."""
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "Ferry Is Late\n\nThe ferry left at noon on Friday. Forty people waited on the pier.\n"
    )
    (folder / "other.txt").write_text(
        "Ferry at Noon\n\nOn Friday the ferry left at one. Its captain said nothing at all.\n"
    )
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def report(summit, case):
    """Writes a report beside the sources and gives its path."""

    def write(suffix, folder=case):
        path = folder / f"report{suffix}"
        assert summit("report", str(case / "one.txt"), str(case / "other.txt"), "-o", str(path)).code == 0
        return path

    return write


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_all_quotations_stand_in_sources_beside_the_report(summit, report, suffix):
    code, out, err = summit("verify", str(report(suffix)))
    assert (code, out, err) == (0, "6/6 quotations stand in their sources, 2/2 hashes equal\n", "")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_changed_word_is_named_with_its_place_and_both_hashes(summit, case, report, suffix):
    path, source = report(suffix), case / "other.txt"
    old = hashlib.sha256(source.read_bytes()).hexdigest()
    source.write_text(source.read_text().replace("captain", "cook"))
    new = hashlib.sha256(source.read_bytes()).hexdigest()
    code, out, err = summit("verify", str(path))
    assert (code, err) == (1, "")
    changed, was, now, broken, reason, total = out.splitlines()
    assert changed == f"! B: {source} has changed; its SHA-256 was, and is:"
    assert (was.strip(), now.strip()) == (old, new)
    assert broken.startswith("! B s3 (")
    assert broken.endswith(": “Its captain said nothing at all.”")
    assert reason == (
        "  before “said nothing at all.” the source has “…Noon On Friday the ferry left at one. Its cook”"
    )
    assert total == "5/6 quotations stand in their sources, 1/2 hashes equal"


def test_quotations_that_moved_stand_but_the_hash_is_another(summit, case, report):
    path, source = report(".html"), case / "one.txt"
    source.write_text("\n\n" + source.read_text())
    code, out, _ = summit("verify", str(path))
    assert code == 1
    assert out.endswith("6/6 quotations stand in their sources (3 at another place), 1/2 hashes equal\n")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_edited_report_is_caught(summit, report, suffix):
    path = report(suffix)
    text = path.read_text()
    assert "Forty people" in text
    path.write_text(text.replace("Forty people", "Fifty people"))
    code, out, _ = summit("verify", str(path))
    assert code == 1
    assert "“Fifty people waited on the pier.”\n  the source, unchanged, has “Forty people waited" in out


def test_a_missing_source_is_named_and_the_rest_is_checked(summit, case, report):
    path = report(".md")
    (case / "other.txt").unlink()
    code, out, err = summit("verify", str(path))
    assert (code, err) == (2, "summit-tui: other.txt: not found; say where with --sources\n")
    assert out == (
        "3 not checked, since their source is missing\n3/6 quotations stand in their sources, 1/2 hashes equal\n"
    )


def test_sources_are_found_where_they_are_said_to_be_whatever_they_are_called(summit, case, report, tmp_path):
    path, archive = report(".html", tmp_path), tmp_path / "deep" / "down"
    archive.mkdir(parents=True)
    shutil.move(case / "one.txt", archive / "renamed.txt")
    shutil.move(case / "other.txt", archive / "other.txt")
    assert summit("verify", str(path)).code == 2
    assert summit("verify", str(path), "--sources", str(archive)).code == 0
    assert summit("verify", str(path), "--sources", str(archive / "renamed.txt"), str(archive / "other.txt")).code == 0


def test_sources_in_a_folder_beside_the_report_are_found(summit, case, report, tmp_path):
    assert summit("verify", str(report(".json", tmp_path))).code == 0


def test_of_two_files_of_one_name_the_one_with_the_right_bytes_counts(summit, case, report, tmp_path):
    path = report(".html")
    decoy = tmp_path / "decoy"
    decoy.mkdir()
    (decoy / "one.txt").write_text("Something else\n\nNothing of the kind was ever said here.\n")
    assert summit("verify", str(path), "--sources", str(decoy), str(case)).code == 0


def test_a_copy_elsewhere_does_not_vouch_for_a_file_that_was_named(summit, case, report, tmp_path):
    path, named = report(".json"), tmp_path / "named"
    named.mkdir()
    (named / "other.txt").write_bytes((case / "other.txt").read_bytes() + b" Edited.")
    code, out, _ = summit("verify", str(path), "--sources", str(named))
    assert code == 1
    assert "other.txt has changed" in out


def test_two_sources_of_one_name_are_told_apart_when_one_changes(summit, tmp_path, monkeypatch):
    paths = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        paths.append(tmp_path / name / "text.txt")
        paths[-1].write_text(f"Report {name}\n\nThe boat {name} sank off the coast of the island {name}.\n")
    monkeypatch.chdir(tmp_path)
    summit("report", *map(str, paths), "-o", "report.html")
    paths[1].write_text(paths[1].read_text().replace("sank", "rose"))
    code, out, _ = summit("verify", "report.html")
    assert code == 1
    assert out.count("has changed") == 1
    assert "! B: " in out
    assert out.endswith("3/4 quotations stand in their sources, 1/2 hashes equal\n")


def test_bundled_articles_need_not_lie_anywhere(summit, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    summit("report", "B", "E", "-o", "report.csv")
    code, out, _ = summit("verify", "report.csv")
    assert code == 0
    assert "2/2 hashes equal" in out


def test_a_changed_copy_of_a_bundled_article_is_not_hidden_by_the_bundle(summit, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for source in bundled():
        shutil.copy(source.path, tmp_path)
    summit("report", ".", "-o", "report.csv")
    assert summit("verify", "report.csv").code == 0
    copy = tmp_path / bundled()[1].path.name
    copy.write_text(copy.read_text(encoding="utf-8").replace("Preparations", "Rehearsals"), encoding="utf-8")
    code, out, _ = summit("verify", "report.csv")
    assert code == 1
    assert "4/5 hashes equal" in out


@pytest.mark.parametrize(
    "content",
    [b"", b"Hello.", b"{}", b"<html></html>", b"a,b\n1,2\n", b"\x00" * 100, b"[" * 100_000],
)
def test_what_is_no_report_is_refused_in_one_line(summit, tmp_path, content):
    path = tmp_path / "thing.html"
    path.write_bytes(content)
    assert summit("verify", str(path)) == (2, "", f"summit-tui: {path}: is no report of summit-tui\n")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone.md", "no such file"),
        ("", "is no regular file"),
        ("odd.html", "is no report of summit-tui (not UTF-8)"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(summit, tmp_path, name, reason):
    (tmp_path / "odd.html").write_bytes(b"\xff\xfe\x00\xd8")
    path = tmp_path / name
    assert summit("verify", str(path)) == (2, "", f"summit-tui: {path}: {reason}\n")


def test_a_text_that_the_report_holds_is_checked_as_well(summit, report):
    path = report(".json")
    record = json.loads(path.read_text())
    record["sources"][1]["text"] += "And the crew danced."
    path.write_text(json.dumps(record))
    code, out, _ = summit("verify", str(path))
    assert code == 1
    assert out.splitlines()[0] == "! B: the report's copy of the text is not what other.txt has"


def test_a_pipe_is_not_waited_for(summit, tmp_path):
    path = tmp_path / "report.md"
    os.mkfifo(path)
    assert summit("verify", str(path)) == (2, "", f"summit-tui: {path}: is no regular file\n")


def test_a_report_that_lies_about_its_files_reaches_no_other(summit, report, tmp_path, monkeypatch):
    (tmp_path / "far").mkdir()
    monkeypatch.chdir(tmp_path / "far")
    secret = tmp_path / "secret.txt"
    secret.write_text("The secret is kept in the harbour master's office.\n")
    path = report(".json")
    record = json.loads(path.read_text())
    for source in record["sources"]:
        source["path"], source["sha256"] = "../secret.txt", hashlib.sha256(secret.read_bytes()).hexdigest()
    path.write_text(json.dumps(record))
    code, out, err = summit("verify", str(path))
    assert code == 2
    assert "harbour" not in out + err
    assert "summit-tui: ../secret.txt: not found" in err


def test_no_character_of_a_report_or_a_source_acts_on_the_terminal(summit, case, report):
    path, source = report(".json"), case / "one.txt"
    record = json.loads(path.read_text())
    record["claims"][0]["text"] = record["claims"][0]["place"] = "\x1b[31m\x07\u202e\nforged line"
    record["sources"][0]["label"] = "A"
    path.write_text(json.dumps(record))
    source.write_text(source.read_text().replace("Forty", "\x1b[31mF\u202eifty"))
    code, out, _ = summit("verify", str(path))
    assert code == 1
    assert not set("\x1b\x07\u202e") & set(out)
    assert not [line for line in out.splitlines() if line.startswith("forged")]


def test_what_the_library_holds_stands_without_its_files(summit, case):
    files = [case / "one.txt", case / "other.txt"]
    assert summit("add", *map(str, files)).code == 0
    assert summit("report", "-o", "report.md").code == 0
    files[0].write_text("Ferry Is Late\n\nThe ferry never left.\n")
    assert summit("add", str(files[0])).code == 0
    for file in files:
        file.unlink()
    assert summit("verify", "report.md").out == "6/6 quotations stand in their sources, 2/2 hashes equal\n"
    assert summit("verify", "report.md", "--library", "elsewhere.sqlite3").code == 2
