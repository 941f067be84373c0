"""Two reviewers compared, and reviewers compared with the tool."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.alignment.texts import witness
from tests.review.makers import HARBOUR, LEFT, RIGHT, both, verdict, version
from tui.review.acts import Bond, Judgement, Shown, Tie, Verdict
from tui.review.agreement import agreement, kappa
from tui.review.anchors import anchor, pair
from tui.review.calibration import calibration, candidates

AGREE, CONFLICT, REWORDED, UNRELATED = Judgement

said = st.lists(st.tuples(st.sampled_from(Judgement), st.sampled_from(Judgement)), max_size=12)


def judged(*judgements, **more):
    """A verdict on one pair after another; None leaves the pair open."""
    places = ((left, right) for left in range(4) for right in range(3))
    return [verdict(one, *place, **more) for one, place in zip(judgements, places, strict=False) if one]


def test_kappa_is_what_the_textbook_says():
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed 0.7, by chance 0.5
    table = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(table) == pytest.approx(0.4)


def test_only_pairs_that_both_judged_count():
    found = agreement(judged(AGREE, CONFLICT, None), judged(AGREE, None, AGREE))
    assert (found.n, found.share) == (1, 1.0)


def test_who_never_judged_the_same_pair_has_no_share():
    found = agreement(judged(AGREE), judged(None, AGREE))
    assert (found.n, found.share, found.overall.kappa, found.classes) == (0, None, None, ())


def test_kappa_is_left_open_where_chance_alone_would_agree():
    found = agreement(judged(AGREE, AGREE), judged(AGREE, AGREE))
    assert (found.share, found.overall.kappa) == (1.0, None)


def test_each_class_is_counted_against_the_rest():
    found = agreement(judged(AGREE, AGREE, CONFLICT, REWORDED), judged(AGREE, CONFLICT, CONFLICT, REWORDED))
    shares = {name.value: (share.mine, share.theirs, share.agreed) for name, share in found.classes}
    assert shares == {"agree": (2, 1, 1), "conflict": (1, 2, 1), "reworded": (1, 1, 1)}
    assert dict(found.classes)[REWORDED].kappa == 1.0
    assert [(one.mine.judgement, one.theirs.judgement) for one in found.disagreements] == [(AGREE, CONFLICT)]


def in_a_later_version(judgement, left=1):
    """A verdict on a pair of the second version of a text, in which a sentence was put before all others."""
    text = witness("It rained.", *map(HARBOUR.quote, range(4)))
    later = version(text, LEFT.source, "c" * 16)
    return Verdict(pair(anchor(later, left + 1), anchor(RIGHT, 1)), judgement)


def test_a_pair_is_the_same_in_two_versions_of_a_text_that_both_have_its_sentences():
    found = agreement([verdict(AGREE, 0), verdict(AGREE, 2)], [in_a_later_version(CONFLICT, 0)])
    assert (found.n, found.share) == (1, 0.0)
    assert found.disagreements[0].theirs.judgement is CONFLICT


def test_a_sentence_that_a_text_has_twice_is_not_taken_for_the_other():
    assert agreement([verdict(AGREE, 1)], [verdict(AGREE, 3)]).n == 0
    assert agreement([verdict(AGREE, 1), verdict(AGREE, 3)], [in_a_later_version(AGREE, 1)]).n == 0


def test_a_decision_is_no_vote():
    found = agreement([*judged(AGREE), *judged(CONFLICT, decision=True)], judged(AGREE))
    assert (found.n, found.share) == (1, 1.0)


@given(said)
def test_agreement_does_not_depend_on_who_is_named_first(pairs):
    mine, theirs = judged(*(one for one, _ in pairs)), judged(*(other for _, other in pairs))
    here, there = agreement(mine, theirs), agreement(theirs, mine)
    assert (here.n, here.share, here.overall.kappa) == (there.n, there.share, there.overall.kappa)
    assert len(here.disagreements) == here.n - here.overall.agreed
    assert here.overall.kappa is None or here.overall.kappa <= 1.0


def similar(similarity, judgement, **more):
    return verdict(judgement, shown=Shown(similarity=similarity, **more))


def test_each_step_says_what_the_tool_expects_and_what_reviewers_found():
    marks = [similar(0.62, AGREE), similar(0.68, UNRELATED), similar(1.0, REWORDED), similar(None, AGREE)]
    steps = calibration([*marks, Bond(both(), Tie.BROKEN, Shown(0.65)), Bond(both(), Tie.FREE, Shown(0.65))])
    assert [(step.low, step.high, step.n) for step in steps] == [(0.6, 0.7, 3), (0.9, 1.0, 1)]
    assert steps[0].similarity == pytest.approx(0.65)
    assert [step.related for step in steps] == [pytest.approx(1 / 3), 1.0]


def test_candidates_are_counted_by_their_rule():
    verdicts = [
        similar(0.5, CONFLICT, candidate="bounds"),
        similar(0.5, AGREE, candidate="bounds"),
        similar(0.5, AGREE),
    ]
    assert candidates(verdicts) == (("bounds", 2, 0.5),)
