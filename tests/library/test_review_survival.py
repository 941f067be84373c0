"""Reviewers cut off, shut out and all at once: every act that was acknowledged is there."""

from collections import Counter, defaultdict

import pytest

from tests.library.entries import is_sound, rows, run, without_privilege
from tests.review.makers import verdict
from tui.library import Library, LibraryError
from tui.library.reviews import Reviews

REVIEWER = """
import sys
from itertools import count
from pathlib import Path
from tui.library import Library, LibraryError
from tui.library.reviews import Reviews
from tui.review.acts import Bond, Judgement, Note, Tie, Verdict
from tui.review.anchors import Anchor, pair

def on(text, number):
    return Anchor(f"/news/{text}", text * 16, "", text, number, f"Sentence {number} of {text}.")

def deeds(reviews):
    "Acts in an order that is always the same, each as it is done."
    for number in count():
        if number % 5 == 3:
            reviews.undo()
        elif number % 5 == 4:
            reviews.redo()
        elif number % 5 == 2:
            reviews.record(Note((on("a", number % 4),), "x" * (number * 700 % 5000)))
        elif number % 5 == 1:
            reviews.record(Bond(pair(on("a", number % 4), on("b", number % 3)), Tie.PINNED))
        else:
            reviews.record(Verdict(pair(on("a", number % 4), on("b", number % 3)), Judgement.AGREE))
        yield number
"""
KINDS = "verdict", "bond", "note", "undo", "redo"
KILLED = (
    REVIEWER
    + """
import os, random, signal
moments = random.Random(11)
folder, rounds, libraries = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
next(deeds(Reviews(Library.open(None), "what is imported once need not be again")))
for round in range(rounds):
    out, into = os.pipe()
    child = os.fork()
    if not child:
        path = folder / f"{round % libraries}.sqlite3"
        for number in deeds(Reviews(Library.open(path), f"reviewer {round}")):
            os.write(into, b".")
    os.close(into)
    acknowledged = sum(len(os.read(out, 1)) for _ in range(moments.randrange(6)))
    for _ in range(moments.randrange(60_000)):
        pass
    os.kill(child, moments.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGHUP, signal.SIGTERM)))
    while more := os.read(out, 1000):
        acknowledged += len(more)
    os.close(out)
    os.waitpid(child, 0)
    print(acknowledged)
"""
)
WRITERS = (
    REVIEWER
    + """
import os
children = []
for name in sys.argv[2:]:
    child = os.fork()
    if not child:
        for number in deeds(Reviews(Library.open(Path(sys.argv[1])), name)):
            if number == 24:
                os._exit(0)
    children.append(child)
assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)
"""
)
REFUSED = (
    REVIEWER
    + """
import resource
limit = int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
reviews = Reviews(Library.open(Path(sys.argv[1])), "ann")
done = 0
try:
    for number in deeds(reviews):
        done += 1
        assert done < 5000
except LibraryError as error:
    print(done)
    print(len(reviews.history))
    print(error)
"""
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


def test_acts_that_were_acknowledged_outlive_a_kill_at_any_moment(tmp_path):
    rounds, libraries = 200, 10
    counts = [int(line) for line in run(KILLED, tmp_path, rounds, libraries).split()]
    assert len(counts) == rounds
    assert sum(counts) > 300
    for number in range(libraries):
        path = tmp_path / f"{number}.sqlite3"
        kept: dict[str, list[str]] = defaultdict(list)
        for reviewer, kind in rows(path, "SELECT reviewer, kind FROM act ORDER BY number"):
            kept[reviewer].append(kind)
        for turn in range(number, rounds, libraries):
            found = kept[f"reviewer {turn}"]
            assert len(found) - counts[turn] in (0, 1)
            assert found == [KINDS[at % len(KINDS)] for at in range(len(found))]
        assert is_sound(path)


def test_eight_who_review_at_once_lose_nothing(path):
    names = "ann", "bob", "eve", "ian", "kim", "lea", "max", "max"
    run(WRITERS, path, *names)
    done = Counter(rows(path, "SELECT reviewer, kind FROM act"))
    marks = {(name, kind): 5 * names.count(name) for name in names for kind in KINDS[:3]}
    assert {key: number for key, number in done.items() if key in marks} == marks
    alone = {(name, kind): 5 for name in names[:6] for kind in KINDS}
    assert {key: number for key, number in done.items() if key in alone} == alone
    with Library.open(path) as library:
        history = Reviews(library, "ann").reload()
    standing = [[mark.deed for mark in history.standing(name)] for name in names[:6]]
    assert all(deeds == standing[0] for deeds in standing)
    times = rows(path, "SELECT reviewer, time FROM act")
    assert len(set(times)) == len(times)
    assert is_sound(path)


def test_a_full_disk_is_said_and_costs_nothing_that_was_kept(path):
    with Library.open(path) as library:
        Reviews(library, "bob").record(verdict())
    full = path.stat().st_size + 60_000
    done, known, line = run(REFUSED, path, full).splitlines()
    assert 0 < int(done) == int(known) - 1
    assert line in (
        f"{path}: cannot be written (the disk is full)",
        f"{path}: cannot be written (is the disk full?)",
    )
    with Library.open(path) as library:
        reviews = Reviews(library, "ann")
        assert len(reviews.reload()) == int(known)
        reviews.record(verdict())
    assert is_sound(path)


def test_a_library_that_may_no_longer_be_written_is_said(path, tmp_path):
    with Library.open(path) as library:
        kept = Reviews(library, "bob").record(verdict())
    preparation = without_privilege()
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        done, _, line = run(REFUSED, path, 0, preexec_fn=preparation).splitlines()
    finally:
        tmp_path.chmod(0o700)
        path.chmod(0o600)
    assert (done, line) == ("0", f"{path}: cannot be written (permission denied)")
    with Library.open(path) as library:
        assert Reviews(library, "bob").reload().acts == (kept,)


def test_an_act_that_was_not_kept_is_not_shown_as_done(path, monkeypatch):
    with Library.open(path) as library:
        reviews = Reviews(library, "ann")
        first = reviews.record(verdict("agree"))
        monkeypatch.setattr("tui.library.reviews._stored", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            reviews.record(verdict("conflict"))
        with pytest.raises(ZeroDivisionError):
            reviews.undo()
        monkeypatch.undo()
        assert reviews.history.acts == (first,)
        assert reviews.reload().verdicts() == ((first, first.deed),)


def test_a_damaged_library_is_said_in_one_line(path):
    with Library.open(path) as library:
        reviews = Reviews(library, "ann")
        for _ in range(40):
            reviews.record(verdict())
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * len(content[8192:])
    path.write_bytes(content)
    with Library.open(path) as library, pytest.raises(LibraryError) as refused:
        Reviews(library, "ann").reload()
    assert str(refused.value) == f"{path}: is damaged"
