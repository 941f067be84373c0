"""Sheets over all sources: claims, how alike the sources are, and what one says alone or leaves out."""

import pytest

from tests.app.harbour import TEXTS
from tui.articles import find_sources


def shown_rows(reader):
    return [line for line in reader.lines if line.strip()]


async def test_claims_are_told_with_the_sources_that_make_them(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("T")
        first = shown_rows(reader)[0]
        assert "crane fell" in first
        assert first.endswith("● ● ●  3/3")
        assert "A B C" in reader.title


async def test_a_cell_leads_to_the_sentence_of_its_source_and_back(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("T", "l", "l", "enter")
        assert reader.title.startswith(" B")
        assert reader.sentence.startswith("A crane fell into the water")
        await reader.press("q")
        assert "A B C" in reader.title


async def test_a_silent_cell_leads_nowhere_and_says_so(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("T", "slash")
        await reader.type("inquiry")
        await reader.press("enter", "l", "enter")
        assert "A is silent on this" in reader.status
        await reader.press("l", "l", "enter")
        assert reader.title.startswith(" C")


async def test_claims_are_told_in_the_order_of_the_base(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("T", "colon")
        await reader.type("base C")
        await reader.press("enter")
        assert "in the order of C" in reader.title
        assert "inquiry" in " ".join(shown_rows(reader)[:4])
        await reader.press("colon")
        await reader.type("base Z")
        await reader.press("enter")
        assert "not Z" in reader.status


async def test_the_grid_opens_the_pair_of_row_and_column(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("M", "j", "l", "l", "l", "enter")
        assert reader.title.startswith(" B ⇄ C")
        await reader.press("q", "h", "enter")
        assert "B is silent on this" in reader.status


async def test_what_only_one_source_says_is_listed_and_leads_there(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("j", "j", "L", "u")
        assert "Only in C" in reader.title
        assert ["inquiry" in row for row in shown_rows(reader)].count(True) == 1
        assert not any("crane fell" in row for row in shown_rows(reader))
        await reader.press("slash")
        await reader.type("mayor")
        await reader.press("enter", "enter")
        assert reader.sentence.startswith("The mayor wants")


async def test_what_several_others_say_and_one_leaves_out(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("enter", "L", "o")
        assert "A leaves out" in reader.title
        assert len(shown_rows(reader)) == 1
        assert shown_rows(reader)[0].endswith("· ● ●  2/3")


async def test_another_letter_is_no_lens_and_does_what_it_does(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("L")
        assert "u only here" in reader.status
        await reader.press("j")
        assert reader.app.screen.listing.cursor == 1
        await reader.press("L", "escape")
        assert reader.app.screen.listing.cursor == 1


async def test_a_sheet_is_filtered_searched_and_given_back(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("T", "ampersand")
        await reader.type("ferries")
        await reader.press("enter")
        assert len(shown_rows(reader)) == 1
        await reader.press("ampersand", "enter")
        assert len(shown_rows(reader)) > 3
        await reader.press("slash")
        await reader.type("nothing such")
        await reader.press("enter")
        assert "not found here" in reader.status
        await reader.press("q")
        assert reader.app.screen.listing


async def test_sheets_take_each_others_place(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("T", "M", "L", "o", "q")
        assert reader.app.screen.listing


async def test_the_list_chooses_the_base_and_takes_it_back(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("j", "j", "B")
        assert "the order of C" in reader.status
        assert [line.split("♦")[1][0] for line in reader.lines if "♦" in line] == ["C"]
        assert "base C" in reader.status
        await reader.press("T")
        assert "in the order of C" in reader.title
        assert "inquiry" in " ".join(shown_rows(reader)[:4])
        await reader.press("q", "k", "B")
        assert "base B" in reader.status
        await reader.press("B")
        assert not any("♦" in line for line in reader.lines)
        await reader.press("T")
        assert "in the order" not in reader.title


async def test_an_article_that_cannot_be_read_is_no_base(opened, tmp_path):
    (tmp_path / "a.txt").write_text("A title\n\nSome words here.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    async with opened(sources=find_sources([str(tmp_path)])) as reader:
        await reader.press("j", "B")
        assert "cannot be read" in reader.status
        assert "base" not in reader.status


FURTHER = {
    "one": "The repair took three hours.\n\nIda Kroll said: “The crane was old and nobody looked after it.”\n",
    "other": "The repair took nine hours.\n\n“The crane was old and no one ever looked after it,” Ida Kroll said.\n",
    "third": "Ola Brandt claimed that nobody was told before May 2024.\n",
}


@pytest.fixture
def clashing(tmp_path):
    for name, text in FURTHER.items():
        whole = f"The {name} account\n\n{TEXTS[name]}\n\n{text}"
        (tmp_path / f"{name}.txt").write_text(whole, encoding="utf-8")
    return find_sources([str(tmp_path)])


def entry_rows(reader):
    """The rows without the bar of the cursor."""
    return [row.strip(" ▎") for row in shown_rows(reader)]


async def test_a_candidate_stands_with_both_sentences_and_opens_their_pair(opened, clashing):
    async with opened(sources=clashing) as reader:
        await reader.press("C")
        assert "Candidates for conflict" in reader.title
        rows = entry_rows(reader)
        assert rows[0].startswith("! candidate, numbers: 3 h and 9 h cannot both hold (duration of repair)")
        at = rows.index("A s5  The repair took three hours.")
        assert rows[at + 1] == "B s5  The repair took nine hours."
        await reader.press("enter")
        assert reader.title.startswith(" A ⇄ B")
        assert reader.sentence == "The repair took three hours."
        await reader.press("q")
        assert "Candidates for conflict" in reader.title


async def test_numbers_of_one_thing_are_one_row_and_its_places_lead_there(opened, clashing):
    async with opened(sources=clashing) as reader:
        await reader.press("L", "n")
        rows = entry_rows(reader)
        assert rows[0] == "duration of repair: A 3 h · B 9 h  ! candidate"
        assert any("nine years" in row for row in rows)
        await reader.press("j", "j", "enter")
        assert reader.title.startswith(" B")
        assert reader.sentence == "The repair took nine hours."


async def test_quotations_of_one_remark_stand_together(opened, clashing):
    async with opened(sources=clashing) as reader:
        await reader.press("L", "v")
        text = " ".join(" ".join(entry_rows(reader)).split())
        assert text.startswith("Ida Kroll: A, B ! candidate one of these is not verbatim A s6")
        assert "changed, " in text


async def test_names_show_which_sources_have_them(opened, clashing):
    async with opened(sources=clashing) as reader:
        await reader.press("L", "w")
        rows = [row.split() for row in entry_rows(reader)]
        assert rows[0] == ["In", "several", "sources"]
        assert ["Ida", "Kroll", "A", "B", "·"] in rows
        assert ["Only", "in", "C"] in rows
        await reader.press("slash")
        await reader.type("Kroll")
        await reader.press("enter", "l", "l", "l", "enter")
        assert "C has not this name" in reader.status


async def test_dates_stand_on_one_line_of_time(opened, clashing):
    async with opened(sources=clashing) as reader:
        await reader.press("L", "d")
        assert entry_rows(reader)[0] == "May 2024: C May 2024"


async def test_who_is_given_as_a_source_is_told_for_each(opened, clashing):
    async with opened(sources=clashing) as reader:
        await reader.press("L", "a")
        rows = entry_rows(reader)
        assert rows[0].startswith("A: 1 named, 1 unnamed")
        assert "verbs: doubting: claim" in rows


async def test_no_candidate_is_said_to_be_none(opened, harbour):
    async with opened(sources=harbour) as reader:
        await reader.press("C")
        assert "no candidate" in reader.status


async def test_the_table_marks_who_differs(opened, clashing):
    async with opened(sources=clashing) as reader:
        await reader.press("T", "slash")
        await reader.type("repair")
        await reader.press("enter")
        row = next(row for row in shown_rows(reader) if "repair took" in row)
        assert row.endswith("! ! ·  2/3")
