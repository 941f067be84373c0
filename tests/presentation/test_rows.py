import pytest

from tests.presentation.pairs import alignment, alone, linked, witness
from tui.alignment.model import Bead, Candidate, Relation
from tui.presentation.rows import Class, Fold, is_difference, rows_of, with_across
from tui.text.sides import Sides
from tui.text.spans import Span


@pytest.fixture
def pair():
    sides = Sides(
        witness("Shared one.", "Left one.", "Left two.", "Share this", "Shared two.", furniture=frozenset({3})),
        witness("Shared one here.", "Right one.", "Shared two here."),
    )
    return alignment(
        sides,
        linked(sides, (0,), (0,), ("Shared one", "Shared one")),
        alone(left=1),
        alone(left=2),
        linked(sides, (4,), (2,), ("Shared two", "Shared two"), moved=True),
        alone(right=1),
    )


def test_furniture_stands_where_it_is_read_and_can_be_hidden(pair):
    assert [row.left for row in rows_of(pair)] == [(0,), (1,), (2,), (3,), (4,), ()]
    assert [row.left for row in rows_of(pair, furniture=False)] == [(0,), (1,), (2,), (4,), ()]


def test_differences_only_folds_what_is_the_same_on_both_sides():
    sides = Sides(witness("Same.", "Same too.", "Left one."), witness("Same.", "Same too."))
    same = [Bead((n,), (n,), Relation.IDENTICAL, False, 1.0, ()) for n in (0, 1)]
    rows = rows_of(alignment(sides, *same, alone(left=2)), fold=Fold.SHARED)
    assert [(row.left, row.name) for row in rows] == [((), "2 shared rows"), ((2,), "")]


def test_differences_only_keeps_what_is_reworded_moved_or_one_sided(pair):
    assert rows_of(pair, furniture=False, fold=Fold.SHARED) == rows_of(pair, furniture=False)


def test_folding_the_unique_keeps_what_both_have(pair):
    rows = rows_of(pair, furniture=False, fold=Fold.UNIQUE)
    assert [row.name for row in rows] == ["", "2 one-sided rows", "", "1 one-sided row"]


def test_a_fold_opens_by_its_key_and_the_rest_stays_folded(pair):
    folded = rows_of(pair, furniture=False, fold=Fold.UNIQUE)
    opened = rows_of(pair, furniture=False, fold=Fold.UNIQUE, opened=frozenset({folded[1].key}))
    assert [(row.left, row.name) for row in opened] == [
        ((0,), ""),
        ((1,), ""),
        ((2,), ""),
        ((4,), ""),
        ((), "1 one-sided row"),
    ]


def test_folds_follow_the_class_that_is_walked(pair):
    rows = rows_of(pair, furniture=False, fold=Fold.SHARED, wanted=Class.MOVED)
    assert [row.left for row in rows if not row.hidden] == [(4,)]


def test_classes_of_difference(pair):
    held = {wanted: [n for n, bead in enumerate(pair.beads) if is_difference(bead, wanted)] for wanted in Class}
    assert held == {
        Class.DIFFERENCES: [0, 1, 2, 3, 4],
        Class.REWORDED: [0, 3],
        Class.LEFT_ONLY: [1, 2],
        Class.RIGHT_ONLY: [4],
        Class.MOVED: [3],
        Class.CONFLICT: [],
    }


def test_candidates_for_conflict_are_a_class_of_their_own(pair):
    candidate = Candidate("name", Sides(Span(0, 1), Span(0, 1)), Sides(2, 0), "a-rule", "why")
    beads = tuple(bead._replace(conflicts=(candidate,)) if n == 2 else bead for n, bead in enumerate(pair.beads))
    assert [n for n, bead in enumerate(beads) if is_difference(bead, Class.CONFLICT)] == [2]
    rows = rows_of(pair._replace(beads=beads), fold=Fold.SHARED, wanted=Class.CONFLICT)
    assert [row.left for row in rows if not row.hidden] == [beads[2].left]


def test_a_sentence_that_stands_rows_apart_is_shown_beneath_the_one_it_is_judged_with(pair):
    rows = rows_of(pair)
    left = next(row for row in rows if row.left and not row.right)
    right = next(row for row in rows if row.right and not row.left)
    shown = with_across(rows, left.left[0], right.right[0])
    beneath = shown[shown.index(left) + 1]
    assert (beneath.right, beneath.ghost, len(shown)) == (right.right, True, len(rows) + 1)
    linked_row = next(row for row in rows if row.left and row.right)
    assert with_across(rows, linked_row.left[0], linked_row.right[0]) == rows
