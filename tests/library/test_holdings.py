"""What is added is there again, with its versions, until it is erased."""

import hashlib
import os
import zlib

import pytest

from tests.library.conftest import TEXTS
from tests.library.entries import is_sound, place, rows
from tui.articles import Collection, Source, Unreadable, find_sources, read
from tui.articles.originals import content_of, original_of
from tui.library import Library, LibraryError
from tui.library.adding import add, read_source
from tui.library.collecting import Collections
from tui.library.held import PAGE
from tui.library.holdings import Holdings
from tui.library.removal import Removal


def test_an_article_comes_back_as_it_was_read(desk):
    (desk.folder / "latin.txt").write_bytes(
        "Café at Noon\r\n\r\nThe café opened at noon. Comments are closed.\r\n".encode("cp1252")
    )
    desk.write(half="---\ntitle: Half\nauthor: Ann Lee\n---\n\nThe bridge opened on Monday. It is long.\n")
    names = ["ferry.txt", "latin.txt", "half.txt"]
    desk.add(*names)
    for name, source in zip(names, desk.held, strict=True):
        fresh = read(Source(desk.folder / name))
        again = desk.held.article(source)
        assert (again.text, again.blocks, again.title, again.byline) == (
            fresh.text, fresh.blocks, fresh.title, fresh.byline,
        )  # fmt: skip
        assert (again.sha256, again.encoding, again.format, again.language) == (
            fresh.sha256, fresh.encoding, fresh.format, fresh.language,
        )  # fmt: skip
        original = desk.held.holdings.original(source)
        assert original == (desk.folder / name).read_bytes() == content_of(Source(desk.folder / name))
        assert hashlib.sha256(original).hexdigest() == again.sha256
        (desk.folder / name).unlink()
        assert desk.held.article(source).text == fresh.text


def test_a_collection_lists_what_the_files_would(desk):
    desk.add(*TEXTS)
    held = Collection((), shelf=desk.held)
    files = Collection(Source(desk.folder / name) for name in TEXTS)
    for number in range(3):
        listed, fresh = held.summary(number), files.summary(number)
        assert listed._replace(source=None) == fresh._replace(source=None, stamp=None)
        assert held.witness(number).sentences == files.witness(number).sentences


def test_a_source_added_again_is_known_and_one_that_changed_has_two_versions(desk):
    assert desk.add(*TEXTS)[0] == [("A", "new"), ("B", "new"), ("C", "new")]
    assert desk.add("other.txt") == ([("B", "known")], [])
    desk.write(other=TEXTS["other.txt"].replace("at one", "at two"))
    assert desk.add(*TEXTS)[0] == [("A", "known"), ("B", "changed"), ("C", "known")]
    held = desk.held
    first, second = held.version(1, 1), held.version(1, 2)
    assert "at one" in held.article(first).text
    assert "at two" in held.article(second).text
    assert held[1] == second
    assert held.version(1, 3) is None
    assert held.version(1, 0) is None
    times = [version.added for version in held.holdings.versions(second)]
    assert times == sorted(times)
    desk.write(other=TEXTS["other.txt"])
    assert desk.add("other.txt")[0] == [("B", "changed")]
    assert desk.held[1] == first
    assert len(desk.held.holdings.versions(first)) == 2


def test_two_texts_from_standard_input_are_two_articles(desk):
    (one,) = read_source(Source(desk.folder / "tax.txt")).articles
    piped = [one._replace(summary=one.summary._replace(source=Source(None), key=key)) for key in ("1", "2", "1")]
    added = Holdings(desk.library).add(piped, desk.collection)
    assert [str(one.state) for one in added] == ["new", "new", "known"]


def test_what_cannot_be_read_is_told_and_keeps_nothing_else_out(desk):
    added, failed = desk.add("ferry.txt", "gone.txt", "tax.txt")
    assert [label for label, _ in added] == ["A", "B"]
    assert failed == [(str(desk.folder / "gone.txt"), "no such file")]


def test_of_a_file_that_changes_while_it_is_read_the_text_and_bytes_from_before_are_kept(desk, monkeypatch):
    path = desk.folder / "tax.txt"
    before = original_of(Source(path))

    def changed(_):
        path.write_text("Other Words\n\nNothing of what stood here is left.\n")
        return before

    monkeypatch.setattr("tui.library.adding.original_of", changed)
    (kept,) = read_source(Source(path)).articles
    assert zlib.decompress(kept.original) == before.content
    assert kept.summary.sha256 == hashlib.sha256(before.content).hexdigest()


def test_labels_stay_when_others_are_removed_and_come_back(desk):
    desk.add(*TEXTS)
    held, removal = desk.held, Removal(desk.library, desk.collection)
    removal.remove([held.number(0), held.number(1)])
    assert [summary.label for summary in map(desk.held.summary, range(len(desk.held)))] == ["C"]
    assert (desk.held.find("C"), desk.held.find("A"), desk.held.label(1)) == (0, None, "D")
    assert len(held) == 3  # whoever lists it already still can
    desk.write(new="A Fourth Thing\n\nThe mayor opened the bridge on Monday at noon.\n")
    assert desk.add("new.txt", "ferry.txt")[0] == [("D", "new"), ("A", "new")]
    assert removal.undo() == ("B",)
    assert [desk.held.label(at) for at in range(len(desk.held))] == ["A", "B", "C", "D"]
    assert removal.undo() == ()


def test_what_is_erased_is_not_in_the_file_any_more(desk):
    desk.write(secret="A Quiet Matter\n\nNobody may read of Zubrowka in here at any time.\n")
    desk.add(*TEXTS, "secret.txt")
    Removal(desk.library, desk.collection).remove([3])
    other = Collections(desk.library).open("other")
    Holdings(desk.library).add(read_source(Source(desk.folder / "ferry.txt")).articles, other)
    Removal(desk.library, desk.collection).remove([0])
    source = desk.held[0]
    assert Removal(desk.library, desk.collection).erase() == 1
    desk.library.close()
    content = (desk.folder / "library.sqlite3").read_bytes()
    assert b"zubrowka" not in content.lower()
    assert is_sound(desk.folder / "library.sqlite3")
    assert rows(desk.folder / "library.sqlite3", "SELECT count(*) FROM words WHERE words MATCH 'ferri'") == [(2,)]
    with Library.open(desk.folder / "library.sqlite3") as again:
        assert (
            Collections(again).held("other").article(Collections(again).held("other")[0]).title.startswith("The Ferry")
        )
        assert Holdings(again).article(source).title == "Ferry Leaves at Noon"


def test_read_state_and_places_are_those_of_the_file(desk):
    article = read(Source(desk.folder / "tax.txt"))
    desk.library.keep_place(article, place(2, share=0.4))
    desk.add("tax.txt")
    assert desk.library.seen(desk.held.summary(0)) == 0.4
    assert desk.library.place(desk.held.article(desk.held[0])) == place(2, share=0.4)


def test_many_articles_are_fetched_by_the_page_and_found_by_label_and_key(desk):
    (one,) = read_source(Source(desk.folder / "tax.txt")).articles
    many = [
        one._replace(summary=one.summary._replace(source=Source(f"/n/{n}.txt"), key=f"{n:016x}", title=f"T{n:04}"))
        for n in range(2 * PAGE + 3)
    ]
    Holdings(desk.library).add(many, desk.collection)
    held = desk.held
    assert len(held) == len(many)
    for number in (0, PAGE - 1, PAGE, 2 * PAGE + 2):
        assert held.summary(number).title == f"T{number:04}"
        assert held.find(held.label(number).lower()) == number
        assert held.find(f"{number:016X}") == number
    assert [held[place].path.name for place in (-1, 1)] == [f"{2 * PAGE + 2}.txt", "1.txt"]
    assert held.totals() == (len(many), len(many) * one.summary.sentences)
    assert list(held.ordered("title")) == list(range(len(many)))
    assert held.having(Source("/n/7.txt")) == [7]
    assert held.having(Source("/n")) == []


def test_a_version_that_is_gone_is_one_line(desk):
    desk.add("tax.txt")
    gone = desk.held[0].held("0123456789abcdef")
    with pytest.raises(Unreadable, match="is no longer in the library"):
        desk.held.article(gone)
    held = desk.held
    desk.library.close()
    with pytest.raises(Unreadable, match="is closed"):
        held.article(gone)
    assert "is closed" in held.summary(0).error


def test_collections_open_in_the_order_in_which_they_were_opened_last(desk):
    collections = Collections(desk.library)
    assert (collections.current(), collections.held()) == (None, None)
    desk.add("tax.txt")
    collections.open("empty")
    assert collections.current() == "case"
    assert [(one.name, one.articles) for one in collections.all()] == [("empty", 0), ("case", 1)]
    assert collections.held("nowhere") is None


def test_a_guest_reads_and_changes_nothing(desk):
    desk.add(*TEXTS)
    desk.library.close()
    path = desk.folder / "library.sqlite3"
    before = path.read_bytes()
    with Library.open(path, read_only=True) as guest:
        held = Collections(guest).held()
        assert held.article(held[0]).title == "The Ferry Is Late Again"
        for change in (
            lambda: guest.remember("theme", "dark"),
            lambda: Collections(guest).open("mine"),
            lambda: Removal(guest, desk.collection).remove([0]),
        ):
            with pytest.raises(LibraryError, match="is shown only"):
                change()
    assert path.read_bytes() == before
    nowhere = desk.folder / "nowhere.sqlite3"
    with Library.open(nowhere, read_only=True) as guest:
        assert guest.recall("theme") is None
    assert not os.path.lexists(nowhere)


def test_each_reader_comes_back_to_the_collection_they_opened_last(desk):
    desk.add("ferry.txt")
    path = desk.library.path
    with Library.open(path, reader="ann") as ann, Library.open(path, reader="ben") as ben:
        tuple(add(Holdings(ann), Collections(ann).open("tax"), find_sources([str(desk.folder / "tax.txt")])))
        Collections(ben).open("case")
        assert [Collections(library).current() for library in (ann, ben)] == ["tax", "case"]
        assert [[one.name for one in Collections(library).all()] for library in (ann, ben)] == [
            ["tax", "case"],
            ["case", "tax"],
        ]
    with Library.open(path, reader="new") as new:
        assert Collections(new).current() == "case"
