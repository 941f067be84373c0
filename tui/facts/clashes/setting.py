"""A fact with the words around it, by which two facts are known to be of the same thing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.facts.clashes.kin import joined
from tui.facts.model import Fact
from tui.facts.word_sets import word_set
from tui.text.languages import language
from tui.text.tokens import tokenize
from tui.text.witness import Witness

NEAR = 6
"""How many words to either side count as near."""

_CLAUSE_END = re.compile(r"[;:—–()“”\"]|,\s|\s(?:but|while|whereas|although)\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """A fact, its words, and the stems of the content words around it, without its own."""

    fact: Fact
    written: str
    near: tuple[str, ...]
    """Those of its clause, at most `NEAR` words away, in order."""
    sentence: frozenset[str]
    before: str
    """The word directly before it, in lower case; empty at the start of the sentence."""
    after: str
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
    near = (*_stems(words_before[-NEAR:], known), *_stems(words_after[:NEAR], known))
    around = frozenset((*_stems(_words(before), known), *_stems(_words(after), known)))
    return Setting(
        fact, text[start:stop], near, around,
        before=_last(before), after=_first(after), role=_role(words_before, words_after),
    )  # fmt: skip


def _clause(parts: Sequence[str]) -> str:
    """The part of a clause that is next to the fact; the one beyond where the fact is set off by a comma."""
    return next((part for part in parts[:2] if part.strip()), "")


def _words(text: str) -> tuple[str, ...]:
    return tuple(tokenize(text).forms)


def _stems(forms: Sequence[str], code: str) -> list[str]:
    known = language(code)
    content = [form for form in forms if form not in known.function_words and form[0].isalpha()]
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
