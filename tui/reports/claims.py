"""Claims × sources as a record, as rows for a spreadsheet, and as Markdown."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui import __version__
from tui.reports import by_hand
from tui.reports.account import Account
from tui.reports.facts import candidate_record
from tui.reports.markdown import escaped
from tui.reports.records import Record, headed, side_record
from tui.reports.spreadsheets import csv_text
from tui.text.shown import one_line

if TYPE_CHECKING:
    from tui.collation.model import Claim, Collation
    from tui.collation.survey import Survey
    from tui.collation.told import Candidate
    from tui.review.claims import Remark

LEGEND = (
    "● says, · is silent, ! differs. Each claim is quoted with a sentence of a source that makes it. Sources that"
    " share a wire or most of their words are one origin. What shares no word with its counterpart is missed."
)
SIGNS = {"says": "●", "silent": "·", "differs": "!"}


def table_record(
    accounts: Sequence[Account], survey: "Survey", remarks: Sequence["Remark"] = (), reviewer: str = ""
) -> Record:
    """A `summit-tui/table@1` record: sources as sides of a diff, each with the label of its origin.

    Each claim has the candidates for conflict in which one of its sentences stands, the parts of a sentence that
    several sources say in part, and what reviewers remark; where the `reviewer` linked or parted any sentences, their
    name stands in the record and those of each claim in the claim.
    """
    collation = survey.collation
    hands = by_hand.by_hand(accounts, collation)
    labels = [account.label for account in accounts]
    origins = [labels[origin] for origin in collation.origins]
    of = _by_claim(collation, survey.conflicts)
    return {
        **headed("summit-tui/table@1"),
        **({"reviewer": reviewer} if collation.constraints else {}),
        "sources": [
            {**side_record(account), "origin": origin} for account, origin in zip(accounts, origins, strict=True)
        ],
        "claims": [
            {
                **_claim(number, claim, accounts),
                "parts": _parts(number, survey, accounts),
                "conflicts": [candidate_record(one, accounts) for one in of[number]],
                **remark_record(remarks[number] if remarks else None),
                **({"by_hand": [one.record for one in hands.get(number, ())]} if collation.constraints else {}),
            }
            for number, claim in enumerate(collation.claims)
        ],
    }


def remark_record(remark: "Remark | None") -> Record:
    """What reviewers say of a claim, as fields of its record."""
    return {
        "verdicts": [verdict.value for verdict in remark.verdicts] if remark is not None else [],
        "notes": [{"reviewer": who, "text": text} for who, text in remark.notes] if remark is not None else [],
    }


def _claim(number: int, claim: "Claim", accounts: Sequence[Account]) -> Record:
    source, sentence = claim.representative
    witness = accounts[source].witness
    span = witness.sentences[sentence].span
    return {
        "id": number,
        "text": witness.quote(sentence),
        "source": accounts[source].label,
        "start": span.start,
        "end": span.end,
        "sentences": {accounts[at].label: list(claim.sentences[at]) for at in claim.sources},
        "stance": {account.label: claim.stance(at).value for at, account in enumerate(accounts)},
        "similarity": claim.similarity,
        "corroboration": claim.corroboration,
        "origins": claim.origins,
    }


def _parts(claim: int, survey: "Survey", accounts: Sequence[Account]) -> list[Record]:
    """The parts of the sentence that tells the claim part by part; null counts what no rule can count."""
    place = survey.parted(claim)
    if place is None:
        return []
    return [
        {
            "text": accounts[place.source].witness.text[slice(*part.span)],
            "source": accounts[place.source].label,
            "sentence": place.sentence,
            "start": part.span.start,
            "end": part.span.end,
            "sentences": {
                account.label: list(part.sentences[at]) for at, account in enumerate(accounts) if part.sentences[at]
            },
            "corroboration": part.corroboration,
        }
        for part in survey.parts_of(*place)
    ]


def _by_claim(collation: "Collation", conflicts: Sequence["Candidate"]) -> dict[int, list["Candidate"]]:
    of: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in conflicts:
        for claim in dict.fromkeys(collation.told[place.source][place.sentence] for place in candidate.places):
            if claim is not None:
                of[claim].append(candidate)
    return of


def table_csv(accounts: Sequence[Account], collation: "Collation", remarks: Sequence["Remark"] = ()) -> str:
    """A row for each claim, RFC 4180; no cell is taken for a formula, and none holds a control character."""
    return csv_text(_cells(accounts, collation, remarks))


def _cells(
    accounts: Sequence[Account], collation: "Collation", remarks: Sequence["Remark"]
) -> Iterator[tuple[str, ...]]:
    labels, hands = [account.label for account in accounts], by_hand.by_hand(accounts, collation)
    last = ("verdict", "note", *(["by hand"] if collation.constraints else []))
    yield ("claim", "text", "place", "sources", "origins", *labels, *last)
    for number, (text, place, claim) in enumerate(quoted_claims(accounts, collation)):
        stances = [claim.stance(at).value for at in range(len(accounts))]
        counts = [str(claim.corroboration), str(claim.origins)]
        said = [remarks[number].judged, remarks[number].noted] if remarks else ["", ""]
        said += ["; ".join(one.told for one in hands.get(number, ()))] if collation.constraints else []
        yield (str(number), text, place, *counts, *stances, *said)


def table_markdown(accounts: Sequence[Account], collation: "Collation") -> str:
    """The sources, and a table of the claims with a column for each source."""
    labels = [escaped(account.label) for account in accounts]
    head = f"| Claim | {' | '.join(labels)} | Sources | Origins |"
    rule = f"| :-- |{' :-: |' * len(labels)} --: | --: |"
    rows, hands = [], collation.by_hand
    for number, (text, place, claim) in enumerate(quoted_claims(accounts, collation)):
        told = (f"{SIGNS[claim.stance(at).value]}{by_hand.sign(hands, number, at)}" for at in range(len(accounts)))
        signs = " | ".join(told)
        rows.append(f"| {escaped(text)} \\[{escaped(place)}\\] | {signs} | {claim.corroboration} | {claim.origins} |")
    parts = [
        "# Claims and sources",
        "\n".join(
            _source(account, labels[origin]) for account, origin in zip(accounts, collation.origins, strict=True)
        ),
        f"{LEGEND} {by_hand.LEGEND}." if collation.constraints else LEGEND,
        "\n".join([head, rule, *rows]),
        f"summit-tui {__version__}",
    ]
    return "\n\n".join(parts) + "\n"


def quoted_claims(accounts: Sequence[Account], collation: "Collation") -> Iterator[tuple[str, str, "Claim"]]:
    """Each claim with the sentence that it is quoted by, safe to show and on one line, and where that stands."""
    places = [account.places for account in accounts]
    for claim in collation.claims:
        source, sentence = claim.representative
        text = one_line(accounts[source].witness.quote(sentence))
        yield text, places[source][sentence], claim


def _source(account: Account, origin: str) -> str:
    echo = f" — one origin with {origin}" if origin != escaped(account.label) else ""
    return f"- **{escaped(account.label)}** {escaped(account.article.title)}{echo}"
