import pytest

from tests.presentation.pairs import alignment, alone, linked, witness
from tui.alignment.model import Candidate
from tui.presentation.layout import Layout
from tui.presentation.layouts import Style, lay_out
from tui.presentation.overview import overview
from tui.presentation.rows import rows_of
from tui.text.sides import Sides
from tui.text.spans import Span


@pytest.fixture
def pair():
    sides = Sides(witness("One came.", "Two.", "Three.", "Four."), witness("One came here.", "Five."))
    beads = [linked(sides, (0,), (0,), ("One came", "One came")), *(alone(left=n) for n in (1, 2, 3)), alone(right=1)]
    return alignment(sides, *beads)


def drawn(pair, height):
    rows = rows_of(pair)
    page = lay_out(pair, rows, Layout.INTERLEAVED, Style(Sides("A", "B"), 60))
    return "".join(tick.glyph for tick in overview(page, rows, pair.beads, height))


def test_each_part_shows_what_it_mostly_is(pair):
    assert drawn(pair, 10).index("~") < drawn(pair, 10).index("<") < drawn(pair, 10).index(">")


def test_one_linked_row_is_seen_among_many_others(pair):
    assert drawn(pair, 1) == "~"


def test_a_candidate_for_conflict_is_seen_among_all_others(pair):
    candidate = Candidate("date", Sides(Span(0, 1), Span(0, 1)), Sides(2, 0), "a-rule", "why")
    beads = tuple(bead._replace(conflicts=(candidate,)) if bead.left == (2,) else bead for bead in pair.beads)
    assert drawn(pair._replace(beads=beads), 1) == "!"


def test_a_column_longer_than_the_page_is_filled_up(pair):
    assert len(drawn(pair, 60)) == 60
    assert set(drawn(pair, 60)) <= set("~<>·")
