"""Facts of two texts that may not both hold, and the beads that they mark."""

import pytest

from tests.alignment.texts import witness
from tui.alignment.comparison import align, compare
from tui.alignment.conflicts import find_conflicts
from tui.text.sides import Side, Sides

LEFT = witness(
    "The harbour of Larnmouth was closed for less than two hours on Monday.",
    "Ida Kroll said: “We never saw the crane lean before it fell.”",
    "Ferries sail again.",
)
RIGHT = witness(
    "Nobody knows why.",
    "The harbour was closed for five hours, sailors said.",
    "“We never saw the crane move before it fell,” Ida Kroll said.",
)
NO_DATES = Sides(None, None)


@pytest.fixture(scope="module")
def conflicts():
    return find_conflicts(Sides(LEFT, RIGHT), NO_DATES)


def words(conflict):
    return LEFT.text[slice(*conflict.left.span)], RIGHT.text[slice(*conflict.right.span)]


def test_a_clash_of_figures_is_found_and_told(conflicts):
    assert words(conflicts[0]) == ("less than two hours", "five hours")
    assert conflicts[0].rule == "disjoint-bounds"
    assert "cannot both hold" in conflicts[0].reason


def test_a_changed_quotation_is_found(conflicts):
    assert [conflict.rule for conflict in conflicts[1:]] == ["changed-quotation"]


def test_swapping_the_sides_swaps_the_conflicts(conflicts):
    swapped = find_conflicts(Sides(RIGHT, LEFT), NO_DATES)
    turned = {(conflict.right, conflict.left, conflict.rule) for conflict in swapped}
    assert turned == {(conflict.left, conflict.right, conflict.rule) for conflict in conflicts}


def test_a_text_does_not_clash_with_itself():
    assert find_conflicts(Sides(LEFT, LEFT), NO_DATES) == ()


def test_beads_that_hold_either_fact_are_marked_at_every_cut(conflicts):
    comparison = compare(LEFT, RIGHT)
    for cut in (0.0, 0.3, 1.0):
        found = align(comparison, cut, conflicts=conflicts)
        for side in Side:
            held = {number for bead in found.beads if bead.conflicts for number in bead.on(side)}
            assert {(c.left if side is Side.LEFT else c.right).sentence for c in conflicts} <= held
        assert found.counts.conflict == sum(bool(bead.conflicts) for bead in found.beads) > 0
        assert all(not bead.conflicts for bead in found.beads if bead.left == (2,))


def test_without_conflicts_no_bead_is_marked():
    assert align(compare(LEFT, RIGHT), 0.3).counts.conflict == 0
