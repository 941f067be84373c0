"""A collection leaves as one file and comes in elsewhere as it was."""

import json

import pytest

from tests.library.conftest import TEXTS
from tui.library import Library
from tui.library.collecting import Collections
from tui.library.exchange import Misfit, exchanged, lines_of, name_of, take_in
from tui.library.removal import Removal
from tui.library.search import search
from tui.library.tags import Tags, parsed


@pytest.fixture
def lines(desk):
    """The lines of a collection with a gap, a tag, and two versions of B."""
    desk.add(*TEXTS)
    desk.write(other=TEXTS["other.txt"].replace("at one", "at two"))
    desk.add("other.txt")
    Removal(desk.library, desk.collection).remove([0])
    Tags(desk.library, desk.collection).set(2, "wire", "agency")
    return [line.encode() for line in lines_of(desk.held)]


def test_a_collection_comes_in_elsewhere_as_it_was(desk, lines):
    assert [name_of(lines[0]), len(lines)] == ["case", 4]
    with Library.open(None) as library:
        collection = Collections(library).open("here")
        assert list(take_in(library, lines[1:], collection)) == [3]
        held = Collections(library).held()
        assert [held.summary(at)._replace(source=None) for at in range(len(held))] == [
            desk.held.summary(at)._replace(source=None) for at in range(len(desk.held))
        ]
        assert [held.label(at) for at in range(3)] == ["B", "C", "D"]
        assert held.holdings.versions(held[0]) == desk.held.holdings.versions(desk.held[0])
        assert held.holdings.original(held[1]) == TEXTS["tax.txt"].encode()
        assert held.article(held[0]) == desk.held.article(desk.held[0])
        assert [hit.label for hit in search(library, "captain", collection).hits] == ["B"]
        assert list(take_in(library, lines[1:], collection)) == [3]
        assert len(Collections(library).held()) == 2


def test_the_file_is_plain_json_of_one_schema(lines):
    head, first, second, _ = map(json.loads, lines)
    assert head == {"schema": "summit-tui/collection@1", "name": "case", "articles": 2}
    assert (first["label"], first["text"][first["blocks"][0][0] :][:5]) == ("B", "Ferry")
    assert "at one" in first["text"]
    assert "at two" in second["text"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"original": "AAAA"}, "its original has another SHA-256"),
        ({"original": "?"}, "no article"),
        ({"blocks": [[0, 10**9, "body", None]]}, "no article"),
        ({"blocks": [[0, 1, "nonsense", None]]}, "no article"),
        ({"blocks": 3}, "no article"),
        ({"text": None}, "no article"),
        ({"title": 3}, "no article"),
        ({"tags": {"a b": "c"}}, "no article"),
        ({"tags": 3}, "no article"),
        ({"added": "now"}, "no article"),
    ],
)
def test_a_broken_line_is_refused_and_says_why(lines, change, reason):
    with pytest.raises(Misfit, match=reason):
        exchanged(json.dumps(json.loads(lines[1]) | change).encode())


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b"[" * 100_000, b"\xff", b'{"schema": "summit-tui/list@1"}', b"3"])
def test_what_is_no_collection_is_refused(line):
    with pytest.raises(Misfit):
        name_of(line)
    with pytest.raises(Misfit):
        exchanged(line)


@pytest.mark.parametrize("written", ["wire", "=x", "a b=c", "1=2", "x" * 41 + "=1", "a=" + "b" * 201, "a=\x1b[m"])
def test_a_tag_has_a_name_and_a_value(written):
    with pytest.raises(ValueError, match="expected"):
        parsed(written)


def test_tags_are_set_replaced_and_taken_away(desk):
    desk.add(*TEXTS)
    tags = Tags(desk.library, desk.collection)
    for name, value in [("wire", "agency"), ("country", "DE"), ("wire", "ANI"), ("country", "")]:
        tags.set(1, name, value)
    assert tags.of(1) == {"wire": "ANI"} == dict(desk.held.summary(1).tags)
    assert tags.of(0) == {}
