from tests.presentation.pairs import witness
from tui.presentation.citation import citation


def test_a_sentence_is_quoted_with_its_place():
    text = witness("A Title", "12 Comments", "The talks took\tseven hours.", furniture=frozenset({1}))
    assert citation(text, [2], label="E", title="A Title") == '"The talks took seven hours." — [E] A Title, s2'


def test_several_sentences_name_the_first_and_the_last():
    text = witness("One came.", "Two came.", "Three came.")
    assert citation(text, [0, 1, 2], label="B", title="T").endswith("— [B] T, s1–s3")


def test_no_control_character_is_copied():
    text = witness("Red \x1b[31malert\x07 here.")
    assert "\x1b" not in citation(text, [0], label="A", title="T\x9b")
    assert "\x9b" not in citation(text, [0], label="A", title="T\x9b")
