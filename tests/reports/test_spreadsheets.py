"""Rows for spreadsheets, and their cells read back."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reports.spreadsheets import csv_text, without_guard


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "＝1", "|x", "%x", " =1", "'=1", "' =1"])
def test_no_cell_is_taken_for_a_formula_and_each_is_read_back(cell):
    assert csv_text([[cell, "x"]]) == f"'{cell},x\r\n"
    assert without_guard(f"'{cell}") == cell


@pytest.mark.parametrize("cell", ["", "x=1", "'tis", "'", "=1", "-1"])
def test_a_cell_that_was_never_guarded_is_read_as_it_stands(cell):
    assert without_guard(cell) == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9), min_size=1, max_size=4))
def test_any_row_is_read_back(row):
    (read,) = csv.reader(StringIO(csv_text([row]), newline=""))
    assert list(map(without_guard, read)) == row
