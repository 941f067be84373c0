"""Quotations: what is one, who said it, and what only stands in marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.facts import Fact, Kind, Quotation, extract


def quotations(text: str, language: str = "en") -> list[tuple[Fact, Quotation]]:
    found = extract(text, language=language)
    return [(fact, fact.value) for fact in found if isinstance(fact.value, Quotation)]


def written(text: str, language: str = "en") -> list[str]:
    return [text[slice(*fact.span)] for fact, _ in quotations(text, language)]


def spoken(text: str) -> list[tuple[str | None, str | None]]:
    return [(value.speaker, value.verb) for _, value in quotations(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("“We waited,” said Marta Holm, who lives nearby.", "Marta Holm", "say"),
        ("“We waited,” the mayor told a local paper.", "the mayor", "tell"),
        ("Dr Ana Holm, who led the study, warned that it was “too early”.", "Ana Holm", "warn"),
        ("The union's leader, Bo Dahl, said: “They lied. They knew.”", "Bo Dahl", "say"),
        ("According to the pilot, it was “a bit firm”.", "the pilot", "according to"),
        ("The minister called the plan “a farce”.", "The minister", "call"),
        ("Asked about it, the coach shrugged: “We lost.”", "the coach", "shrug"),
        ("Holm praised the crew and said they were “heroes”.", "Holm", "say"),
        ("The firm rejected the claims as “pure fiction”.", "The firm", "reject"),
        ("'The boys’ bikes are gone,' said Pat Lowe.", "Pat Lowe", "say"),
        ("“Enough,” Senator Bo Cray (R-Ohio) said.", "Bo Cray", "say"),
        ("Mira Holm was blunt: “It is broken.”", "Mira Holm", None),
        ("«La fête est finie», said the director Jeanne Roy.", "Jeanne Roy", "say"),
        ("„Das war knapp“, said Uwe Lenz.", "Uwe Lenz", "say"),
    ],
)
def test_the_speaker_is_found_before_and_behind_the_words(text: str, speaker: str, verb: str) -> None:
    assert spoken(text) == [(speaker, verb)]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “bathroom bill” passed by a narrow margin.",
        "Sam “The Hammer” Doyle was jailed for fraud.",
        "The word “quark” comes from a novel.",
        "Her new film, “The Long Road”, opens in Rome.",
        "The hall's “temporary” roof is still in place.",
        "He said the song “Blue Moon” was his favourite.",
        "The boys' coats and the girls' hats were lost.",
    ],
)
def test_titles_nicknames_and_scare_quotes_are_no_quotations(text: str) -> None:
    assert written(text) == []


def test_words_interrupted_by_their_source_go_on() -> None:
    found = quotations("“If we stop,” said Kell, “we lose.”")
    assert [(value.speaker, value.continued) for _, value in found] == [("Kell", False), ("Kell", True)]


def test_marks_left_open_at_a_paragraphs_end_go_on_in_the_next() -> None:
    text = "“It was dark.\n\n“Nobody spoke.\n\n“Then we ran,” a driver said.\n\nThe road is open."
    assert written(text) == ["It was dark.", "Nobody spoke.", "Then we ran,"]
    assert [value.continued for _, value in quotations(text)] == [False, True, True]
    assert spoken(text) == [("a driver", "say")] * 3


def test_a_mark_that_is_never_closed_opens_nothing() -> None:
    assert written("“It was dark, she thought.\n\nThe road is open.") == []


def test_a_quotation_inside_another_is_nested_and_has_its_own_speaker() -> None:
    found = quotations("“My coach told me ‘one more lap’ and I ran,” Tom Reyes said.")
    assert [(value.speaker, value.nested) for _, value in found] == [("Tom Reyes", False), ("My coach", True)]


def test_a_pronoun_stands_for_the_person_named_before() -> None:
    assert spoken("Anton Kell was furious. “They didn't run,” he fumed.") == [("Anton Kell", "fume")]
    assert spoken("“They didn't run,” he fumed.") == [(None, "fume")]


def test_other_languages_have_quotations_by_their_marks_alone() -> None:
    assert spoken("„Wir haben lange gewartet.“ Danach ging er.") == [(None, None)]


def test_two_ways_of_marking_and_spelling_give_the_same_words() -> None:
    left, right = quotations("“Our neighbour’s here,” Holm said."), quotations("'Our neighbor's here,' Holm said.")
    assert left[0][1].words == right[0][1].words


MARKS = st.text(alphabet="ab sN.,!?:;-\n“”‘’\"'«»„()…", max_size=120)


@given(MARKS)
def test_any_marks_give_spans_of_the_text_in_order(text: str) -> None:
    found = extract(text)
    assert list(found) == sorted(found, key=lambda fact: (fact.span.start, -fact.span.end))
    assert found == extract(text)
    for fact in found:
        stretch = text[slice(*fact.span)]
        assert stretch == stretch.strip() != ""
        if fact.kind is Kind.QUOTATION:
            assert text[fact.span.start - 1 : fact.span.start].strip() != text[fact.span.start]
