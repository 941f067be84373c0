"""Which parts of a sentence say something by themselves."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tui.collation.parts.splitting import pieces_of
from tui.collation.parts.words import Row
from tui.text.tokens import tokenize

LABELLED = Path(__file__).with_name("labelled.txt")


def parts(text):
    """The parts of a sentence, none where it says one thing."""
    row = Row(tokenize(text))
    pieces = pieces_of(row)
    return [text[slice(*row.span(piece.first, piece.end))] for piece in pieces] if len(pieces) > 1 else []


def halves():
    """Each half's sentences with the parts that a reader finds in them."""
    text = LABELLED.read_text(encoding="utf-8")
    lines = [half.splitlines() for half in text.split("\nheld out\n")]
    return [
        [(re.sub(r"[\[\]]", "", line), re.findall(r"\[(.*?)\]", line)) for line in half if not line.startswith("#")]
        for half in lines
    ]


@pytest.mark.parametrize("half", halves(), ids=["development", "held-out"])
def test_nearly_all_parts_of_labelled_sentences_are_right_and_most_are_found(half):
    right = given = labelled = 0
    for text, wanted in half:
        found = Counter(parts(text))
        right += (found & Counter(wanted)).total()
        given += found.total()
        labelled += len(wanted)
    assert right >= 0.97 * given
    assert right >= 0.9 * labelled


def test_a_sentence_that_says_one_thing_has_no_parts():
    assert parts("The mayor opened the new bridge on Monday.") == []


def test_an_apposition_is_no_item_of_a_list():
    assert parts("Jan Novak, the finance minister, and Petra Svoboda met in Oslo.") == []


def test_adjectives_of_one_noun_are_no_list():
    assert parts("The pact opens French, Dutch and Danish ports to the ferries.") == []
    assert parts("It was a long, slow and costly war.") == []


def test_what_stands_in_quotation_marks_is_not_parted():
    assert parts("“The bridge was closed, and the ferry was late,” the mayor said.") == []


def test_a_part_takes_its_quotation_marks_along():
    found = parts("He called it “a disaster”, but the minister said it was “a start”.")
    assert found == ["He called it “a disaster”", "the minister said it was “a start”"]
