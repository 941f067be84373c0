"""All facts of a text or a witness, each kind found by its own rules."""

import datetime as dt
import re
from collections.abc import Iterator

from tui.facts import attributions, dates, names, quantities, quotations
from tui.facts.model import Date, Fact
from tui.facts.reading import read
from tui.facts.speech import listen
from tui.text.sentences import segment
from tui.text.spans import Span
from tui.text.witness import Kind as Place
from tui.text.witness import Witness

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\s*\Z)", re.DOTALL)


def extract(text: str, *, date: dt.date | None = None, language: str = "en") -> tuple[Fact, ...]:
    """The facts of a plain text, whose paragraphs are parted by empty lines.

    `date` is the day on which it was written; without it, dates that are counted from that day stay unresolved.
    """
    blocks = [(Span(*found.span()), Place.BODY) for found in _PARAGRAPH.finditer(text)]
    return _facts(Witness(text, segment(text, blocks, language=language), language), date)


def facts_of(witness: Witness, *, date: str | None = None) -> tuple[Fact, ...]:
    """The facts of every sentence that is not furniture, by place, the longer first; linear in the text.

    `date` is the day of writing as an article states it; one that names no day counts as not stated.
    """
    return _facts(witness, _day(date))


def _day(written: str | None) -> dt.date | None:
    """The day that a stated date names, in digits or in words; None where it names none, or several."""
    if not written:
        return None
    try:
        return dt.date.fromisoformat(written[:10])
    except ValueError:
        line = Witness(written, segment(written, [(Span(0, len(written)), Place.BODY)]))
        found = [fact.value for fact in dates.find(line, None)]
        days = {day.first for day in found if isinstance(day, Date) and day.first == day.last}
        return days.pop() if len(days) == 1 else None


def _facts(witness: Witness, written: dt.date | None) -> tuple[Fact, ...]:
    found = sorted(_found(witness, written), key=lambda fact: (fact.span.start, -fact.span.end))
    return tuple(fact for fact in found if witness.sentences[fact.sentence].kind is not Place.FURNITURE)


def _found(witness: Witness, written: dt.date | None) -> Iterator[Fact]:
    days = dates.find(witness, written)
    yield from days
    yield from quantities.find(witness, [day.span for day in days])
    reading = read(witness)
    named = names.find(reading)
    yield from named
    speech = listen(reading, named)
    yield from attributions.find(speech)
    yield from quotations.find(speech)
