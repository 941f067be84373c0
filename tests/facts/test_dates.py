"""Dates of sentences such as news has them, beyond those that are labelled."""

import datetime as dt

import pytest

from tui.facts import Date, Kind, Precision, extract, facts_of
from tui.text.sentences import segment
from tui.text.spans import Span
from tui.text.witness import Kind as Place
from tui.text.witness import Witness

TUESDAY = dt.date(2024, 3, 5)


def found(text: str, date: dt.date | None = TUESDAY, language: str = "en") -> dict[str, Date]:
    facts = [fact for fact in extract(text, date=date, language=language) if fact.kind is Kind.DATE]
    return {text[slice(*fact.span)]: fact.value for fact in facts if isinstance(fact.value, Date)}


def period(text: str, span: str) -> tuple[dt.date | None, dt.date | None]:
    date = found(text)[span]
    return date.first, date.last


@pytest.mark.parametrize(
    ("text", "span", "first", "last"),
    [
        ("It opened on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11", "2001-09-11"),
        ("On the 5th of May 2021 it shut.", "5th of May 2021", "2021-05-05", "2021-05-05"),
        ("It ran from June 1-20, 2021.", "June 1-20, 2021", "2021-06-01", "2021-06-20"),
        ("The March 2011 flood.", "March 2011", "2011-03-01", "2011-03-31"),
        ("She left in mid-2003.", "mid-2003", "2003-01-01", "2003-12-31"),
        ("Prices rose in 2022-23.", "2022-23", "2022-01-01", "2023-12-31"),
        ("It was built in the 18th century.", "18th century", "1701-01-01", "1800-12-31"),
        ("It rained in the late 1980s.", "late 1980s", "1980-01-01", "1989-12-31"),
        ("It shut in the first quarter of 2023.", "first quarter of 2023", "2023-01-01", "2023-03-31"),
        ("It shut last week.", "last week", "2024-02-26", "2024-03-03"),
        ("It shut last month.", "last month", "2024-02-01", "2024-02-29"),
        ("It shut two years ago.", "two years ago", "2022-01-01", "2022-12-31"),
        ("It shut in December.", "December", "2023-12-01", "2023-12-31"),
        ("It shut last night.", "last night", "2024-03-04", "2024-03-04"),
        ("It will open next Tuesday.", "next Tuesday", "2024-03-12", "2024-03-12"),
        ("It was held on Friday 29 March.", "Friday 29 March", "2024-03-29", "2024-03-29"),
    ],
)
def test_a_date_falls_where_its_words_and_the_day_of_writing_say(text, span, first, last):
    assert period(text, span) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The judge spoke on Thursday.", 29),
        ("The judge will speak on Thursday.", 7),
        ("The judge is due to speak on Thursday.", 7),
        ("The talks begin on Thursday.", 7),
        ("On Thursday, the judge spoke.", 29),
        ("The strike, which began on Thursday, will end soon.", 29),
        ("He said the law will pass on Thursday.", 7),
        ("Drivers have until Thursday to pay.", 7),
        ("The operator expects to sail on Thursday.", 7),
    ],
)
def test_a_weekday_lies_where_the_sentence_looks(text, day):
    first, _ = period(text, "Thursday")
    assert first is not None
    assert first.day == day


def test_without_the_day_of_writing_only_full_dates_are_resolved():
    dates = found("He left yesterday, on Monday, in May, on 3 June 2020.", date=None)
    assert [date.first for date in dates.values()] == [None, None, None, dt.date(2020, 6, 3)]


@pytest.mark.parametrize(
    ("text", "span", "precision", "time"),
    [
        (
            "The match is at 7.45pm BST on Wednesday 13 March.",
            "7.45pm BST on Wednesday 13 March",
            "minute",
            dt.time(19, 45),
        ),
        ("It began at 12am.", "12am", "hour", dt.time(0)),
        ("It began at eight o'clock.", "eight o'clock", "hour", dt.time(8)),
        ("It begins on Friday at 18:00.", "Friday at 18:00", "minute", dt.time(18)),
        ("It begins at noon.", "noon", "hour", dt.time(12)),
    ],
)
def test_times_are_read_with_their_day(text, span, precision, time):
    assert (found(text)[span].precision, found(text)[span].time) == (Precision(precision), time)


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times wrote of Black Friday and Super Tuesday.",
        "Theresa May may march to the Euro 2024 final.",
        "Some 2000 people came.",
        "He ran it in 2:05.",
        "Open 24/7 for now, and soon overnight.",
        "A weekly costs $2019.",
        "April Jones met June Brown.",
        "On 30 February it did not happen.",
        "A man in his twenties won.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert found(text) == {}


def test_days_counted_from_another_day_are_not_resolved():
    dates = found("The next day they left, and the following Monday they came back, a decade ago.")
    assert {span: date.first for span, date in dates.items()} == {
        "next day": None, "following Monday": None, "a decade ago": None,
    }  # fmt: skip


def test_dates_in_digits_are_read_in_any_language_where_they_can_be_but_one_day():
    assert list(found("Am 2024-06-30 und 31/12/2023.", language="de")) == ["2024-06-30", "31/12/2023"]
    assert found("Paid on 03/04/2023.") == {}


def yesterday(date):
    """The day before the one of writing, as the facts of a text have it."""
    text = "It shut yesterday."
    witness = Witness(text, segment(text, [(Span(0, len(text)), Place.BODY)]))
    [fact] = [fact for fact in facts_of(witness, date=date) if fact.kind is Kind.DATE]
    assert isinstance(fact.value, Date)
    return fact.value.first


@pytest.mark.parametrize("date", ["2024-03-05", "5 March 2024", "Updated: Tuesday, March 5, 2024, 10:30 GMT"])
def test_a_day_of_writing_is_read_as_it_is_stated(date):
    assert yesterday(date) == dt.date(2024, 3, 4)


@pytest.mark.parametrize("date", [None, "", "last spring", "2024-99-99", "3 May 2024, updated 4 May 2024"])
def test_a_day_of_writing_that_cannot_be_read_counts_as_not_stated(date):
    assert yesterday(date) is None
