"""What there is to judge, and how far a reviewer has come."""

from tests.alignment.texts import comparison, witness
from tests.review.makers import act, version
from tui.alignment.comparison import align
from tui.alignment.conflicts import find_conflicts, with_conflicts
from tui.review.acts import Judgement, Shown, Undo, Verdict
from tui.review.anchors import anchor, pair
from tui.review.history import History
from tui.review.located import Located
from tui.review.queue import next_open, progress, queue, shown
from tui.review.settling import judged, settled
from tui.text.sides import Sides

LEFT = version(
    witness("The talks lasted three hours.", "Both left.", "It rained.", "Nobody spoke.", "The end."), "/l", "1" * 16
)
RIGHT = version(
    witness("The talks lasted seven hours.", "Both leaders left.", "Rain fell.", "They spoke.", "The end."),
    "/r",
    "2" * 16,
)
SIDES = Sides(LEFT.witness, RIGHT.witness)
FOUND = comparison(LEFT.witness, RIGHT.witness, (0, 0, 0.9), (1, 1, 0.8), (2, 2, 0.55), (3, 3, 0.35), (4, 4, 1.0))
ALIGNED = with_conflicts(align(FOUND, 0.3), find_conflicts(SIDES, Sides(None, None)))
ITEMS = queue(ALIGNED)


def on(item, judgement=Judgement.AGREE, **more):
    return Verdict(pair(anchor(LEFT, item.left), anchor(RIGHT, item.right)), Judgement(judgement), **more)


def located(*acts):
    return Located(History(acts), (LEFT, RIGHT))


def test_candidates_go_first_then_the_least_certain():
    assert [(item.left, item.right) for item in ITEMS] == [(0, 0), (2, 2), (3, 3), (1, 1), (4, 4)]
    assert [candidate.kind for candidate in ITEMS[0].candidates] == ["quantity"]


def test_a_candidate_that_nothing_links_is_to_be_judged_too():
    alone = with_conflicts(align(comparison(*SIDES), 0.3), find_conflicts(SIDES, Sides(None, None)))
    (item,) = queue(alone)
    assert (item.left, item.right, item.similarity, item.relation) == (0, 0, None, None)


def test_each_bead_is_judged_once_by_its_strongest_link():
    made = align(comparison(*SIDES, (2, 2, 0.9), (2, 3, 0.85), (3, 2, 0.8)), 0.3)
    assert [(item.left, item.right) for item in queue(made)] == [(2, 2)]


def test_a_verdict_keeps_what_the_tool_said():
    assert shown(ITEMS[0], "context", 0.3) == Shown(0.9, "reworded", ITEMS[0].candidates[0].rule, "context", 0.3)
    assert shown(ITEMS[1], "context", 0.3).candidate is None


def test_progress_counts_the_reviewers_own_verdicts():
    mine = [act(on(ITEMS[0])), act(on(ITEMS[2]))]
    found = located(*mine, act(on(ITEMS[1]), "bob"), act(on(ITEMS[3], decision=True)))
    assert progress(ITEMS, found, "ann") == (2, 5)
    assert progress(ITEMS, located(*mine, act(Undo(mine[0].id))), "ann") == (1, 5)


def test_the_next_open_one_comes_after_this_one_and_then_from_the_start():
    found = located(act(on(ITEMS[1])), act(on(ITEMS[4])))
    assert next_open(ITEMS, found, "ann", ITEMS[0]) == ITEMS[2]
    assert next_open(ITEMS, found, "ann", ITEMS[3]) == ITEMS[0]
    assert next_open(ITEMS, found, "bob") == ITEMS[0]


def test_nothing_is_next_where_all_is_judged():
    assert next_open(ITEMS, located(*(act(on(item)) for item in ITEMS)), "ann", ITEMS[0]) is None
    assert next_open(ITEMS, located(*(act(on(item)) for item in ITEMS[1:])), "ann", ITEMS[0]) is None


def test_verdicts_settle_a_pair_when_all_say_the_same_or_someone_decides():
    agree, conflict = on(ITEMS[0], "agree"), on(ITEMS[0], "conflict")
    assert settled([]) is None
    assert settled([agree, agree]) is Judgement.AGREE
    assert settled([agree, conflict]) is None
    assert settled([agree, on(ITEMS[0], "conflict", decision=True), agree]) is Judgement.CONFLICT


def test_a_candidate_judged_unrelated_is_open_no_more():
    closed = judged(ALIGNED, located(act(on(ITEMS[0], "unrelated"))))
    assert (ALIGNED.counts.conflict, closed.counts.conflict) == (1, 0)
    assert [candidate.verdict for bead in closed.beads for candidate in bead.conflicts] == ["unrelated"]


def test_a_candidate_that_reviewers_differ_on_stays_open():
    acts = act(on(ITEMS[0], "unrelated")), act(on(ITEMS[0], "conflict"), "bob")
    assert judged(ALIGNED, located(*acts)).counts.conflict == 1
    assert judged(ALIGNED, located(*acts), "ann").counts.conflict == 0
    assert judged(ALIGNED, located(*acts[1:])).counts.conflict == 1
