"""Entries laid out one below the other."""

from hypothesis import given
from hypothesis import strategies as st

from tui.presentation.page import Emphasis
from tui.presentation.sheet import Entry, Mark, heading, holding, lay_out_sheet, plain
from tui.presentation.spot import Spot
from tui.presentation.wrapping import cells_of
from tui.text.sides import Side


def entry(text, number=0, marks="", **more):
    return Entry((plain(text),), Spot((0,), Side.LEFT, number), (Mark(marks),) if marks else (), **more)


def texts(sheet):
    return ["".join(run.text for run in (*line.cells[0].gutter, *line.cells[0].runs)) for line in sheet.page.lines]


def test_entries_stand_below_their_heading_and_lead_to_their_sentences():
    sheet = lay_out_sheet([heading("Numbers"), entry("three hours", 4, indent=2), entry("seven hours", 7)], 60)
    assert texts(sheet) == ["   Numbers", "     three hours", "   seven hours"]
    assert [one.spot.sentence for one in sheet.entries] == [4, 7]
    assert [(stop.first, stop.number) for stop in sheet.page.stops] == [(1, 1), (2, 2)]


def test_marks_stand_in_one_column_at_the_right_of_the_first_line():
    sheet = lay_out_sheet([entry("a short one", marks="A · C"), entry("words " * 12, marks="A B ·")], 50)
    lines = texts(sheet)
    assert lines[0].index("A · C") == lines[1].index("A B ·")
    assert "A" not in lines[2]
    assert {cells_of(lines[0]), cells_of(lines[1])} == {49}


def test_entries_stand_apart_where_they_ask_for_it():
    sheet = lay_out_sheet([heading("One"), entry("first"), heading("Two"), entry("second", apart=True)], 40)
    assert [line.strip() for line in texts(sheet)] == ["One", "first", "", "Two", "", "second"]


def test_only_entries_that_hold_the_words_stay_each_below_its_heading():
    entries = [heading("One"), entry("A storm"), heading("Two"), entry("a calm"), entry("“Storm’s end”"), entry("fog")]
    kept = holding(entries, "storm's")
    assert ["".join(run.text for run in one.runs) for one in kept] == ["Two", "“Storm’s end”"]
    assert [one.text for one in holding(entries, "STORM")] == ["One", "A storm", "Two", "“Storm’s end”"]


def test_the_chosen_mark_belongs_to_its_stop():
    marks = (Mark("● "), Mark("! "))
    entries = [Entry((plain("One"),), Spot((0,), Side.LEFT, 3), marks), entry("two")]
    runs = lay_out_sheet(entries, 40, chosen=1).page.lines[0].cells[0].runs
    assert [(run.text, run.sentence) for run in runs[-2:]] == [("● ", None), ("! ", 0)]


def test_nothing_makes_an_empty_page():
    sheet = lay_out_sheet([], 40)
    assert (len(sheet.page.lines), sheet.page.stops, sheet.entries) == (0, (), ())


@given(st.lists(st.tuples(st.text("ab 漢é", max_size=80), st.text("●·", max_size=9)), max_size=6), st.integers(24, 90))
def test_no_line_is_wider_than_the_page(written, width):
    sheet = lay_out_sheet([entry(text, marks=marks) for text, marks in written], width)
    assert all(cells_of(line) <= max(width, 3 + 20 + 1 + 9) for line in texts(sheet))
    assert len(sheet.page.stops) == len(written)
    assert all(run.emphasis is Emphasis.PLAIN for line in sheet.page.lines for run in line.cells[0].runs)
