import os

from tui.articles import bundled, find_sources
from tui.articles.origin import Reach, Source


def names(folder, found):
    return [source.path.relative_to(folder).as_posix() for source in found]


def test_a_folder_gives_its_readable_files_by_name(tmp_path):
    for name in (
        "b.txt",
        "a.MD",
        "c/2.markdown",
        "c/1.text",
        "d.png",
        "d.xml",
        "e.warc.gz",
        "e.gz",
        ".hidden.txt",
        ".git/x.txt",
        "e/f/g.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")
    assert names(tmp_path, find_sources([str(tmp_path)])) == [
        *("a.MD", "b.txt", "c/1.text", "c/2.markdown", "d.xml", "e/f/g.txt", "e.warc.gz")
    ]


def test_a_file_is_taken_whatever_its_suffix(tmp_path):
    path = tmp_path / "a.log"
    assert find_sources([str(path), "-"]) == (Source(path), Source(None))


def test_a_folder_without_articles_is_itself_the_source(tmp_path):
    assert find_sources([str(tmp_path)]) == (Source(tmp_path),)


def test_links_that_lead_back_are_followed_once(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("text")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert names(tmp_path, find_sources([str(tmp_path)])) == ["a/1.txt"]


def test_links_and_pipes_among_the_files_are_shown(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path, find_sources([str(tmp_path)])) == ["gone.txt", "pipe.txt"]


def test_a_name_that_cannot_be_a_file_is_kept_for_its_error():
    assert len(find_sources(["a\0b", "x" * 5000])) == 2


def test_the_bundled_articles_come_in_file_name_order():
    assert [source.path.name[:4] for source in bundled()] == ["000_", "001_", "002_", "003_", "004_"]


def test_an_address_is_a_source_and_never_a_file():
    plain, private = find_sources(["https://example.org/a"]), find_sources(["HTTP://x/"], reach=Reach(private=True))
    assert (plain[0].path, plain[0].address, plain[0].name) == (None, *["https://example.org/a"] * 2)
    assert (private[0].address, private[0].reach.private) == ("HTTP://x/", True)
    assert not plain[0].is_standard_input


def test_members_and_versions_are_sources_of_their_own(tmp_path):
    feed = Source(tmp_path / "feed.xml")
    entry = feed.part("tag:1\x1b")
    assert entry != feed == entry.whole
    assert entry.name.endswith("feed.xml#tag:1\\x1b")
    assert entry.held("0" * 16) != entry
    assert entry.held("0" * 16).identity == entry.identity == feed.identity + b"\0tag:1\x1b"
