"""What reviewers do is kept, for themselves and for each other."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.library.entries import is_sound, rows
from tests.review.makers import ACTS, HARBOUR, LEFT, both, verdict
from tui.articles import bundled, read
from tui.library import Library, LibraryError
from tui.library.reviews import Reviews, version_of
from tui.review.acts import Bond, Note, Tie
from tui.review.anchors import anchor
from tui.review.rows import LATEST


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite3"


@pytest.fixture
def opened(path):
    """Whoever opens the file, by name; two with one name are two sittings."""
    libraries = []

    def reviews(reviewer="ann"):
        libraries.append(Library.open(path))
        return Reviews(libraries[-1], reviewer)

    yield reviews
    for library in libraries:
        library.close()


def judgements(reviews):
    return [(one.reviewer, found.judgement.value) for one, found in reviews.reload().verdicts()]


def test_a_verdict_is_there_again(opened):
    kept = opened().record(verdict("conflict"))
    assert opened("bob").reload().acts == (kept,)


def test_each_sees_the_others_work_after_a_reload_and_keeps_its_own(opened):
    ann, bob = opened("ann"), opened("bob")
    ann.record(verdict("agree"))
    bob.record(verdict("conflict"))
    assert judgements(ann) == judgements(bob) == [("ann", "agree"), ("bob", "conflict")]


def test_two_sittings_of_one_reviewer_undo_in_the_order_of_what_was_done(opened):
    here, there = opened(), opened()
    first, second = here.record(verdict("agree")), there.record(verdict("conflict"))
    assert here.undo() == second
    assert there.undo() == first
    assert there.redo() == first
    assert here.redo() == second
    assert here.redo() is None
    assert judgements(here) == [("ann", "conflict")]


def test_an_undo_never_touches_anothers(opened):
    opened("bob").record(verdict())
    ann = opened("ann")
    assert ann.undo() is None
    assert judgements(ann) == [("bob", "conflict")]


def test_undo_goes_on_after_a_restart(opened):
    first = opened().record(verdict("agree"))
    opened().record(verdict("conflict"))
    later = opened()
    later.undo()
    assert later.undo() == first
    assert judgements(opened()) == []


def test_acts_rise_in_time_even_where_the_clock_does_not(opened, monkeypatch):
    reviews = opened()
    first = reviews.record(verdict("agree"))
    monkeypatch.setattr("tui.library.reviews.time.time_ns", lambda: 0)
    assert reviews.record(verdict("conflict")).time > first.time
    assert judgements(opened()) == [("ann", "conflict")]


def test_what_comes_in_twice_is_there_once(opened, tmp_path):
    ann = opened("ann")
    ann.record(Note((anchor(LEFT, 0),), "ask"))
    ann.record(Bond(both(), Tie.BROKEN))
    with Library.open(tmp_path / "other.sqlite3") as library:
        elsewhere = Reviews(library, "bob")
        own = elsewhere.record(verdict())
        assert [elsewhere.take_in(ann.reload().acts) for _ in range(2)] == [2, 0]
        assert set(elsewhere.history.acts) == {*ann.history.acts, own}


def test_an_act_that_lies_ahead_is_not_taken_in(opened):
    ann, eve = opened("ann"), opened("eve")
    ahead = replace(eve.record(verdict()), id="f" * 32, reviewer="ann", time=LATEST)
    with pytest.raises(LibraryError, match="takes in nothing, since an act of ann lies ahead"):
        ann.take_in([*eve.history.acts, ahead])
    assert ann.record(verdict("agree")).time < LATEST


@settings(max_examples=30)
@given(ACTS)
def test_any_act_comes_in_and_out_the_same(one):
    with Library.open(None) as library:
        assert Reviews(library, "ann").take_in([one]) == 1
        assert Reviews(library, "bob").reload().acts == (one,)


def test_half_a_character_does_not_keep_an_act_from_being_kept(opened):
    opened().record(Note((anchor(LEFT, 0),), "half \ud83d"))
    assert [note.text for _, note in opened().reload().notes()] == ["half ?"]


def test_acts_cannot_be_changed_or_deleted_behind_the_programs_back(opened, path):
    opened().record(verdict())
    for statement in ("DELETE FROM act", "UPDATE act SET value = 'agree'"):
        with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="acts are"):
            connection.execute(statement)
    assert is_sound(path)
    assert rows(path, "SELECT reviewer, value FROM act") == [("ann", "conflict")]


def test_an_act_that_cannot_be_read_is_said(opened, path):
    opened().record(verdict())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER act_is_final")
        connection.execute("UPDATE act SET value = 'maybe'")
        connection.commit()
    with pytest.raises(LibraryError, match="an act whose value cannot be read"):
        opened().reload()


def test_an_article_is_known_by_its_absolute_path(monkeypatch):
    source = bundled()[0]
    article = read(source)
    found = version_of(article, HARBOUR)
    assert (found.source, found.key, found.sha256) == (str(source.path.absolute()), article.key, article.sha256)
