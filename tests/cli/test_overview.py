"""What is printed where the reader cannot open."""

import re

import pytest

from tui.cli import open as command
from tui.presentation.wrapping import cells_of
from tui.settings import Settings


def test_without_a_terminal_the_list_and_the_closest_pairs_are_printed(summit):
    code, out, err = summit()
    assert (code, err) == (0, "")
    assert out.startswith(summit("list").out)
    pairs = re.findall(r"^([A-E]) ⇄ ([A-E]) +(\d+)% +(.*)$", out, re.MULTILINE)
    assert len(pairs) == 10
    shares = [int(share) for *_, share, _ in pairs]
    assert shares == sorted(shares, reverse=True)
    assert "~ reworded   < only in the first" in out
    assert out.splitlines()[-2] == f"Read a pair here: summit-tui diff {pairs[0][0]} {pairs[0][1]}"
    assert out.splitlines()[-1].endswith(f": summit-tui read {pairs[0][0]} {pairs[0][1]} --linear")


def test_the_overview_counts_what_diff_counts(summit):
    left, right, counts = re.search(r"^([A-E]) ⇄ ([A-E]) +\d+% +(.*)$", summit().out, re.MULTILINE).groups()
    assert re.findall(r"[=~<>↕!] \d+", counts) == re.findall(
        r"[=~<>↕!] \d+", summit("diff", left, right).out.splitlines()[0]
    )


def test_files_are_named_by_their_paths(summit, two):
    assert summit(*map(str, two)).out.splitlines()[-2] == f"Read a pair here: summit-tui diff {two[0]} {two[1]}"


def test_one_article_has_no_pair(summit, two):
    out = summit(str(two[0])).out
    assert "⇄" not in out
    assert out.splitlines()[-2] == "Read a pair here: summit-tui diff LEFT RIGHT"


def test_many_articles_are_listed_without_comparing_them(summit, tmp_path):
    for number in range(13):
        (tmp_path / f"{number:02}.txt").write_text(f"Title {number}\n\nSentence {number} stands here alone.\n")
    out = summit(str(tmp_path)).out
    assert "Title 12" in out
    assert "⇄" not in out
    assert "summit-tui diff " in out.splitlines()[-2]


def test_a_broken_file_is_a_row_and_the_rest_is_compared(summit, tmp_path, two):
    (tmp_path / "empty.txt").write_text("")
    code, out, err = summit(str(tmp_path))
    assert (code, err) == (0, "")
    assert "empty.txt" in "".join(out.split())
    assert out.count("⇄") == 1


def test_nothing_readable_is_an_error(summit):
    assert summit("nowhere.txt") == (2, "", "summit-tui: nowhere.txt: no such file\n")


def test_standard_input_is_listed(spawn, two):
    run = spawn("-", str(two[0]), stdin=None, input=two[1].read_bytes())
    assert run.returncode == 0
    assert b"Ferry Leaves at Noon" in run.stdout


@pytest.mark.parametrize("term", [{"TERM": "dumb"}, {"TERM": ""}, {}])
def test_a_terminal_that_cannot_place_its_cursor_gets_the_overview(on_terminal, two, term):
    code, sent = on_terminal(*map(str, two), **term)
    assert code == 0
    assert "\x1b" not in sent
    assert "summit-tui diff " in sent.splitlines()[-2]


def test_no_line_is_wider_than_the_terminal(summit, monkeypatch):
    for width in (40, 80, 132):
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(map(cells_of, summit().out.splitlines()[:-2])) <= width


@pytest.fixture
def opened(monkeypatch):
    """What the reader is opened with on a terminal that can show it."""
    calls = []
    monkeypatch.setattr(command, "_has_screen", lambda: True)
    monkeypatch.setattr(command, "_has_keyboard", lambda: True)
    monkeypatch.setattr("tui.app.run", lambda collection, **options: calls.append((len(collection), options)) or 7)
    return calls


def test_two_sources_open_as_a_pair(summit, opened, two):
    assert summit(*map(str, two)).code == 7
    assert summit("B", "E", "--cut", "0.5", "--layout", "redline").code == 7
    assert opened[0][0] == 2
    assert opened[0][1]["pair"] == (0, 1)
    count, options = opened[1]
    assert (count, options["pair"], options["warnings"]) == (5, (1, 4), ())
    assert options["loaded"].settings == Settings(cut=0.5, layout="redline")


def test_only_the_bundled_articles_come_with_a_tour(summit, opened, two):
    summit()
    summit(*map(str, two))
    assert [options["tour"] for _, options in opened] == [True, False]


def test_anything_else_opens_the_list(summit, opened, tmp_path, two):
    summit()
    summit(str(tmp_path))
    summit(str(two[0]))
    assert [options["pair"] for _, options in opened] == [None, None, None]
    assert opened[0][1]["loaded"].settings == Settings()


def test_a_collection_that_is_named_is_opened_and_again_at_the_next_start(summit, opened, two, tmp_path, monkeypatch):
    monkeypatch.setenv("SUMMIT_LIBRARY", str(tmp_path / "case.sqlite3"))
    summit("add", str(two[0]), "--collection", "one")
    summit("add", *map(str, two), "--collection", "both")
    for arguments in (("--collection", "one"), (), ("--collection", "both", "--read-only"), ()):
        summit(*arguments)
    assert [count for count, _ in opened] == [1, 1, 2, 1]


def test_settings_and_what_is_wrong_with_them_go_to_the_reader_and_to_standard_error(summit, opened, monkeypatch):
    monkeypatch.setenv("SUMMIT_MEASURE", "60")
    monkeypatch.setenv("SUMMIT_CUT", "2")
    code, out, err = summit("--no-mouse", "--colors", "mono", "--no-save", "--no-wire", "--ascii", "--theme", "mono")
    assert (code, out) == (7, "")
    assert opened[0][1]["loaded"].settings == Settings(
        measure=60, mouse="off", colors="mono", save=False, wire=False, ascii="on", theme="mono"
    )
    (warning,) = opened[0][1]["warnings"]
    assert err == f"summit-tui: {warning}\n"
    assert warning.startswith("environment SUMMIT_CUT: cut: expected a number from 0.0 to 1.0")


def test_standard_input_is_read_before_the_keyboard_takes_its_place(opened, monkeypatch, summit):
    read = []
    monkeypatch.setattr("tui.articles.collection.Collection.summary", lambda _, number: read.append(number) or Fine())
    summit("-", "B")
    assert 5 in read


class Fine:
    error = None
