"""Which words carry content, and what of each must be equal."""

from functools import lru_cache
from typing import NamedTuple

from tui.text.languages import language as language_of
from tui.text.sides import Sides
from tui.text.witness import Witness

UNDETERMINED = "und"
"""ISO 639's code for no one language: words are compared without stems, and none is a function word."""


class Word(NamedTuple):
    """What of a token must be equal to another's: the stem of a content word, the form of any other."""

    key: str
    content: bool


@lru_cache(maxsize=65_536)
def word(form: str, language: str) -> Word:
    """What is compared of a token's form."""
    known = language_of(language)
    content = form not in known.function_words and any(map(str.isalnum, form))
    return Word(known.stems([form])[0] if content else form, content)


def common_language(witnesses: Sides[Witness]) -> str:
    """The language that both witnesses are in, `und` where they are in two."""
    left, right = witnesses.map(lambda witness: witness.language)
    return left if left == right else UNDETERMINED
