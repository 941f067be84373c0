"""Attributions: who is given as a source, named or not, and by which verb."""

import pytest

from tui.facts import Attribution, extract


def attributions(text: str) -> list[tuple[str, Attribution]]:
    found = extract(text)
    return [(text[slice(*fact.span)], fact.value) for fact in found if isinstance(fact.value, Attribution)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Snow fell, officials said.", ("officials said", "officials", False, "say")),
        ("Officials had warned of floods.", ("Officials had warned", "Officials", False, "warn")),
        ("Ana Holm of the Red Cross said it was late.", ("Ana Holm of the Red Cross said", "Ana Holm", True, "say")),
        ("It is near, according to Harrow Bank.", ("according to Harrow Bank", "Harrow Bank", True, "according to")),
        ("Aides to Mr Ruiz insist he won.", ("Aides to Mr Ruiz insist", "Aides to Mr Ruiz", False, "insist")),
        ("A note sent in May warned of frost.", ("A note sent in May warned", "A note sent in May", False, "warn")),
        ("The envoy, Femi Ade, denied it.", ("The envoy, Femi Ade, denied", "Femi Ade", True, "deny")),
        ("Reuters reported that talks had stopped.", ("Reuters reported", "Reuters", True, "report")),
        ("What police say was theft ended.", ("police say", "police", False, "say")),
        ("What officials said: “Run.”", ("officials said", "officials", False, "say")),
        ("Critics pointed out her failure to pay.", ("Critics pointed out", "Critics", False, "point out")),
        ("Vance and Ortiz said they would stay.", ("Vance and Ortiz said", "Vance and Ortiz", True, "say")),
    ],
)  # fmt: skip
def test_a_source_has_its_verb_and_stands_in_the_span(text: str, expected: tuple[str, str, bool, str]) -> None:
    [(span, value)] = attributions(text)
    assert (span, value.source, value.named, value.verb) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The White House declined to comment.",
        "He is said to be ill.",
        "The firm recalled 600,000 cars.",
        "Two guards pointed at the door.",
        "A court ordered her to pay.",
        "Aid agencies have reports of fighting.",
        "She has written nine plays.",
        "The team began work in spring.",
        "“My coach said run,” was all we heard.",
        "What passengers say",
        "What officials say about the fire.",
        "Where critics warn about it",
    ],
)
def test_a_verb_without_words_or_with_another_sense_is_none(text: str) -> None:
    assert attributions(text) == []


def test_two_sources_in_a_line_are_two_attributions() -> None:
    found = attributions("The ECB said it would wait; its president, Ana Silva, said little.")
    assert [value.source for _, value in found] == ["ECB", "Ana Silva"]
