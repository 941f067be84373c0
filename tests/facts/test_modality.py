"""How a sentence puts its figures: as done, denied, offered or to come."""

import pytest

from tui.facts import Kind, Modality, extract


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The yard cut 500 jobs.", Modality.STATED),
        ("The yard denied that it had cut 500 jobs.", Modality.DENIED),
        ("The yard did not cut 500 jobs.", Modality.DENIED),
        ("Not only 500 jobs were cut.", Modality.STATED),
        ("The yard offered the owners $30m.", Modality.OFFERED),
        ("The owners accepted a bid of $30m.", Modality.STATED),
        ("Some $30m was demanded of the yard.", Modality.OFFERED),
        ("The union called for a rise of 6 per cent.", Modality.OFFERED),
        ("The union said that calls had risen by 6 per cent.", Modality.STATED),
        ("The yard will cut 500 jobs.", Modality.PLANNED),
        ("The yard is to cut 500 jobs.", Modality.PLANNED),
        ("About 20 millimetres of rain are expected.", Modality.PLANNED),
        ("They face 10 years in prison if convicted.", Modality.PLANNED),
        ("Orders have fallen since May by 6 per cent.", Modality.STATED),
        ("Farmer Will Crane lost 70 sheep.", Modality.STATED),
        ("It urged patience on the workers, who have lost 20 days of pay.", Modality.STATED),
    ],
)
def test_the_words_around_a_figure_tell_how_it_is_put(sentence, expected):
    [figure] = [fact for fact in extract(sentence) if fact.kind is Kind.QUANTITY]
    assert figure.modality is expected
