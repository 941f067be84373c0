"""How a sentence puts a fact: as done, denied, offered or to come."""

import re

from tui.facts.model import Modality
from tui.facts.word_sets import word_set

_WORD = re.compile(r"[\w'’]+|[;:“”\"—–]|,(?!\d)")
_ENDS = frozenset(';:“”"—–') | word_set("but while whereas although though")
_DENIED = word_set(
    "denied denies deny denying never rejected rejects dismissed dismisses refuted refutes disputed disputes"
)
_NOT = word_set(
    "not didn't didn’t don't don’t doesn't doesn’t wasn't wasn’t weren't weren’t isn't isn’t hasn't hasn’t "
    "haven't haven’t hadn't hadn’t without neither nor"
)
_OFFERED = word_set(
    "offer offers offered offering propose proposes proposed proposing proposal proposals suggest suggests "
    "suggested suggestion demand demands demanded demanding ask asks asked asking seek seeks sought seeking "
    "request requests requested urge urges urged urging want wants wanted calling recommended recommends bid "
    "bids call calls"
)
_PLANNED = word_set(
    "will would could may might shall should if unless plan plans planned planning expect expects expected "
    "expecting forecast forecasts aim aims aimed intend intends intended hope hopes hoped fear fears feared "
    "threaten threatens threatened threatening promise promises promised pledge pledges pledged due set likely "
    "possible possibly projected predict predicts predicted target targets upcoming next 'll ’ll vow vows vowed "
    "estimates"
)  # fmt: skip


def modality(sentence: str, start: int, end: int) -> Modality:
    """How the sentence puts what stands in `sentence[start:end]`; the nearest telling word of the clause decides.

    A denial outweighs the rest, since what is denied to have been offered was not.
    """
    before = [word.lower() for word in _WORD.findall(sentence, 0, start)][::-1]
    clause = before[: next((place for place, word in enumerate(before) if word in _ENDS), len(before))][:14]
    if not _DENIED.isdisjoint(clause) or any(
        word in _NOT and clause[place - 1 : place] != ["only"] for place, word in enumerate(clause[:7])
    ):
        return Modality.DENIED
    for place, word in enumerate(clause):
        if word == "to" and clause[place + 1 : place + 2] in (["is"], ["are"]):
            return Modality.PLANNED
        if word in _OFFERED and word not in ("call", "calls"):
            return Modality.OFFERED
        if (
            word in _PLANNED
            and not (word == "set" and clause[place - 1 : place] != ["to"])
            and word not in ("next", "estimates")
        ):
            return Modality.PLANNED
    after = [word.lower() for word in _WORD.findall(sentence, end, end + 60)][:5]
    return Modality.PLANNED if not _AFTER.isdisjoint(after) else Modality.STATED


_AFTER = word_set("will would could may might")
