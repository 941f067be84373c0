"""A sentence as what it asserts: the stems of its words, with what denies them or puts them as merely possible."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.facts.kin import joined_nouns
from tui.facts.lexicon import words
from tui.text.languages import language
from tui.text.tokens import Tokens

_NEAR = 4
"""Words before and behind a word that tell of whom and of what it is said."""
_REACH = 3
"""Words that a negator reaches ahead."""


class Assertion(NamedTuple):
    """A sentence as its words' stems, with what bears on each."""

    tokens: Tokens
    stems: tuple[str, ...]
    content: frozenset[str]
    clauses: tuple[int, ...]
    """The clause of each word."""
    negators: frozenset[int]

    @property
    def others(self) -> frozenset[str]:
        """The words that tell one of several from another: a second plan."""
        return words("others") & set(self.tokens.forms)

    def near(self, place: int) -> frozenset[str]:
        """The content that stands beside a word."""
        return self.content & set(self.stems[max(0, place - _NEAR) : place] + self.stems[place + 1 : place + 1 + _NEAR])

    def subject(self, place: int) -> str | None:
        """The last content before a word, verbs that only link it and adverbs apart; None where none is near."""
        near = reversed(range(max(0, place - _NEAR - 1), place))
        found = (self.stems[at] for at in near if not self.tokens.forms[at].endswith("ly"))
        return next((stem for stem in found if stem in self.content and stem not in words("linking")), None)

    def negated(self, place: int) -> bool:
        """Whether a negator reaches a word."""
        reach = range(max(0, place - _REACH), place)
        return any(at in self.negators and self.clauses[at] == self.clauses[place] for at in reach)

    def modal(self, place: int) -> bool:
        """Whether a word is put as planned, offered, feared or possible."""
        clause = self.clauses[place]
        if place and self.tokens.forms[place - 1] == "to":
            return not any(at in self.negators for at in range(max(0, place - _REACH), place))
        mine = [stem for stem, its in zip(self.stems, self.clauses, strict=True) if its == clause]
        return any(stem in words("modal") for stem in mine)


def assertion_of(tokens: Tokens) -> Assertion:
    """What an English sentence asserts. Linear in its words."""
    known = language("en")
    stems = tuple(joined_nouns(known.stems(tokens.forms)))
    content = frozenset(
        stem for stem, form in zip(stems, tokens.forms, strict=True) if form not in known.function_words
    )
    clauses = tuple(number for number, size in enumerate(tokens.clauses) for _ in range(size))
    return Assertion(tokens, stems, content, clauses, frozenset(_negators(tokens.forms)))


def _negators(forms: tuple[str, ...]) -> Iterator[int]:
    for place, form in enumerate(forms):
        following = forms[place + 1] if place + 1 < len(forms) else ""
        negates = form in words("negators") or form.endswith("n't")
        if (negates and following not in words("idle")) or (form in words("failing") and following in ("to", "of")):
            yield place


def may_be_of_one_day(one: Assertion, other: Assertion) -> bool:
    """Whether two sentences name no different days, months or years."""
    mine, theirs = (
        {form for form in claim.tokens.forms if form in words("calendar") or _is_year(form)} for claim in (one, other)
    )
    return not mine or not theirs or bool(mine & theirs)


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdigit() and form[:2] in ("18", "19", "20")


def alike(one: Assertion, other: Assertion, without: set[str], share: float, fewest: int) -> bool:
    """Whether enough of the content is in both: so many words, and that share of the shorter sentence's, 0.0 to 1.0."""
    mine, theirs = one.content - without, other.content - without
    both = len(mine & theirs)
    return both >= fewest and both >= share * min(len(mine), len(theirs))
