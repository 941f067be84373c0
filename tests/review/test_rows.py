"""Acts as rows and back."""

import pytest
from hypothesis import given

from tests.review.makers import ACTS, act, verdict
from tui.review.rows import COLUMNS, LATEST, NoActError, act_of, row_of


@given(ACTS)
def test_a_row_is_the_act_again(one):
    assert tuple(row_of(one)) == COLUMNS
    assert act_of(row_of(one)) == one


def test_sides_are_put_in_one_order():
    row = row_of(act(verdict()))
    across = {"one": "other", "other": "one"}
    parts = ((name, *name.partition("_")) for name in row)
    turned = {f"{across.get(side, side)}{line}{rest}": row[name] for name, side, line, rest in parts}
    assert turned != row
    assert act_of(turned) == act_of(row)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "x"),
        ("id", 5),
        ("reviewer", " "),
        ("reviewer", "ann\x1b[2J"),
        ("time", -1),
        ("time", LATEST + 1),
        ("time", True),
        ("kind", "deed"),
        ("value", "maybe"),
        ("value", None),
        ("similarity", 1.5),
        ("similarity", float("nan")),
        ("relation", 7),
        ("one_sentence", -1),
        ("one_sentence", "3"),
        ("one_quotation", "x" * 1001),
        ("other_quotation", None),
        ("tool", "x" * 10_001),
    ],
)
def test_a_row_that_is_no_act_names_the_value(name, value):
    with pytest.raises(NoActError) as error:
        act_of({**row_of(act(verdict())), name: value})
    assert name.partition("_")[0] in str(error.value)
