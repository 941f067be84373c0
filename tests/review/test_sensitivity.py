"""What another cut would change of what was reviewed."""

from tests.review.makers import act
from tests.review.test_queue import FOUND, ITEMS, LEFT, RIGHT, located, on
from tui.review.acts import Bond, Tie
from tui.review.anchors import anchor, pair
from tui.review.sensitivity import sensitivity


def effects(*acts, cut=0.3):
    return {effect.cut: effect for effect in sensitivity(FOUND, located(*acts), "ann", cut=cut, cuts=(0.2, 0.6, 0.95))}


def test_each_cut_says_how_many_links_and_beads_are_left():
    assert {cut: (effect.links, effect.beads) for cut, effect in effects().items()} == {
        0.2: (5, 5),
        0.6: (3, 3),
        0.95: (1, 1),
    }


def test_every_twentieth_between_nothing_and_everything_is_tried():
    tried = [effect.cut for effect in sensitivity(FOUND, located(), "ann", cut=0.3)]
    assert (tried[0], tried[-1], len(tried)) == (0.05, 0.95, 19)


def test_reviewed_links_that_would_vanish_are_named():
    lead, second = act(on(ITEMS[0])), act(on(ITEMS[2]))
    found = effects(lead, second, act(on(ITEMS[1]), "bob"))
    assert [standing.act for standing in found[0.6].gone] == [second]
    assert [standing.act for standing in found[0.95].gone] == [lead, second]
    assert (found[0.6].kept, found[0.95].kept, found[0.2].gone) == (1, 0, ())


def test_reviewed_links_that_would_come_back_are_named():
    weak = act(on(ITEMS[2]))
    assert [standing.act for standing in effects(weak, cut=0.6)[0.2].new] == [weak]


def test_links_made_by_hand_never_vanish_and_broken_ones_are_never_there():
    made = act(Bond(pair(anchor(LEFT, 3), anchor(RIGHT, 3)), Tie.PINNED))
    broken = act(Bond(pair(anchor(LEFT, 0), anchor(RIGHT, 0)), Tie.BROKEN))
    found = effects(made, broken, act(on(ITEMS[2])))
    assert (found[0.95].links, found[0.95].gone) == (2, ())
    assert found[0.2].links == 4
