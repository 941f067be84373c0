"""Items made when they are looked at."""

import pytest

from tui.presentation.late import Late


def test_each_item_is_made_once_and_only_when_it_is_looked_at():
    made = []
    items = Late(5, lambda number: made.append(number) or number * 10)
    assert (items[3], items[-2], items[3]) == (30, 30, 30)
    assert made == [3]
    assert list(items[1:3]) == [10, 20]
    assert list(items) == [0, 10, 20, 30, 40]
    assert sorted(made) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("at", [5, -6])
def test_there_is_nothing_past_either_end(at):
    with pytest.raises(IndexError):
        Late(5, str)[at]
