"""Where acts stand in the texts that are open, edited since or not."""

import pytest

from tests.alignment.texts import witness
from tests.review.makers import COUNCIL, HARBOUR, LEFT, RIGHT, act, both, verdict, version
from tui.alignment.bonds import Bonds
from tui.review.acts import Bond, Judgement, Note, Tie, Undo, Verdict
from tui.review.anchors import anchor, pair
from tui.review.history import History
from tui.review.located import Located, Where

EDITED = version(witness("A new lead.", *map(HARBOUR.quote, range(3))), LEFT.source, "c" * 16)
GONE = version(witness("Nothing of the old text is left here."), LEFT.source, "d" * 16)


def located(*deeds, texts=(LEFT, RIGHT)):
    return Located(History(act(deed) for deed in deeds), texts)


def judgements(found, left, right):
    return [standing.mark.judgement.value for standing in found.verdicts(Where(0, left), Where(1, right))]


@pytest.mark.parametrize("texts", [(LEFT, RIGHT), (RIGHT, LEFT)])
def test_a_verdict_stands_on_its_pair_whichever_is_left(texts):
    found = located(verdict("agree", left=0, right=2), texts=texts)
    assert judgements(found, *((0, 2) if texts[0] is LEFT else (2, 0))) == ["agree"]
    assert found.orphans == ()


def test_a_verdict_follows_its_sentences_into_a_new_version():
    found = located(verdict("agree", left=1), texts=(EDITED, RIGHT))
    assert judgements(found, 2, 1) == ["agree"]


def test_a_verdict_whose_sentence_is_gone_is_an_orphan():
    found = located(verdict("agree"), texts=(GONE, RIGHT))
    assert [one.deed.judgement for one in found.orphans] == ["agree"]


def test_a_verdict_on_other_texts_is_none_of_these_and_no_orphan():
    found = located(verdict("agree"), texts=(version(HARBOUR, "/x", "1" * 16), version(COUNCIL, "/y", "2" * 16)))
    assert (judgements(found, 1, 1), found.orphans) == ([], ())


def test_the_same_text_from_another_place_has_the_verdict_too():
    found = located(verdict("agree"), texts=(LEFT._replace(source="/copy.txt"), RIGHT._replace(source="")))
    assert judgements(found, 1, 1) == ["agree"]


def test_the_latest_of_one_reviewer_counts_whatever_version_it_was_done_on():
    now = pair(anchor(EDITED, 2), anchor(RIGHT, 1))
    first, later = verdict("agree"), Verdict(now, Judgement.UNRELATED)
    history = History([act(first, "ann"), act(later, "ann"), act(first, "bob")])
    assert judgements(Located(history, (EDITED, RIGHT)), 2, 1) == ["unrelated", "agree"]


def test_between_two_versions_only_what_was_done_on_them_counts():
    before, now = pair(anchor(LEFT, 1), anchor(EDITED, 2)), (LEFT, GONE)
    made = Verdict(before, Judgement.AGREE)
    assert judgements(located(made, texts=(LEFT, EDITED)), 1, 2) == ["agree"]
    assert located(made, texts=now).orphans == ()


def test_a_text_beside_itself():
    made = Verdict(pair(anchor(LEFT, 0), anchor(LEFT, 2)), Judgement.AGREE)
    found = located(made, texts=(LEFT, LEFT))
    assert judgements(found, 0, 2) == judgements(found, 2, 0) == ["agree"]


def test_a_note_is_shown_with_its_sentence_wherever_that_is_open():
    where, of_pair = (anchor(LEFT, 0),), both(0, 1)
    found = located(Note(where, "one"), Note(of_pair, "two"), texts=(EDITED,))
    assert [standing.mark.text for standing in found.notes(Where(0, 1))] == ["one", "two"]
    assert [one.mark.text for one in located(Note(of_pair, "two")).notes(Where(1, 1))] == ["two"]


def test_a_note_taken_away_is_not_shown():
    where = (anchor(LEFT, 0),)
    assert located(Note(where, "one"), Note(where, "")).notes(Where(0, 0)) == ()


def test_bonds_are_each_reviewers_own():
    history = History(
        [act(Bond(both(0, 0), Tie.PINNED)), act(Bond(both(1, 1), Tie.BROKEN)), act(Bond(both(2, 2), Tie.PINNED))]
    )
    history.add([act(Bond(both(2, 2), Tie.FREE)), act(Bond(both(3, 0), Tie.BROKEN), "bob")])
    found = Located(history, (RIGHT, LEFT))
    assert found.bonds("ann") == Bonds(frozenset({(0, 0)}), frozenset({(1, 1)}))
    assert found.bonds("bob") == Bonds(frozenset(), frozenset({(0, 3)}))


def test_an_act_that_was_undone_is_still_placed():
    history = History()
    found = Located(history, (LEFT, RIGHT))
    done = act(verdict(left=2, right=0))
    history.add([done, act(Undo(done.id))])
    found.refresh()
    assert judgements(found, 2, 0) == []
    assert set(found.wheres(done)) == {Where(0, 2), Where(1, 0)}


def test_a_sentence_that_reads_otherwise_is_said():
    old = version(witness("The harbour was closed for three days after the storm."), "/news/harbour.txt", "e" * 16)
    new = version(witness("The harbour was closed for seven days after the storm."), "/news/harbour.txt", "f" * 16)
    history = History([act(Verdict(pair(anchor(old, 0), anchor(RIGHT, 0)), Judgement.AGREE))])
    (standing,) = Located(history, (new, RIGHT)).verdicts(Where(0, 0), Where(1, 0))
    assert standing.reworded


def test_links_by_hand_are_named_between_any_two_texts_for_their_reviewer():
    third = version(witness("The quay is shut."), "/news/quay.txt", "c" * 16)
    across = pair(anchor(RIGHT, 2), anchor(third, 0))
    history = History(
        [act(Bond(both(1, 1), Tie.PINNED)), act(Bond(across, Tie.BROKEN)), act(Bond(both(0, 0), Tie.PINNED), "bob")]
    )
    located = Located(history, [third, LEFT, RIGHT])
    assert located.ties("ann") == {
        (Where(1, 1), Where(2, 1)): Tie.PINNED,
        (Where(0, 0), Where(2, 2)): Tie.BROKEN,
    }
    history.add([act(Bond(across, Tie.FREE))])
    located.refresh()
    assert located.ties("ann")[Where(0, 0), Where(2, 2)] is Tie.FREE
