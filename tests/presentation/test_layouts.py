import pytest
from rich.cells import cell_len

from tests.presentation.pairs import alignment, alone, linked, span_of, witness
from tui.alignment.model import Bead, Candidate, Passage, Relation
from tui.presentation.layout import Layout, fitting
from tui.presentation.layouts import Style, lay_out, marked_anew
from tui.presentation.page import Emphasis
from tui.presentation.rows import rows_of
from tui.presentation.wording import why
from tui.text.sides import Side, Sides
from tui.text.spans import Span

LABELS = Sides("A", "B")


def text_of(page):
    return ["".join(r.text for cell in line.cells for r in (*cell.gutter, *cell.runs)).rstrip() for line in page.lines]


def cell_text(cell):
    return "".join(run.text for run in cell.runs)


@pytest.fixture
def pair():
    sides = Sides(
        witness(
            "The talks lasted less than three hours.", "Nobody else says this.", "12 Comments", furniture=frozenset({2})
        ),
        witness("Only this side has it.", "The talks took seven hours in all."),
    )
    reworded = linked(sides, (0,), (1,), ("The talks", "The talks"), ("hours", "hours"))
    return alignment(sides, reworded, alone(left=1), alone(right=0))


def page_of(pair, layout, width=120, **settings):
    return lay_out(pair, rows_of(pair), layout, Style(LABELS, width, **settings))


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("width", [20, 60, 80, 120, 200])
def test_every_sentence_is_shown_whole_at_every_width(pair, layout, width):
    shown = " ".join(" ".join(text_of(page_of(pair, layout, width))).split())
    page = page_of(pair, layout, width)
    for side in Side:
        for number, sentence in enumerate(pair.comparison.sides[side].sentences):
            runs = [r for line in page.lines for cell in line.cells for r in cell.runs]
            found = "".join(r.text for r in runs if r.side is side and r.sentence == number)
            whole = "".join(pair.comparison.sides[side].text[slice(*sentence.span)].split())
            if layout is not Layout.REDLINE:
                assert "".join(found.split()) == whole
    assert shown


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("width", [20, 80, 120])
def test_no_cell_is_wider_than_its_column(pair, layout, width):
    page = page_of(pair, layout, width)
    for line in page.lines:
        for column, cell in zip(page.columns, line.cells, strict=True):
            assert cell_len(cell_text(cell)) <= column.width
            assert column.left + column.gutter + column.width <= width


def test_linked_sentences_start_on_one_line(pair):
    first = page_of(pair, Layout.SIDE_BY_SIDE).lines[0]
    assert cell_text(first.cells[0]).startswith("The talks lasted")
    assert cell_text(first.cells[1]).startswith("The talks took")


def test_a_sentence_of_one_side_faces_a_filler(pair):
    lines = page_of(pair, Layout.SIDE_BY_SIDE).lines
    facing = next(line for line in lines if cell_text(line.cells[0]).startswith("Nobody"))
    assert cell_text(facing.cells[1]) == "·"


def test_every_class_has_its_glyph(pair):
    shown = text_of(page_of(pair, Layout.INTERLEAVED, 80))
    assert [line.split()[0] for line in shown if line] == ["~", "~", "<", "#", ">"]


def test_words_that_differ_are_marked_and_shared_words_are_not(pair):
    runs = [r for line in page_of(pair, Layout.SIDE_BY_SIDE).lines for cell in line.cells for r in cell.runs]
    divergent = [r.text for r in runs if r.emphasis is Emphasis.DIVERGENT]
    assert divergent == ["lasted less than three", "took seven", "in all."]


def test_unrelated_sentences_have_no_word_marks(pair):
    runs = [r for line in page_of(pair, Layout.SIDE_BY_SIDE).lines for cell in line.cells for r in cell.runs]
    assert {r.emphasis for r in runs if "Nobody" in r.text} == {Emphasis.LEFT_ONLY}


def test_the_redline_merges_both_wordings(pair):
    shown = " ".join(text_of(page_of(pair, Layout.REDLINE, 100)))
    assert "The talks [-lasted less than three-]{+took seven+} hours" in shown
    assert "[-Nobody else says this.-]" in shown
    assert "{+Only this side has it.+}" in shown


def test_spelling_is_a_variant_and_a_difference_when_strict():
    sides = Sides(witness("The neighbour came."), witness("The neighbor came."))
    whole = Passage(Span(0, 18), Span(0, 17))
    pair = alignment(sides, Bead((0,), (0,), Relation.IDENTICAL, False, 1.0, (whole,)))

    def looks(strict):
        lines = page_of(pair, Layout.SIDE_BY_SIDE, strict=strict).lines
        return {r.emphasis: r.text for line in lines for r in line.cells[0].runs}

    assert looks(False)[Emphasis.VARIANT] == "neighbour"
    assert looks(True)[Emphasis.DIVERGENT] == "neighbour"


def test_two_sentences_facing_one_are_bracketed():
    sides = Sides(witness("He came and he saw."), witness("He came.", "He saw."))
    pair = alignment(sides, linked(sides, (0,), (0, 1), ("He came", "He came")))
    gutters = ["".join(r.text for r in line.cells[1].gutter) for line in page_of(pair, Layout.SIDE_BY_SIDE).lines]
    assert "┌" in gutters[0]
    assert "└" in gutters[1]


def test_a_moved_row_says_where_it_stands_on_the_right():
    sides = Sides(witness("One came.", "Two came."), witness("Two came.", "One came."))
    beads = [linked(sides, (0,), (1,), ("One came", "One came"), moved=True), linked(sides, (1,), (0,), ("Two", "Two"))]
    shown = text_of(page_of(alignment(sides, *beads), Layout.INTERLEAVED, 80))
    assert any("↕ B s2" in line for line in shown)


@pytest.fixture
def clashing(pair):
    sides = pair.comparison.sides
    spans = Sides(span_of(sides.left.text, "less than three hours"), span_of(sides.right.text, "seven hours"))
    conflict = Candidate("quantity", spans, Sides(0, 1), "a-rule", "cannot both hold")
    beads = tuple(bead._replace(conflicts=(conflict,)) if bead.left and bead.right else bead for bead in pair.beads)
    return pair._replace(beads=beads)


@pytest.mark.parametrize("layout", list(Layout))
def test_what_clashes_is_marked_in_the_gutter_and_in_the_text(clashing, layout):
    page = page_of(clashing, layout)
    gutters = ["".join(run.text for run in cell.gutter) for line in page.lines for cell in line.cells]
    assert sum("!" in gutter for gutter in gutters) == (1 if layout is Layout.REDLINE else 2)
    if layout is not Layout.REDLINE:
        runs = [run for line in page.lines for cell in line.cells for run in cell.runs]
        marked = "".join(run.text for run in runs if run.emphasis is Emphasis.CONFLICT)
        assert marked == "less than three hoursseven hours"


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("width", [20, 80, 120])
def test_rows_marked_later_are_as_if_they_had_been_marked_at_first(pair, clashing, layout, width):
    style = Style(LABELS, width)
    marked = marked_anew(page_of(pair, layout, width), clashing, rows_of(clashing), layout, style)
    assert marked == page_of(clashing, layout, width)


def test_why_a_row_is_marked_is_told_with_rule_and_values(clashing):
    told = why(clashing, clashing.beads[0], LABELS)
    assert told[0] == ("! candidate: A s1 “less than three hours” – B s2 “seven hours”: cannot both hold (a-rule)")


def test_rows_stay_in_their_column_with_wide_combining_and_hebrew_text():
    sides = Sides(
        witness("首脑会谈 cafe\u0301 שלום 👩‍🚀 talks."), witness("首脑会谈 cafe\u0301 שלום talks again and again.")
    )
    pair = alignment(sides, linked(sides, (0,), (0,), ("首脑会谈", "首脑会谈")))
    for line in page_of(pair, Layout.SIDE_BY_SIDE, 60).lines:
        assert cell_len(cell_text(line.cells[0])) <= page_of(pair, Layout.SIDE_BY_SIDE, 60).columns[0].width


def test_the_width_chooses_the_layout_unless_one_is_wanted():
    assert fitting(110, None) is Layout.SIDE_BY_SIDE
    assert fitting(109, None) is Layout.INTERLEAVED
    assert fitting(80, Layout.SIDE_BY_SIDE) is Layout.SIDE_BY_SIDE


def test_one_side_alone_leaves_the_other_out(pair):
    shown = " ".join(text_of(page_of(pair, Layout.SIDE_BY_SIDE, only=Side.RIGHT)))
    assert "Only this side" in shown
    assert "Nobody" not in shown


@pytest.mark.parametrize("layout", list(Layout))
def test_every_row_has_a_place_for_the_cursor(pair, layout):
    page = page_of(pair, layout)
    assert {stop.row for stop in page.stops} == set(range(len(rows_of(pair))))
    assert all(0 <= stop.first <= stop.last < len(page.lines) for stop in page.stops)
