"""Whether a sentence looks ahead or back where it names a day."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tui.facts.word_sets import word_set

_AHEAD = word_set(
    "will shall won't won’t 'll ’ll due set expected expects expect scheduled planned plans plan hopes hope aims "
    "aim intends intend wants want promises promise pledges pledge vows vow going until till by next would could "
    "may might can should must is are am isn't aren't has have needs need air airs appear appears arrive arrives "
    "begin begins close closes come comes decide decides end ends expire expires face faces fly flies go goes "
    "hold holds host hosts kick kicks land lands lapse lapses launch launches leave leaves meet meets open opens "
    "play plays publish publishes release releases report reports resume resumes return returns run runs start "
    "starts strike strikes take takes tackle travel travels visit visits vote votes walk walks"
)
"""Words of what is to come, and of the present tense in which timetables are told."""

_BACK = word_set(
    "was were had did since ago last wasn't weren't didn't hadn't wasn’t weren’t didn’t hadn’t became began "
    "beat bought broke brought built came caught chose drew drove fell felt fled flew forgot fought found gave "
    "got grew heard held hit kept killed knew laid led left lost made met paid ran rang rose said sat saw sent "
    "shook shot shut slid sold spent spoke stood stole struck swept swore taught told took thought threw went "
    "withdrew woke won wore wrote"
)
"""Words of what has been; so are those in -ed unless what is to come stands before them."""

_CLAUSE_END = frozenset(',;:()“”"—–') | {"and", "but", "as", "while", "after", "before", "when", "that", "who", "which"}
_WORD = re.compile(r"[\w'’]+|[,;:()“”\"—–]")
_BE = frozenset({"be", "been", "being", "get"})


def looks_ahead(sentence: str, start: int, end: int) -> bool:
    """Whether the day named in `sentence[start:end]` is told as one to come; the nearest verb decides.

    Read outwards: first the words of its own clause, then the rest. Where nothing tells, it is behind.
    """
    before = [word.lower() for word in _WORD.findall(sentence, 0, start)][::-1]
    after = [word.lower() for word in _WORD.findall(sentence, end)]
    clauses = (_clause(before), _clause(after), before, after)
    said = (_told(words, reverse=not place % 2) for place, words in enumerate(clauses))
    return next((answer for answer in said if answer is not None), False)


def _clause(words: list[str]) -> list[str]:
    return words[: next((place for place, word in enumerate(words) if word in _CLAUSE_END), len(words))]


def _told(words: list[str], *, reverse: bool) -> bool | None:
    """What the first telling word says; None where there is none."""
    for place, word in enumerate(words):
        if word in _AHEAD:
            return not (word in ("has", "have") and _has_participle(words, place, reverse=reverse))
        if word in _BACK or _is_past(word):
            around = words[place + 1 : place + 4] if reverse else words[max(0, place - 3) : place]
            if not _is_to_come(around):
                return False
    return None


def _has_participle(words: list[str], place: int, *, reverse: bool) -> bool:
    near = words[max(0, place - 3) : place] if reverse else words[place + 1 : place + 4]
    return any(word in _BACK or word in _BE or _is_past(word) for word in near)


def _is_to_come(around: Iterable[str]) -> bool:
    words = set(around)
    return not words.isdisjoint({"will", "to", "be", "is", "are"}) and words.isdisjoint({"was", "were", "had", "been"})


@lru_cache(maxsize=4096)
def _is_past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and not word.endswith("eed")
