"""`summit-tui report`."""

import csv
import getpass
import json
import os
import re
import resource
import signal
import stat
import subprocess
import sys
from io import StringIO

import pytest

from tests.cli.conftest import CHECKOUT, FILLING
from tests.cli.test_imports import imported
from tui.cli.progress import Progress

SUFFIXES = [".md", ".html", ".json", ".csv"]


@pytest.fixture(autouse=True)
def epoch(monkeypatch):
    """A time that stands still."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture
def sources(two):
    return tuple(map(str, two))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_suffix_chooses_the_format_and_the_file_is_all_there_is(summit, sources, tmp_path, suffix):
    out = tmp_path / "out" / f"report{suffix}"
    out.parent.mkdir()
    assert summit("report", *sources, "-o", str(out)) == (0, "", "")
    assert list(out.parent.iterdir()) == [out]
    begins = {".md": "# What 2 sources say", ".html": "<!doctype html>", ".json": '{"schema": "summit-tui/report@1"'}
    assert out.read_text(encoding="utf-8").startswith(begins.get(suffix, "section,number,source"))
    assert "The ferry left the harbour at noon on Friday." in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_source_alone_has_a_report_too(summit, sources, tmp_path, suffix):
    out = tmp_path / f"report{suffix}"
    assert summit("report", sources[0], "-o", str(out)) == (0, "", "")
    assert "sources say" not in out.read_text()
    assert summit("verify", str(out)).code == 0


@pytest.mark.parametrize("name", ["report", "report.pdf", "report.txt", "-", ".md", ""])
def test_another_suffix_is_refused_in_one_line_before_anything_is_read(summit, tmp_path, name):
    code, out, err = summit("report", "nowhere.txt", "-o", name and str(tmp_path / name))
    assert (code, out) == (2, "")
    assert err.endswith(": a report is written to a file that ends in .md, .html, .json or .csv\n")
    assert err.count("\n") == 1
    assert "nowhere" not in err


def test_without_a_file_the_report_is_refused(summit):
    code, _, err = summit("report", "B")
    assert (code, err.count("\n")) == (2, 1)
    assert "-o/--out" in err


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_sources_at_the_same_time_give_the_same_bytes(summit, tmp_path, suffix):
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    for path in (one, other):
        summit("report", "-o", str(path), "--reviewer", "Ann")
    assert one.read_bytes() == other.read_bytes()


def test_the_stamp_names_reviewer_time_and_bytes_and_no_folder(summit, sources, tmp_path, monkeypatch):
    out = tmp_path / "report.json"
    summit("report", *sources, "-o", str(out), "--reviewer", "Ann Reader")
    record = json.loads(out.read_text())
    assert (record["reviewer"], record["made"]) == ("Ann Reader", "2023-11-14T22:13:20Z")
    assert str(tmp_path) not in out.read_text()
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    summit("report", *sources, "-o", str(out))
    assert json.loads(out.read_text())["reviewer"] == "login"

    def nobody():
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    summit("report", *sources, "-o", str(out))
    assert json.loads(out.read_text())["reviewer"] == "reader"


@pytest.mark.parametrize("epoch", ["soon", "9" * 30])
def test_a_time_that_is_none_is_refused(summit, sources, tmp_path, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    code, _, err = summit("report", *sources, "-o", str(tmp_path / "r.md"))
    assert (code, err) == (2, f"summit-tui: SOURCE_DATE_EPOCH: no count of seconds: {epoch}\n")


def test_without_a_stated_time_it_is_now(summit, sources, tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    out = tmp_path / "report.json"
    summit("report", *sources, "-o", str(out))
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", json.loads(out.read_text())["made"])


def test_a_source_that_cannot_be_read_leaves_the_old_report(summit, sources, tmp_path):
    out = tmp_path / "report.md"
    out.write_text("old")
    code, _, err = summit("report", *sources, "nowhere.txt", "-o", str(out))
    assert (code, err) == (2, "summit-tui: nowhere.txt: no such file\n")
    assert out.read_text() == "old"


def test_no_source_is_overwritten(summit, tmp_path):
    source, link = tmp_path / "one.md", tmp_path / "link.md"
    source.write_text("One\n\nThe ferry left at noon.\n")
    link.symlink_to(source)
    for out in (source, link):
        code, _, err = summit("report", str(source), "-o", str(out))
        assert (code, err) == (2, f"summit-tui: {out}: is one of the sources\n")
    assert source.read_text().startswith("One")


def test_a_report_replaces_the_old_one_and_keeps_its_mode(summit, sources, tmp_path):
    out, link = tmp_path / "report.md", tmp_path / "link.md"
    out.write_text("old")
    out.chmod(0o640)
    link.symlink_to(out)
    assert summit("report", *sources, "-o", str(link)).code == 0
    assert link.is_symlink()
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert out.read_text().startswith("# What")


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: path.mkdir(), "is a directory"),
        (os.mkfifo, "is no regular file"),
        (lambda path: path.symlink_to("/dev/full"), "is no regular file"),
        (lambda path: path.symlink_to(path), "too many levels of symbolic links"),
    ],
)
def test_what_is_no_file_is_not_written_over(summit, sources, tmp_path, make, reason):
    out = tmp_path / "report.md"
    make(out)
    code, _, err = summit("report", *sources, "-o", str(out))
    assert (code, err) == (2, f"summit-tui: {out}: {reason}\n")


def test_a_folder_that_is_not_there_is_named(summit, sources, tmp_path):
    out = tmp_path / "nowhere" / "report.md"
    code, _, err = summit("report", *sources, "-o", str(out))
    assert (code, err) == (2, f"summit-tui: {out}: no such file or directory\n")


def test_a_full_disk_leaves_the_old_report_and_nothing_else(spawn, sources, tmp_path):
    out = tmp_path / "out" / "report.html"
    out.parent.mkdir()
    out.write_text("old")

    def cramped():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    # Compiled modules would be cut short as well.
    done = spawn("report", *sources, "-o", str(out), preexec_fn=cramped, environ={"PYTHONDONTWRITEBYTECODE": "1"})
    assert (done.returncode, done.stderr.decode()) == (2, f"summit-tui: {out}: file too large\n")
    assert out.read_text() == "old"
    assert list(out.parent.iterdir()) == [out]


def test_whoever_reads_the_old_report_reads_it_whole(summit, sources, tmp_path):
    out = tmp_path / "report.html"
    out.write_text("old and long enough to be told from what is new")
    with out.open("rb", buffering=0) as file:
        assert file.read(4) == b"old "
        assert summit("report", *sources, "-o", str(out)).code == 0
        assert file.read() == b"and long enough to be told from what is new"
    assert out.read_text().startswith("<!doctype html>")


def test_a_killed_process_leaves_the_old_report(sources, tmp_path):
    out = tmp_path / "report.html"
    out.write_text("old")
    code = (
        "import os, signal; os.fsync = lambda number: os.kill(os.getpid(), signal.SIGKILL);"
        f"from tui.cli import main; main({['report', *sources, '-o', str(out)]!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert out.read_text() == "old"


def test_hostile_sources_stay_text_in_every_format(summit, sources, tmp_path):
    hostile = tmp_path / "hostile <b>.txt"
    hostile.write_text(
        "<script>alert(1)</script> | # Red\n\n=1+1 is what he wrote. "
        "\x1b[31mHelp\x07 came \u202elate [x](javascript:y).\n" + FILLING
    )
    for suffix in SUFFIXES:
        out = tmp_path / f"report{suffix}"
        assert summit("report", *sources, str(hostile), "-o", str(out), "--reviewer", "=1+1 \x1b[31m<i>").code == 0
        written = out.read_text(encoding="utf-8")
        assert not set("\x1b\x07\u202e") & set(written)
        assert summit("verify", str(out)).code == 0
    assert "<script" not in (tmp_path / "report.html").read_text()
    cells = [cell for row in csv.reader(StringIO((tmp_path / "report.csv").read_text())) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")]


def test_a_report_imports_no_reader_and_only_a_page_has_templates(tmp_path):
    found = imported("report", "B", "E", "-o", str(tmp_path / "r.json"))
    assert not found & {"textual", "rich_argparse", "asyncio", "tui.app", "rich", "jinja2"}
    found = imported("report", "B", "E", "-o", str(tmp_path / "r.html"))
    assert "jinja2" in found
    assert not found & {"textual", "asyncio", "tui.app", "rich"}


def test_a_report_says_how_far_it_is(summit, two, tmp_path, monkeypatch):
    shares = []
    monkeypatch.setattr(Progress, "reach_share", lambda _, share: shares.append(share))
    assert summit("report", *map(str, two), "-o", str(tmp_path / "r.md")).code == 0
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    percents = [round(100 * share) for share in shares]
    assert percents == sorted(percents)


@pytest.mark.parametrize(("part", "has", "lacks"), [("digest", "## Digest", "## To"), ("todo", "## To", "## Digest")])
def test_a_part_of_a_report_may_be_written_alone(summit, two, tmp_path, part, has, lacks):
    assert summit("report", *map(str, two), "--only", part, "-o", str(tmp_path / "r.md")).code == 0
    written = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert has in written
    assert lacks not in written
    assert summit("verify", str(tmp_path / "r.md")).code == 0
