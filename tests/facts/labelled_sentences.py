"""The labelled sentences, read into the facts that an extractor should find."""

import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tui.facts import (
    Attribution,
    Bound,
    Date,
    Kind,
    Modality,
    Name,
    NameSort,
    Precision,
    Quantity,
    Quotation,
    Value,
)
from tui.text.spans import Span
from tui.text.tokens import tokenize

FOLDER = Path(__file__).with_name("labelled")
HALVES = ("development", "heldout")


@dataclass(frozen=True, slots=True)
class Label:
    """A fact that stands in a sentence, in the model's terms but for what follows from the span alone."""

    kind: Kind
    span: Span
    value: Value
    modality: Modality | None = None
    """None where it is not labelled."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with every fact in it; `date` is the day it was written, if that is told."""

    key: str
    genre: str
    text: str
    date: date | None
    labels: tuple[Label, ...]


def read_half(half: str) -> tuple[Labelled, ...]:
    """One half of the sentences.

    Raises:
        ValueError: A label's text is not in its sentence, or its value does not fit the model.
    """
    written = tomllib.loads((FOLDER / f"{half}.toml").read_text(encoding="utf-8"))
    return tuple(_labelled(**item) for item in written["sentence"])


def _labelled(*, id: str, genre: str, text: str, facts: list[dict[str, Any]], date: date | None = None) -> Labelled:  # noqa: A002
    try:
        return Labelled(id, genre, text, date, tuple(_label(text, **fact) for fact in facts))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{id}: {error}") from error


def _label(
    sentence: str, *, kind: str, text: str, occurrence: int = 1, modality: str | None = None, **fields: Any
) -> Label:
    start = -1
    for _ in range(occurrence):
        start = sentence.index(text, start + 1)
    span = Span(start, start + len(text))
    value = _VALUES[Kind(kind)](sentence, span, **fields)
    return Label(Kind(kind), span, value, None if modality is None else Modality(modality))


def _quantity(_sentence: str, _span: Span, *, number: str | None = None, **fields: Any) -> Quantity:
    ends = {end: Fraction(fields.pop(end)) for end in ("low", "high") if end in fields}
    if number is not None:
        ends = {"low": Fraction(number), "high": Fraction(number), **ends}
    bound = Bound(fields.pop("bound", "exact"))
    return Quantity(ends.get("low"), ends.get("high"), bound=bound, **fields)


def _date(_sentence: str, _span: Span, *, precision: str, **fields: Any) -> Date:
    return Date(Precision(precision), **fields)


def _quotation(sentence: str, span: Span, **fields: Any) -> Quotation:
    return Quotation(tuple(token.form for token in tokenize(sentence, span)), **fields)


def _name(sentence: str, span: Span, *, sort: str, canonical: str | None = None) -> Name:
    written = canonical or sentence[slice(*span)]
    return Name(written, written.casefold(), NameSort(sort))


def _attribution(_sentence: str, _span: Span, **fields: Any) -> Attribution:
    return Attribution(**fields)


_VALUES: dict[Kind, Any] = {
    Kind.QUANTITY: _quantity,
    Kind.DATE: _date,
    Kind.QUOTATION: _quotation,
    Kind.NAME: _name,
    Kind.ATTRIBUTION: _attribution,
}
