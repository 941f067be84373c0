"""How many sources say each part of a sentence."""

import pytest

from tests.alignment.texts import witness
from tui.alignment.model import Cancelled
from tui.collation import collate
from tui.collation.parts.counting import count_parts


def counted(*sources, of=0, sentence=0):
    """Each part of a sentence of the first source with its count."""
    witnesses = [witness(*([source] if isinstance(source, str) else source)) for source in sources]
    parts = count_parts(collate(witnesses), lambda _: None)[of][sentence]
    return {witnesses[of].text[slice(*part.span)]: part.corroboration for part in parts}


def test_each_part_counts_the_sources_that_say_it():
    assert counted(
        "The talks ended with no truce, no prisoner exchange and no date.",
        "The main aim, a truce in the valley, was not achieved.",
        "Despite no truce or new money, the minister was pleased.",
    ) == {"no truce": 3, "no prisoner exchange": 1, "no date": 1}


def test_who_denies_what_another_affirms_does_not_say_it():
    found = counted("The talks ended with no truce, no exchange and no date.", "A truce was reached in the valley.")
    assert found["no truce"] in (None, 1)


def test_an_offer_is_not_the_deed():
    found = counted(
        "The union ended the strike, and the airline raised wages by a tenth.",
        "The union ended the strike, and the airline could raise wages by a tenth.",
    )
    assert found["the airline raised wages by a tenth"] in (None, 1)


def test_other_numbers_are_another_part():
    found = counted(
        "The crash killed nine people, it injured 40 passengers of the train, and the search lasted four hours.",
        "The crash killed nine people, it injured 14 passengers of the train, and the search lasted seven hours.",
    )
    assert found == {
        "The crash killed nine people": 2,
        "it injured 40 passengers of the train": 1,
        "the search lasted four hours": 1,
    }


def test_an_item_counts_only_where_the_rest_of_its_clause_is_said_too():
    list_ = "The delegation in the capital included Anna Berg, Olaf Lund and Marit Dahl."
    assert counted(list_, "Olaf Lund wore a red scarf.")["Olaf Lund"] == 1
    assert counted(list_, "The delegation in the capital included Olaf Lund.")["Olaf Lund"] == 2


def test_a_part_has_no_count_where_another_source_must_say_it_in_other_words():
    found = counted(
        "Violinists of the city orchestra refused to rehearse on Thursday, and the hall was locked by its owner.",
        "City violinists played nothing in rehearsal on Thursday, and the orchestra's hall stood dark.",
    )
    assert set(found.values()) == {None}


def test_other_languages_are_not_parted():
    french = witness("Il n'y a pas d'accord, mais la guerre continue, et la paix est loin.", language="fr")
    assert count_parts(collate([french, french]), lambda _: None) == (((),), ((),))


def test_counting_can_be_given_up():
    def progress(_):
        raise Cancelled

    with pytest.raises(Cancelled):
        count_parts(collate([witness("It rained, and it snowed.")]), progress)
