from tui.app.sitting.trail import LENGTH, Trail
from tui.presentation.spot import Spot
from tui.text.sides import Side


def spot(sentence, *articles):
    return Spot(articles or (0,), Side.LEFT, sentence)


def test_the_way_back_is_the_way_forward_again():
    trail = Trail()
    trail.leave(spot(1))
    trail.leave(spot(5))
    assert trail.back(spot(9)) == spot(5)
    assert trail.back(spot(5)) == spot(1)
    assert trail.back(spot(1)) is None
    assert trail.forward(spot(1)) == spot(5)
    assert trail.forward(spot(5)) == spot(9)
    assert trail.forward(spot(9)) is None


def test_a_new_jump_forgets_what_lay_forward():
    trail = Trail()
    trail.leave(spot(1))
    trail.back(spot(2))
    trail.leave(spot(3))
    assert trail.forward(spot(4)) is None


def test_standing_still_leaves_one_trace():
    trail = Trail()
    trail.leave(spot(1))
    trail.leave(spot(1))
    trail.back(spot(2))
    assert trail.back(spot(1)) is None


def test_the_way_back_has_an_end():
    trail = Trail()
    for number in range(LENGTH + 50):
        trail.leave(spot(number))
    steps, now = 0, spot(-1)
    while (now := trail.back(now)) is not None:
        steps += 1
    assert steps == LENGTH
