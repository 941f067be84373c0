"""Feeds: their entries are articles, with what the feed says of them."""

import pytest

from tui.articles import Source, Unreadable, find_sources, members_of, read, read_all
from tui.articles.originals import content_of
from tui.text.witness import Kind

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Canal Post</title><link>https://canalpost.example/</link><language>en-gb</language>
<item><title>Ferry &amp;amp; bridge both closed</title><link>https://canalpost.example/ferry</link>
<guid isPermaLink="false">post-71</guid><dc:creator>Tom Ashby</dc:creator>{date}
<description>The ferry and the bridge are closed.</description>
<content:encoded><![CDATA[<p>The ferry and the bridge are <b>both</b> closed until Monday.</p>
<h2>Why</h2><p>The mooring chain broke.</p><ul><li>One boat drifted off.</li></ul>
<script>x()</script>]]></content:encoded>
</item>
<item><title>Second</title><link>https://canalpost.example/second</link>
<description>Only a summary, in one line.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Port</title><id>urn:port</id>
<entry><id>urn:port:1</id><title>Le café du port rouvre</title><author><name>Zoé Lemaître</name></author>
<link href="https://port.example/cafe"/><updated>2024-05-02T18:30:00+02:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le café rouvre samedi à midi.</p></div></content>
</entry>
</feed>"""
DATES = {
    "<pubDate>Fri, 14 Mar 2025 06:45:00 +0100</pubDate>": "2025-03-14T06:45+01:00",
    "<pubDate>Fri, 14 Mar 2025 06:45:00 GMT</pubDate>": "2025-03-14T06:45Z",
    "<pubDate>Fri, 14 Mar 2025 06:45:00 EST</pubDate>": "2025-03-14T06:45-05:00",
    "<pubDate>14 Mar 25 06:45 UT</pubDate>": "2025-03-14T06:45Z",
    "<dc:date>2025-03-14T06:45:00Z</dc:date>": "2025-03-14T06:45Z",
    "<dc:date>2025-03-14T06:45:00.250+0100</dc:date>": "2025-03-14T06:45+01:00",
    "<dc:date>2025-03-14</dc:date>": "2025-03-14",
    "<dc:date>2025-03</dc:date>": "2025-03",
    "<pubDate>Fri Mar 14 06:45:00 2025</pubDate>": "2025-03-14T06:45",
    "<pubDate>2025-03-14 06:45:00</pubDate>": "2025-03-14T06:45",
    "<pubDate>Κυρ, 11 Ιούλ 2004 12:00:00 EST</pubDate>": "2004-07-11T17:00Z",
    "<pubDate>2025년 03월 14일  06:45:15</pubDate>": "2025-03-14",
    "<pubDate>2025/3/14</pubDate>": "2025-03-14",
    "<pubDate>2025-március-14T06:45+01:00</pubDate>": None,
    "<pubDate>yesterday, or so</pubDate>": None,
    "": None,
}


@pytest.fixture
def feed(tmp_path):
    def write(content, name="feed.xml"):
        (tmp_path / name).write_bytes(content)
        return find_sources([str(tmp_path / name)])[0]

    return write


def test_the_entries_of_a_feed_are_articles(feed):
    source = feed(RSS.replace("{date}", "").encode())
    first, second = read_all(source)
    assert (first.title, first.byline, first.language, first.format) == (
        "Ferry & bridge both closed",
        "Tom Ashby",
        "en",
        "feed",
    )
    assert first.address == "https://canalpost.example/ferry"
    assert [(block.kind, first.text[slice(*block.span)]) for block in first.blocks] == [
        (Kind.TITLE, "Ferry & bridge both closed"),
        (Kind.BODY, "The ferry and the bridge are both closed until Monday."),
        (Kind.HEADING, "Why"),
        (Kind.BODY, "The mooring chain broke."),
        (Kind.LIST, "One boat drifted off."),
    ]
    assert (first.source.member, second.source.member) == ("post-71", "https://canalpost.example/second")
    assert second.text == "Second\n\nOnly a summary, in one line."
    assert b"<b>both</b>" in content_of(first.source)


def test_an_atom_feed_in_another_encoding_and_language(feed):
    (found,) = read_all(feed(ATOM.encode("iso-8859-1"), "port.atom"))
    assert (found.title, found.byline, found.date) == (
        "Le café du port rouvre",
        "Zoé Lemaître",
        "2024-05-02T18:30+02:00",
    )
    assert (found.language, found.text) == ("fr", "Le café du port rouvre\n\nLe café rouvre samedi à midi.")


@pytest.mark.parametrize(("written", "stated"), DATES.items())
def test_dates_are_understood_as_feeds_write_them(feed, written, stated):
    assert next(read_all(feed(RSS.replace("{date}", written).encode()))).date == stated


def test_an_entry_is_named_by_its_number_too(feed):
    source = feed(RSS.replace("{date}", "").encode())
    (second,) = find_sources([f"{source.path}#2"])
    assert members_of(second) == (source.part("https://canalpost.example/second"),)
    with pytest.raises(Unreadable, match="#9: is not in it"):
        members_of(source.part("9"))


def test_an_entry_that_is_gone_is_said(feed):
    source = feed(RSS.replace("{date}", "").encode())
    read(source.part("post-71"))
    feed(RSS.replace("{date}", "").replace("post-71", "post-72").encode())
    with pytest.raises(Unreadable, match="is not in it"):
        read(source.part("post-71"))


def test_a_feed_with_thousands_of_entries_is_parsed_once(feed, monkeypatch):
    from tui.articles.formats import apart

    asked = []
    real = apart.members
    monkeypatch.setattr(apart, "members", lambda *given: asked.append(given) or real(*given))
    entry = "<item><guid>{0}</guid><title>Entry {0}</title><description>Line {0} of many.</description></item>"
    body = "".join(entry.format(number) for number in range(2000))
    members = members_of(feed(f"<rss version='2.0'><channel>{body}</channel></rss>".encode()))
    assert len(members) == 2000
    assert [read(members[at]).title for at in (0, 1999)] == ["Entry 0", "Entry 1999"]
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<?xml version='1.0'?><urlset></urlset>", "neither a feed nor a page"),
        (b"<rss version='2.0'><channel></channel></rss>", "a feed without entries"),
    ],
)
def test_xml_that_is_no_feed_is_said(feed, content, reason):
    with pytest.raises(Unreadable, match=reason):
        members_of(feed(content))


def test_a_feed_as_a_whole_is_no_article(feed):
    source = feed(RSS.replace("{date}", "").encode())
    with pytest.raises(Unreadable, match=r"holds 2 articles, the first of them feed\.xml#1"):
        read(Source(source.path))
