"""The nouns that tell of what a quantity is the measure, by the English words right beside it."""

from collections.abc import Sequence
from itertools import dropwhile

from tui.facts.kin import deeds, happenings
from tui.facts.model import Fact
from tui.facts.word_sets import word_set
from tui.text.languages import language
from tui.text.spans import Span
from tui.text.tokens import Tokens, tokenize
from tui.text.witness import Witness

_LASTING = word_set(
    "lasts lasted lasting takes took taken runs ran goes went continues continued dragged stretches stretched spans "
    "spanned endured"
)
_COSTING = word_set(
    "cost costs costing worth priced totals totalled totaled total reach reached hit hits fetch fetched fetches"
)
_LINKS = word_set("is was are were be been has had have will would for of to on by at about a an the up as low high")
_BETWEEN = word_set("with of between in at on for over about against by near")
_WHOLES = word_set("total sum number amount cost price excess out average maximum minimum one some part rest most all")
_STAYING = word_set("was were is are been be stays stayed stay remained remain remains kept")
_COMPASS = word_set("north south east west northeast northwest southeast southwest upstream downstream")
OFFSETS = word_set("later earlier before after ago away apart since old more less late early")
_SIZES = word_set("tall long wide deep high thick intense strong old")
_EMPTY = word_set("time times period span stretch stint rate year years month months week weeks day days hour hours")
_FALLING = word_set("fell came went left said began ended broke hit struck killed made held")
_MOST = 3
"""Words that may stand between a number and its noun, or between a verb and its subject."""


class Beside:
    """The words of a sentence before and behind a fact."""

    def __init__(self, witness: Witness, fact: Fact) -> None:
        first, last = witness.sentences[fact.sentence].span
        text = witness.text
        self._glued = "-" in text[fact.span.start : fact.span.end + 1]
        self._before = _clause(tokenize(text, Span(first, fact.span.start)), last=True)
        self._after = _clause(tokenize(text, Span(fact.span.end, max(last, fact.span.end))), last=False)

    def after(self) -> str | None:
        """The noun in `hours of NOUN`, or in `three-hour NOUN`."""
        words = self._after
        if words[:1] == ["of"]:
            return _head_behind(words)
        return _head(words) if self._glued or self._is_adjective() else None

    def _is_adjective(self) -> bool:
        """Whether the quantity stands between an article and its noun: a 600-mile front line."""
        return self._before[-1:] in (["a"], ["an"], ["the"], ["its"], ["their"], ["his"], ["her"])

    def away(self) -> str | None:
        """The noun in `miles from NOUN`, or in `miles north of NOUN`."""
        words = self._after
        at = 1 if words[:1] and words[0] in _COMPASS and words[1:2] == ["of"] else 0
        if words[at : at + 1] not in (["from"], ["off"], ["of"]) or (not at and words[0] == "of"):
            return None
        return _head_behind(words[at + 1 :])

    def state(self) -> str | None:
        """The state in `was STATE for hours`."""
        words = self._before
        lasts = len(words) > 2 and words[-1] == "for" and words[-3] in _STAYING
        return words[-2] if lasts and words[-2].endswith(("ed", "en", "ut", "de")) else None

    def before(self, measure: str) -> str | None:
        """The subject of a verb of lasting or costing, or what people did for so long."""
        words = self._before
        if len(words) > 1 and words[-1] == "of" and words[-2] not in _WHOLES | language("en").function_words:
            return None if words[-2] in _EMPTY else words[-2]
        if measure == "amount" and words[-1:] in (["lost"], ["loses"], ["losing"]):
            return "loss"
        place = next((at for at in range(len(words) - 1, max(-1, len(words) - 2 - _MOST), -1) if _tells(words[at])), -1)
        if place < 0 or any(word not in _LINKS for word in words[place + 1 :]):
            return None
        verb = words[place]
        if measure == "duration" and verb in deeds():
            return deeds()[verb]
        if (verb in _LASTING) is not (measure in ("duration", "length")):
            return None
        return _subject(words[:place])


def _tells(word: str) -> bool:
    return word in _LASTING or word in deeds() or word in _COSTING


def _clause(tokens: Tokens, *, last: bool) -> list[str]:
    """The forms of the clause that is next to the fact."""
    sizes, forms = tokens.clauses, list(tokens.forms)
    if not sizes:
        return []
    return forms[len(forms) - sizes[-1] :] if last else forms[: sizes[0]]


def _head_behind(words: Sequence[str]) -> str | None:
    """The head of what stands behind words that have only a function."""
    return _head(list(dropwhile(language("en").function_words.__contains__, words)))


def _head(words: Sequence[str]) -> str | None:
    """The last of the words up to the next one that has only a function."""
    function = language("en").function_words
    phrase: list[str] = []
    for word in words[: _MOST + 1]:
        if word in function or not word[0].isalpha():
            break
        if word not in _SIZES:
            phrase.append(word)
        if word in happenings():
            break  # it is what the phrase is about, not an adjective before it
    while phrase and (phrase[-1].endswith(("ed", "ly")) or phrase[-1] in _FALLING):
        phrase.pop()
    return phrase[-1] if phrase and phrase[-1] not in OFFSETS | _EMPTY else None


def _subject(words: Sequence[str]) -> str | None:
    """The noun before a verb, or the one before the preposition that stands between: the meeting with the unions."""
    function = language("en").function_words
    content = [at for at, word in enumerate(words) if word not in function]
    cut = next((at for at, word in enumerate(words) if word in _BETWEEN and content and content[0] < at), len(words))
    for word in reversed(words[:cut][-_MOST:]):
        if word not in function and not word.endswith("ly") and word[0].isalpha():
            return None if word in _EMPTY or word.endswith("ed") else word
    return None
