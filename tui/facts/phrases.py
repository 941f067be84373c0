"""The noun phrase that stands before or behind a verb, and whether it is a name."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.facts.lexicon import either, verbs, words

PRONOUNS = frozenset({"he", "she", "they", "it", "we"})
_NO_SOURCE = frozenset({"i", "you", "this", "that", "there", "what", "who", "which", "nothing", "everything"})
_ALONE = frozenset({"one", "another", "others", "some", "many", "someone", "somebody", "everyone", "nobody", "neither"})
_HABITS = frozenset({"used", "on"})
"""Before an infinitive: used to say, went on to say."""
_ASIDES = {")": "(", "–": "–", "—": "—", "-": "-"}
_HARD = frozenset({";", ":", "—", "–", "(", ")", "•", "…", ".", "?", "!", "-"})
_ENDS = frozenset({",", ".", ";", ":", "?", "!", ")", "(", "—", "–", "…", "-"})
_RELATIVE = frozenset({"who", "which", "whose"})
_LONGEST = 14
"""Tokens."""


class Token(NamedTuple):
    """A word, sign, name, or what stands between marks."""

    start: int
    end: int
    text: str
    small: str
    mark: int = -1
    name: str | None = None
    """The canonical form of the name that it is."""
    owner: str | None = None
    """The same for a name in the possessive."""


class Phrase(NamedTuple):
    """A noun phrase from the token `first` up to `last`; its source ends at the code point `end`."""

    first: int
    last: int
    end: int
    source: str
    named: bool
    pronoun: bool = False
    document: bool = False


def phrase_before(text: str, line: Sequence[Token], at: int, floor: int) -> Phrase | None:
    """The subject of the verb at a place: what stands directly before it, or before an apposition between commas."""
    last = at
    while last > floor and (line[last - 1].small in words("between") or _is_adverb(line[last - 1])):
        last -= 1
    last = _without_aside(line, floor, last)
    if last > floor + 2 and line[last - 1].small == "to" and line[last - 2].small in _HABITS:
        last -= 3 if line[last - 2].small == "on" else 2
    if last == floor or line[last - 1].text in words("blocking") or line[last - 1].mark >= 0:
        return None
    hard = max((place + 1 for place in range(floor, last) if _is_hard(line, place)), default=floor)
    if line[last - 1].small == ",":
        return _apposed(text, line, hard, last - 1)
    comma = max((place + 1 for place in range(hard, last) if line[place].small == ","), default=hard)
    return _phrase(text, line, comma, last)


def _without_aside(line: Sequence[Token], floor: int, last: int) -> int:
    """Where the words end before brackets, or before a pair of dashes, that stand directly before a place."""
    sign = line[last - 1].small if last > floor else ""
    if sign not in _ASIDES:
        return last
    return max((place for place in range(floor, last - 1) if line[place].small == _ASIDES[sign]), default=last)


def _is_adverb(token: Token) -> bool:
    return token.small.endswith("ly") and token.name is None and token.small not in ("family", "assembly", "ally")


def _is_hard(line: Sequence[Token], place: int) -> bool:
    """Whether a clause ends at a token; not at a title in marks (whose book “…” sold well)."""
    if line[place].mark >= 0:
        return not place or line[place - 1].small not in words("labels")
    return line[place].small in _HARD


def _apposed(text: str, line: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The phrase before one or more appositions, the last of which ends at a comma before the verb."""
    commas = [place for place in range(start, end) if line[place].small == ","]
    cuts = [start, *(place + 1 for place in commas)]
    ends = [*commas, end]
    for place in range(len(cuts) - 2, -1, -1):
        if place and _is_apposition(line[cuts[place]], line[cuts[place] - 2]):
            continue
        phrase = _phrase(text, line, cuts[place], ends[place])
        if phrase is None:
            return None
        behind = line[cuts[place + 1] : ends[place + 1]]
        name = behind[-1].name if behind and not phrase.named else None
        if name and all(token.small in either("titles", "offices") for token in behind[:-1]):
            return Phrase(phrase.first, end + 1, line[end].end, name, True)
        return phrase
    return None


def _is_apposition(first: Token, before: Token) -> bool:
    if first.text[0].isdigit() or first.small in _RELATIVE or first.small in either("within", "leading"):
        return True
    return before.name is not None and first.name is None and not first.text[0].isupper()


def _phrase(text: str, line: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The noun phrase that ends at a place and begins not before another."""
    first = _first(line, start, end)
    if first is None or end - first > _LONGEST:
        return None
    return _source(text, line, first, end)


def _first(line: Sequence[Token], start: int, end: int) -> int | None:
    """Where the noun phrase before `end` begins; None where there is none."""
    finite = False
    for place in range(end - 1, start - 1, -1):
        token = line[place]
        if token.name or token.owner:
            continue
        if token.small in _RELATIVE and place < end - 1:
            finite = False
        elif token.text in words("finite"):
            finite = True
        elif (
            token.small in words("clausal")
            or (token.small in verbs("saying") and _is_verb(line, place, start))
            or (token.small == "and" and _begins(line[place + 1]) and _has_verb(line[start:place]))
        ):
            start = place + 1
            break
    if finite:
        return None
    while start < end - 1 and (line[start].small in words("preludes") or _is_adverb(line[start])):
        start += 1
    if line[start].small in words("leading") or line[start].small in either("calendar", "days"):
        return _behind_preposition(line, start, end)
    return start if start < end else None


def _is_verb(line: Sequence[Token], place: int, start: int) -> bool:
    return place > start and line[place - 1].small not in words("determiners") and not line[place - 1].owner


def _has_verb(line: Sequence[Token]) -> bool:
    return any(
        token.small in words("finite") or token.small in verbs("saying") or token.small.endswith("ed")
        for token in line
        if token.name is None
    )


def _begins(token: Token) -> bool:
    """Whether a noun phrase may begin with the token."""
    return bool(token.name or token.owner) or token.small in words("determiners") or token.small in PRONOUNS


def _behind_preposition(line: Sequence[Token], start: int, end: int) -> int | None:
    for place in range(end - 1, start, -1):
        before = line[place - 1].small
        free = before not in words("leading") and before not in words("within") and before not in words("determiners")
        titled = before in either("titles", "offices")
        if _begins(line[place]) and free and not titled:
            return place
        if before in either("calendar", "days") and free and line[place].name is None:
            return place
    return None


def _source(text: str, line: Sequence[Token], first: int, end: int) -> Phrase | None:
    """The phrase from one token up to another as a source, if it can be one."""
    if line[first].small in PRONOUNS:
        alone = end - first == 1
        return Phrase(first, end, line[first].end, line[first].text, False, pronoun=True) if alone else None
    core = next((place for place in range(first + 1, end) if _ends_core(line, place)), end)
    while core > first + 1 and line[core - 1].text.isupper() and line[core - 1].small in words("capitals"):
        core -= 1
    head = line[core - 1]
    if head.name:
        several = any(line[place].name and line[place + 1].small == "and" for place in range(first, core - 1))
        source = text[line[first].start : head.end] if several else head.name
        return Phrase(first, end, line[end - 1].end, source, True)
    if not _may_speak(line[first], head, short=core - first == 1):
        return None
    source = text[line[first].start : line[end - 1].end]
    document = bool({head.small, head.small.removesuffix("s")} & words("documents"))
    return Phrase(first, end, line[end - 1].end, source, False, document=document)


def _may_speak(first: Token, head: Token, *, short: bool) -> bool:
    """Whether a phrase of common words may be a source: it begins with a determiner, or its head is a plural."""
    if first.small in _NO_SOURCE and (short or first.small not in words("determiners")):
        return False
    if short and head.small in _ALONE:
        return True
    if head.owner or not head.small[-1].isalpha() or head.text in either("finite", "determiners"):
        return False
    plural = head.small.endswith("s") or head.small in words("people")
    if short and len(head.text) > 1 and head.text.isupper():
        return True
    return _begins(first) or plural or any(head.small in words(name) for name in ("documents", "titles", "bodies"))


def _ends_core(line: Sequence[Token], place: int) -> bool:
    """Whether the phrase's first part, which has its head, ends before a token: at a preposition or a participle."""
    small = line[place].small
    if line[place].name:
        return False
    if small in words("within") or small in words("leading") or small in _RELATIVE or small == ",":
        return True
    return small.endswith("ed") and place > 0 and line[place - 1].small not in words("determiners")


def phrase_after(text: str, line: Sequence[Token], at: int, *, long: bool = False) -> Phrase | None:
    """The noun phrase that begins at a place; a `long` one goes on up to the next sign."""
    end = at
    while end < len(line) and end - at < _LONGEST and not _is_last(line, at, end, long=long):
        end += 1
    if end == at:
        return None
    core = next((place for place in range(at + 1, end) if _ends_core(line, place)), end)
    if line[core - 1].name:
        end = core
    phrase = _source(text, line, at, end)
    if phrase and not phrase.named and not long and not _begins(line[at]) and end - at > 2 and core == end:
        return None
    return phrase


def _is_last(line: Sequence[Token], at: int, end: int, *, long: bool) -> bool:
    """Whether a phrase that began at a place ends before a token."""
    token = line[end]
    if token.mark >= 0 or token.small in _ENDS:
        return True
    if end == at or token.name:
        return False
    if line[end - 1].name and token.text[0].islower() and token.small not in words("joined"):
        return True
    if long:
        return token.small in ("who", "which", "whose", "that", "while", "after") or token.small in either(
            "calendar", "days"
        )
    return token.small in words("ends") or token.small in either("calendar", "days") or _is_adverb(token)
