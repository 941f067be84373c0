"""What several sources say of each claim, side by side."""

import pytest

from tests.presentation.pairs import witness
from tui.collation.model import Claim, Collation, Place
from tui.presentation.parallel import lay_out_parallel, parallel_entries, text_columns
from tui.presentation.wrapping import cells_of

TEXTS = (
    "One ferry sank. 港で船が沈み、市長は調査を求めた。",
    "A ferry has sunk. Nobody knows why.",
    "It rained. One ferry sank.",
)
CLAIMS = (
    Claim(((0,), (0,), (1,)), Place(0, 0), 0.9, 3, (1,)),
    Claim(((1,), (), ()), Place(0, 1), 1.0, 1),
    Claim(((), (1,), ()), Place(1, 1), 1.0, 1),
    Claim(((), (), (0,)), Place(2, 0), 1.0, 1),
)


@pytest.fixture
def collation():
    return Collation(tuple(map(witness, TEXTS)), CLAIMS, ((0, 1), (0, 2), (3, 0)), (0, 1, 2))


def columns(sheet):
    lines = ["".join(run.text for run in line.cells[0].runs) for line in sheet.page.lines]
    return [[part.strip() for part in line.split("│")] for line in lines]


def test_sentences_of_one_claim_stand_level(collation):
    sheet = lay_out_parallel(parallel_entries(collation, (0, 1, 2), range(4), range(3)), 90)
    assert columns(sheet)[0] == ["One ferry sank.", "! A ferry has sunk.", "One ferry sank."]
    assert ["·", "Nobody knows why.", "·"] in columns(sheet)


def test_a_claim_that_no_column_makes_is_left_out(collation):
    entries = parallel_entries(collation, (0, 1, 2), range(4), range(2))
    assert [entry.spot.sentence for entry in entries] == [0, 1, 1]
    assert "rained" not in " ".join(entry.text for entry in entries)


@pytest.mark.parametrize("width", [40, 61, 110, 200])
def test_every_line_fills_its_columns_and_no_more(collation, width):
    sheet = lay_out_parallel(parallel_entries(collation, (0, 1, 2), range(4), range(3)), width)
    cells = {sum(cells_of(run.text) for run in line.cells[0].runs) for line in sheet.page.lines} - {0}
    assert len(cells) == 1
    assert cells.pop() <= width - 4


def test_each_cell_leads_to_its_own_sentence(collation):
    first = parallel_entries(collation, (4, 5, 6), range(4), range(3))[0]
    assert [(mark.spot.articles, mark.spot.sentence) for mark in first.marks] == [((4,), 0), ((5,), 0), ((6,), 1)]


@pytest.mark.parametrize(
    ("sources", "width", "shown"), [(5, 110, 3), (5, 200, 3), (5, 240, 4), (2, 200, 2), (5, 320, 5)]
)
def test_three_columns_stand_there_and_more_where_each_has_room(sources, width, shown):
    assert text_columns(sources, width) == shown
