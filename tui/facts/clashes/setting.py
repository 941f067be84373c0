"""A fact with the words around it, by which two facts are known to be of the same thing."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.facts.clashes.kin import joined
from tui.facts.model import Fact
from tui.facts.word_sets import word_set
from tui.text.languages import language
from tui.text.tokens import tokenize
from tui.text.witness import Witness

NEAR = 6
"""How many words to either side count as near."""

_CLAUSE_END = re.compile(r"[;:—–()“”\"]|,\s|\s(?:but|while|whereas|although)\s")


class Setting(NamedTuple):
    """A fact, its words, and the stems of the content words around it, without its own."""

    fact: Fact
    written: str
    near: tuple[str, ...]
    """Those of its clause, at most `NEAR` words away, in order."""
    beside: str
    """The one nearest before the fact, or, where none stands there, nearest behind it; empty without any."""
    sentence: frozenset[str]
    before: str
    """The word directly before it, in lower case; empty at the start of the sentence."""
    after: str
    partial: bool
    """Told as a part, or as what is left: including four, 12 others, another 20, four and 12 others."""
    said: bool
    """Stands where something is said to have been said: the minister said on Monday."""
    role: str
    """What the nearest telling word says happened to what is counted: dead, hurt; empty where none does."""


def settings(witness: Witness, facts: Iterable[Fact]) -> tuple[Setting, ...]:
    """The facts with the words around each; linear in the sentences they stand in."""
    return tuple(_setting(witness, fact) for fact in facts)


def _setting(witness: Witness, fact: Fact) -> Setting:
    text, (first, end) = witness.text, witness.sentences[fact.sentence].span
    start, stop = fact.span
    before, after = text[first:start], text[stop:end]
    left, right = _clause(_CLAUSE_END.split(before)[::-1]), _clause(_CLAUSE_END.split(after))
    words_before, words_after = _words(left), _words(right)
    known = witness.language
    ahead, behind = _stems(words_before[-NEAR:], known), _stems(words_after[:NEAR], known)
    return Setting(
        fact,
        text[start:stop],
        (*ahead, *behind),
        beside=next(iter((*ahead[::-1], *behind)), ""),
        sentence=frozenset((*_stems(_words(before), known), *_stems(_words(after), known))),
        before=_last(before),
        after=_first(after),
        partial=_is_partial(before, after),
        said=not _SAYING.isdisjoint(words_before[-NEAR - 1 :]),
        role=_role(words_before, _words(_PART_END.split(after, maxsplit=1)[0][:120])),
    )


_PART_END = re.compile(r"[;:—()“”\"]")
_PARTIAL_BEFORE = re.compile(
    r"\b(?:including|among them|another|further|additional|of whom)\s+(?:at least |about )?\Z", re.IGNORECASE
)
_PARTIAL_AFTER = re.compile(
    r"\s*(?:others?|more)\b|[^.;:]{0,60}\band\s(?:at least\s|about\s)?[\w-]+\s(?:others?|more)\b"
)
_SAYING = word_set(
    "said says say told tells announced added wrote tweeted reported confirmed warned statement conference briefing "
    "posted interview reporters"
)
_MONEY = word_set("euro euros dollar dollars pound pounds yen yuan percent cent us")


def _is_partial(before: str, after: str) -> bool:
    return bool(_PARTIAL_BEFORE.search(before) or _PARTIAL_AFTER.match(after))


def _clause(parts: Sequence[str]) -> str:
    """The part of a clause that is next to the fact; the one beyond where the fact is set off by a comma."""
    return next((part for part in parts[:2] if part.strip()), "")


def _words(text: str) -> tuple[str, ...]:
    return tuple(tokenize(text).forms)


def _stems(forms: Sequence[str], code: str) -> list[str]:
    known = language(code)
    content = [form for form in forms if form[0].isalpha() and form not in known.function_words and form not in _MONEY]
    stems = known.stems(content)
    return joined(stems) if known.code == "en" else stems


def _last(text: str) -> str:
    found = re.search(r"([\w'’]+)\W*\Z", text)
    return found[1].lower() if found else ""


def _first(text: str) -> str:
    found = re.match(r"\W*([\w'’]+)", text)
    return found[1].lower() if found else ""


_ROLES: dict[str, str] = {
    word: role
    for role, words in {
        "dead": "kill kills killed killing die dies died dying dead death deaths fatal fatalities fatality "
        "murdered drowned "
        "lost perished bodies body",
        "hurt": "injure injured injuring injuries injury wound wounded wounding hurt hospitalised "
        "hospitalized casualties",
        "missing": "missing unaccounted disappeared vanished",
        "held": "arrest arrested arrests arresting detain detained detaining charged custody jailed convicted",
        "saved": "rescued rescue saved survivors survivor survived evacuated evacuees freed released",
        "lost": "defeat defeats loses",
        "for": "favour favor backed supported approve approved approves",
        "against": "against opposed disapprove disapproved rejected",
        "bought": "bought buys buy purchased imported imports",
        "sold": "sold sells sell exported exports",
    }.items()
    for word in words.split()
}  # fmt: skip
_LIST = word_set("and or plus")


def _role(before: Sequence[str], after: Sequence[str]) -> str:
    """The role that the nearest telling word gives; what stands behind counts first, up to the next of a list."""
    behind = _up_to_list(after[:8])
    ahead = _up_to_list(before[::-1][:8])
    found = [(place, _ROLES[word]) for words in (behind, ahead) for place, word in enumerate(words) if word in _ROLES]
    return min(found, key=lambda one: one[0])[1] if found else ""


def _up_to_list(words: Sequence[str]) -> Sequence[str]:
    return words[: next((place for place, word in enumerate(words) if word in _LIST), len(words))]


def are_beside(left: Setting, right: Setting) -> bool:
    """Whether the word next to either fact is near the other."""
    return left.beside in right.near and right.beside in left.near
