"""Names: what is one, where it stands, and which spellings of it meet."""

import pytest

from tests.alignment.texts import witness
from tui.facts import Fact, Kind, Name, extract
from tui.facts.bearers import key, may_be_one
from tui.facts.extract import facts_of
from tui.text.witness import Kind as Kinds


def names(text: str, language: str = "en") -> list[Fact]:
    return [fact for fact in extract(text, language=language) if fact.kind is Kind.NAME]


def written(text: str) -> list[str]:
    return [text[slice(*fact.span)] for fact in names(text)]


def canonical(text: str) -> list[str]:
    return [fact.value.canonical for fact in names(text) if isinstance(fact.value, Name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks with Prime Minister Anna Lindqvist ended.", ["Anna Lindqvist"]),
        ("Built in 1990, it sank. Struck by a barge, it filled. Ferries stopped.", []),
        ("The US Secretary of State Marcus Bell flew home.", ["US", "Marcus Bell"]),
        ("A letter from Ludwig van der Meer reached Sen. J. P. Horn.", ["Ludwig van der Meer", "J. P. Horn"]),
        ("They met Jean-Luc Abadi’s lawyer at the University of Graz.", ["Jean-Luc Abadi", "University of Graz"]),
        (
            "He saw Hassan al-Masri at the Food and Drug Administration.",
            ["Hassan al-Masri", "Food and Drug Administration"],
        ),
        ("Striker Obi Nwosu and a French teacher left on Monday.", ["Obi Nwosu"]),
        ("US troops left. He met WHO staff, and the US paid us.", ["US", "WHO", "US"]),
        ("Storm Ciara reached South Korea's coast.", ["Storm Ciara", "South Korea"]),
        ("Mr Young met Han Ji-woo at the General Staff.", ["Young", "Han Ji-woo", "General Staff"]),
        ("The Times reported it; The Guardian did not.", ["The Times", "The Guardian"]),
        ("Temperatures fell. Nothing moved. Police waited.", []),
        ("The Germans beat the Swedish side in May.", []),
        ("It runs past Flat 3 and Junction 14 on the M62.", ["M62"]),
        ("Talks began. The Berg–Lund Oslo meeting failed; Berg, Lund and all Oslo wept.", ["Berg", "Lund", "Oslo"] * 2),
        ("They met at Port Eide–Varden in May.", ["Port Eide–Varden"]),
        ("He promised a secure Northern Border and left.", []),
        ("The Department for Transport and King's College agreed.", ["Department for Transport", "King's College"]),
    ],
)
def test_a_name_has_neither_title_nor_possessive(text: str, expected: list[str]) -> None:
    assert written(text) == expected


def test_a_surname_has_the_full_name_of_the_text_as_its_canonical_form() -> None:
    assert canonical("Lopez won. Later Maria Lopez spoke, and Lopez's rival left.") == ["Maria Lopez"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Later Ida Lund spoke. Then Ida left.", ["Ida Lund", "Ida Lund"]),
        ("Anna Lind left the hall. Then Al spoke to Anna Lind.", ["Anna Lind", "Al", "Anna Lind"]),
        ("The talks in Lund ended. Later Minister Ida Lund left Lund.", ["Lund", "Ida Lund", "Lund"]),
        ("They met in Varden. Later Varden Holm spoke about it.", ["Varden", "Varden Holm"]),
        (
            "The Harbour Workers Union met. Later the HWU thanked Ida Lund.",
            ["Harbour Workers Union"] * 2 + ["Ida Lund"],
        ),
        ("Hull University Hospital is shut. They went to Hull again.", ["Hull University Hospital", "Hull"]),
    ],
)
def test_a_shorter_form_is_of_the_one_it_may_be_of(text: str, expected: list[str]) -> None:
    assert canonical(text) == expected


def test_two_full_names_leave_a_shared_surname_alone() -> None:
    assert canonical("Ana Ruiz met Luis Ruiz, and Ruiz smiled.") == ["Ana Ruiz", "Luis Ruiz", "Ruiz"]


def test_a_headline_in_title_case_has_only_names_of_the_body() -> None:
    text = "Harbour Deal Fails As Lopez Walks Out\n\nThe mayor, Maria Lopez, left the room in silence."
    assert canonical(text) == ["Maria Lopez", "Maria Lopez"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Zelensky", "Zelenskyy"), ("Viktor Orbán", "Viktor Orban"), ("EU", "European Union"), ("Jo B. Hale", "Jo Hale")],
)
def test_spellings_of_one_name_share_a_key(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_a_surname_may_be_a_full_name_but_not_another_one() -> None:
    assert may_be_one(key("Lopez"), key("Maria Lopez"))
    assert may_be_one(key("RFU"), key("Rugby Football Union"))
    assert not may_be_one(key("Maria Lopez"), key("Ana Lopez"))


def test_languages_that_capitalise_otherwise_give_no_names() -> None:
    assert names("Der Minister sprach mit dem Rat.", "de") == []


def test_a_line_without_a_word_names_nobody() -> None:
    assert extract("“”\n\n. . .\n\n* * *\n") == ()


def test_weekdays_alone_are_no_name():
    assert not [fact for fact in extract("Friday Friday. Monday, Friday Monday.") if fact.kind is Kind.NAME]


def test_a_verb_that_opens_an_item_of_a_list_is_no_name() -> None:
    text = witness("They had two aims:", "Procure a ship", kinds=[Kinds.BODY, Kinds.LIST])
    assert [fact for fact in facts_of(text) if fact.kind is Kind.NAME] == []
