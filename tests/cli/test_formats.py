"""Documents and addresses as sources of the commands."""

import json
from pathlib import Path

import pytest

from tests.articles.fetching.conftest import site  # noqa: F401 (a fixture)

MADE = Path(__file__).parents[1] / "articles" / "made"


def test_two_formats_of_one_article_are_one_text(summit):
    found = summit("diff", str(MADE / "chromium.pdf"), str(MADE / "page.html"), "--json")
    pair = json.loads(found.out)
    assert (pair["left"]["format"], pair["right"]["format"]) == ("pdf", "html")
    assert pair["counts"]["identical"] >= 12
    assert pair["right"]["address"] == "https://canalpost.example/2025/03/fenwick-lock"
    for side in (pair["left"], pair["right"]):
        first = side["sentences"][0]
        assert side["text"][first["start"] : first["end"]].strip()


def test_a_folder_lists_documents_of_every_format(summit):
    found = summit("list", str(MADE), "--json")
    rows = json.loads(found.out)["articles"]
    assert len(rows) == 12
    assert sum("Old lock gates" in row["title"] for row in rows) == 9
    assert [row["error"] for row in rows] == [None] * 12


def test_a_feed_is_listed_and_read_entry_by_entry(summit, site):  # noqa: F811
    feed = f"{site.address}/feed"
    listed = json.loads(summit("list", feed, "--allow-private", "--json").out)["articles"]
    assert [(row["title"], row["path"]) for row in listed] == [
        ("Swing bridge stuck", f"{feed}#1"),
        ("Kept away", f"{feed}#2"),
    ]
    entry = json.loads(summit("read", f"{feed}#1", "--allow-private", "--json").out)
    assert entry["text"] == "Swing bridge stuck\n\nOnly the first line."
    linked = summit("read", feed, "--allow-private", "--follow")
    assert "families drive round by the dam" in linked.out
    assert linked.err == f"summit-tui: {feed}#2: the site's robots.txt does not allow it\n"
    assert linked.code == 2


@pytest.mark.parametrize("command", ["list", "read", "facts", "table"])
def test_an_address_that_cannot_be_read_is_one_line(summit, command):
    found = summit(command, "http://127.0.0.1:9/a")
    line = "http://127.0.0.1:9/a: leads to a private address (127.0.0.1), reached only with --allow-private"
    assert (found.code, found.err) == (2, f"summit-tui: {line}\n")


def test_no_control_character_of_a_page_or_server_passes(summit, site, monkeypatch):  # noqa: F811
    title = "Bell &#27;]0;owned&#7; rings \u202e &#155;2J"
    author = "<meta name=author content='A&#27;[31m B'>"
    page = f"<html><head><title>{title}</title>{author}</head><body><p>{title}</p></body></html>"
    monkeypatch.setitem(site.pages, "/bell", (200, {"Content-Type": "text/html"}, page.encode()))
    for form in ([], ["--json"]):
        found = summit("read", f"{site.address}/bell", "--allow-private", *form)
        assert not {char for char in found.out if char in "\x1b\x07\x9b\u202e"}
        assert "rings" in found.out
    gone = summit("read", f"{site.address}/gone\x1b[2J", "--allow-private")
    assert gone.err.endswith("/gone\\x1b[2J: 404 Not Found\n")


def test_quotations_of_documents_and_entries_are_found_again(summit, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = "Forty families drive round by the dam."
    entry = f"<item><title>Swing bridge stuck</title><description>{said}</description></item>"
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'><channel>{entry}</channel></rss>")
    (tmp_path / "page.html").write_bytes((MADE / "page.html").read_bytes())
    assert summit("report", "feed.xml", "page.html", "-o", "report.json").code == 0
    found = summit("verify", "report.json")
    assert (found.code, found.err) == (0, "")
    (tmp_path / "feed.xml").write_text(f"<rss version='2.0'><channel>{entry.replace('Forty', 'Four')}</channel></rss>")
    assert summit("verify", "report.json").code == 1
