"""Facts of two texts that may not both hold, and the beads that they mark."""

import pytest

from tests.alignment.texts import witness
from tui.alignment.comparison import align, compare
from tui.alignment.conflicts import find_conflicts, with_conflicts
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
    return LEFT.text[slice(*conflict.spans.left)], RIGHT.text[slice(*conflict.spans.right)]


def test_a_clash_of_figures_is_found_and_told(conflicts):
    assert words(conflicts[0]) == ("less than two hours", "five hours")
    assert conflicts[0].rule == "disjoint-bounds"
    assert "cannot both hold" in conflicts[0].reason


def test_a_changed_quotation_is_found(conflicts):
    assert [conflict.rule for conflict in conflicts[1:]] == ["changed-quotation"]


def test_swapping_the_sides_swaps_the_conflicts(conflicts):
    swapped = find_conflicts(Sides(RIGHT, LEFT), NO_DATES)
    turned = {(conflict.spans.swapped, conflict.sentences.swapped, conflict.rule) for conflict in swapped}
    assert turned == {(conflict.spans, conflict.sentences, conflict.rule) for conflict in conflicts}


def test_a_text_does_not_clash_with_itself():
    assert find_conflicts(Sides(LEFT, LEFT), NO_DATES) == ()


def test_beads_that_hold_either_fact_are_marked_at_every_cut(conflicts):
    comparison = compare(LEFT, RIGHT)
    for cut in (0.0, 0.3, 1.0):
        found = with_conflicts(align(comparison, cut), conflicts)
        for side in Side:
            held = {number for bead in found.beads if bead.conflicts for number in bead.on(side)}
            assert {conflict.sentences[side] for conflict in conflicts} <= held
        assert found.counts.conflict == sum(bool(bead.conflicts) for bead in found.beads) > 0
        assert all(not bead.conflicts for bead in found.beads if bead.left == (2,))


def test_without_conflicts_no_bead_is_marked():
    assert with_conflicts(align(compare(LEFT, RIGHT), 0.3), ()).counts.conflict == 0


def test_linked_sentences_of_opposite_claims_are_marked_where_they_are_linked():
    left = witness("The union accepted the pay offer of the port on Monday.", "Ferries sail again.")
    right = witness("Nobody sails.", "The union rejected the pay offer of the port on Monday.")
    comparison = compare(left, right)
    (candidate,) = (one for bead in with_conflicts(align(comparison, 0.3), ()).beads for one in bead.conflicts)
    assert (candidate.kind, candidate.rule, candidate.sentences) == ("claim", "opposite-words", Sides(0, 1))
    assert left.text[slice(*candidate.spans.left)] == "accepted"
    assert right.text[slice(*candidate.spans.right)] == "rejected"
    assert with_conflicts(align(comparison, 1.0), ()).counts.conflict == 0


def test_opposite_words_beside_facts_that_clash_are_told_too():
    left = witness("After talks that lasted three hours the union accepted the pay offer of the port.")
    right = witness("After talks that lasted five hours the union rejected the pay offer of the port.")
    found = with_conflicts(align(compare(left, right), 0.3), find_conflicts(Sides(left, right), NO_DATES))
    assert [one.kind for one in found.beads[0].conflicts] == ["quantity", "claim"]


@pytest.mark.parametrize(("speaking", "against"), [("I never", "I almost"), ("Never", "Almost")])
def test_opposite_words_within_quotations_that_clash_are_told_once(speaking, against):
    left = witness(f"“{speaking} lost control of the ferry on that night,” Ida Kroll said.", "Ferries sail again.")
    right = witness(f"“{against} lost control of the ferry on that night,” Ida Kroll said.", "Nobody sails.")
    alignment, sides = align(compare(left, right), 0.3), Sides(left, right)
    assert [one.kind for one in with_conflicts(alignment, ()).beads[0].conflicts] == ["claim"]
    told = with_conflicts(alignment, find_conflicts(sides, NO_DATES)).beads[0].conflicts
    assert [one.rule for one in told] == ["changed-quotation"]
