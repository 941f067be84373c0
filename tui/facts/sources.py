"""Who says something, and by which verb, in a line of words."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tui.facts.lexicon import participles, verb_forms, verbs, words
from tui.facts.name_runs import bare
from tui.facts.phrases import PRONOUNS, Phrase, Token, phrase_after, phrase_before
from tui.text.spans import Span

ACCORDING = "according to"
_CLAUSE = frozenset({"that", "whether", "if", "how", "why", "what", ":"})
_STOPS = frozenset({";", ".", "!", "?"})
_QUESTIONS = frozenset({"what", "which", "how", "why", "when", "where"})
_OWNERS = {"his": "he", "her": "she"}
_PASSIVE = frozenset({"was", "were", "been", "is", "are", "being"})
_TITLED = 3
"""Tokens in which a line that begins with someone's office has the name."""
_LINKS = frozenset({",", ":", "that", "of", "to", "for", "was", "is", "about"})
_SPOKEN_ENDS = frozenset(",.?!…—–")
_PAUSES = frozenset({",", "—", "–", "-"})


class Saying(NamedTuple):
    """A source with its verb; `first` and `last` are places in the line, `last` one past the end."""

    span: Span
    source: str
    named: bool
    verb: str
    first: int
    last: int
    pronoun: bool = False
    judging: bool = False
    implied: bool = False
    """The source is that of another verb (…, adding that …): no attribution by itself."""


def sayings(text: str, line: Sequence[Token]) -> list[Saying]:
    """Every source with its verb, in order; what stands in marks is one token and is not looked into."""
    found: list[Saying] = []
    floor = 0
    for at, token in enumerate(line):
        if at < floor or not (token.small in _telling() or token.owner):
            continue
        saying = _according(text, line, at) or _said(text, line, at, found[-1].last if found else 0)
        saying = saying or _implied(line, at, found) or _owned(line, at) or _passive(text, line, at)
        if saying:
            found.append(saying)
            floor = saying.last
    return found


@cache
def _telling() -> frozenset[str]:
    """Words without which no one is said to say anything, but for names in the possessive."""
    return verb_forms() | {"according", *_OWNERS}


def may_tell(line: Iterable[str]) -> bool:
    """Whether words can have a source among them; cheap, and right about no."""
    telling = _telling()
    return any(word in telling or (word[0].isupper() and word.casefold() in telling) for word in line)


def _according(text: str, line: Sequence[Token], at: int) -> Saying | None:
    if line[at].small != "according" or at + 2 >= len(line) or line[at + 1].small != "to":
        return None
    phrase = phrase_after(text, line, at + 2, long=True)
    return _saying(line, phrase, ACCORDING, at, phrase.last) if phrase else None


def _saying(line: Sequence[Token], phrase: Phrase, verb: str, first: int, last: int) -> Saying:
    span = Span(line[first].start, phrase.end if last == phrase.last else line[last - 1].end)
    return Saying(span, phrase.source, phrase.named, verb, first, last, phrase.pronoun)


def _said(text: str, line: Sequence[Token], at: int, floor: int) -> Saying | None:
    if not _is_verb(line, at):
        return None
    form = line[at].small
    plain, sometimes, judging = (verbs(name).get(form) for name in ("saying", "sometimes", "judging"))
    phrase = phrase_before(text, line, at, floor)
    if phrase and form in verbs("outward"):
        outward = at + 1 < len(line) and line[at + 1].small == "out"
        return _saying(line, phrase, f"{verbs('outward')[form]} out", phrase.first, at + 2) if outward else None
    if phrase:
        base = _verb(line, at, phrase, plain, sometimes, judging)
        if not base or _is_asked(line, at, phrase):
            return None
        saying = _saying(line, phrase, base, phrase.first, at + 1)
        return saying._replace(judging=base == judging and base not in (plain, sometimes))
    spoken = plain or sometimes
    turned = spoken and form not in verbs("pointing") and at and at + 1 < len(line)
    if spoken and turned and _is_behind_words(text, line, at, sure=bool(plain) or spoken == "read"):
        phrase = phrase_after(text, line, at + 1)
        return _saying(line, phrase, spoken, at, phrase.last) if phrase else None
    return None


def _is_asked(line: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether a line only asks what someone says, or promises it, and gives no words: What passengers say."""
    following = line[at + 1].small if at + 1 < len(line) else "."
    return phrase.first == 1 and line[0].small in _QUESTIONS and following in {*_STOPS, "about"}


def _is_verb(line: Sequence[Token], at: int) -> bool:
    """Whether a token can be a verb of saying: not a name, nor a noun behind its article (the claims)."""
    token = line[at]
    if token.small not in verb_forms() or token.name or (at and token.text[0].isupper()):
        return False
    if at + 1 < len(line) and line[at + 1].small in verb_forms() and line[at + 1].name is None:
        return False
    return not at or not (line[at - 1].small in words("determiners") or line[at - 1].owner)


def _is_behind_words(text: str, line: Sequence[Token], at: int, *, sure: bool) -> bool:
    """Whether a quotation ends before the verb, or before a verb that is surely one of saying a clause with a comma."""
    before = line[at - 1]
    if before.mark >= 0:
        return sure or text[before.end - 2] in _SPOKEN_ENDS or text[before.end - 1] in _SPOKEN_ENDS
    if at == 1 or before.small not in _PAUSES:
        return False
    return line[at - 2].mark >= 0 or (sure and before.small == "," and line[at].small not in verbs("judging"))


def _verb(
    line: Sequence[Token], at: int, phrase: Phrase, plain: str | None, sometimes: str | None, judging: str | None
) -> str | None:
    """The verb's base form if it is one of saying here; None otherwise."""
    if plain:
        return plain
    if sometimes and ((phrase.document and line[at].small in verbs("finding")) or _has_words(line, at, phrase)):
        return sometimes
    if judging and line[at].small != judging and _mark_behind(line, at):
        return judging
    return None


def _has_words(line: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether what is said stands beside the verb: in marks, as a clause, or as the sentence it is put into."""
    following = line[at + 1] if at + 1 < len(line) else None
    if following is None or following.small in _CLAUSE or following.mark >= 0:
        return True
    before = line[phrase.first - 1] if phrase.first else None
    if before is None:
        return _mark_behind(line, at)
    farther = line[phrase.first - 2] if phrase.first > 1 else None
    if before.mark >= 0 or (farther and farther.mark >= 0 and before.small in _PAUSES):
        return True
    put_in = before.small == "," and (following.small in {*_PAUSES, *_STOPS} or line[at].small in ("wrote", "writes"))
    return put_in or _mark_behind(line, at)


def _mark_behind(line: Sequence[Token], at: int) -> bool:
    """Whether something in marks follows in the same clause, with no other verb of saying between."""
    for place in range(at + 1, len(line)):
        token = line[place]
        if token.mark >= 0:
            return True
        if token.small in _STOPS or (token.small in verbs("saying") and _is_verb(line, place)):
            return False
    return False


def _implied(line: Sequence[Token], at: int, found: Sequence[Saying]) -> Saying | None:
    """A verb whose source stands before an earlier verb: …, adding that …; X left and said …."""
    form, before = line[at].small, line[at - 1].small if at else ""
    if form not in verb_forms() or line[at].name:
        return None
    lists = participles if before == "," else verbs
    base = lists("saying").get(form) or lists("sometimes").get(form)
    if base is None and before == "," and _mark_behind(line, at):
        base = participles("judging").get(form)
    if base in (None, form) or before not in (",", "and", "but", "then"):
        return None
    if found:
        return found[-1]._replace(verb=base, first=at, last=at + 1, implied=True, judging=False)
    first = next((token for token in line[:_TITLED] if token.name), line[0])
    source, pronoun = first.name or first.text, first.small in PRONOUNS
    if not (pronoun or first.name) or (before == "," and base not in verbs("judging")):
        return None
    return Saying(Span(line[at].start, line[at].end), source, not pronoun, base, at, at + 1, pronoun, implied=True)


def _passive(text: str, line: Sequence[Token], at: int) -> Saying | None:
    """Someone told or described, whoever did so: was accused by the union of “…”, was called “…” by critics."""
    if not at or line[at - 1].small not in _PASSIVE or line[at].small not in verb_forms():
        return None
    base = verbs("judging").get(line[at].small) or verbs("saying").get(line[at].small)
    mark = next((place for place in range(at + 1, min(at + 8, len(line))) if line[place].mark >= 0), 0)
    if base is None or not mark:
        return None
    near = [place for place in range(at + 1, min(mark + 4, len(line) - 1)) if line[place].small == "by"]
    phrase = phrase_after(text, line, near[0] + 1) if near else None
    span = Span(line[at].start, line[at].end)
    if phrase:
        return Saying(span, phrase.source, phrase.named, base, at, mark, phrase.pronoun, judging=True, implied=True)
    named_so = base in ("call", "label", "brand")
    return None if named_so else Saying(span, "", False, base, at, mark, True, judging=True, implied=True)


def _owned(line: Sequence[Token], at: int) -> Saying | None:
    """Whose words stand in marks: Holm's remark that “…”, her invitation to come “…”."""
    token = line[at]
    if not token.owner and token.small not in _OWNERS:
        return None
    noun = next((place for place in range(at + 1, min(at + 4, len(line))) if line[place].small in words("remarks")), 0)
    mark = next((place for place in range(noun + 1, min(noun + 5, len(line))) if line[place].mark >= 0), 0)
    if not noun or not mark or (mark > noun + 1 and line[noun + 1].small not in _LINKS):
        return None
    source = token.owner or _OWNERS[token.small]
    return Saying(
        Span(token.start, line[noun].end), source, bool(token.owner), "", at, mark, not token.owner, implied=True
    )


def tokens_of(line: Sequence[tuple[int, int, str, int]], names: Mapping[int, tuple[int, str]]) -> list[Token]:
    """The words of a line, each name one token; a name in the possessive is none of its own.

    `names` gives the end and the canonical form of the name that starts at a place.
    """
    found: list[Token] = []
    at = 0
    while at < len(line):
        start, end, written, mark = line[at]
        name = names.get(start)
        if name is None:
            abbreviates = written == "." and found and found[-1].small in words("titles") and at + 1 < len(line)
            if not abbreviates:
                found.append(Token(start, end, written, written.casefold(), mark))
            at += 1
            continue
        while at + 1 < len(line) and line[at + 1][0] < name[0]:
            at += 1
        last_start, end, written, _ = line[at]
        found.append(
            _name_token(start, end, written, name[1], owned=last_start < name[0] < end and bare(written) != written)
        )
        at += 1
    return found


def _name_token(start: int, end: int, written: str, canonical: str, *, owned: bool) -> Token:
    small = written.casefold()
    if owned:
        return Token(start, end, written, small, owner=canonical)
    return Token(start, end, written, small, name=canonical)
