import pytest

from tests.library.entries import entry
from tui.library import Library, keep_pair_place, pair_place
from tui.text.sides import Side, Sides

ONE, OTHER, THIRD = entry("1" * 16), entry("2" * 16), entry("3" * 16)


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library.sqlite3") as library:
        yield library


def test_a_pair_is_left_where_it_was_kept_last(library):
    assert pair_place(library, Sides(ONE, OTHER)) is None
    keep_pair_place(library, Sides(ONE, OTHER), Side.LEFT, 3)
    keep_pair_place(library, Sides(ONE, OTHER), Side.RIGHT, 12)
    assert pair_place(library, Sides(ONE, OTHER)) == (Side.RIGHT, 12)
    assert pair_place(library, Sides(ONE, THIRD)) is None


def test_the_place_stays_with_its_text_when_the_sides_are_swapped(library):
    keep_pair_place(library, Sides(OTHER, ONE), Side.LEFT, 7)
    assert pair_place(library, Sides(ONE, OTHER)) == (Side.RIGHT, 7)


def test_a_text_beside_itself_has_two_sides(library):
    keep_pair_place(library, Sides(ONE, ONE), Side.RIGHT, 5)
    assert pair_place(library, Sides(ONE, ONE)) == (Side.RIGHT, 5)


@pytest.mark.parametrize("value", ["", "nonsense", "2222222222222222 -1", "4444444444444444 1"])
def test_a_value_that_says_nothing_is_no_place(library, value):
    library.remember(f"pair {ONE.key} {OTHER.key}", value)
    assert pair_place(library, Sides(ONE, OTHER)) is None
