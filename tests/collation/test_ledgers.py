"""The facts of several sources, like beside like."""

import pytest

from tests.alignment.test_links import HARBOUR, PIER
from tests.alignment.texts import witness
from tests.collation.derailment import surveyed
from tui.collation.ledgers.attributions import Framing, attribution_ledger, framing_ledger
from tui.collation.ledgers.dates import date_ledger
from tui.collation.ledgers.firsts import DIFFER, SAME, first_ledger
from tui.collation.ledgers.names import name_ledger
from tui.collation.ledgers.places import place_ledger
from tui.collation.ledgers.quantities import quantity_ledger
from tui.collation.ledgers.quotations import quotation_ledger
from tui.collation.ledgers.rows import written
from tui.collation.survey import survey


@pytest.fixture(scope="module")
def derailment(tmp_path_factory):
    return surveyed(tmp_path_factory.mktemp("sources"))


def told(row):
    """What each source says of a row's thing, as one line."""
    return f"{row.name}: " + " ".join(f"{'ABCDE'[cell.cited.source]}={cell.text}" for cell in row.cells)


def test_quantities_stand_by_what_they_measure_what_clashes_first(derailment):
    ledger = quantity_ledger(derailment)
    assert [(told(row), row.clashes) for row in ledger.shared] == [
        ("number of injured: A=14 B=40", True),
        ("duration of rescue: A=4 h B=9 h D=about 4 h", True),
        ("age of Anders Bakke: A=52 B=47 E=52", True),
        ("number of dead: A=2 B=2 B=2 C=2 E=2", False),
    ]
    assert "number of inspectors: C=12 (offered)" in map(told, ledger.single)
    assert ("B", "Three years") in [("ABCDE"[c.cited.source], written(derailment, c.cited)) for c in ledger.other]


def test_every_quantity_stands_somewhere_once(derailment):
    ledger = quantity_ledger(derailment)
    rows = [cell.cited for row in (*ledger.shared, *ledger.single) for cell in row.cells]
    placed = [*rows, *(cell.cited for cell in ledger.other)]
    facts = [
        (source, number)
        for source, of in enumerate(derailment.facts)
        for number, fact in enumerate(of)
        if fact.kind == "quantity"
    ]
    assert sorted((cited.source, cited.fact) for cited in placed) == facts


def test_a_rough_number_and_an_exact_one_are_rungs_of_one_ladder():
    found = survey(
        [
            witness("Some 200 passengers were on board the train to the coast."),
            witness("The train to the coast carried 212 passengers on board."),
        ]
    )
    (row,) = quantity_ledger(found).shared
    assert told(row) == "number of passengers: A=about 200 B=212"
    assert (row.exact, row.clashes) == ((1,), False)


def test_each_wording_of_a_remark_says_how_it_is_related(derailment):
    ledger = quotation_ledger(derailment)
    (row,) = ledger.shared
    assert row.name == "Marit Solberg"
    assert [("ABCDE"[c.cited.source], c.text.partition(",")[0]) for c in row.cells] == [
        ("A", ""),
        ("C", "identical"),
        ("B", "changed"),
    ]
    assert row.note == "one of these is not verbatim"
    assert ledger.single == ()


def test_a_part_of_a_quotation_is_not_called_changed():
    whole = "Nobody told us that the bridge was closed, and nobody came to help us all night"
    found = survey(
        [
            witness(f"“{whole},” said Ida Kroll."),
            witness("Ida Kroll said that “nobody came to help us all night” on the bridge."),
        ]
    )
    (row,) = quotation_ledger(found).shared
    assert row.cells[1].text.startswith("part, ")
    assert (row.note, row.clashes) == ("", False)


def test_names_know_who_has_them(derailment):
    names = {name.name: name for name in name_ledger(derailment)}
    assert names["Orvik"].sources == (0, 1, 2, 3, 4)
    assert names["Anders Bakke"].sources == (0, 1, 4)
    assert names["Ove Dahl"].first[2] is not None
    assert names["Ove Dahl"].first[0] is None


def test_a_surname_alone_is_the_person_whom_another_source_names_in_full():
    found = survey(
        [
            witness("The chancellor, Ida Kroll, spoke in Orvik. Kroll was tired."),
            witness("In the town, Kroll said little. Then Kroll left."),
        ]
    )
    names = {name.name: name.sources for name in name_ledger(found)}
    assert names["Ida Kroll"] == (0, 1)
    assert "Kroll" not in names


def test_dates_stand_on_one_line_with_what_agrees(derailment):
    ledger = date_ledger(derailment)
    lines = [told(row) for row in ledger.placed]
    assert lines[0] == "May 2023: D=last May"
    assert lines[1] == "11 March 2024 (Monday): A=Monday B=Monday C=Monday E=March 11"
    assert ledger.placed[1].exact == (4,)
    assert lines[-1] == "16 March 2024 (Saturday): E=Saturday"


def test_a_day_of_the_week_stands_with_the_date_that_another_source_has_for_it():
    found = survey(
        [
            witness("The crane fell into the harbour of Larnmouth on August 15, 2025."),
            witness("The crane fell into the harbour of Larnmouth on Friday."),
            witness("The permit of the crane lapsed on August 8."),
            witness("The crane was heard to creak on Tuesday."),
        ]
    )
    ledger = date_ledger(found)
    assert [told(row) for row in ledger.placed] == [
        "8 August 2025 (Friday): C=August 8",
        "15 August 2025 (Friday): A=August 15, 2025 B=Friday",
    ]
    assert ledger.placed[0].note == "in the year that others tell"
    assert "15 August 2025 was a Friday" in ledger.placed[1].note
    assert [cell.text for cell in ledger.unplaced] == ["Tuesday"]


def test_sources_are_told_apart_by_whether_they_are_named(derailment):
    first, _, third, *_ = attribution_ledger(derailment)
    assert [cell.text for cell in first.named] == ["Marit Solberg (say)"]
    assert [cell.text for cell in first.unnamed] == ["the police (say)", "the railway (say)"]
    assert {framing for framing, _ in third.framings} == {Framing.PLAIN, Framing.TURNING}


def test_one_speaker_with_other_verbs_is_told():
    found = survey(
        [
            witness("Ida Kroll said that the harbour of Larnmouth had been warned of the crane."),
            witness("Ida Kroll admitted that the harbour of Larnmouth had been warned of the crane."),
        ]
    )
    (row,) = framing_ledger(found)
    assert told(row) == "Ida Kroll: A=say B=admit"
    assert row.note == "plain against conceding"


def test_a_month_and_a_time_of_the_clock_stand_with_the_day_that_their_claim_tells():
    found = survey(
        [
            witness("The old mill by the river in Larnmouth burned down in August 2025, the brigade said."),
            witness("The old mill by the river in Larnmouth burned down on August 15, 2025, the brigade said."),
            witness("The old mill by the river in Larnmouth burned down at 3:40 a.m. on August 15, 2025, they said."),
        ]
    )
    (day,) = date_ledger(found).placed
    assert {"ABCDE"[cell.cited.source] for cell in day.cells} == {"A", "B", "C"}
    assert (day.exact, day.clashes) == ((2,), False)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [
                "The ministers met in Norland.",
                "They met in Varden, Norland, on Friday.",
                "The talks were held at Port Eide in Varden.",
            ],
            [("Norland ⊃ Varden ⊃ Port Eide", "A=Norland B=Varden C=Port Eide", (2,))],
        ),
        (
            ["The Norland city of Varden was flooded.", "Rivers rose in Norland."],
            [("Norland ⊃ Varden", "B=Norland A=Varden", (0,))],
        ),
        (["They played in Oslo, Bergen and Turku.", "They played in Bergen."], []),
        (["He met Anna Lund in Varden.", "She lives in Varden."], []),
        (["They met in Varden, Norland.", "They met in Varden, Norland."], []),
    ],
)
def test_a_place_within_another_is_more_exact_and_no_conflict(texts, expected):
    rows = place_ledger(survey([witness(text) for text in texts]))
    assert [(row.name, told(row).partition(": ")[2], row.exact) for row in rows] == expected


def test_firsts_of_one_person_stand_together_with_their_baselines():
    found = survey(
        [
            witness("Ida Kroll won gold in Varden on 4 May 2025.", "It was her first title in a decade."),
            witness("Chancellor Ida Kroll took her first title since 2015."),
            witness("For Ida Kroll it was the first victory since the war of 2020."),
            witness("Ove Dahl opened the highest bridge since 1990."),
        ]
    )
    (row,) = first_ledger(found)
    assert row.name == "first, Kroll"
    assert told(row).partition(": ")[2] == (
        "A=first title in a decade (from 2015) B=first title since 2015 C=first victory since the war of 2020"
    )
    assert (row.note, row.clashes) == (DIFFER, False)


def test_a_first_of_two_people_goes_by_one_name_whenever_it_is_looked_for():
    people = "Mayor Ida Kroll, President Ove Dahl and Minister Per Aas won"
    found = survey([witness(f"{people} their first {what} since 2015.") for what in ("title", "gold medal")])
    assert [row.name for row in first_ledger(found)] == ["first, Aas"]


def test_firsts_since_one_year_have_one_baseline():
    found = survey([witness(f"Ida Kroll won her first {what} since 2015.") for what in ("title", "gold medal")])
    assert [row.note for row in first_ledger(found)] == [SAME]


def test_a_sentence_that_gives_a_quotation_in_other_words_stands_with_it():
    found = survey(
        [
            witness("“I will come to Varden next year and open the bridge myself,” said Ida Kroll."),
            witness("Ida Kroll promised a visit to Varden, where she would open the bridge.", *HARBOUR),
            witness("Ove Dahl was seen on the bridge of Varden on Monday.", *PIER),
        ]
    )
    ledger = quotation_ledger(found)
    row = next(row for row in ledger.shared if row.name == "Ida Kroll")
    assert [("ABC"[cell.cited.source], cell.cited.sentence, cell.text) for cell in row.cells] == [
        ("A", 0, ""),
        ("B", 0, "paraphrase of a quote"),
    ]
    assert row.cells[0].cited not in [cell.cited for cell in ledger.single]
