"""What took long to compare is there in the next sitting, for as long as it can be trusted."""

import json
import zlib
from threading import Thread

import pytest

from tests.alignment.texts import witness
from tests.library.entries import is_sound, rows
from tui.alignment.comparison import align, compare, swapped
from tui.alignment.conflicts import find_conflicts, with_conflicts
from tui.comparer import Comparer
from tui.library import Library, comparisons
from tui.library.answers import candidates_of
from tui.library.comparisons import Comparisons
from tui.library.removal import Removal
from tui.text.sides import Sides
from tui.text.witness import Kind

ONE = witness(
    "The Harbour",
    "The ferry left the harbour at noon with 40 passengers on Friday.",
    "The captain said: “Nobody was hurt in the harbour that day.”",
    "* * *",
    "Share this article with 12 friends.",
    kinds=[Kind.TITLE, Kind.BODY, Kind.BODY, Kind.BODY, Kind.FURNITURE],
)
TWO = witness(
    "On Friday the ferry left the harbour at noon with 70 passengers.",
    "* * *",
    "“Nobody was hurt in the harbour that day,” the captain said.",
    "Rain fell in the hills.",
)
DAYS = Sides("2024-05-03", None)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


def unwanted(*_texts, **_options):
    raise AssertionError("worked out once more")


def compared(path, left, right, engine=None, **options):
    """What a sitting of its own says of a pair."""
    with Library.open(path, **options) as library:
        comparer = Comparer(engine, store=Comparisons(library), worth=0.0)
        found = comparer.compare(left, right), comparer.conflicts(left, right, DAYS)
        comparer.keep()
    return found


def test_a_pair_is_there_again_to_the_last_byte(path, monkeypatch):
    first = compared(path, ONE, TWO)
    monkeypatch.setattr("tui.alignment.conflicts.find_conflicts", unwanted)
    again = compared(path, ONE, TWO, unwanted)
    assert again == first == (compare(ONE, TWO), find_conflicts(Sides(ONE, TWO), DAYS))
    assert repr(again) == repr(first)
    assert len(first[0].links) > 2
    assert first[1]
    assert with_conflicts(align(again[0], 0.3), again[1]) == with_conflicts(align(first[0], 0.3), first[1])


def test_the_same_answer_is_kept_in_the_same_bytes(path, tmp_path):
    other = tmp_path / "other.sqlite3"
    compared(path, ONE, TWO)
    compared(other, ONE, TWO)
    everything = "SELECT one, other, asked, code, answer FROM comparison"
    assert rows(path, everything) == rows(other, everything)


def test_the_swapped_pair_comes_back_swapped(path):
    with Library.open(path) as library:
        comparer = Comparer(store=Comparisons(library), worth=0.0)
        first = comparer.compare(ONE, TWO)
        comparer.keep()
    with Library.open(path) as library:
        assert Comparer(unwanted, store=Comparisons(library)).compare(TWO, ONE) == swapped(first) == compare(TWO, ONE)


def test_another_scorer_another_day_and_another_text_are_other_questions(path):
    compared(path, ONE, TWO)
    with Library.open(path) as library:
        comparer = Comparer(store=Comparisons(library), worth=0.0)
        comparer.compare(ONE, TWO, scorer="words")
        comparer.compare(ONE, witness("Rain fell in the hills."))
        comparer.conflicts(ONE, TWO, Sides("2024-05-04", None))
        comparer.keep()
    assert rows(path, "SELECT count(*) FROM comparison") == [(5,)]


def test_what_another_program_answered_is_worked_out_anew_and_replaced(path, monkeypatch):
    compared(path, ONE, TWO)
    monkeypatch.setattr(comparisons, "engine", lambda: "another")
    with pytest.raises(AssertionError, match="once more"):
        compared(path, ONE, TWO, unwanted)
    compared(path, ONE, TWO)
    assert rows(path, "SELECT DISTINCT code FROM comparison") == [("another",)]


def test_what_compares_changes_with_its_code_and_its_tables(tmp_path, monkeypatch):
    for package in comparisons._PACKAGES:
        (tmp_path / package).mkdir(parents=True, exist_ok=True)
    table = tmp_path / "alignment" / "scorer.json"
    monkeypatch.setattr("tui.library.code.__file__", str(tmp_path / "library" / "code.py"))
    found = []
    for content in ("{}", "{ }"):
        table.write_text(content)
        comparisons.engine.cache_clear()
        found.append(comparisons.engine())
    table.unlink()
    table.parent.rmdir()
    comparisons.engine.cache_clear()
    assert comparisons.engine() == ""
    comparisons.engine.cache_clear()
    assert len({*found, ""}) == 3


def test_what_took_little_is_not_kept(path):
    with Library.open(path) as library:
        comparer = Comparer(store=Comparisons(library), worth=1e6)
        comparer.compare(ONE, TWO)
        comparer.keep()
    assert rows(path, "SELECT count(*) FROM comparison") == [(0,)]


LINK = [[1], [0], [0.5], [["words", "ferry"]]]


def packed(value):
    return zlib.compress(json.dumps(value).encode())


def put(number, value):
    return packed([*LINK[:number], value, *LINK[number + 1 :]])


DAMAGED = {
    "empty": b"",
    "not deflated": b"no deflated bytes",
    "cut off": packed(LINK)[:-3],
    "half a list": zlib.compress(b"["),
    "too deep": zlib.compress(b"[" * 100_000),
    "no text": zlib.compress(b"\xff"),
    "an object": packed({}),
    "a number": packed(3),
    "a field too few": packed(LINK[:3]),
    "a row too many": put(0, [1, 2]),
    "beyond the last sentence": put(0, [5]),
    "before the first": put(0, [-1]),
    "furniture": put(0, [4]),
    "true": put(0, [True]),
    "a word for a number": put(0, ["1"]),
    "beyond the last of the other": put(1, [4]),
    "more than alike": put(2, [1.5]),
    "no similarity": put(2, [float("nan")]),
    "a whole number": put(2, [1]),
    "a control character": put(3, [["words", "ferry\x1b[2J"]]),
    "a number for a word": put(3, [["words", 3]]),
    "reasons as an object": put(3, [{"words": "ferry"}]),
    "half a reason": put(3, [["words"]]),
    "out of order": packed([[1, 2], [0, 2], [0.4, 0.5], [[], []]]),
    "twice": packed([[1, 1], [0, 0], [0.5, 0.5], [[], []]]),
    "no bytes": "text",
}


@pytest.mark.parametrize("answer", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_answer_is_as_if_it_were_not_there(path, answer):
    first = compared(path, ONE, TWO)
    with Library.open(path) as library, library.store().write() as connection:
        connection.execute("UPDATE comparison SET answer = ?", (answer,))
    assert compared(path, ONE, TWO) == first
    assert compared(path, ONE, TWO, unwanted) == first


def test_a_bomb_is_not_inflated(path, monkeypatch):
    first = compared(path, ONE, TWO)
    monkeypatch.setattr("tui.library.answers.LARGEST", 20)
    with pytest.raises(AssertionError, match="once more"):
        compared(path, ONE, TWO, unwanted)
    monkeypatch.undo()
    assert compared(path, ONE, TWO, unwanted) == first


CANDIDATE = ["quantity", 10, 20, 0, 10, 1, 0, "number", "40 and 70"]


@pytest.mark.parametrize(
    ("field", "value"),
    [(0, 3), (1, -1), (1, 30), (2, 9999), (2, 10.5), (4, None), (5, 5), (6, "1"), (7, ["x"]), (8, "\x9b2J")],
)
def test_a_damaged_candidate_is_as_if_it_were_not_there(field, value):
    fields = [[one] for one in CANDIDATE]
    (found,) = candidates_of(packed(fields), Sides(ONE, TWO))
    assert found.spans.left == (10, 20)
    assert candidates_of(packed([*fields[:field], [value], *fields[field + 1 :]]), Sides(ONE, TWO)) is None


def test_the_oldest_give_way(path, monkeypatch):
    with Library.open(path) as library:
        store = Comparisons(library)
        monkeypatch.setattr(comparisons, "MOST", 3000)
        for number in (0, 1, 2, 0, 3):
            store.keep((bytes([number]), b"other", "context"), bytes(1000))
        assert [store.recall((bytes([number]), b"other", "context")) is None for number in range(4)] == [
            *(False, True, False, False),
        ]
        store.keep((b"large", b"other", "context"), bytes(4000))
    assert rows(path, "SELECT count(*) FROM comparison") == [(0,)]


def test_two_sittings_keep_what_both_have_worked_out(path):
    def sit(label):
        with Library.open(path) as library:
            store = Comparisons(library)
            for number in range(20):
                store.keep((b"both", bytes([number]), "context"), bytes([number]) * 50)
                store.keep((label, bytes([number]), "context"), label)

    threads = [Thread(target=sit, args=(label,)) for label in (b"one", b"two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with Library.open(path) as library:
        store = Comparisons(library)
        for number in range(20):
            assert store.recall((b"both", bytes([number]), "context")) == bytes([number]) * 50
            assert [store.recall((label, bytes([number]), "context")) for label in (b"one", b"two")] == [b"one", b"two"]
    assert is_sound(path)


def test_a_library_that_is_only_shown_answers_and_stays_as_it_is(path):
    first = compared(path, ONE, TWO)
    before = path.read_bytes()
    assert compared(path, ONE, TWO, unwanted, read_only=True) == first
    compared(path, ONE, witness("Rain fell."), read_only=True)
    assert path.read_bytes() == before


def test_trouble_with_the_file_is_never_in_the_way(path):
    path.write_bytes(b"no database at all, and far longer than any header " * 40)
    before = path.read_bytes()
    assert compared(path, ONE, TWO)[0] == compare(ONE, TWO)
    assert path.read_bytes() == before


def test_what_is_erased_is_in_no_reason_any_more(desk):
    desk.write(secret="A Quiet Matter\n\nNobody may read of Zubrowka in here at any time.\n")
    desk.add("ferry.txt", "secret.txt")
    Comparisons(desk.library).keep((b"one", b"other", "context"), b"zubrowka")
    Removal(desk.library, desk.collection).remove([1])
    Removal(desk.library, desk.collection).erase()
    assert Comparisons(desk.library).recall((b"one", b"other", "context")) is None
    desk.library.close()
    assert b"zubrowka" not in (desk.folder / "library.sqlite3").read_bytes().lower()
