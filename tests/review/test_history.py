"""What stands after acts, undone and done again, of several reviewers."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.review.makers import LEFT, MARKS, act, both, verdict
from tui.review.acts import Bond, Note, Redo, Tie, Undo, role
from tui.review.anchors import anchor, pair
from tui.review.history import History


def judgements(history, reviewer=None):
    return [found.judgement.value for _, found in history.verdicts(reviewer)]


def test_the_last_verdict_on_a_pair_stands():
    history = History([act(verdict("agree")), act(verdict("conflict")), act(verdict("reworded", left=2))])
    assert judgements(history) == ["conflict", "reworded"]


def test_a_pair_has_no_sides():
    one, other = both()
    assert pair(one, other) == pair(other, one)


def test_nobody_overwrites_anothers_verdict():
    history = History([act(verdict("agree"), "ann"), act(verdict("conflict"), "bob")])
    assert (judgements(history, "ann"), judgements(history, "bob")) == (["agree"], ["conflict"])


def test_an_undo_brings_back_what_stood_before():
    first, second = act(verdict("agree")), act(verdict("conflict"))
    history = History([first, second, act(Undo(second.id))])
    assert judgements(history) == ["agree"]
    assert history.before(second) == first.deed


def test_an_undo_of_another_reviewer_has_no_effect():
    mine = act(verdict("agree"), "ann")
    assert judgements(History([mine, act(Undo(mine.id), "bob")])) == ["agree"]


def test_an_undo_cannot_be_undone_but_by_a_redo():
    first = act(verdict("agree"))
    undone = act(Undo(first.id))
    history = History([first, undone, act(Undo(undone.id))])
    assert history.standing() == ()
    history.add([act(Redo(first.id))])
    assert judgements(history) == ["agree"]


def test_verdict_bond_and_note_on_one_pair_stand_side_by_side():
    history = History([act(verdict()), act(Bond(both(), Tie.PINNED)), act(Note(both(), "ask"))])
    assert len(history.standing()) == 3


def test_empty_words_take_a_note_away():
    where = (anchor(LEFT, 0),)
    assert History([act(Note(where, "ask")), act(Note(where, ""))]).notes() == ()


def test_repeated_sentences_are_told_apart():
    history = History([act(verdict("agree", left=1)), act(verdict("conflict", left=3))])
    assert judgements(history) == ["agree", "conflict"]


def test_only_what_is_wanted_is_undone():
    first, second = act(verdict(left=0)), act(verdict(left=1))
    history = History([first, second])
    assert history.undoable("ann", lambda one: one.deed.anchors == both(0)) == first


def test_nothing_is_redone_after_a_new_act():
    first = act(verdict("agree"))
    history = History([first, act(Undo(first.id))])
    assert history.redoable("ann") == first
    history.add([act(verdict("conflict"))])
    assert history.redoable("ann") is None


@settings(max_examples=40)
@given(st.lists(st.tuples(MARKS, st.sampled_from(["ann", "bob"])), max_size=12), st.randoms())
def test_what_stands_does_not_depend_on_the_order_in_which_acts_arrive(deeds, random):
    acts = [act(deed, reviewer) for deed, reviewer in deeds]
    acts += [
        act((Undo if random.random() < 0.6 else Redo)(one.id), one.reviewer) for one in acts if random.random() < 0.5
    ]
    shuffled = random.sample(acts, len(acts)) + acts[:3]
    assert History(shuffled).standing() == History(acts).standing()
    for name in ("ann", "bob"):
        assert History(shuffled).undoable(name) == History(acts).undoable(name)


class LikeAnEditor(RuleBasedStateMachine):
    """Undo and redo go through all that was done, as two stacks would."""

    def __init__(self):
        super().__init__()
        self.history, self.done, self.undone = History(), [], []

    @rule(mark=MARKS)
    def do(self, mark):
        self.done.append(act(mark))
        self.undone.clear()
        self.history.add(self.done[-1:])

    @rule()
    def another_does(self):
        self.history.add([act(verdict(), "bob")])

    @rule()
    def undo(self):
        found = self.history.undoable("ann")
        assert found == (self.done[-1] if self.done else None)
        if found:
            self.undone.append(self.done.pop())
            self.history.add([act(Undo(found.id))])

    @rule()
    def redo(self):
        found = self.history.redoable("ann")
        assert found == (self.undone[-1] if self.undone else None)
        if found:
            self.done.append(self.undone.pop())
            self.history.add([act(Redo(found.id))])

    @invariant()
    def only_the_latest_of_what_is_done_stands(self):
        latest = {(role(one.deed), one.deed.anchors): one for one in sorted(self.done, key=lambda one: one.time)}
        assert set(self.history.standing("ann")) == set(latest.values())


TestLikeAnEditor = LikeAnEditor.TestCase
TestLikeAnEditor.settings = settings(max_examples=20, stateful_step_count=25)
