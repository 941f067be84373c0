"""What the next sitting takes from the last."""

import pytest

from tui.app.sitting.session import RECALLED
from tui.library import Library
from tui.settings import Settings


@pytest.fixture
def sitting(opened, tmp_path):
    """Open the app on the library that all sittings of a test share."""

    def start(**options):
        options.setdefault("recalled", frozenset(RECALLED))
        return opened(library=Library.open(tmp_path / "library.sqlite3"), **options)

    return start


async def test_the_layout_chosen_last_is_there_the_next_time(sitting):
    async with sitting(pair=(1, 4), size=(120, 40)) as reader:
        assert "side by side" in reader.title
        await reader.press("v", "v")
        assert "redline" in reader.title
    async with sitting(pair=(0, 2), size=(120, 40)) as reader:
        assert "redline" in reader.title


async def test_a_layout_that_was_set_wins_over_the_one_remembered(sitting):
    async with sitting(pair=(1, 4)) as reader:
        await reader.press("v")
        assert "redline" in reader.title
    settings = Settings(layout="interleaved")
    async with sitting(pair=(1, 4), settings=settings, recalled=frozenset({"measure"})) as reader:
        assert "interleaved" in reader.title


async def test_the_layout_goes_back_to_what_the_width_allows(sitting):
    async with sitting(pair=(1, 4), size=(120, 40)) as reader:
        await reader.press("v", "colon", *"layout", "space", *"auto", "enter")
        assert "as the width allows" in reader.status
        assert "side by side" in reader.title
    async with sitting(pair=(1, 4)) as reader:
        assert "interleaved" in reader.title


async def test_a_layout_by_name(sitting):
    async with sitting(pair=(1, 4)) as reader:
        await reader.press("colon")
        await reader.type("layout side-by-side")
        await reader.press("enter")
        assert "side by side" in reader.title
        await reader.press("colon", *"layout", "space", *"round", "enter")
        assert "layout: auto, side-by-side, interleaved, redline, not round" in reader.status


async def test_the_measure_chosen_last_is_there_the_next_time(sitting):
    async with sitting(size=(120, 40)) as reader:
        await reader.press("enter", "w", "w")
        assert "full width" in reader.status
    async with sitting(size=(120, 40)) as reader:
        await reader.press("enter")
        assert reader.view.port.page.columns[0].width > 100


async def test_a_remembered_choice_that_means_nothing_is_left(sitting, tmp_path):
    with Library.open(tmp_path / "library.sqlite3") as library:
        library.remember("layout", "diagonal")
        library.remember("measure", "-3")
    async with sitting(pair=(1, 4), size=(120, 40)) as reader:
        assert "side by side" in reader.title
        await reader.press("w")
        assert "measure: 88" in reader.status


async def test_a_pair_opens_where_it_was_left_either_way_round(sitting):
    async with sitting(pair=(1, 4)) as reader:
        await reader.press("1", "2", "right_parenthesis")
        left = reader.sentence
        await reader.press("Q")
    async with sitting(pair=(4, 1), size=(120, 40)) as reader:
        assert reader.sentence == left


async def test_another_pair_on_the_way_keeps_the_place_of_the_first(sitting):
    async with sitting(pair=(1, 4)) as reader:
        await reader.press("9", "right_parenthesis")
        left = reader.sentence
        await reader.press("full_stop", "G", "Q")
    async with sitting(pair=(1, 4)) as reader:
        assert reader.sentence == left
