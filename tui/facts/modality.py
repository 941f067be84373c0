"""How a sentence puts a fact: as done, denied, offered or to come."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.facts.model import Modality
from tui.facts.word_sets import word_set

_WORD = re.compile(r"[\w'’]+|[;:“”\"—–]|,(?!\d)")
_ENDS = frozenset(';:“”"—–') | word_set("but while whereas although though who which whose")
_NAMED = word_set("May Will")
"""With a capital these are a month and a name."""
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
    "request requests requested urge urges urged urging want wants wanted calling recommended recommends bid bids"
)
_CALLING = word_set("call calls called")
"""Offers only with `for` behind them."""
_ACCEPTED = word_set("accept accepts accepted accepting")
"""What is offered and taken is done."""
_PLANNED = word_set(
    "will would could may might must shall should if unless plan plans planned expect expects expected "
    "expecting forecast forecasts aim aims aimed intend intends intended hope hopes hoped fear fears feared "
    "threaten threatens threatened threatening promise promises promised pledge pledges pledged due likely "
    "possible possibly projected predict predicts predicted target targets upcoming 'll ’ll vow vows vowed"
)
_AFTER = word_set("will would could may might if unless")
_STILL = word_set("that and ,")
"""Behind a fact the clause is another from these on."""
_BEING = word_set("is are was were be been being")
_ASKED = word_set("offered proposed demanded sought requested recommended")
_AHEAD = word_set("expected due likely forecast planned projected feared")
_REACH, _REACH_NOT, _REACH_AFTER = 14, 7, 6
"""Words that may stand between a telling word and the fact; fewer for a negation, and behind the fact."""


def modality(sentence: str, start: int, end: int) -> Modality:
    """How the sentence puts what stands in `sentence[start:end]`; the nearest telling word of the clause decides.

    A denial outweighs the rest, since what is denied to have been offered was not.
    """
    before = [word if word in _NAMED else word.lower() for word in _WORD.findall(sentence, 0, start)][::-1]
    clause = before[: next((place for place, word in enumerate(before) if word in _ENDS), len(before))][:_REACH]
    if not _DENIED.isdisjoint(clause) or any(
        word in _NOT and clause[place - 1 : place] != ["only"] for place, word in enumerate(clause[:_REACH_NOT])
    ):
        return Modality.DENIED
    taken = not _ACCEPTED.isdisjoint(clause)
    told = (put for place in range(len(clause)) if (put := _put(clause, place)) is not Modality.OFFERED or not taken)
    return next((put for put in told if put), None) or _put_after(sentence[end : end + 80])


def _put(clause: Sequence[str], place: int) -> Modality | None:
    """How the word at a place puts what follows it; the clause's last word stands first."""
    word, behind, before = clause[place], clause[place - 1] if place else "", clause[place + 1 : place + 2]
    if word in _OFFERED or (word in _CALLING and behind == "for"):
        return Modality.OFFERED
    if word in _PLANNED or (word == "set" and behind == "to") or (word == "to" and before in (["is"], ["are"])):
        return Modality.PLANNED
    return None


def _put_after(following: str) -> Modality:
    """How the rest of its clause puts a fact: three were demanded, two of them if convicted."""
    words = [word if word in _NAMED else word.lower() for word in _WORD.findall(following)]
    ends = _ENDS | _STILL
    rest = words[: next((place for place, word in enumerate(words) if word in ends), len(words))][:_REACH_AFTER]
    passive = [word for before, word in pairwise(rest) if before in _BEING]
    if not _ASKED.isdisjoint(passive):
        return Modality.OFFERED
    return Modality.STATED if _AFTER.isdisjoint(rest) and _AHEAD.isdisjoint(passive) else Modality.PLANNED
