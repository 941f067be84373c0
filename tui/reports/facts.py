"""Facts of several sources as a record, with what of them may not both hold."""

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tui.reports.account import Account
from tui.reports.ledgers import ledgers_record, place_record
from tui.reports.records import Record, headed, identity, verdict_record
from tui.text.spans import Span

if TYPE_CHECKING:
    from tui.collation.survey import Survey
    from tui.collation.told import Candidate, Cited, Rendering
    from tui.facts import Date, Fact, Quantity


def facts_record(accounts: Sequence[Account], survey: "Survey") -> Record:
    """A `summit-tui/facts@1` record; facts are numbered from 0, by source and place."""
    labels = [account.label for account in accounts]
    first = [sum(map(len, survey.facts[:source])) for source in range(len(survey.facts))]
    return {
        **headed("summit-tui/facts@1"),
        "sources": [identity(account) for account in accounts],
        "facts": [
            _fact(first[source] + number, labels[source], accounts[source].witness.text, fact)
            for source, facts in enumerate(survey.facts)
            for number, fact in enumerate(facts)
        ],
        "conflicts": [_conflict(candidate, accounts, first) for candidate in survey.conflicts],
        "variants": [_variant(variant, first) for variant in survey.variants],
        **ledgers_record(accounts, survey),
    }


def candidate_record(candidate: "Candidate", accounts: Sequence[Account]) -> Record:
    """A candidate for conflict, with the words of either side and where else they stand."""
    return {
        "kind": candidate.kind,
        "rule": candidate.rule,
        "left": place_record(candidate.left, accounts),
        "right": place_record(candidate.right, accounts),
        "left_too": [place_record(cited, accounts) for cited in candidate.left_too],
        "right_too": [place_record(cited, accounts) for cited in candidate.right_too],
        "reason": candidate.reason,
        **verdict_record(candidate.verdict),
    }


def _conflict(candidate: "Candidate", accounts: Sequence[Account], first: Sequence[int]) -> Record:
    """The same with the numbers of its facts; two whole sentences that clash have none."""
    numbers = [_number(cited, first) for cited in (candidate.left, candidate.right)]
    return {**candidate_record(candidate, accounts), "facts": [number for number in numbers if number is not None]}


def _number(cited: "Cited", first: Sequence[int]) -> int | None:
    return None if cited.fact is None else first[cited.source] + cited.fact


def _variant(variant: "Rendering", first: Sequence[int]) -> Record:
    return {
        "kind": "quotation",
        "facts": [_number(variant.left, first), _number(variant.right, first)],
        "similarity": variant.similarity,
        "relation": variant.relation,
    }


def _fact(number: int, label: str, text: str, fact: "Fact") -> Record:
    span: Span = fact.span
    return {
        "id": number,
        "source": label,
        "sentence": fact.sentence,
        "start": span.start,
        "end": span.end,
        "text": text[slice(*span)],
        "kind": fact.kind.value,
        "modality": fact.modality.value,
        "value": _value(fact),
    }


def _value(fact: "Fact") -> Record:
    from tui.facts import Attribution, Date, Name, Quantity, Quotation  # noqa: PLC0415 (they load the engine)

    match fact.value:
        case Quantity() as quantity:
            return _quantity(quantity)
        case Date() as date:
            return _date(date)
        case Quotation(speaker=speaker, verb=verb, nested=nested, continued=continued):
            return {"speaker": speaker, "verb": verb, "nested": nested, "continued": continued}
        case Name(canonical=canonical, key=key, sort=sort):
            return {"canonical": canonical, "key": key, "sort": sort.value}
        case Attribution(source=source, named=named, verb=verb):
            return {"source": source, "named": named, "verb": verb}


def _quantity(value: "Quantity") -> Record:
    return {
        "number": _plain(value.number),
        "low": _plain(value.low),
        "high": _plain(value.high),
        "unit": value.unit,
        "bound": value.bound.value,
        "approximate": value.approximate,
        "counted": value.counted,
        "ordinal": value.ordinal,
        "per": value.per,
    }


def _plain(number: Fraction | None) -> int | float | None:
    """A whole number as such, any other as near as a double comes."""
    if number is None:
        return None
    return int(number) if number.denominator == 1 else float(number)


def _date(value: "Date") -> Record:
    return {
        "precision": value.precision.value,
        "year": value.year,
        "month": value.month,
        "day": value.day,
        "weekday": value.weekday,
        "time": _written(value.time),
        "zone": value.zone,
        "relative": value.relative,
        "first": _written(value.first),
        "last": _written(value.last),
    }


def _written(moment: dt.date | dt.time | None) -> str | None:
    return None if moment is None else moment.isoformat()
