"""Heat maps: which cells are drawn, how dark, and what is told of them in words."""

from dataclasses import replace

from tests.reports.dossier.stories import alone, report
from tests.reports.pairs import account
from tui.reports.dossier.heat import Grid, Strip, grid, strips
from tui.reports.dossier.model import PairCount

CELL = "M{} {}h1v1h-1z"


def cell(across, down=0):
    return CELL.format(across, down)


def test_a_strip_has_a_cell_for_each_claim_that_its_source_makes_the_darker_the_more_origins_do():
    first, second, *_, last = strips(report())
    assert first == Strip(0, (("shade-1", cell(2)), ("shade-5", cell(0))), says=2, shared=1, differs=0)
    assert second.paths[:2] == (("shade-1", cell(1)), ("shade-5", cell(0)))
    assert last == Strip(3, (("shade-1", cell(1) + cell(4)),), says=2, shared=1, differs=0)


def test_what_differs_has_half_a_cell_of_another_colour():
    second = strips(report())[1]
    assert second.paths[2:] == (("differs", "M0 .5h1v.5h-1z"),)
    assert (second.says, second.shared, second.differs) == (2, 2, 1)


def test_the_grid_has_a_cell_for_both_ways_of_each_pair_that_shares_a_claim():
    pairs = (PairCount(0, 1, 2, 0, 2, 0), PairCount(0, 2, 1, 1, 2, 0), PairCount(1, 2, 0, 2, 2, 0))
    found = grid(replace(report(), pairs=pairs))
    assert found == Grid(4, (("shade-3", cell(0, 2) + cell(2, 0)), ("shade-5", cell(0, 1) + cell(1, 0))))


def test_of_one_source_alone_there_is_nothing_to_share():
    dossier = alone(account("A", ["Snow fell.", "Nobody came."]))
    assert strips(dossier) == (Strip(0, (("shade-1", cell(0) + cell(1)),), says=2, shared=0, differs=0),)
    assert grid(dossier) == Grid(1, ())
