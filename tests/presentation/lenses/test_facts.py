"""Facts of all sources as entries that lead to their sentences."""

import pytest

from tests.alignment.texts import witness
from tests.collation.derailment import surveyed
from tui.collation.survey import survey
from tui.presentation.lenses.candidates import candidate_entries
from tui.presentation.lenses.facts import name_entries, number_entries, quotation_entries
from tui.presentation.lenses.listed import Listed
from tui.presentation.page import Emphasis
from tui.presentation.sheet import lay_out_sheet
from tui.presentation.wrapping import cells_of
from tui.text.sides import Side


@pytest.fixture(scope="module")
def listed(tmp_path_factory):
    return Listed(surveyed(tmp_path_factory.mktemp("sources")), (10, 11, 12, 13, 14), "ABCDE")


def emphasised(runs, look):
    return [run.text for run in runs if run.emphasis is look]


def test_a_row_leads_to_the_pair_of_its_first_two_sources_and_its_places_to_their_articles(listed):
    row, first, second, *_ = number_entries(listed)
    assert row.text == "number of injured: A 14 · B 40  ! candidate"
    assert (row.spot.articles, row.spot.side) == ((10, 11), Side.LEFT)
    assert (first.spot.articles, second.spot.articles) == ((10,), (11,))
    assert emphasised(first.runs, Emphasis.TITLE) == ["14"]
    assert emphasised(second.runs, Emphasis.TITLE) == ["40"]


def test_a_candidate_has_both_sentences_with_what_clashes_emphasised(listed):
    entries = candidate_entries(listed)
    assert [entry.text.partition(":")[0] for entry in entries] == ["! candidate, numbers"] * 3 + [
        "! candidate, quotation"
    ]
    left, right = entries[0].below
    assert emphasised(left, Emphasis.CONFLICT) == ["14"]
    assert emphasised(right, Emphasis.CONFLICT) == ["40"]
    assert "".join(run.text for run in left).endswith("injuring 14, the police said.")
    assert entries[0].spot.articles == (10, 11)
    assert "so too C" in entries[3].text


def test_long_sentences_are_cut_around_what_is_cited():
    filling = " ".join(["and the pier was quiet"] * 12)
    found = survey([witness(f"On the pier {filling}, the talks lasted three hours, {filling}.")])
    (entry,) = [one for one in number_entries(Listed(found, (0,), "A")) if one.spot]
    assert emphasised(entry.runs, Emphasis.TITLE) == ["three hours"]
    assert entry.text.count("…") == 2
    assert len(entry.text) < 240


def test_a_quotation_of_one_source_names_its_speaker_as_such():
    found = survey([witness("“We saw the pier fall,” said Ida Kroll.")])
    (entry,) = [one for one in quotation_entries(Listed(found, (0,), "A")) if one.spot]
    assert entry.text.endswith("  speaker: Ida Kroll")


def test_names_without_columns_tell_their_sources_in_words(listed):
    wide = [entry for entry in name_entries(listed) if entry.spot]
    narrow = [entry for entry in name_entries(listed, columns=False) if entry.spot]
    assert all(len(entry.marks) == 5 for entry in wide)
    assert all(not entry.marks for entry in narrow)
    assert any(entry.text == "Anders Bakke  person  A, B, E" for entry in narrow)


def test_controls_of_a_source_reach_no_entry():
    found = survey([witness("“All 40 \x1b[31mpeople\x07 came \u202elate,” said Ida Kroll.")])
    listed = Listed(found, (0,), "A")
    for entry in (*number_entries(listed), *quotation_entries(listed), *name_entries(listed)):
        assert not set("\x1b\x07\u202e") & set(entry.text)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_what_stands_below_an_entry_fits_and_belongs_to_its_stop(listed, width):
    entries = candidate_entries(listed)
    sheet = lay_out_sheet(entries, width)
    assert len(sheet.page.stops) == len(entries)
    assert all(sum(cells_of(run.text) for run in line.cells[0].runs) <= width for line in sheet.page.lines)
    assert all(stop.last - stop.first >= 2 for stop in sheet.page.stops)
