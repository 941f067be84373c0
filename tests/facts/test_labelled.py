"""The labelled sentences are what their README says: a wrong label would teach a wrong rule."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import TypeVar

import pytest

from tests.facts.labelled_sentences import HALVES, Labelled, read_half
from tui.facts import COUNT, Bound, Date, Kind, Modality, Precision, Quantity, Quotation

T = TypeVar("T")
SENTENCES = tuple(item for half in HALVES for item in read_half(half))


def labelled(kind: type[T]) -> Iterator[tuple[Labelled, T]]:
    return ((item, label.value) for item in SENTENCES for label in item.labels if isinstance(label.value, kind))


def test_there_are_enough_sentences():
    assert len(SENTENCES) >= 600


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_enough_facts_of_every_kind(half: str):
    kinds = Counter(label.kind for item in read_half(half) for label in item.labels)
    assert set(kinds) == set(Kind)
    assert min(kinds.values()) >= 50


def test_no_sentence_stands_twice():
    assert len({item.key for item in SENTENCES}) == len(SENTENCES)
    assert len({item.text for item in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize("half", HALVES)
def test_many_genres_are_well_represented(half: str):
    genres = Counter(item.genre for item in read_half(half))
    assert len(genres) >= 10
    assert min(genres.values()) >= 13


def test_how_a_quantity_is_put_is_told_of_all_that_are_set_aside():
    told = Counter(label.modality for item in read_half("heldout") for label in item.labels if label.kind == "quantity")
    assert set(told) == set(Modality)


def test_spans_have_no_white_space_at_their_ends():
    for item in SENTENCES:
        for label in item.labels:
            written = item.text[slice(*label.span)]
            assert written == written.strip() != "", item.key


def test_spans_nest_or_lie_apart():
    for item in SENTENCES:
        for first, second in combinations([label.span for label in item.labels], 2):
            assert not first.start < second.start < first.end < second.end, (item.key, first, second)


def test_labels_stand_in_the_order_of_the_text_and_once():
    for item in SENTENCES:
        places = [(label.span.start, -label.span.end) for label in item.labels]
        assert places == sorted(places), item.key
        assert len({(label.kind, label.span) for label in item.labels}) == len(item.labels), item.key


def test_a_quotation_stands_between_marks_and_has_words():
    for item in SENTENCES:
        for label in item.labels:
            if isinstance(label.value, Quotation):
                assert label.value.words, item.key
                assert item.text[: label.span.start].rstrip()[-1] in "\"'“‘«„", item.key
                assert item.text[label.span.end :].lstrip(" ")[:1] in {*"\"'”’»“\n"}, item.key


def test_a_date_falls_where_its_words_say():
    for item, date in labelled(Date):
        if date.first is None or date.last is None:
            continue
        assert date.year in {None, date.first.year}, item.key
        assert date.month in {None, date.first.month}, item.key
        assert date.day in {None, date.first.day}, item.key
        if date.weekday is not None:
            assert (date.first, date.first.isoweekday()) == (date.last, date.weekday), item.key


def test_only_hours_and_minutes_have_a_time():
    for item, date in labelled(Date):
        assert (date.time is not None) is (date.precision in {Precision.MINUTE, Precision.HOUR}), item.key


def test_a_date_that_needs_the_day_of_writing_is_resolved_only_where_that_is_told():
    for item, date in labelled(Date):
        if item.date is None and (date.year is None or date.relative):
            assert date.first is None, item.key


def test_a_count_is_of_one_lower_case_noun():
    for item, quantity in labelled(Quantity):
        if quantity.counted is not None:
            assert quantity.unit == COUNT, item.key
            assert quantity.counted.isalpha(), item.key
            assert quantity.counted.islower(), item.key


def test_a_rank_is_exact():
    for item, quantity in labelled(Quantity):
        if quantity.ordinal:
            assert (quantity.unit, quantity.bound) == (COUNT, Bound.EXACT), item.key
