"""What is taken in of sources that are not files."""

from tests.articles.fetching.conftest import HTML, site  # noqa: F401 (a fixture)
from tui.articles import Reach, find_sources
from tui.library.adding import read_source


def test_an_address_that_is_added_again_is_asked_again(site, monkeypatch):  # noqa: F811
    (source,) = find_sources([f"{site.address}/news"], reach=Reach(private=True))
    keys = set()
    for words in ("The sluice is shut.", "The sluice is open."):
        monkeypatch.setitem(site.pages, "/news", (200, HTML, f"<p>{words}</p>".encode()))
        (stored,) = read_source(source).articles
        keys.add(stored.summary.key)
    assert len(keys) == 2


def test_every_entry_of_a_feed_is_taken_in(site):  # noqa: F811
    (feed,) = find_sources([f"{site.address}/feed"], reach=Reach(private=True, linked=True))
    found = read_source(feed)
    assert [one.summary.title for one in found.articles] == ["Swing bridge stuck open"]
    assert found.failed == ((f"{site.address}/feed#2", "the site's robots.txt does not allow it"),)
