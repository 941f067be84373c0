"""What reviewers say of claims."""

from tests.review.makers import LEFT, RIGHT, act, both, verdict
from tui.review.acts import Judgement, Note
from tui.review.anchors import anchor
from tui.review.claims import Remark, remarks
from tui.review.history import History
from tui.review.located import Located

TOLD = ((0, 1, None, 2), (0, 2, 1))
"""The claims of the four sentences of one text and of the three of another."""


def said(*acts):
    return remarks(Located(History(acts), (LEFT, RIGHT)), TOLD, 3)


def test_a_verdict_on_two_sentences_of_a_claim_is_the_claims():
    assert said(act(verdict("reworded", 0, 0)))[0] == Remark((Judgement.REWORDED,))


def test_of_two_claims_only_a_conflict_is_told_on_both():
    conflict = (Judgement.CONFLICT,)
    assert [remark.verdicts for remark in said(act(verdict("conflict", 1, 1)))] == [(), conflict, conflict]
    assert said(act(verdict("unrelated", 1, 1))) == (Remark(),) * 3


def test_what_reviewers_differ_on_is_no_verdict():
    assert said(act(verdict("agree", 0, 0)), act(verdict("conflict", 0, 0), "bob"))[0] == Remark()


def test_notes_stand_on_the_claims_of_their_sentences_once():
    notes = act(Note((anchor(LEFT, 1),), "ask")), act(Note(both(0, 0), "both")), act(Note((anchor(LEFT, 2),), "site"))
    assert [remark.notes for remark in said(*notes)] == [(("ann", "both"),), (("ann", "ask"),), ()]
