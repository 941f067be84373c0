"""How many sources make a sentence's claim, as cells beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.presentation.pairs import witness
from tui.collation.model import Claim, Collation, Part, Place
from tui.collation.survey import Survey
from tui.presentation.backing import BLOCKS, Backing, legend, margin_of
from tui.presentation.page import Emphasis, Run
from tui.presentation.wrapping import cells_of
from tui.text.sides import Side
from tui.text.spans import Span


@pytest.mark.parametrize(
    ("backing", "strip"),
    [
        (Backing(5, 0, 5), (0, 0)),
        (Backing(4, 0, 5), (0, 1)),
        (Backing(1, 0, 5), (0, 4)),
        (Backing(5, 2, 5), (2, 0)),
        (Backing(3, 1, 5), (1, 2)),
        (Backing(2, 0, 3), (0, 1)),
        (Backing(1, 0, 2), (0, 1)),
        (Backing(1, 0, 1), (0, 0)),
        (Backing(199, 0, 200), (0, 1)),
        (Backing(100, 0, 200), (0, 3)),
        (Backing(1, 0, 200), (0, 4)),
        (Backing(200, 199, 200), (4, 0)),
    ],
)
def test_one_block_is_one_source_among_few_and_a_quarter_of_the_others_among_many(backing, strip):
    assert backing.strip == strip


@given(st.integers(1, 300), st.data())
def test_a_strip_has_at_most_four_blocks_and_none_only_where_all_agree(sources, data):
    speaking = data.draw(st.integers(1, sources))
    differing = data.draw(st.integers(0, speaking - 1))
    strip = Backing(speaking, differing, sources).strip
    assert min(strip) >= 0
    assert sum(strip) <= BLOCKS
    assert (sum(strip) == 0) == (sources == 1 or (speaking == sources and not differing))


def collation(differing=()):
    three = tuple(witness("One thing. Another thing.") for _ in range(3))
    claims = (
        Claim(((0,), (0,), (1,)), Place(0, 0), 1.0, 3, differing),
        Claim(((1,), (), ()), Place(0, 1), 1.0, 1),
    )
    return Collation(three, claims, ((0, 1), (0, None), (None, 0)), (0, 1, 2))


def test_each_sentence_has_its_count_and_what_is_no_claim_has_none():
    margin = margin_of(Survey(collation(differing=(1,)), ()), 0, 3)
    told = {sentence: "".join(run.text for run in runs) for sentence, runs in margin.beside.items()}
    assert told == {0: "3/3 █   ", 1: "1/3 ░░  "}
    assert {cells_of(text) for text in told.values()} == {margin.cells}
    assert Run("█", Emphasis.CONFLICT, Side.LEFT) in margin.beside[0]
    own = "".join(run.text for run in margin_of(Survey(collation(differing=(1,)), ()), 1, 3).beside[0])
    assert own == "3/3!    "
    assert set(margin_of(Survey(collation(), ()), 1, 3).beside) == {0}


def test_the_margin_has_its_width_before_anything_is_known():
    assert margin_of(None, None, 3).cells == margin_of(Survey(collation(), ()), 0, 3).cells
    assert margin_of(None, None, 3).beside == {}


def test_the_legend_names_what_differs_only_where_something_does():
    assert "differs" not in "".join(part.text for part in legend(collation()))
    assert "differs" in "".join(part.text for part in legend(collation(differing=(2,))))


def test_a_sign_tells_of_sentences_whose_parts_are_said_by_other_numbers_of_sources():
    part = Part(Span(0, 3), ((0,), (0,), ()))
    margin = margin_of(Survey(collation(), (), parts=(((part, part), (part,)), (), ())), 0, 3)
    told = {sentence: "".join(run.text for run in runs) for sentence, runs in margin.beside.items()}
    assert told == {0: "3/3+    ", 1: "1/3+░░  "}
